#include "ui/window/workspace.h"

#include "ui/base/selection.h"
#include "ui/base/settings.h"
#include "ui/checklist/advice.h"
#include "ui/checklist/checklist.h"
#include "ui/checklist/item_note_dialog.h"
#include "ui/dialogs/link_dialog.h"
#include "ui/dialogs/plan_dialogs.h"
#include "ui/document/plan_document.h"
#include "ui/gantt/gantt_view.h"
#include "ui/insights/plan_news.h"
#include "ui/insights/trial.h"
#include "ui/inspector/inspector.h"
#include "ui/pages/history_page.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/scan_page.h"
#include "ui/pages/scenarios_page.h"
#include "ui/scan/scan_review.h"
#include "ui/scenarios/scenario_strip.h"
#include "ui/summary/summary_bar.h"
#include "ui/team/team_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/window/inspector_place.h"
#include "ui/window/outside_offer.h"
#include "ui/window/page_stack.h"
#include "ui/window/plan_banners.h"
#include "ui/window/sample_hint.h"
#include "ui/window/texts_offer.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

namespace {

/// Widths at the usual size of text; with larger text they grow.
/// Narrower than this and pages beside checklist and inspector get too little.
constexpr int kNarrow = 1400;
constexpr int kTight = 1100; // narrower, tabs stand closer
constexpr int kChecklistWidth = 310;
constexpr int kLeastChecklist = 250;
constexpr int kMargin = 14;
constexpr int kFrame = 3; // around the plan while a scenario is open

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
      m_hint(new SampleHint(settings, this)), m_checklist(new Checklist(document, *m_selection, this)),
      m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("workspace"));
    static_cast<void>(document.forecasts()); // from now on they are kept
    connect(m_banners, &PlanBanners::retryWanted, this, &Workspace::retryWanted);
    connect(m_banners, &PlanBanners::copyWanted, this, &Workspace::copyWanted);
    auto* summary = new SummaryBar(document, this);
    m_summary = summary;
    connect(summary, &SummaryBar::riskWanted, this, [this] { showPage(RiskTab); });
    connect(summary, &SummaryBar::cashWanted, this, [this] { showPage(CashTab); });
    connect(summary, &SummaryBar::planWanted, this, [this] { showPage(PlanTab); });
    connect(summary, &SummaryBar::checklistWanted, this, [this] { m_checklist->focusList(); });

    m_splitter->setObjectName(QStringLiteral("workspaceSplitter"));
    m_splitter->setHandleWidth(14);
    m_splitter->setChildrenCollapsible(false);
    Card* checklistCard = Card::around(m_checklist, QStringLiteral("checklistCard"), m_splitter);
    checklistCard->setMinimumWidth(withText(*this, kLeastChecklist));
    m_splitter->addWidget(checklistCard);
    m_pages = new PageStack(document, *m_selection, settings, this);
    Card* centreCard = Card::around(m_pages, QStringLiteral("centreCard"), m_splitter, Card::kTabsTop);
    centreCard->setMinimumWidth(420);
    m_splitter->addWidget(centreCard);
    connectChart();
    connect(m_pages, &PageStack::told, this, &Workspace::tell);
    connect(m_pages, &PageStack::detailsWanted, this, &Workspace::setInspectorShown);
    connect(m_pages, &PageStack::removeScenarioWanted, this, &Workspace::removeScenarioWanted);
    connect(m_pages, &PageStack::saveComparisonWanted, this, &Workspace::saveComparisonWanted);
    connect(m_pages, &PageStack::proposalWanted, this, &Workspace::proposalWanted);
    connect(m_pages, &PageStack::recordExportWanted, this, &Workspace::recordExportWanted);
    connect(m_pages, &PageStack::recordMergeWanted, this, &Workspace::recordMergeWanted);
    connect(m_pages, &PageStack::scanWanted, this, &Workspace::scanWanted);
    connect(m_checklist, &Checklist::scanWanted, this, &Workspace::scanWanted);
    connect(m_pages, &PageStack::evidenceWanted, this, &Workspace::evidenceWanted);
    connect(m_pages, &PageStack::editorWanted, this, &Workspace::editorWanted);
    connect(m_banners, &PlanBanners::reviewWanted, this, &Workspace::showScan);
    m_inspector = new InspectorPlace(document, *m_selection, *m_splitter, *this, m_pages->area());
    connect(m_inspector, &InspectorPlace::evidenceWanted, this, &Workspace::evidenceWanted);
    connect(m_inspector, &InspectorPlace::trialWanted, &m_planNews->trial(), &Trial::start);
    connect(summary, &SummaryBar::tryWanted, &m_planNews->trial(), &Trial::start);
    connect(summary, &SummaryBar::readinessFolded, m_checklist, &Checklist::setReadinessShown);
    m_checklist->setReadinessShown(summary->isReadinessFolded());
    connect(summary, &SummaryBar::itemWanted, this, [this](const QString& item) {
        showPage(PlanTab);
        m_selection->select(item);
    });
    connect(m_inspector, &InspectorPlace::placed, this, [this](bool shown) {
        m_pages->setDetails(m_inspector->isNarrow() || !shown, shown);
        Q_EMIT inspectorShownChanged(shown);
    });
    connect(m_pages, &PageStack::pageChanged, this, &Workspace::placeInspector);
    connect(m_pages, &PageStack::pageChanged, m_banners, [this] { m_banners->setReviewing(page() == ScanTab); });
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({withText(*this, kChecklistWidth), 800, withText(*this, InspectorPlace::kWidth)});

    auto* strip = new ScenarioStrip(document, this);
    connect(strip, &ScenarioStrip::changesWanted, this, &Workspace::showScenarios);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(kFrame, 0, kFrame, kFrame);
    whole->setSpacing(0);
    whole->addWidget(strip);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(kMargin - kFrame, 12, kMargin - kFrame, kMargin - kFrame);
    column->setSpacing(8);
    whole->addLayout(column, 1);
    for (QWidget* banner : m_banners->widgets())
        column->addWidget(banner);
    column->addWidget(m_hint);
    column->addWidget(m_planNews);
    column->addWidget(summary);
    column->addWidget(m_splitter, 1);

    connect(m_hint, &SampleHint::checklistWanted, this, [this] { m_checklist->focusList(); });
    connect(m_hint, &SampleHint::riskWanted, this, [this] {
        showPage(RiskTab);
        focusPage();
    });
    connect(m_hint, &SampleHint::insightsWanted, this, [this] {
        showPage(PlanTab);
        showInsights();
    });
    connect(&document, &PlanDocument::scenariosChanged, this, qOverload<>(&Workspace::update));
    restoreState();
    if (!document.plan().phases.empty())
        m_selection->select(QString::fromStdString(document.plan().phases.front().id));
}

