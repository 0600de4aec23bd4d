#include "ui/pages/price_page.h"

#include "models/money_rules.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/money/client_view.h"
#include "ui/money/item_price_finder.h"
#include "ui/money/price_view.h"
#include "ui/money/price_words.h"
#include "ui/questions/risk_service.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/lazy_refresh.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/reading_order.h"
#include "ui/widgets/segments.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <optional>

namespace trestle {

PricePage::PricePage(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_itemPrices(new ItemPriceFinder(document, this))
{
    setObjectName(QStringLiteral("pricePage"));
    setAccessibleName(tr("Price"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    m_scroll = makePageScroll(*this, QStringLiteral("priceScroll"), tr("Price"));
    QWidget* content = makeContent();
    setPageContent(*m_scroll, *content);
    page->addWidget(m_scroll, 1);

    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::riskChanged, lazy, &LazyRefresh::mark); // follows each change of the plan
    connect(m_itemPrices, &ItemPriceFinder::changed, lazy, &LazyRefresh::mark);
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
    m_head = makeHead(content);
    m_start = makeStart(content);
    m_internal = new PriceView(m_document, content);
    m_forClient = new ClientView(m_document, content);
    connect(m_forClient, &ClientView::proposalWanted, this, &PricePage::proposalWanted);
    column->addWidget(m_head);
    column->addWidget(m_start);
    column->addWidget(m_internal);
    column->addWidget(m_forClient);
    column->addStretch(1);
    connect(m_views, &Segments::chose, this, [this](int view) { setView(static_cast<View>(view)); });
    return content;
}

QWidget* PricePage::makeHead(QWidget* content)
{
    auto* head = new QWidget(content);
    head->setObjectName(QStringLiteral("priceHead"));
    m_sentence = new QLabel(head);
    m_sentence->setObjectName(QStringLiteral("priceSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_views =
        new Segments(QStringLiteral("priceViews"), tr("Whose view"), {tr("Internal view"), tr("Client view")}, head);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * kRhythm);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_views, 0, Qt::AlignTop);
    return head;
}

/// Where nobody is charged so far.
QWidget* PricePage::makeStart(QWidget* content)
{
    auto* start = new QWidget(content);
    start->setObjectName(QStringLiteral("priceStart"));
    m_startTitle = new QLabel(tr("Say who the client is, or what a week of someone is billed at: then this page says "
                                 "what to charge, and how likely you are to lose on it."),
                              start);
    m_startTitle->setObjectName(QStringLiteral("priceStartTitle"));
    m_startTitle->setWordWrap(true);
    auto* label = new QLabel(tr("&Client"), start);
    label->setObjectName(QStringLiteral("priceClientLabel"));
    m_client = new QLineEdit(start);
    m_client->setObjectName(QStringLiteral("priceClient"));
    m_client->setAccessibleName(tr("Client"));
    label->setBuddy(m_client);
    auto* row = new QHBoxLayout;
    row->setSpacing(kRhythm);
    row->addWidget(label);
    row->addWidget(m_client, 1);
    row->addStretch(1);
    auto* column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_startTitle);
    column->addLayout(row);
    connect(m_client, &QLineEdit::editingFinished, this, &PricePage::takeClient);
    return start;
}

void PricePage::takeClient()
{
    const std::string client = format::utf8(m_client->text().trimmed());
    if (client != m_document.inputs().client)
        m_document.edit(tr("Client %1").arg(format::text(client)), [&](Inputs& inputs) { inputs.client = client; });
}

PricePage::View PricePage::view() const
{
    return static_cast<View>(m_views->chosen());
}

void PricePage::setView(View view)
{
    m_views->choose(static_cast<int>(view));
    refresh();
    m_scroll->verticalScrollBar()->setValue(0);
}

void PricePage::refresh()
{
    const Plan& plan = m_document.plan();
    const bool priced = isPriced(plan.inputs);
    const bool internal = !priced || view() == View::Internal;
    m_start->setVisible(!priced);
    m_head->setVisible(priced);
    m_internal->setStarted(priced);
    m_internal->setVisible(internal);
    m_forClient->setVisible(!internal);
    if (!m_client->hasFocus())
        m_client->setText(format::raw(plan.inputs.client));
    m_itemPrices->ask();
    const auto risk = m_document.risk();
    std::optional<PriceFigures> figures;
    if (risk)
        figures = priceFigures(plan, *risk, priceConfidence(plan.inputs));
    QString pending = tr("Simulating %1 plans…").arg(format::number(kSimulationRuns, 0));
    if (const auto& error = m_document.simulation().error())
        pending = tr("The plan could not be simulated. %1").arg(wording::error(*error));
    const PriceFigures* known = figures ? &*figures : nullptr;
    m_sentence->setText(!internal ? tr("As the client sees it") : known ? pricewords::sentence(plan, *known) : pending);
    if (internal)
        m_internal->refresh(known, m_itemPrices->prices(), pending);
    else
        m_forClient->refresh(known, m_itemPrices->prices());
    arrange();
    setReadingOrder(*this); // fields come and go with people, parts and options
}

void PricePage::arrange()
{
    const int room = width() - 2 * kPageMargin - m_scroll->verticalScrollBar()->sizeHint().width();
    m_internal->fitTo(room);
    m_forClient->fitTo(room);
}

void PricePage::applyColours()
{
    for (QLabel* label : {m_startTitle, m_sentence})
        label->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
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
