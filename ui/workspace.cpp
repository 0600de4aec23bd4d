#include "ui/workspace.h"

#include "ui/checklist/advice.h"
#include "ui/checklist/checklist.h"
#include "ui/dialogs/plan_dialogs.h"
#include "ui/document/plan_document.h"
#include "ui/gantt/gantt_view.h"
#include "ui/insights/plan_news.h"
#include "ui/insights/trial.h"
#include "ui/inspector/inspector.h"
#include "ui/pages/cost_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/risk_page.h"
#include "ui/pages/scenarios_page.h"
#include "ui/pages/team_page.h"
#include "ui/scenarios/comparison_view.h"
#include "ui/scenarios/scenario_strip.h"
#include "ui/scenarios/scenario_words.h"
#include "ui/selection.h"
#include "ui/settings.h"
#include "ui/summary/summary_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
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
constexpr int kInspectorWidth = 296;
constexpr int kChecklistWidth = 310;
constexpr int kMargin = 14;
constexpr int kFrame = 3;   // around the plan while a scenario is open
constexpr int kTabsTop = 5; // tabs of neighbouring cards stand in one line
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

Card* makeCard(const QString& name, QWidget* content, QWidget* parent, int top = 1)
{
    auto* card = new Card(parent);
    card->setObjectName(name);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, top, 1, 1);
    column->addWidget(content);
    return card;
}

} // namespace

Workspace::Workspace(PlanDocument& document, Settings& settings, QWidget* parent)
    : QWidget(parent), m_document(document), m_settings(settings), m_selection(new Selection(this)),
      m_saveBanner(new Banner(QStringLiteral("saveBanner"), this)),
      m_news(new Banner(QStringLiteral("newsBanner"), this)), m_planNews(new PlanNews(document, this)),
      m_checklist(new Checklist(document, *m_selection, this)), m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("workspace"));
    makeBanners();
    auto* summary = new SummaryBar(document, this);
    m_summary = summary;
    connect(summary, &SummaryBar::riskWanted, this, [this] { showPage(RiskTab); });
    connect(summary, &SummaryBar::planWanted, this, [this] { showPage(PlanTab); });
    connect(summary, &SummaryBar::checklistWanted, this, [this] { m_checklist->focusList(); });

    m_splitter->setObjectName(QStringLiteral("workspaceSplitter"));
    m_splitter->setHandleWidth(14);
    m_splitter->setChildrenCollapsible(false);
    Card* checklistCard = makeCard(QStringLiteral("checklistCard"), m_checklist, m_splitter);
    checklistCard->setMinimumWidth(250);
    m_splitter->addWidget(checklistCard);
    m_splitter->addWidget(makeCentre());
    makeInspectorCard();

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
    column->addWidget(m_saveBanner);
    column->addWidget(m_news);
    column->addWidget(m_planNews);
    column->addWidget(summary);
    column->addWidget(m_splitter, 1);

    connect(&document, &PlanDocument::saveStateChanged, this, &Workspace::followSaveState);
    connect(&document, &PlanDocument::editRefused, this, &Workspace::tellRefusal);
    connect(&document, &PlanDocument::editTooEarly, this,
            [this] { tell(tr("The plan's file is just being read, so that was not changed. Try again.")); });
    connect(&document, &PlanDocument::reloadFailed, this, [this](const Error& error) {
        if (m_document.readOnlyReason())
            tell(wording::error(error));
    });
    connect(&document, &PlanDocument::undoChanged, m_news, &Banner::clear); // with each edit, and with nothing else
    connect(&document, &PlanDocument::scenariosChanged, this, qOverload<>(&Workspace::update));
    connect(&document, &PlanDocument::editReachedBase, this, &Workspace::tellReachedBase);
    connect(&document, &PlanDocument::copyFailed, this, [this](const Error& error) { tell(wording::error(error)); });
    restoreState();
    followSaveState();
    if (!document.plan().phases.empty())
        m_selection->select(QString::fromStdString(document.plan().phases.front().id));
}

Workspace::~Workspace() = default;

void Workspace::makeBanners()
{
    m_saveBanner->addAction(QStringLiteral("saveRetry"), tr("Try again"), [this] { Q_EMIT retryWanted(); });
    m_saveBanner->addAction(QStringLiteral("saveCopyInstead"), tr("Save a copy…"), [this] { Q_EMIT copyWanted(); });
    m_news->setDismissable();
}

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
    Card* card = makeCard(QStringLiteral("centreCard"), centre, m_splitter, kTabsTop);
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

void Workspace::makeInspectorCard()
{
    auto* room = new QWidget(this);
    room->setObjectName(QStringLiteral("inspectorRoom"));
    m_inspectorRoom = new QVBoxLayout(room);
    m_inspectorRoom->setContentsMargins(0, 0, 0, 0);
    m_inspectorCard = makeCard(QStringLiteral("inspectorCard"), room, m_splitter, kTabsTop);
    m_inspectorCard->setMinimumWidth(250);
    m_splitter->addWidget(m_inspectorCard);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({kChecklistWidth, 800, kInspectorWidth});
}

