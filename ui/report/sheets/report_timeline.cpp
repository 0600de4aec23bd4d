#include "ui/report/sheets/report_timeline.h"

#include "models/plan/work_dates.h"
#include "models/risk/outlook.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/gantt/gantt_words.h"
#include "ui/paper/paper.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kPhaseBar = 13;
constexpr double kItemBar = 8;
constexpr double kBeforeEnd = 8; // between a bar and its date
constexpr double kSwatch = 24;
constexpr double kBetweenMarks = 20;
constexpr double kSpare = 4; // of a line that must not break, however its letters are spaced

QFont endFont(bool strong)
{
    return paper::font(13, strong ? QFont::DemiBold : QFont::Normal);
}

GanttMetrics timelineMetrics()
{
    GanttMetrics metrics = GanttMetrics::of(paper::font(paper::kSmall));
    metrics.headerFont = metrics.weekFont = paper::font(paper::kSmall);
    metrics.headerLine = 18;
    return metrics;
}

QString dayOf(const Plan& plan, Date date)
{
    const auto year = [](Date day) { return std::chrono::year_month_day(day).year(); };
    return year(date) == year(plan.startDate) ? format::shortDate(date) : format::mediumDate(date);
}

/// A mark of the legend.
struct Sign {
    QString text;
    Role fill = Role::Bar;
    std::optional<Role> edge;
};

std::vector<Sign> signsOf(const Plan& plan)
{
    std::vector<Sign> signs;
    if (std::ranges::any_of(plan.items, [&](const ItemPlan& item) { return doneDates(plan, item).has_value(); }))
        signs.push_back({tr("done"), Role::Text, {}});
    signs.push_back({tr("likely"), Role::Bar, {}});
    signs.push_back({ganttwords::untilLabel(plan.inputs.confidence), Role::BarPale, Role::BarPaleBorder});
    return signs;
}

} // namespace

UntilFinish untilSure(const Plan& plan, const Risk& risk)
{
    UntilFinish until;
    until.confidence = plan.inputs.confidence;
    for (const PhaseRisk& phase : risk.phases)
        until.phases.push_back(atConfidence(phase.finishWeek, plan.inputs.confidence));
    return until;
}

ReportTimeline::ReportTimeline(const Plan& plan, const Risk& risk, const QPalette& palette, double width, Bars bars)
    : m_plan(plan), m_palette(palette), m_bars(bars)
{
    GanttLayoutOptions options;
    options.until = untilSure(plan, risk);
    std::optional<Weeks> last;
    for (const PhasePlan& phase : plan.phases)
        options.open.insert(phase.id);
    if (!options.until->phases.empty())
        last = std::ranges::max(options.until->phases);
    const TimeAxis axis = TimeAxis::ofPlan(plan, 1, last, false);
    m_layout.until = options.until;
    for (std::size_t phase = 0; phase < plan.phases.size(); ++phase)
        m_ends = std::max(m_ends, paper::advance(sureDate(phase), endFont(true)));
    m_ends += kBeforeEnd + 4;
    m_layout =
        layoutGantt(plan, axis.scaled(axis.fitting(std::max(width - m_ends, width / 3))), timelineMetrics(), options);
    std::erase_if(m_layout.daysOff, [](const GanttDaysOff& column) { return column.isLeave; });
    for (const GanttMark& mark : m_layout.marks)
        if (mark.kind == GanttMark::Kind::Target)
            m_target = &mark;
        else if (mark.kind == GanttMark::Kind::Status)
            m_status = &mark;
}

/// All phases are open: each stands before its items.
const GanttRow& ReportTimeline::rowOfPhase(std::size_t phase) const
{
    return m_layout.rows[m_plan.phases[phase].firstItem + phase];
}

const GanttRow& ReportTimeline::rowOfItem(std::size_t item) const
{
    return m_layout.rows[item + m_plan.items[item].phase + 1];
}

