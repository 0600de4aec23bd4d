#pragma once

#include "models/money/item_price.h"
#include "ui/money/dressed_part.h"

class QGridLayout;

namespace trestle {

class MarginChart;
class PaymentView;
class PlanDocument;
class PriceControls;
class PriceKinds;
class RatesView;
class ScopeView;

/// The agency's own view of a price, under a sentence that says what it leaves: the three kinds beside each other, what
/// the chosen one leaves, payments, rates and scope, all edited in place.
class PriceView : public DressedPart {
    Q_OBJECT
public:
    PriceView(PlanDocument& document, QWidget* parent);

    /// `figures` and `items` are null while they are under way; `pending` says what for.
    void refresh(const PriceFigures* figures, const ItemPrices* items, const QString& pending);
    void fitTo(int width);
    /// Without a client and without a bill rate: the rates alone, to begin with.
    void setStarted(bool started);

private:
    QWidget* makeMargin();
    void arrange(bool wide);

    PlanDocument& m_document;
    QGridLayout* m_grid;
    QLabel* m_marginTitle = nullptr;
    MarginChart* m_chart = nullptr;
    PriceControls* m_controls = nullptr;
    QWidget* m_margin; ///< with the three above
    PriceKinds* m_kinds;
    QWidget* m_line;
    PaymentView* m_payments;
    RatesView* m_rates;
    ScopeView* m_scope;
    std::optional<bool> m_isWide;
};

} // namespace trestle