void Workspace::ensureInspector()
{
    if (m_inspector)
        return;
    m_inspector = new Inspector(m_document, *m_selection, this);
    m_inspector->setObjectName(QStringLiteral("inspector"));
    connect(m_inspector, &Inspector::trialWanted, &m_planNews->trial(), &Trial::start);
    m_inspectorRoom->addWidget(m_inspector);
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
    m_inspector->showPage(Inspector::InsightsTab);
    focusInside(*m_inspector);
}

void Workspace::focusPage()
{
    focusInside(*m_pages->currentWidget());
}

void Workspace::focusPane(int step)
{
    QWidgetList panes{m_summary, m_checklist, m_pages->currentWidget()};
    if (m_inspectorCard->isVisible())
        panes += m_inspectorCard;
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
    m_news->tell(text);
}

void Workspace::tellReachedBase(const std::vector<Unheld>& kinds)
{
    // Typing would tell it with each letter: once for each kind is enough until another scenario is open.
    if (m_document.activeScenario() != m_toldOf)
        m_told.clear();
    m_toldOf = m_document.activeScenario();
    std::vector<Unheld> news;
    for (const Unheld& kind : kinds)
        if (kind.isNone || m_told.insert(kind).second)
            news.push_back(kind);
    if (!news.empty())
        tell(scenariowords::reachedBase(news));
}

void Workspace::setFileProblem(const QString& problem)
{
    m_fileProblem = problem;
    followSaveState();
}

void Workspace::followSaveState()
{
    const bool failed = m_document.saveState() == PlanDocument::SaveState::Failed;
    const std::optional<Error>& readOnly = m_document.readOnlyReason();
    if (!m_fileProblem.isEmpty())
        m_saveBanner->tell(failed ? tr("Your latest changes are not on disk. %1").arg(m_fileProblem) : m_fileProblem);
    else if (failed)
        m_saveBanner->tell(tr("Your latest changes are not on disk. %1 They are kept in this window until they can be "
                              "written.")
                               .arg(wording::error(m_document.saveError())));
    else if (readOnly && readOnly->code == ErrorCode::lockedPlan)
        m_saveBanner->tell(tr("This plan is open in %1, so it can only be read here. Close it there and try again, or "
                              "save a copy to work in.")
                               .arg(QString::fromStdString(readOnly->fix)));
    else if (readOnly)
        m_saveBanner->tell(
            tr("This plan can only be read here. %1 Or save a copy to work in.").arg(wording::error(*readOnly)));
    else
        m_saveBanner->clear();
}

/// Why an edit was not taken. That a plan can only be read stands in the banner above.
void Workspace::tellRefusal(const Error& error)
{
    if (m_document.readOnlyReason())
        tell(tr("Nothing was changed: this plan can only be read here."));
    else
        tell(wording::error(error));
}

void Workspace::restoreState()
{
    m_splitter->restoreState(m_settings.bytes(keys::splitter));
    m_planPage->restoreSplitter(m_settings.bytes(keys::planSplitter));
    m_wantedWide = m_settings.flag(keys::inspector, true);
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
    if (m_docked && m_inspectorCard->isVisible())
        m_settings.setBytes(keys::splitter, m_splitter->saveState());
    m_settings.setBytes(keys::planSplitter, m_planPage->saveSplitter());
    m_settings.setFlag(keys::inspector, m_wantedWide);
    m_settings.setText(keys::page, QLatin1StringView(kPageNames[static_cast<std::size_t>(page())]));
    m_settings.setList(keys::openPhases, m_planPage->gantt().openPhases());
    m_settings.setList(keys::checklistPhases, m_checklist->openPhases());
    m_settings.setList(keys::closedAdvice, m_checklist->advice().closed());
}

bool Workspace::inspectorShown() const
{
    return m_narrow ? m_wantedNarrow : m_wantedWide;
}

void Workspace::setInspectorShown(bool shown)
{
    (m_narrow ? m_wantedNarrow : m_wantedWide) = shown;
    placeInspector();
    if (shown && m_narrow)
        m_inspectorCard->setFocus();
}

void Workspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < kNarrow;
    if (narrow != m_narrow) {
        m_narrow = narrow;
        m_wantedNarrow = false;
    }
    tightenTabs(width() < kTight);
    placeInspector();
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

void Workspace::placeInspector()
{
    const bool shown = inspectorShown();
    if (m_docked == m_narrow) {
        m_docked = !m_narrow;
        if (m_docked)
            m_splitter->addWidget(m_inspectorCard);
        else
            m_inspectorCard->setParent(this);
    }
    if (shown)
        ensureInspector();
    m_inspectorCard->setVisible(shown);
    if (!m_docked)
        placeDrawer();
    m_details->setVisible(m_narrow || !shown);
    m_details->setChecked(shown);
    Q_EMIT inspectorShownChanged(shown);
}

void Workspace::placeDrawer()
{
    const QRect pages = m_splitter->geometry();
    const int width = std::min(kInspectorWidth + 24, pages.width() / 2);
    // Below the tabs, so that its own button stays in reach.
    const int top = m_pages->mapTo(this, QPoint(0, 0)).y() + 8;
    m_inspectorCard->setGeometry(pages.right() - width - 8, top, width, pages.bottom() - top - 8);
    m_inspectorCard->raise();
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
    if (event->key() == Qt::Key_Escape && m_narrow && m_wantedNarrow) {
        setInspectorShown(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace trestle