QString ReportTimeline::sureDate(std::size_t phase) const
{
    const std::optional<Weeks> finish = m_layout.until ? m_layout.until->ofPhase(phase) : std::nullopt;
    if (!m_plan.phases[phase].mayHaveWork() || !finish)
        return {};
    return dayOf(m_plan, m_plan.calendar.lastDate(0, *finish));
}

void ReportTimeline::paintHead(QPainter& painter, const QRectF& cell) const
{
    // The last month has room behind the axis for its name; the one after it is not begun.
    double right = cell.width();
    for (const MonthTick& tick : m_layout.axis.monthTicks(0, right, 1, 1))
        if (tick.begin >= m_layout.axis.width() - 1)
            right = std::min(right, tick.begin - 1);
    paintGanttHeader(painter, m_layout, m_palette, {cell.left(), cell.top(), right, cell.height() - 2}, 0, false);
}

void ReportTimeline::paintMonths(QPainter& painter, const QRectF& cell) const
{
    const double right = m_layout.axis.width();
    for (const MonthTick& tick : m_layout.axis.monthTicks(0, right, 1, 1))
        painter.fillRect(QRectF(cell.left() + tick.begin - 0.4, cell.top(), 0.8, cell.height()),
                         roleColor(Role::Grid, m_palette));
    for (const GanttDaysOff& column : m_layout.daysOff)
        painter.fillRect(
            QRectF(cell.left() + column.left, cell.top(), std::min(column.width, right - column.left), cell.height()),
            roleColor(Role::DayOff, m_palette));
}

void ReportTimeline::paintTarget(QPainter& painter, const QRectF& cell) const
{
    if (!m_target || m_target->beyond)
        return;
    QPen pen(roleColor(Role::Target, m_palette), 1.4, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({3.0, 2.2});
    pen.setDashOffset(std::fmod(cell.top() / pen.widthF(), 5.2)); // one line through all rows
    painter.setPen(pen);
    const double x = cell.left() + m_target->x;
    painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()));
}

void ReportTimeline::paintStatus(QPainter& painter, const QRectF& cell) const
{
    if (m_status)
        painter.fillRect(QRectF(cell.left() + m_status->x - 0.7, cell.top(), 1.4, cell.height()),
                         roleColor(Role::Text, m_palette));
}

/// At its dates; a diamond where one day alone is known.
void ReportTimeline::paintDone(QPainter& painter, const QRectF& cell, const GanttRow& row, double height) const
{
    if (row.done.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(roleColor(Role::Text, m_palette));
    const QPointF middle(cell.left() + row.done.center().x(), cell.center().y());
    const double half = height / 2;
    if (row.isMark)
        painter.drawPolygon(QPolygonF{middle - QPointF(0, half), middle + QPointF(half, 0), middle + QPointF(0, half),
                                      middle - QPointF(half, 0)});
    else
        painter.drawRect(QRectF(cell.left() + row.done.left(), middle.y() - half, row.done.width(), height));
}

void ReportTimeline::paintGround(QPainter& painter, const QRectF& cell) const
{
    painter.save();
    paintMonths(painter, cell);
    paintTarget(painter, cell);
    paintStatus(painter, cell);
    painter.restore();
}

/// On a ground of its own, where the target's line may run.
void ReportTimeline::paintEnd(QPainter& painter, const QRectF& cell, double x, const QString& text, bool strong) const
{
    if (text.isEmpty())
        return;
    const double wide = paper::advance(text, endFont(strong));
    const TextBlock words = paper::text(text, endFont(strong), wide + kSpare);
    const QPointF at(x + kBeforeEnd, cell.center().y() - words.height() / 2);
    if (m_target && cell.left() + m_target->x > at.x() - 2 && cell.left() + m_target->x < at.x() + wide + 2)
        painter.fillRect(QRectF(at.x() - 2, at.y() + 1, wide + 4, words.height() - 2),
                         roleColor(Role::Surface, m_palette));
    words.paint(painter, at, roleColor(strong ? Role::Text : Role::TextMuted, m_palette));
}

void ReportTimeline::paintPhase(QPainter& painter, const QRectF& cell, std::size_t phase, bool saysSettled) const
{
    const PhasePlan& of = m_plan.phases[phase];
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, cell);
    const GanttRow& row = rowOfPhase(phase);
    paintDone(painter, cell, row, kPhaseBar);
    if (row.hasWork) {
        const double top = cell.center().y() - kPhaseBar / 2;
        const double left = cell.left() + row.bar.left();
        const double likely = cell.left() + row.bar.right();
        const double sure = row.until.isEmpty() ? likely : cell.left() + row.until.right();
        const QColor solid = roleColor(Role::Bar, m_palette);
        if (m_bars == Bars::OneDate) {
            shapes::panel(painter, {left, top, sure - left, kPhaseBar}, 3, solid, {});
        } else {
            if (sure > likely) // reaches under the bar, so that no gap shows at its round end
                shapes::panel(painter, {std::max(left, likely - 6), top, sure - std::max(left, likely - 6), kPhaseBar},
                              3, roleColor(Role::BarPale, m_palette), roleColor(Role::BarPaleBorder, m_palette));
            shapes::panel(painter, {left, top, likely - left, kPhaseBar}, std::min(3.0, (likely - left) / 3), solid,
                          {});
        }
        const auto& ends = m_layout.until->phases;
        const bool isLast = phase < ends.size() && ends[phase] >= *std::ranges::max_element(ends);
        paintEnd(painter, cell, sure, sureDate(phase), isLast);
    } else if (saysSettled && !of.mayHaveWork()) {
        const double end = row.done.isEmpty() ? -kBeforeEnd : row.done.right();
        paintEnd(painter, cell, cell.left() + end, ganttwords::settled(of), false);
    }
    painter.restore();
}

