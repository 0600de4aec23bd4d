#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/base/wording.h"
#include "ui/checklist/scope_menu.h"
#include "ui/document/plan_document.h"
#include "ui/gantt/gantt_parts.h"
#include "ui/gantt/gantt_table.h"
#include "ui/paper/paper.h"
#include "ui/pictures/chart_actions.h"
#include "ui/widgets/lazy_refresh.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMenu>

#include <cmath>
#include <utility>

/// What the parts of a GanttView say to each other: signals in, changes out.
namespace trestle {

namespace {

constexpr double kPictureWidth = 1136; // pixels: fills a page
constexpr int kPictureType = 14;

} // namespace

void GanttView::Parts::connectAll()
{
    connect(&m_document, &PlanDocument::planChanged, this, [this] {
        m_stale = true;
        m_refresh->mark();
    });
    connect(&m_document, &PlanDocument::riskChanged, m_refresh, &LazyRefresh::mark);
    connect(&m_selection, &Selection::changed, this, [this] {
        showSelection();
        revealBar(chart->selectedRow());
    });
    connect(actions.zoomIn, &QAction::triggered, this, [this] { zoomSteps(1); });
    connect(actions.zoomOut, &QAction::triggered, this, [this] { zoomSteps(-1); });
    connect(actions.fit, &QAction::triggered, &m_owner, &GanttView::fit);
    connect(actions.openAll, &QAction::triggered, this, [this] {
        std::set<std::string> all;
        for (const PhasePlan& phase : m_model.plan()->phases)
            all.insert(phase.id);
        setOpen(std::move(all));
    });
    connect(actions.closeAll, &QAction::triggered, this, [this] { setOpen({}); });
    connect(actions.slack, &QAction::toggled, this, [this](bool shown) {
        chart->setSlackShown(shown);
        layOut();
    });
    connect(actions.baseline, &QAction::toggled, this, [this](bool shown) {
        options.baseline = shown;
        layOut();
    });
    connect(&actions, &GanttActions::linkModeChanged, this, &Parts::layOut);
    connectTree();
    connectChart();
    connectScrolling();
    offerPicture();
}

GanttPageOptions GanttView::Parts::pageOptions()
{
    refreshNow();
    GanttPageOptions page;
    page.open = options.open;
    page.baseline = options.baseline;
    page.until = chart->contents().until;
    page.today = options.today;
    page.font = paper::font(kPictureType);
    return page;
}

void GanttView::Parts::offerPicture()
{
    ChartOffer offer;
    offer.table = [this] {
        refreshNow();
        return ganttTable(*chart->plan(), chart->contents());
    };
    offer.size = [this] {
        const GanttPageOptions page = pageOptions();
        return QSizeF(kPictureWidth, std::ceil(ganttPageHeight(*chart->plan(), kPictureWidth, page)));
    };
    offer.paint = [this](QPainter& painter, const QRectF& area, const QPalette& palette) {
        paintGanttPage(painter, area, *chart->plan(), palette, pageOptions());
    };
    offer.hasMenu = false;
    offer.dragsFrom = [this](QPoint place) { return place.y() < chart->body().top(); }; // the rest has drags of its own
    m_picture = new ChartActions(*chart, std::move(offer));
}

void GanttView::Parts::connectTree()
{
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex& index) { openChanged(index, true); });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex& index) { openChanged(index, false); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { select(index); });
    connect(m_tree, &PlanTreeView::stateCycleRequested, this, &Parts::cycleState);
    connect(m_tree, &PlanTreeView::excludeRequested, this, &Parts::exclude);
    connect(m_tree, &PlanTreeView::zoomRequested, this, &Parts::zoomSteps);
    connect(m_tree, &PlanTreeView::fitRequested, &m_owner, &GanttView::fit);
    connect(m_tree, &PlanTreeView::menuRequested, this, &Parts::showMenu);
    connect(m_tree, &PlanTreeView::noteRequested, this, [this](const QModelIndex& index) {
        Q_EMIT m_owner.noteWanted(index.data(PlanTreeModel::NodeRole).toString());
    });
}

