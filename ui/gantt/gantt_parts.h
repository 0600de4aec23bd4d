#pragma once

#include "ui/gantt/gantt_actions.h"
#include "ui/gantt/gantt_chart.h"
#include "ui/gantt/gantt_legend.h"
#include "ui/gantt/gantt_page.h"
#include "ui/gantt/gantt_view.h"
#include "ui/gantt/plan_tree_model.h"
#include "ui/gantt/plan_tree_view.h"

#include <QScrollBar>
#include <QSplitter>

namespace trestle {

class ChartActions;
class LazyRefresh;

/// The inside of a GanttView: tree, chart, scroll bars and legend, and what keeps them at one plan, one selection, one
/// scroll position and one set of open phases.
struct GanttView::Parts : QObject {
    Parts(GanttView& owner, PlanDocument& document, Selection& selection);

    void build();
    void connectAll();

    void takePlan(); ///< of the document
    void takeRisk();
    void refreshNow(); ///< where the document's plan or risk is newer than what is shown
    void takeFont();
    void layOut(); ///< axis, rows and arrows anew, then everything that hangs on them
    void layOutArrows();
    void setOpen(std::set<std::string> open);

    void zoomSteps(int steps);
    void zoom(double factor, double x);
    void scrollTo(double x);
    void pan(QPointF by);
    void splitOnce(); ///< gives the tree the width it needs when the view first gets its size

    [[nodiscard]] QSize sizeHint() const;
    [[nodiscard]] QSize minimumSize() const;

    GanttLayoutOptions options;
    GanttActions actions;
    GanttChart* chart = nullptr;
    bool fitted = true; ///< the scale follows the width

private:
    void refresh();
    [[nodiscard]] UntilFinish untilFinish() const; ///< as the document's simulation says
    void buildPanes();
    void connectTree();
    void connectChart();
    void connectScrolling();
    void offerPicture(); ///< of the whole chart with its titles, however little of it is in sight
    [[nodiscard]] GanttPageOptions pageOptions();
    void updateScrollBars();
    void showSelection();
    void revealBar(std::size_t row);
    void tellAxis();
    void syncExpanded();
    void openChanged(const QModelIndex& index, bool open);
    void select(const QModelIndex& index);
    void cycleState(const QModelIndex& index);
    void exclude(const QModelIndex& index);
    void setState(const QModelIndex& index, ItemState state);
    void showMenu(const QModelIndex& index, const QPoint& place);
    [[nodiscard]] QModelIndex indexOfRow(std::size_t row) const;
    [[nodiscard]] TimeAxis axisFor(const Plan& plan) const;
    bool eventFilter(QObject* watched, QEvent* event) override;

    GanttView& m_owner;
    LazyRefresh* m_refresh;
    ChartActions* m_picture = nullptr;
    PlanDocument& m_document;
    Selection& m_selection;
    PlanTreeModel m_model;
    PlanTreeView* m_tree = nullptr;
    QSplitter* m_splitter = nullptr;
    QWidget* m_underTree = nullptr; ///< as high as what the chart has below its rows
    QScrollBar* m_vertical = nullptr;
    QScrollBar* m_horizontal = nullptr;
    GanttLegend* m_legend = nullptr;
    GanttMetrics m_metrics;
    double m_pixelsPerWeek = 14;
    bool m_following = false; ///< changes of the tree are ours, not the user's
    bool m_firstPlan = true;
    bool m_stale = true; ///< the plan that is shown is not the document's
    bool m_split = false;
    std::tuple<QRect, Weeks, Weeks> m_toldAxis;
};

} // namespace trestle
