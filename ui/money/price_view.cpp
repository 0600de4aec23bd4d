#include "ui/money/price_view.h"

#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/money/margin_chart.h"
#include "ui/money/payment_view.h"
#include "ui/money/price_controls.h"
#include "ui/money/price_kinds.h"
#include "ui/money/rates_view.h"
#include "ui/money/scope_view.h"
#include "ui/widgets/card.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace trestle {

namespace {

constexpr int kViewGap = 24;
constexpr int kTwoColumnLetters = 125; // of the usual size, that two columns need
constexpr int kLeftParts = 8;          // of the room, to …
constexpr int kRightParts = 5;

} // namespace

PriceView::PriceView(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("priceView"), parent), m_document(document), m_grid(new QGridLayout(this)),
      m_margin(makeMargin()), m_kinds(new PriceKinds(this)), m_line(new Divider(this)),
      m_payments(new PaymentView(document, this)), m_rates(new RatesView(document, this)),
      m_scope(new ScopeView(document, this))
{
    m_line->setObjectName(QStringLiteral("priceLine"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kViewGap);
    m_grid->setVerticalSpacing(2 * kRhythm);
    connect(m_kinds, &PriceKinds::chose, this, [this](PriceKind kind) {
        m_document.edit(tr("Price: %1").arg(wording::priceKind(kind)),
                        [kind](Inputs& inputs) { inputs.price.kind = kind; });
    });
    arrange(true);
}

QWidget* PriceView::makeMargin()
{
    auto* section = new QWidget(this);
    section->setObjectName(QStringLiteral("marginSection"));
    m_marginTitle = addTitle(QStringLiteral("marginTitle"), {});
    m_chart = new MarginChart(section);
    m_controls = new PriceControls(m_document, section);
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfRhythm);
    column->addWidget(m_marginTitle);
    column->addWidget(m_chart);
    column->addWidget(m_controls);
    column->addStretch(1);
    return section;
}

void PriceView::arrange(bool wide)
{
    if (m_isWide == wide)
        return;
    m_isWide = wide;
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    if (wide) {
        m_grid->addWidget(m_kinds, 1, 0, Qt::AlignTop);
        m_grid->addWidget(m_margin, 1, 1);
        m_grid->addWidget(m_line, 2, 0, 1, 2);
        m_grid->addWidget(m_payments, 3, 0, Qt::AlignTop);
        m_grid->addWidget(m_scope, 3, 1, 2, 1, Qt::AlignTop);
        m_grid->addWidget(m_rates, 4, 0, Qt::AlignTop);
    } else {
        int row = 1;
        for (QWidget* part : {static_cast<QWidget*>(m_kinds), m_margin, m_line, static_cast<QWidget*>(m_payments),
                              static_cast<QWidget*>(m_rates), static_cast<QWidget*>(m_scope)})
            m_grid->addWidget(part, row++, 0);
    }
    m_grid->setColumnStretch(0, kLeftParts);
    m_grid->setColumnStretch(1, wide ? kRightParts : 0);
}

void PriceView::fitTo(int width)
{
    const bool wide = width >= kTwoColumnLetters * fontMetrics().averageCharWidth();
    const int left = wide ? (width - kViewGap) * kLeftParts / (kLeftParts + kRightParts) : width;
    arrange(wide);
    m_kinds->fitTo(left);
    m_payments->fitTo(left);
}

void PriceView::setStarted(bool started)
{
    for (QWidget* part : {static_cast<QWidget*>(m_kinds), m_margin, m_line, static_cast<QWidget*>(m_payments),
                          static_cast<QWidget*>(m_scope)})
        part->setVisible(started);
}

void PriceView::refresh(const PriceFigures* figures, const ItemPrices* items, const QString& pending)
{
    const Plan& plan = m_document.plan();
    const PriceKind kind = plan.inputs.price.kind;
    m_kinds->setRows(pricewords::kindRows(plan, figures), kind);
    const QString title = pricewords::marginTitle(kind);
    m_marginTitle->setText(title);
    m_chart->setAccessibleName(title);
    const auto risk = m_document.risk();
    if (figures && risk) {
        m_chart->setPending({});
        m_chart->setBars(marginBars(*risk, figures->of(kind)));
    } else {
        m_chart->setPending(pending);
    }
    m_controls->refresh();
    m_rates->refresh();
    const std::optional<Money> price = figures ? std::optional(figures->of(kind).price) : std::nullopt;
    m_payments->refresh(price);
    m_scope->refresh(items, price);
}

} // namespace trestle