void GanttView::Parts::connectChart()
{
    connect(chart, &GanttChart::rowPressed, this, [this](std::size_t row) {
        m_tree->setFocus(Qt::MouseFocusReason);
        select(indexOfRow(row));
    });
    connect(chart, &GanttChart::rowDoubleClicked, this, [this](std::size_t row) {
        const QModelIndex index = indexOfRow(row);
        if (!index.parent().isValid())
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
    connect(chart, &GanttChart::menuRequested, this,
            [this](std::size_t row, const QPoint& place) { showMenu(indexOfRow(row), place); });
    connect(chart, &GanttChart::targetMoved, this, [this](Date date) {
        if (!m_document.edit(tr("Target %1").arg(format::date(date)),
                             [date](Inputs& inputs) { inputs.targetDate = date; }))
            layOut(); // back where it was
    });
    connect(chart, &GanttChart::targetLeft, this, [this] {
        const bool held = chart->hasFocus();
        chart->setFocusProxy(m_tree);
        if (held)
            m_tree->setFocus(Qt::OtherFocusReason);
    });
    connect(chart, &GanttChart::linkWanted, this, [this](std::size_t from, std::size_t to) {
        const GanttLayout& layout = chart->contents();
        Q_EMIT m_owner.linkWanted(QString::fromStdString(nodeOf(*chart->plan(), layout.rows[from])),
                                  QString::fromStdString(nodeOf(*chart->plan(), layout.rows[to])));
    });
    connect(chart, &GanttChart::zoomRequested, this, &Parts::zoom);
    connect(chart, &GanttChart::panRequested, this, &Parts::pan);
}

void GanttView::Parts::connectScrolling()
{
    QScrollBar* rows = m_tree->verticalScrollBar();
    connect(rows, &QScrollBar::valueChanged, this, [this](int value) {
        m_vertical->setValue(value);
        chart->setOffset(QPointF(chart->offset().x(), value));
    });
    connect(rows, &QScrollBar::rangeChanged, this, &Parts::updateScrollBars);
    connect(m_vertical, &QScrollBar::valueChanged, rows, &QScrollBar::setValue);
    connect(m_horizontal, &QScrollBar::valueChanged, this, [this](int value) {
        chart->setOffset(QPointF(value, chart->offset().y()));
        tellAxis();
    });
}

bool GanttView::Parts::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == chart && event->type() == QEvent::Resize)
        layOut();
    else if (watched == chart && event->type() == QEvent::Move)
        tellAxis();
    return QObject::eventFilter(watched, event);
}

void GanttView::Parts::openChanged(const QModelIndex& index, bool open)
{
    if (m_following)
        return;
    const std::string id = format::utf8(index.data(PlanTreeModel::NodeRole).toString());
    if (open)
        options.open.insert(id);
    else
        options.open.erase(id);
    layOut();
}

void GanttView::Parts::select(const QModelIndex& index)
{
    if (!m_following && index.isValid())
        m_selection.select(index.data(PlanTreeModel::NodeRole).toString());
}

void GanttView::Parts::cycleState(const QModelIndex& index)
{
    refreshNow(); // of two quick keys the second goes on from the first
    if (m_model.itemAt(index))
        m_document.clickItem(index.data(PlanTreeModel::NodeRole).toString());
}

void GanttView::Parts::exclude(const QModelIndex& index)
{
    refreshNow();
    const ItemPlan* item = m_model.itemAt(index);
    if (!item)
        return;
    const bool isOut = item->state == ItemState::excluded && !isApart(m_document.inputs().scopes, item->id);
    setState(index, isOut ? ItemState::missing : ItemState::excluded);
}

void GanttView::Parts::setState(const QModelIndex& index, ItemState state)
{
    m_document.setItemState(index.data(PlanTreeModel::NodeRole).toString(), state);
}

void GanttView::Parts::showMenu(const QModelIndex& index, const QPoint& place)
{
    refreshNow();
    if (index.isValid())
        select(index);
    QMenu menu(&m_owner);
    menu.setObjectName(QStringLiteral("ganttMenu"));
    const QPersistentModelIndex kept(index);
    if (const ItemPlan* item = m_model.itemAt(index)) {
        auto* states = new QActionGroup(&menu);
        for (const ItemState state :
             {ItemState::missing, ItemState::underWay, ItemState::partial, ItemState::done, ItemState::excluded}) {
            QAction* action = states->addAction(format::capitalised(wording::itemState(state)));
            action->setCheckable(true);
            action->setChecked(item->state == state && !isApart(m_document.inputs().scopes, item->id));
            connect(action, &QAction::triggered, this, [this, kept, state] { setState(kept, state); });
        }
        menu.addActions(states->actions());
        menu.addSeparator();
        addScopeMenu(menu, scopeOf(m_document.inputs(), item->id), [this, kept](std::optional<ItemScope> scope) {
            m_document.setItemScope(kept.data(PlanTreeModel::NodeRole).toString(), scope);
        });
        menu.addAction(tr("&Note and owner…"), &m_owner,
                       [this, kept] { Q_EMIT m_owner.noteWanted(kept.data(PlanTreeModel::NodeRole).toString()); })
            ->setObjectName(QStringLiteral("ganttNote"));
    }
    if (index.isValid()) {
        menu.addAction(tr("Add lin&k…"), &m_owner,
                       [this, kept] { Q_EMIT m_owner.linkWanted(kept.data(PlanTreeModel::NodeRole).toString(), {}); })
            ->setObjectName(QStringLiteral("ganttAddLink"));
    }
    if (m_document.inputs().targetDate)
        menu.addAction(tr("Move the &target"), &m_owner, &GanttView::moveTarget)
            ->setObjectName(QStringLiteral("ganttMoveTarget"));
    menu.addSeparator();
    m_picture->fill(menu);
    menu.addSeparator();
    menu.addActions(actions.all());
    menu.exec(place);
}

} // namespace trestle
