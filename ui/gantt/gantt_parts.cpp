#include "ui/gantt/gantt_parts.h"

#include "models/risk/outlook.h"
#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/document/plan_document.h"
#include "ui/gantt/gantt_accessible.h"
#include "ui/gantt/gantt_links.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/widgets/lazy_refresh.h"

#include <QAction>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kStep = 1.25;       ///< of the zoom keys and buttons
constexpr double kRevealMargin = 24; ///< room beside a bar that was scrolled to
constexpr double kTreeShare = 0.5;   ///< of the width the tree may take at first

QVBoxLayout* plainColumn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

GanttView::Parts::Parts(GanttView& owner, PlanDocument& document, Selection& selection)
    : m_owner(owner), m_refresh(new LazyRefresh(owner, LazyRefresh::Visible::BeforePainting, [this] { refresh(); })),
      m_document(document), m_selection(selection), m_metrics(GanttMetrics::of(owner.font()))
{
    registerGanttAccessibility();
}

void GanttView::Parts::build()
{
    buildPanes();
    m_legend = new GanttLegend(&m_owner);

    auto* column = plainColumn(&m_owner);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_legend);
    m_owner.setFocusProxy(m_tree);
}

void GanttView::Parts::buildPanes()
{
    m_splitter = new QSplitter(Qt::Horizontal, &m_owner);
    m_splitter->setObjectName(QStringLiteral("ganttSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(0); // still caught by the mouse, without a line through the selected row

    auto* left = new QWidget(m_splitter);
    left->setObjectName(QStringLiteral("ganttTreePane"));
    auto* leftColumn = plainColumn(left);
    m_tree = new PlanTreeView(left);
    m_tree->setPlanModel(&m_model);
    m_underTree = new QWidget(left);
    m_underTree->setObjectName(QStringLiteral("ganttUnderTree"));
    leftColumn->addWidget(m_tree, 1);
    leftColumn->addWidget(m_underTree);

    auto* right = new QWidget(m_splitter);
    right->setObjectName(QStringLiteral("ganttChartPane"));
    auto* rightColumn = plainColumn(right);
    chart = new GanttChart(right);
    chart->setFocusProxy(m_tree);
    // In the padding behind the axis, so that coming and going it moves nothing.
    m_vertical = new QScrollBar(Qt::Vertical, chart);
    m_vertical->setObjectName(QStringLiteral("ganttVerticalScroll"));
    m_vertical->hide();
    m_horizontal = new QScrollBar(Qt::Horizontal, right);
    m_horizontal->setObjectName(QStringLiteral("ganttHorizontalScroll"));
    m_horizontal->hide();
    rightColumn->addWidget(chart, 1);
    rightColumn->addWidget(m_horizontal);

    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    left->setBackgroundRole(QPalette::Base);
    left->setAutoFillBackground(true);
    chart->installEventFilter(this);
    for (QWidget* painted : std::initializer_list<QWidget*>{chart, m_tree->viewport(), m_tree->header()->viewport()})
        m_refresh->watch(*painted);
}

void GanttView::Parts::refreshNow()
{
    m_refresh->now();
}

void GanttView::Parts::refresh()
{
    if (m_stale)
        takePlan();
    else
        takeRisk();
}

void GanttView::Parts::takePlan()
{
    m_stale = false;
    std::shared_ptr<const Plan> plan = m_document.sharedPlan();
    options.until = untilFinish();
    if (m_firstPlan && !plan->phases.empty()) {
        const auto first = std::ranges::find_if(plan->phases, &PhasePlan::hasWork);
        options.open.insert((first == plan->phases.end() ? plan->phases.front() : *first).id);
        m_firstPlan = false;
    }
    {
        const QScopedValueRollback following(m_following, true);
        m_model.setPlan(std::move(plan));
        m_model.setUntil(options.until);
        m_tree->fitColumns();
        syncExpanded();
    }
    layOut();
}

UntilFinish GanttView::Parts::untilFinish() const
{
    UntilFinish until;
    until.confidence = m_document.plan().inputs.confidence;
    if (const std::shared_ptr<const Risk> risk = m_document.risk())
        for (const PhaseRisk& phase : risk->phases)
            until.phases.push_back(atConfidence(phase.finishWeek, until.confidence));
    return until;
}

void GanttView::Parts::takeRisk()
{
    UntilFinish until = untilFinish();
    if (until == options.until)
        return;
    options.until = std::move(until);
    m_model.setUntil(options.until);
    layOut();
}

void GanttView::Parts::takeFont()
{
    if (!chart)
        return;
    m_metrics = GanttMetrics::of(m_owner.font());
    m_tree->setMetrics(m_metrics);
    layOut();
}

TimeAxis GanttView::Parts::axisFor(const Plan& plan) const
{
    // Long enough for the high finish whatever is simulated, so that the scale keeps still when a simulation ends.
    std::optional<Weeks> until;
    if (options.until && !options.until->phases.empty())
        if (const Weeks last = std::ranges::max(options.until->phases); last > plan.finish.high)
            until = last;
    const TimeAxis axis = TimeAxis::ofPlan(plan, m_pixelsPerWeek, until);
    const double fitting = axis.fitting(chart->width() - 2.0 * GanttChart::kPadding);
    if (fitted)
        return axis.scaled(std::min(fitting, TimeAxis::kFinest));
    return axis.scaled(std::clamp(m_pixelsPerWeek, std::min(TimeAxis::kCoarsest, fitting), TimeAxis::kFinest));
}

void GanttView::Parts::layOut()
{
    const std::shared_ptr<const Plan>& plan = m_model.plan();
    const TimeAxis axis = axisFor(*plan);
    m_pixelsPerWeek = axis.pixelsPerWeek();
    const double height = chart->contents().height();
    chart->setContents(plan, layoutGantt(*plan, axis, m_metrics, options));
    showSelection();
    updateScrollBars();
    actions.baseline->setVisible(plan->inputs.baseline.has_value());
    GanttLegendOptions legend = ganttLegendOf(*plan, chart->contents());
    legend.links = actions.linkMode() != LinkMode::None;
    legend.slack = actions.slackShown();
    m_legend->setContents(m_metrics, legend);
    if (height != chart->contents().height())
        m_owner.updateGeometry();
    tellAxis();
}

void GanttView::Parts::layOutArrows()
{
    const std::string selected = format::utf8(m_selection.node());
    chart->setArrows(layoutArrows(*m_model.plan(), chart->contents(), actions.linkMode(), selected));
}

void GanttView::Parts::showSelection()
{
    const QScopedValueRollback following(m_following, true);
    const std::size_t row = rowOfNode(*m_model.plan(), chart->contents(), format::utf8(m_selection.node()));
    chart->setSelectedRow(row);
    layOutArrows();
    const QModelIndex index = indexOfRow(row);
    // A tree that gets the focus makes its first row current without selecting it.
    if (index == m_tree->currentIndex() && m_tree->selectionModel()->isSelected(index) == index.isValid())
        return;
    if (index.isValid())
        m_tree->setCurrentIndex(index);
    else
        m_tree->selectionModel()->clear();
}

QModelIndex GanttView::Parts::indexOfRow(std::size_t row) const
{
    if (row == GanttLayout::kNoRow)
        return {};
    const GanttRow& r = chart->contents().rows[row];
    if (r.isPhase())
        return m_model.index(static_cast<int>(r.index), 0);
    const std::size_t phase = m_model.plan()->items[r.index].phase;
    const auto item = static_cast<int>(r.index - m_model.plan()->phases[phase].firstItem);
    return m_model.index(item, 0, m_model.index(static_cast<int>(phase), 0));
}

void GanttView::Parts::setOpen(std::set<std::string> open)
{
    options.open = std::move(open);
    {
        const QScopedValueRollback following(m_following, true);
        syncExpanded();
    }
    layOut();
}

void GanttView::Parts::syncExpanded()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const bool open = options.open.contains(m_model.plan()->phases[static_cast<std::size_t>(row)].id);
        const QModelIndex index = m_model.index(row, 0);
        if (m_tree->isExpanded(index) != open)
            m_tree->setExpanded(index, open);
    }
}

