#include "ui/gantt/gantt_view.h"

#include "ui/base/selection.h"
#include "ui/document/plan_document.h"
#include "ui/gantt/gantt_parts.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace trestle {

GanttView::GanttView(PlanDocument& document, Selection& selection, QWidget* parent)
    : QWidget(parent), m_parts(std::make_unique<Parts>(*this, document, selection))
{
    setObjectName(QStringLiteral("ganttView"));
    setAccessibleName(tr("Plan"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setSizePolicy(policy);
    m_parts->build();
    m_parts->connectAll();
    m_parts->takePlan();
}

GanttView::~GanttView() = default;

void GanttView::setToday(std::optional<Date> today)
{
    m_parts->options.today = today;
    m_parts->layOut();
}

LinkMode GanttView::linkMode() const
{
    return m_parts->actions.linkMode();
}

void GanttView::setLinkMode(LinkMode mode)
{
    m_parts->actions.setLinkMode(mode);
}

bool GanttView::slackShown() const
{
    return m_parts->actions.slackShown();
}

void GanttView::setSlackShown(bool shown)
{
    m_parts->actions.setSlackShown(shown);
}

void GanttView::zoomIn()
{
    m_parts->zoomSteps(1);
}

void GanttView::zoomOut()
{
    m_parts->zoomSteps(-1);
}

void GanttView::fit()
{
    m_parts->fitted = true;
    m_parts->layOut();
}

bool GanttView::moveTarget()
{
    m_parts->refreshNow();
    return m_parts->chart->moveTargetByKeys();
}

QStringList GanttView::openPhases() const
{
    QStringList ids;
    for (const std::string& id : m_parts->options.open)
        ids += QString::fromStdString(id);
    return ids;
}

void GanttView::setOpenPhases(const QStringList& ids)
{
    std::set<std::string> open;
    for (const QString& id : ids)
        open.insert(id.toStdString());
    m_parts->setOpen(std::move(open));
}

void GanttView::openPhaseOf(const QString& item)
{
    const Plan& plan = *m_parts->chart->plan();
    const auto found = std::ranges::find(plan.items, item.toStdString(), &ItemPlan::id);
    if (found == plan.items.end())
        return;
    std::set<std::string> open = m_parts->options.open;
    if (open.insert(plan.phases[found->phase].id).second)
        m_parts->setOpen(std::move(open));
}

QWidget* GanttView::tools() const
{
    return m_parts->actions.tools();
}

QList<QAction*> GanttView::viewActions() const
{
    return m_parts->actions.all();
}

QRect GanttView::chartArea() const
{
    const GanttChart& chart = *m_parts->chart;
    const double left = std::max(-chart.offset().x(), 0.0);
    const double right = std::min(chart.contents().axis.width() - chart.offset().x(), 0.0 + chart.width());
    const QPoint origin = chart.mapTo(this, QPoint(0, 0));
    return {origin.x() + qRound(left), origin.y(), std::max(qRound(right) - qRound(left), 0), chart.height()};
}

std::pair<Weeks, Weeks> GanttView::chartTimes() const
{
    const GanttChart& chart = *m_parts->chart;
    const TimeAxis& axis = chart.contents().axis;
    const QRect area = chartArea();
    const int origin = chart.mapTo(this, QPoint(0, 0)).x();
    const auto timeAt = [&](int x) { return axis.planTimeAt(x - origin + chart.offset().x()); };
    return {timeAt(area.left()), timeAt(area.left() + area.width())};
}

const GanttLayout& GanttView::layoutOfChart() const
{
    m_parts->refreshNow();
    return m_parts->chart->contents();
}

QSize GanttView::sizeHint() const
{
    return m_parts->sizeHint();
}

QSize GanttView::minimumSizeHint() const
{
    return m_parts->minimumSize();
}

void GanttView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_parts->takeFont();
    else if (event->type() == QEvent::PaletteChange)
        update();
}

void GanttView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_parts->splitOnce();
}

} // namespace trestle
