#pragma once

#include "models/money/item_price.h"
#include "ui/money/dressed_part.h"

class QGridLayout;

namespace trestle {

class PlanDocument;

/// What the price is for: what is in, what is priced apart as phase 2 or as an option, and what is out. An option is
/// taken by its box.
class ScopeView : public DressedPart {
    Q_OBJECT
public:
    ScopeView(PlanDocument& document, QWidget* parent);
    /// `prices` of what is offered apart; null while they are under way.
    void refresh(const ItemPrices* prices, std::optional<Money> price);

private:
    enum class Look { Title, Words, Option };
    struct Entry {
        Look look = Look::Words;
        QString words;
        QString price{};    ///< at the right
        QString hint{};     ///< why there is no price
        std::string item{}; ///< of an option
        bool isTaken = false;
    };
    [[nodiscard]] std::vector<Entry> entries(const ItemPrices* prices, std::optional<Money> price) const;
    void addRows(std::vector<Entry>& entries, const ItemPrices* prices, ItemScope scope) const;
    void show(const std::vector<Entry>& entries);

    PlanDocument& m_document;
    QString m_shape; ///< of the entries shown: their looks and items
    std::vector<std::pair<QWidget*, QLabel*>> m_rows;
    QGridLayout* m_grid;
};

} // namespace trestle