void ReportTimeline::paintItem(QPainter& painter, const QRectF& cell, std::size_t item) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintMonths(painter, cell);
    const GanttRow& row = rowOfItem(item);
    paintDone(painter, cell, row, kItemBar);
    if (row.hasWork)
        shapes::panel(painter,
                      {cell.left() + row.bar.left(), cell.center().y() - kItemBar / 2, row.bar.width(), kItemBar},
                      std::min(2.0, row.bar.width() / 3), roleColor(Role::Bar, m_palette), {});
    paintTarget(painter, cell);
    paintStatus(painter, cell);
    painter.restore();
}

bool ReportTimeline::hasFoot() const
{
    return m_target || m_status || std::ranges::any_of(m_layout.daysOff, [](const GanttDaysOff& column) {
               return !ganttwords::daysOffLabel(column).isEmpty();
           });
}

void ReportTimeline::paintFoot(QPainter& painter, const QRectF& cell) const
{
    painter.save();
    paintTarget(painter, {cell.left(), cell.top(), cell.width(), cell.height() * 0.8});
    painter.restore();
    paintGanttMarkLabels(painter, m_layout, m_plan, m_palette, cell, 0);
}

double timelineLegendWidth(const Plan& plan)
{
    double width = -kBetweenMarks;
    for (const Sign& sign : signsOf(plan))
        width += paper::advance(sign.text, paper::font(13)) + kSwatch + kBeforeEnd + kBetweenMarks;
    return width;
}

void paintTimelineLegend(QPainter& painter, const QRectF& place, const Plan& plan, const QPalette& palette)
{
    double x = place.right() - timelineLegendWidth(plan);
    for (const Sign& sign : signsOf(plan)) {
        shapes::panel(painter, {x, place.center().y() - 5.5, kSwatch, 11}, 3, roleColor(sign.fill, palette),
                      sign.edge ? roleColor(*sign.edge, palette) : QColor());
        x += kSwatch + kBeforeEnd;
        const double wide = paper::advance(sign.text, paper::font(13));
        const TextBlock words = paper::text(sign.text, paper::font(13), wide + kSpare);
        words.paint(painter, {x, place.center().y() - words.height() / 2}, roleColor(Role::TextMuted, palette));
        x += wide + kBetweenMarks;
    }
}

} // namespace trestle
