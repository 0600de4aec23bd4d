#pragma once

#include "models/money/price.h"

#include <QString>

#include <array>
#include <vector>

/// What the Price page says of a price, as plain values: the same whether it is seen or read out.
namespace trestle::pricewords {

inline constexpr std::array kKinds{PriceKind::timeAndMaterials, PriceKind::capped, PriceKind::fixed};

/// One question to the three kinds of price.
struct KindRow {
    enum class Look { Figure, Strong, Plain };

    QString label;
    std::array<QString, 3> cells; ///< as in kKinds
    Look look = Look::Plain;
    std::array<bool, 3> bad{}; ///< what the cell says is a loss
    bool startsGroup = false;  ///< a line above it
};

/// "3 of 100", "fewer than 1 of 100", "none".
QString odds(double share);
/// What the chosen kind of price leaves, and how often it loses money.
QString sentence(const Plan& plan, const PriceFigures& figures);
/// Without figures every cell has a sign that they are under way.
std::vector<KindRow> kindRows(const Plan& plan, const PriceFigures* figures);
/// "fixed price", as in "Margin of the fixed price".
QString priceName(PriceKind kind);
/// "Margin of the fixed price, AUD".
QString marginTitle(PriceKind kind);

} // namespace trestle::pricewords
