#include "ui/workspace.h"

#include "ui/checklist/advice.h"
#include "ui/checklist/checklist.h"
#include "ui/dialogs/plan_dialogs.h"
#include "ui/document/plan_document.h"
#include "ui/gantt/gantt_view.h"
#include "ui/insights/plan_news.h"
#include "ui/insights/trial.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector_place.h"
#include "ui/pages/cost_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/risk_page.h"
#include "ui/pages/scenarios_page.h"
#include "ui/pages/team_page.h"
#include "ui/plan_banners.h"
#include "ui/scenarios/comparison_view.h"
#include "ui/scenarios/scenario_strip.h"
#include "ui/selection.h"
#include "ui/settings.h"
#include "ui/summary/summary_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace trestle {

namespace {

/// Narrower than this and pages beside checklist and inspector get too little.
constexpr int kNarrow = 1400;
constexpr int kTight = 1100; // narrower, tabs stand closer
constexpr int kChecklistWidth = 310;
constexpr int kMargin = 14;
constexpr int kFrame = 3; // around the plan while a scenario is open
constexpr std::array kPageNames{"plan", "cost", "risk", "team", "scenarios", "history"};

/// Where the focus was in a pane the last time, else its first stop.
void focusInside(QWidget& pane)
{
    const auto takes = [&pane](const QWidget* widget) {
        return widget && pane.isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() &&
               (widget->focusPolicy() & Qt::TabFocus) != 0 && !qobject_cast<const QScrollArea*>(widget);
    };
    if (QWidget* last = pane.focusWidget(); takes(last)) {
        last->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget* at = pane.nextInFocusChain();
    while (at != &pane && !takes(at))
        at = at->nextInFocusChain();
    if (at != &pane)
        at->setFocus(Qt::ShortcutFocusReason);
}

} // namespace

Workspace::Workspace(PlanDocument& document, Settings& settings, QWidget* parent)
    : QWidget(parent), m_document(document), m_settings(settings), m_selection(new Selection(this)),
      m_banners(new PlanBanners(document, this)), m_planNews(new PlanNews(document, this)),
      m_checklist(new Checklist(document, *m_selection, this)), m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("workspace"));
    connect(m_banners, &PlanBanners::retryWanted, this, &Workspace::retryWanted);
    connect(m_banners, &PlanBanners::copyWanted, this, &Workspace::copyWanted);
    auto* summary = new SummaryBar(document, this);
    m_summary = summary;
    connect(summary, &SummaryBar::riskWanted, this, [this] { showPage(RiskTab); });
    connect(summary, &SummaryBar::planWanted, this, [this] { showPage(PlanTab); });
    connect(summary, &SummaryBar::checklistWanted, this, [this] { m_checklist->focusList(); });

    m_splitter->setObjectName(QStringLiteral("workspaceSplitter"));
    m_splitter->setHandleWidth(14);
    m_splitter->setChildrenCollapsible(false);
    Card* checklistCard = Card::around(m_checklist, QStringLiteral("checklistCard"), m_splitter);
    checklistCard->setMinimumWidth(250);
    m_splitter->addWidget(checklistCard);
    m_splitter->addWidget(makeCentre());
    m_inspector = new InspectorPlace(document, *m_selection, *m_splitter, *this, *m_pages);
    connect(m_inspector, &InspectorPlace::trialWanted, &m_planNews->trial(), &Trial::start);
    connect(m_inspector, &InspectorPlace::placed, this, [this](bool shown) {
        m_details->setVisible(m_inspector->isNarrow() || !shown);
        m_details->setChecked(shown);
        Q_EMIT inspectorShownChanged(shown);
    });
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({kChecklistWidth, 800, InspectorPlace::kWidth});

    auto* strip = new ScenarioStrip(document, this);
    connect(strip, &ScenarioStrip::changesWanted, this, &Workspace::showScenarios);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(kFrame, 0, kFrame, kFrame);
    whole->setSpacing(0);
    whole->addWidget(strip);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(kMargin - kFrame, 12, kMargin - kFrame, kMargin - kFrame);
    column->setSpacing(12);
    whole->addLayout(column, 1);
    for (QWidget* banner : m_banners->widgets())
        column->addWidget(banner);
    column->addWidget(m_planNews);
    column->addWidget(summary);
    column->addWidget(m_splitter, 1);

    connect(&document, &PlanDocument::scenariosChanged, this, qOverload<>(&Workspace::update));
    restoreState();
    if (!document.plan().phases.empty())
        m_selection->select(QString::fromStdString(document.plan().phases.front().id));
}