void GanttView::Parts::zoomSteps(int steps)
{
    // Around the bar of the selection while it is in sight: that is what the eye is on.
    double x = chart->width() / 2.0;
    if (const std::size_t row = chart->selectedRow(); row != GanttLayout::kNoRow) {
        const double bar = chart->barRect(row).left();
        if (bar >= 0 && bar <= chart->width())
            x = bar;
    }
    zoom(std::pow(kStep, steps), x);
}

void GanttView::Parts::zoom(double factor, double x)
{
    const Weeks fixed = chart->contents().axis.weekAt(chart->offset().x() + x);
    fitted = false;
    m_pixelsPerWeek *= factor;
    layOut();
    scrollTo(chart->contents().axis.xOfWeek(fixed) - x);
}

void GanttView::Parts::scrollTo(double x)
{
    m_horizontal->setValue(qRound(x));
}

void GanttView::Parts::pan(QPointF by)
{
    m_horizontal->setValue(m_horizontal->value() + qRound(by.x()));
    m_vertical->setValue(m_vertical->value() + qRound(by.y()));
}

void GanttView::Parts::revealBar(std::size_t row)
{
    if (row == GanttLayout::kNoRow || !chart->contents().rows[row].hasBars())
        return;
    const QRectF bar = chart->barRect(row);
    if (bar.left() < 0 || bar.left() > chart->width() - kRevealMargin)
        scrollTo(chart->offset().x() + bar.left() - kRevealMargin);
}

