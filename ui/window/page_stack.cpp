#include "ui/window/page_stack.h"

#include "models/money_rules.h"
#include "models/progress/progress_report.h"
#include "models/proposals.h"
#include "ui/base/selection.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/gantt/gantt_view.h"
#include "ui/pages/cash_page.h"
#include "ui/pages/cost_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/price_page.h"
#include "ui/pages/progress_page.h"
#include "ui/pages/record_page.h"
#include "ui/pages/risk_page.h"
#include "ui/pages/scan_page.h"
#include "ui/pages/scenarios_page.h"
#include "ui/record/record_store.h"
#include "ui/scan/scan_review.h"
#include "ui/scenarios/comparison_view.h"
#include "ui/team/team_page.h"
#include "ui/widgets/card.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr std::array kPageNames{"plan", "progress",  "cost",    "price",  "cash", "risk",
                                "team", "scenarios", "history", "record", "scan"};

constexpr int kUsualTabs = 6;

} // namespace

PageStack::PageStack(PlanDocument& document, Selection& selection, Settings& settings, QWidget* parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_settings(settings), m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)), m_details(new QPushButton(tr("Details"), this)),
      m_records(new RecordStore(this))
{
    setObjectName(QStringLiteral("centre"));
    m_tabs->setObjectName(QStringLiteral("pageTabs"));
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Plan"));
    m_tabs->addTab(tr("Progress"));
    m_tabs->addTab(tr("Cost"));
    m_tabs->addTab(tr("Price"));
    m_tabs->addTab(tr("Cash"));
    m_tabs->addTab(tr("Risk"));
    m_tabs->addTab(tr("Team"));
    m_tabs->addTab(tr("Scenarios"));
    m_tabs->addTab(tr("History"));
    m_tabs->addTab(tr("Record"));
    m_tabs->addTab(tr("Scan"));

    m_pages->setObjectName(QStringLiteral("pages"));
    for (const char* name : kPageNames) {
        auto* inItsPlace = new QWidget(m_pages); // until it is made
        inItsPlace->setObjectName(QLatin1StringView(name) + QStringLiteral("ToCome"));
        m_pages->addWidget(inItsPlace);
    }
    ensurePage(PlanTab);

    m_tools = m_plan->gantt().tools();
    m_details->setObjectName(QStringLiteral("detailsButton"));
    m_details->setProperty("quiet", true);
    m_details->setCheckable(true);
    m_details->setToolTip(tr("Show or hide the details of the selection (F4)"));
    connect(m_details, &QPushButton::clicked, this, &PageStack::detailsWanted);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 0, 8, 0);
    bar->setSpacing(4);
    bar->addWidget(m_tabs);
    bar->addStretch(1);
    if (m_tools)
        bar->addWidget(m_tools);
    bar->addWidget(m_details);
    auto* line = new Divider(this);
    line->setObjectName(QStringLiteral("pageLine"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(line);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        ensurePage(static_cast<Page>(page));
        m_pages->setCurrentIndex(page);
        if (m_tools)
            m_tools->setVisible(page == PlanTab);
        followTabs();
        Q_EMIT pageChanged();
    });
    connect(&document, &PlanDocument::planChanged, this, &PageStack::followTabs);
    connect(m_records, &RecordStore::changed, this, &PageStack::followTabs);
    connect(m_records, &RecordStore::refused, this, [this](const Error& error) { Q_EMIT told(wording::error(error)); });
    m_records->load();
    followTabs();
}

QWidget* PageStack::makePage(Page page)
{
    const auto tellRefused = [this](const Error& error) { Q_EMIT told(wording::error(error)); };
    switch (page) {
    case PlanTab: return m_plan = new PlanPage(m_document, m_selection, m_pages);
    case ProgressTab: {
        auto* progress = new ProgressPage(m_document, m_selection, m_pages);
        connect(progress, &ProgressPage::told, this, &PageStack::told);
        connect(progress, &ProgressPage::recordWanted, this, [this] { showPage(RecordTab); });
        return progress;
    }
    case CostTab: {
        auto* cost = new CostPage(m_document, m_pages);
        connect(cost, &CostPage::priceWanted, this, [this] { showPage(PriceTab); });
        connect(cost, &CostPage::cashWanted, this, [this] { showPage(CashTab); });
        return cost;
    }
    case PriceTab: {
        auto* price = new PricePage(m_document, m_pages);
        connect(price, &PricePage::proposalWanted, this, &PageStack::proposalWanted);
        return price;
    }
    case CashTab: {
        auto* cash = new CashPage(m_document, m_pages);
        connect(cash, &CashPage::teamWanted, this, [this] { showPage(TeamTab); });
        return cash;
    }
    case RiskTab: {
        auto* risk = new RiskPage(m_document, m_pages);
        connect(risk, &RiskPage::refused, this, tellRefused);
        return risk;
    }
    case TeamTab:
        m_team = new TeamPage(m_document, m_settings, m_pages);
        connect(m_team, &TeamPage::refused, this, tellRefused);
        return m_team;
    case ScenariosTab:
        m_scenarios = new ScenariosPage(m_document, m_pages);
        connect(&m_scenarios->comparison(), &ComparisonView::removeWanted, this, &PageStack::removeScenarioWanted);
        return m_scenarios;
    case HistoryTab:
        m_history = new HistoryPage(m_document, m_pages);
        connect(m_history, &HistoryPage::refused, this, tellRefused);
        connect(m_history, &HistoryPage::told, this, &PageStack::told);
        connect(m_history, &HistoryPage::saveComparisonWanted, this, &PageStack::saveComparisonWanted);
        return m_history;
    case RecordTab: {
        auto* record = new RecordPage(m_document, *m_records, m_pages);
        connect(record, &RecordPage::exportWanted, this, &PageStack::recordExportWanted);
        connect(record, &RecordPage::mergeWanted, this, &PageStack::recordMergeWanted);
        return record;
    }
    case ScanTab: return m_scan = makeScan();
    }
    Q_UNREACHABLE();
}