Workspace::~Workspace() = default;

QWidget* Workspace::makeCentre()
{
    auto* centre = new QWidget(this);
    centre->setObjectName(QStringLiteral("centre"));
    m_tabs = new QTabBar(centre);
    m_tabs->setObjectName(QStringLiteral("pageTabs"));
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Plan"));
    m_tabs->addTab(tr("Cost"));
    m_tabs->addTab(tr("Risk"));
    m_tabs->addTab(tr("Team"));
    m_tabs->addTab(tr("Scenarios"));
    m_tabs->addTab(tr("History"));

    m_pages = new QStackedWidget(centre);
    m_pages->setObjectName(QStringLiteral("pages"));
    for (const char* name : kPageNames) {
        auto* inItsPlace = new QWidget(m_pages); // until it is made
        inItsPlace->setObjectName(QLatin1StringView(name) + QStringLiteral("ToCome"));
        m_pages->addWidget(inItsPlace);
    }
    ensurePage(PlanTab);

    m_tools = m_planPage->gantt().tools();
    m_details = new QPushButton(tr("Details"), centre);
    m_details->setObjectName(QStringLiteral("detailsButton"));
    m_details->setProperty("quiet", true);
    m_details->setCheckable(true);
    m_details->setToolTip(tr("Show or hide the details of the selection (F4)"));
    connect(m_details, &QPushButton::clicked, this, &Workspace::setInspectorShown);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 0, 8, 0);
    bar->setSpacing(4);
    bar->addWidget(m_tabs);
    bar->addStretch(1);
    if (m_tools)
        bar->addWidget(m_tools);
    bar->addWidget(m_details);
    auto* line = new Divider(centre);
    line->setObjectName(QStringLiteral("pageLine"));
    auto* column = new QVBoxLayout(centre);
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
    });
    Card* card = Card::around(centre, QStringLiteral("centreCard"), m_splitter, Card::kTabsTop);
    card->setMinimumWidth(420);
    return card;
}

QWidget* Workspace::makePage(Page page)
{
    const auto tellRefused = [this](const Error& error) { tell(wording::error(error)); };
    switch (page) {
    case PlanTab: return m_planPage = new PlanPage(m_document, *m_selection, m_pages);
    case CostTab: return new CostPage(m_document, m_pages);
    case RiskTab: return new RiskPage(m_document, m_pages);
    case TeamTab:
        m_team = new TeamPage(m_document, m_pages);
        connect(m_team, &TeamPage::refused, this, tellRefused);
        return m_team;
    case ScenariosTab:
        m_scenarios = new ScenariosPage(m_document, m_pages);
        connect(&m_scenarios->comparison(), &ComparisonView::removeWanted, this, &Workspace::removeScenarioWanted);
        return m_scenarios;
    case HistoryTab:
        m_history = new HistoryPage(m_document, m_pages);
        connect(m_history, &HistoryPage::refused, this, tellRefused);
        connect(m_history, &HistoryPage::told, this, &Workspace::tell);
        connect(m_history, &HistoryPage::saveComparisonWanted, this, &Workspace::saveComparisonWanted);
        return m_history;
    }
    Q_UNREACHABLE();
}

void Workspace::ensurePage(Page page)
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

HistoryPage& Workspace::history()
{
    ensurePage(HistoryTab);
    return *m_history;
}

void Workspace::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

void Workspace::showScenarios()
{
    showPage(ScenariosTab);
    m_scenarios->setView(ScenariosPage::View::Compare);
}

bool Workspace::isTrying() const
{
    return m_planNews->trial().isEditing();
}

Workspace::Page Workspace::page() const
{
    return static_cast<Page>(m_tabs->currentIndex());
}

QList<QAction*> Workspace::viewActions() const
{
    return m_planPage->gantt().viewActions();
}