Workspace::~Workspace() = default;

HistoryPage& Workspace::history()
{
    return m_pages->history();
}

RecordStore& Workspace::records() const
{
    return m_pages->records();
}

void Workspace::showPage(Page page)
{
    m_pages->showPage(page);
}

void Workspace::showScenarios()
{
    showPage(ScenariosTab);
    m_pages->scenarios().setView(ScenariosPage::View::Compare);
}

bool Workspace::isTrying() const
{
    return m_planNews->trial().isEditing();
}

Workspace::Page Workspace::page() const
{
    return m_pages->page();
}

QList<QAction*> Workspace::viewActions() const
{
    return m_pages->plan().gantt().viewActions();
}

void Workspace::editTarget()
{
    TargetDialog(m_document, this).exec();
}

void Workspace::pastePeople()
{
    showPage(TeamTab);
    m_pages->team().pastePeople();
}

void Workspace::addPerson()
{
    showPage(TeamTab);
    m_pages->team().addPerson();
}

void Workspace::askLink()
{
    LinkDialog(m_document, m_selection->node(), this).exec();
}

void Workspace::moveTarget()
{
    showPage(PlanTab);
    m_pages->plan().gantt().moveTarget();
}

/// What the chart asks for and doesn't do itself.
void Workspace::connectChart()
{
    const GanttView& gantt = m_pages->plan().gantt();
    connect(&gantt, &GanttView::noteWanted, this,
            [this](const QString& item) { ItemNoteDialog(m_document, item, this).exec(); });
    connect(&gantt, &GanttView::linkWanted, this, [this](const QString& from, const QString& to) {
        if (to.isEmpty())
            LinkDialog(m_document, from, this).exec();
        else
            addLink(m_document, from, to);
    });
}

void Workspace::showNode(const QString& node)
{
    showPage(PlanTab);
    m_pages->plan().gantt().openPhaseOf(node);
    m_selection->select(node);
    m_pages->plan().gantt().setFocus(Qt::ShortcutFocusReason);
}

void Workspace::showPerson(int row)
{
    showPage(TeamTab);
    m_pages->team().showPerson(row);
}

void Workspace::showInsights()
{
    setInspectorShown(true);
    m_inspector->inspector()->showPage(Inspector::InsightsTab);
    focusInside(*m_inspector->inspector());
}

void Workspace::showScan()
{
    showPage(ScanTab);
    if (QListView& list = m_pages->scan().review().list(); list.isVisible())
        list.setFocus(Qt::ShortcutFocusReason);
    else
        focusPage();
}

void Workspace::setLastScan(const std::optional<LastScan>& last)
{
    m_pages->setLastScan(last);
}

void Workspace::offerHint()
{
    m_hint->offer();
}

void Workspace::focusPage()
{
    focusInside(m_pages->current());
}

void Workspace::focusPane(int step)
{
    QWidgetList panes{m_summary, m_checklist, &m_pages->current()};
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
    m_pages->plan().restoreSplitter(m_settings.bytes(keys::planSplitter));
    m_inspector->restore(m_settings);
    m_pages->showPage(m_settings.text(keys::page));
    if (const QStringList open = m_settings.list(keys::openPhases); !open.isEmpty())
        m_pages->plan().gantt().setOpenPhases(open);
    if (const QStringList open = m_settings.list(keys::checklistPhases); !open.isEmpty())
        m_checklist->setOpenPhases(open);
    m_checklist->advice().setClosed(m_settings.list(keys::closedAdvice));
    m_banners->outsideOffer().setAnswered(m_settings.list(keys::outsideAnswered));
    m_banners->textsOffer().setAnswered(m_settings.list(keys::textsAnswered));
}

void Workspace::keepState()
{
    if (m_inspector->isBesidePages())
        m_settings.setBytes(keys::splitter, m_splitter->saveState());
    m_settings.setBytes(keys::planSplitter, m_pages->plan().saveSplitter());
    m_inspector->keep(m_settings);
    m_settings.setText(keys::page, m_pages->pageName());
    m_settings.setList(keys::openPhases, m_pages->plan().gantt().openPhases());
    m_settings.setList(keys::checklistPhases, m_checklist->openPhases());
    m_settings.setList(keys::closedAdvice, m_checklist->advice().closed());
    m_settings.setList(keys::outsideAnswered, m_banners->outsideOffer().answered());
    m_settings.setList(keys::textsAnswered, m_banners->textsOffer().answered());
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
    m_pages->tightenTabs(width() < withText(*this, kTight));
    placeInspector();
}

/// A drawer where the window is narrow, or the page needs the room.
void Workspace::placeInspector()
{
    m_inspector->follow(width() < withText(*this, kNarrow) || m_pages->wantsRoom());
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