ScanPage* PageStack::makeScan()
{
    auto* scan = new ScanPage(m_document, m_pages);
    const ScanReview& review = scan->review();
    scan->review().setLastScan(m_lastScan);
    connect(&review, &ScanReview::scanWanted, this, &PageStack::scanWanted);
    connect(&review, &ScanReview::evidenceWanted, this, &PageStack::evidenceWanted);
    connect(&review, &ScanReview::editorWanted, this, &PageStack::editorWanted);
    connect(&review, &ScanReview::itemChosen, &m_selection, &Selection::select);
    return scan;
}

void PageStack::ensurePage(Page page)
{
    if (std::exchange(m_made[static_cast<std::size_t>(page)], true))
        return;
    QWidget* inItsPlace = m_pages->widget(page);
    const bool shown = m_pages->currentWidget() == inItsPlace;
    m_pages->insertWidget(page, makePage(page));
    if (shown)
        m_pages->setCurrentIndex(page);
    m_pages->removeWidget(inItsPlace);
    delete inItsPlace;
}

TeamPage& PageStack::team()
{
    ensurePage(TeamTab);
    return *m_team;
}

ScenariosPage& PageStack::scenarios()
{
    ensurePage(ScenariosTab);
    return *m_scenarios;
}

HistoryPage& PageStack::history()
{
    ensurePage(HistoryTab);
    return *m_history;
}

ScanPage& PageStack::scan()
{
    ensurePage(ScanTab);
    return *m_scan;
}

void PageStack::setLastScan(const std::optional<LastScan>& last)
{
    m_lastScan = last;
    if (m_scan)
        m_scan->review().setLastScan(last);
}

QWidget& PageStack::area() const
{
    return *m_pages;
}

QWidget& PageStack::current() const
{
    return *m_pages->currentWidget();
}

void PageStack::followTabs()
{
    setTabShown(ProgressTab, page() == ProgressTab || isFollowed(m_document.inputs()));
    setTabShown(PriceTab, page() == PriceTab || isPriced(m_document.inputs()));
    setTabShown(CashTab, page() == CashTab || m_document.inputs().cash.opening.has_value());
    setTabShown(RecordTab, page() == RecordTab || m_records->error() || !m_records->record().empty());
    setTabShown(ScanTab, page() == ScanTab || openProposals(m_document.inputs()) > 0);
}

void PageStack::setTabShown(Page page, bool shown)
{
    if (m_tabs->isTabVisible(page) == shown)
        return; // told what it knows, Qt's bar of tabs forgets that another tab has come
    m_tabs->setTabVisible(page, shown);
    m_tabs->updateGeometry();
    spaceTabs();
}

void PageStack::showPage(Page page)
{
    setTabShown(page, true);
    m_tabs->setCurrentIndex(page);
}

PageStack::Page PageStack::page() const
{
    return static_cast<Page>(m_tabs->currentIndex());
}

void PageStack::showPage(const QString& name)
{
    const auto* found = std::ranges::find_if(kPageNames, [&](const char* n) { return name == QLatin1StringView(n); });
    const auto page = static_cast<int>(found - kPageNames.begin());
    if (found != kPageNames.end() && m_tabs->isTabVisible(page))
        showPage(static_cast<Page>(page));
}

QString PageStack::pageName() const
{
    return QLatin1StringView(kPageNames[static_cast<std::size_t>(page())]);
}

void PageStack::setDetails(bool visible, bool shown)
{
    m_details->setVisible(visible);
    m_details->setChecked(shown);
}

void PageStack::tightenTabs(bool tight)
{
    m_isTight = tight;
    spaceTabs();
}

void PageStack::spaceTabs()
{
    int shown = 0;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        shown += m_tabs->isTabVisible(tab) ? 1 : 0;
    const bool tight = m_isTight || shown > kUsualTabs;
    if (m_tabs->property("tight").toBool() == tight)
        return;
    m_tabs->setProperty("tight", tight);
    QEvent changed(QEvent::StyleChange); // tabs measure themselves anew
    QCoreApplication::sendEvent(m_tabs, &changed);
}

} // namespace trestle
