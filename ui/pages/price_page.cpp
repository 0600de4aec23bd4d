#include "ui/pages/price_page.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/money/price_kinds.h"
#include "ui/money/price_words.h"
#include "ui/questions/risk_service.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/lazy_refresh.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <optional>

namespace trestle {

PricePage::PricePage(PlanDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("pricePage"));
    setAccessibleName(tr("Price"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    setAccessibleRole(*m_scroll, QAccessible::Pane);
    m_scroll->setAccessibleName(tr("Price"));
    m_scroll->setObjectName(QStringLiteral("priceScroll"));
    m_scroll->setFrameStyle(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    QWidget* content = makeContent();
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // the card is the ground
    page->addWidget(m_scroll, 1);

    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::riskChanged, lazy, &LazyRefresh::mark); // follows each change of the plan
    applyColours();
    refresh();
}

QWidget* PricePage::makeContent()
{
    auto* content = new QWidget(m_scroll);
    content->setObjectName(QStringLiteral("priceContent"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kPageMargin, 12, kPageMargin, kPageMargin);
    column->setSpacing(12);
    m_sentence = new QLabel(content);
    m_sentence->setObjectName(QStringLiteral("priceSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    m_kinds = new PriceKinds(content);
    column->addWidget(m_kinds);
    column->addStretch(1);
    connect(m_kinds, &PriceKinds::chose, this, [this](PriceKind kind) {
        m_document.edit(tr("Price: %1").arg(wording::priceKind(kind)),
                        [kind](Inputs& inputs) { inputs.price.kind = kind; });
    });
    return content;
}

void PricePage::refresh()
{
    const Plan& plan = m_document.plan();
    const auto risk = m_document.risk();
    std::optional<PriceFigures> figures;
    if (risk)
        figures = priceFigures(plan, *risk, priceConfidence(plan.inputs));
    if (figures)
        m_sentence->setText(pricewords::sentence(plan, *figures));
    else if (const auto& error = m_document.simulation().error())
        m_sentence->setText(tr("The plan could not be simulated. %1").arg(wording::error(*error)));
    else
        m_sentence->setText(tr("Simulating %1 plans…").arg(format::number(kSimulationRuns, 0)));
    m_kinds->setRows(pricewords::kindRows(plan, figures ? &*figures : nullptr), plan.inputs.price.kind);
    arrange();
}

void PricePage::arrange()
{
    m_kinds->fitTo(width() - 2 * kPageMargin);
}

void PricePage::applyColours()
{
    m_sentence->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
}

void PricePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PricePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