void GanttView::Parts::updateScrollBars()
{
    const double room = chart->width();
    const double content = chart->contents().axis.width() + GanttChart::kPadding;
    // Half a pixel of rounding is no reason to scroll.
    const int last = std::max(-GanttChart::kPadding, static_cast<int>(std::floor(content - room + 0.5)));
    m_horizontal->setRange(-GanttChart::kPadding, last);
    m_horizontal->setPageStep(static_cast<int>(room));
    m_horizontal->setSingleStep(std::max(8, static_cast<int>(m_pixelsPerWeek)));
    m_horizontal->setVisible(last > -GanttChart::kPadding);

    const QScrollBar* rows = m_tree->verticalScrollBar();
    m_vertical->setRange(rows->minimum(), rows->maximum());
    m_vertical->setPageStep(rows->pageStep());
    m_vertical->setSingleStep(rows->singleStep());
    m_vertical->setValue(rows->value());
    m_vertical->setVisible(rows->maximum() > rows->minimum());
    const QRect body = chart->body();
    const int thick = m_vertical->sizeHint().width();
    m_vertical->setGeometry(chart->width() - thick, body.top(), thick, body.height());
    chart->setOffset(QPointF(m_horizontal->value(), rows->value()));

    const int under =
        static_cast<int>(m_metrics.footer) + (m_horizontal->isHidden() ? 0 : m_horizontal->sizeHint().height());
    if (m_underTree->minimumHeight() != under)
        m_underTree->setFixedHeight(under);
}

void GanttView::Parts::tellAxis()
{
    m_tree->setYear(yearLeftOfMonths(chart->contents(), chart->width(), chart->offset().x()));
    const auto [first, last] = m_owner.chartTimes();
    const std::tuple now(m_owner.chartArea(), first, last);
    if (now == m_toldAxis)
        return;
    m_toldAxis = now;
    Q_EMIT m_owner.axisChanged();
}

void GanttView::Parts::splitOnce()
{
    if (m_split || m_owner.width() < m_owner.minimumSizeHint().width())
        return;
    m_split = true;
    const int tree = std::min(m_tree->wholeWidth(), static_cast<int>(m_owner.width() * kTreeShare));
    m_splitter->setSizes({tree, m_owner.width() - tree});
}

QSize GanttView::Parts::sizeHint() const
{
    const QSize room = chart->sizeHint();
    const int width = m_tree->sizeHint().width() + room.width();
    return {width, room.height() + m_legend->heightForWidth(width)};
}

QSize GanttView::Parts::minimumSize() const
{
    const int width = m_tree->minimumSizeHint().width() + chart->minimumSizeHint().width();
    return {width, chart->minimumSizeHint().height() + m_legend->minimumSizeHint().height()};
}

} // namespace trestle