void Workspace::editTarget()
{
    TargetDialog(m_document, this).exec();
}

void Workspace::addPerson()
{
    showPage(TeamTab);
    m_team->addPerson();
}

void Workspace::showInsights()
{
    setInspectorShown(true);
    m_inspector->inspector()->showPage(Inspector::InsightsTab);
    focusInside(*m_inspector->inspector());
}

void Workspace::focusPage()
{
    focusInside(*m_pages->currentWidget());
}

void Workspace::focusPane(int step)
{
    QWidgetList panes{m_summary, m_checklist, m_pages->currentWidget()};
    if (m_inspector->card().isVisible())
        panes += &m_inspector->card();
    const QWidget* focus = window()->focusWidget();
    const auto holder = std::ranges::find_if(
        panes, [focus](const QWidget* pane) { return focus && (pane == focus || pane->isAncestorOf(focus)); });
    const auto count = panes.size();
    // From anywhere else to the checklist, the first of the panes that a plan is worked in.
    const qsizetype next = holder == panes.end() ? 1 : (holder - panes.begin() + step + count) % count;
    focusInside(*panes[next]);
}

void Workspace::tell(const QString& text)
{
    m_banners->tell(text);
}

void Workspace::setFileProblem(const QString& problem)
{
    m_banners->setFileProblem(problem);
}

void Workspace::restoreState()
{
    m_splitter->restoreState(m_settings.bytes(keys::splitter));
    m_planPage->restoreSplitter(m_settings.bytes(keys::planSplitter));
    m_inspector->restore(m_settings);
    const QString name = m_settings.text(keys::page);
    const auto* found =
        std::find_if(kPageNames.begin(), kPageNames.end(), [&](const char* n) { return name == QLatin1StringView(n); });
    if (found != kPageNames.end())
        showPage(static_cast<Page>(found - kPageNames.begin()));
    if (const QStringList open = m_settings.list(keys::openPhases); !open.isEmpty())
        m_planPage->gantt().setOpenPhases(open);
    if (const QStringList open = m_settings.list(keys::checklistPhases); !open.isEmpty())
        m_checklist->setOpenPhases(open);
    m_checklist->advice().setClosed(m_settings.list(keys::closedAdvice));
}

void Workspace::keepState()
{
    if (m_inspector->isBesidePages())
        m_settings.setBytes(keys::splitter, m_splitter->saveState());
    m_settings.setBytes(keys::planSplitter, m_planPage->saveSplitter());
    m_inspector->keep(m_settings);
    m_settings.setText(keys::page, QLatin1StringView(kPageNames[static_cast<std::size_t>(page())]));
    m_settings.setList(keys::openPhases, m_planPage->gantt().openPhases());
    m_settings.setList(keys::checklistPhases, m_checklist->openPhases());
    m_settings.setList(keys::closedAdvice, m_checklist->advice().closed());
}

bool Workspace::inspectorShown() const
{
    return m_inspector->isShown();
}

void Workspace::setInspectorShown(bool shown)
{
    m_inspector->setShown(shown);
}

void Workspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    tightenTabs(width() < kTight);
    m_inspector->follow(width() < kNarrow);
}

/// On the smallest windows the tabs need the room between them.
void Workspace::tightenTabs(bool tight)
{
    if (m_tabs->property("tight").toBool() == tight)
        return;
    m_tabs->setProperty("tight", tight);
    QEvent changed(QEvent::StyleChange); // tabs measure themselves anew
    QCoreApplication::sendEvent(m_tabs, &changed);
}

/// A frame in the colour of the strip: what is edited is not the base.
void Workspace::paintEvent(QPaintEvent* /*event*/)
{
    if (m_document.activeScenario().isEmpty())
        return;
    QPainter painter(this);
    const QColor color = roleColor(Role::Accent, palette());
    painter.fillRect(0, 0, kFrame, height(), color);
    painter.fillRect(width() - kFrame, 0, kFrame, height(), color);
    painter.fillRect(0, height() - kFrame, width(), kFrame, color);
}

void Workspace::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_inspector->isNarrow() && m_inspector->isShown()) {
        setInspectorShown(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace trestle
