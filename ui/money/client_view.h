#pragma once

#include "models/money/item_price.h"
#include "ui/money/dressed_part.h"

class QPushButton;
class QVBoxLayout;

namespace trestle {

class PlanDocument;
class TextTable;

/// A price as its client is shown it: no figure of what it costs, no rates, margins or chances.
class ClientView : public DressedPart {
    Q_OBJECT
public:
    ClientView(PlanDocument& document, QWidget* parent);

    /// Null while they are under way.
    void refresh(const PriceFigures* figures, const ItemPrices* items);
    void fitTo(int width);

Q_SIGNALS:
    void proposalWanted();

private:
    void showParts(const ItemPrices* items);

    PlanDocument& m_document;
    QLabel* m_title;
    QPushButton* m_proposal;
    QLabel* m_promise;
    QLabel* m_price;
    QLabel* m_paymentTitle;
    TextTable* m_payments;
    QVBoxLayout* m_parts;
    std::vector<std::pair<QLabel*, QLabel*>> m_lines; ///< title and what stands under it
};

} // namespace trestle
