#pragma once

#include "models/money/item_price.h"

#include <QStringList>

#include <vector>

/// What a client is told of a price: one date, one price, payments, scope and what it rests on. Nothing of what it
/// costs, of rates or margins, and no chances.
namespace trestle::clientwords {

/// A heading and what stands under it.
struct Part {
    QString title;
    QStringList lines;
    friend bool operator==(const Part&, const Part&) = default;
};

/// "Booking platform for Saltbush Logistics".
QString title(const Plan& plan);
/// "Live by 6 July 2027, for AUD 236,500 incl. GST".
QString promise(const Plan& plan, const Risk& risk, const PriceFigures& figures);
/// What the client pays, and until when the offer stands.
QStringList priceLines(const Plan& plan, const PriceFigures& figures, Date today);
/// Included items phase by phase, phase 2, options, what is left out, what the client does, what it rests on. `items`
/// null: prices of what is offered apart are under way.
std::vector<Part> parts(const Plan& plan, const ItemPrices* items);

} // namespace trestle::clientwords
