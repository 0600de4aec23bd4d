#include "ui/gantt/gantt_layout.h"

#include "models/calendar/days_off.h"
#include "models/plan/work_dates.h"

#include <algorithm>

namespace trestle {

namespace {

/// Shorter extensions and slacks hide under the line at the end of the bar.
constexpr double kLeastExtension = 1.0;

class RowBuilder {
public:
    RowBuilder(const Plan& plan, const GanttLayoutOptions& options, GanttLayout& layout)
        : m_plan(plan), m_options(options), m_layout(layout), m_axis(layout.axis), m_metrics(layout.metrics)
    {
    }

    void build()
    {
        for (std::size_t p = 0; p < m_plan.phases.size(); ++p) {
            const PhasePlan& phase = m_plan.phases[p];
            const bool open = m_options.open.contains(phase.id);
            addPhase(p, open);
            if (open)
                for (std::size_t i = 0; i < phase.itemCount; ++i)
                    addItem(phase.firstItem + i);
        }
    }

private:
    void addPhase(std::size_t index, bool open)
    {
        const PhasePlan& phase = m_plan.phases[index];
        GanttRow row = nextRow(GanttRow::Kind::Phase, index, phase.hasWork, m_metrics.phaseRow);
        row.open = open;
        const double top = topOf(row, m_metrics.phaseBar, true);
        const double under = top + m_metrics.phaseBar + m_metrics.referenceGap;
        if (showsBaseline()) {
            setPromised(row, promisedDates(m_plan, phase), under);
        } else if (m_options.reference) {
            // The source's weeks count from the project's start, wherever the plan is made anew from.
            const double left = m_axis.xOfWeek(phase.reference.first - 1);
            row.reference = QRectF(left, under, m_axis.xOfWeek(phase.reference.last) - left, m_metrics.reference);
        }
        setDone(row, doneDates(m_plan, phase), top, m_metrics.phaseBar);
        setBar(row, phase.when.likely, phase.slack, top, m_metrics.phaseBar);
        const std::optional<Weeks> until = m_options.until ? m_options.until->ofPhase(index) : phase.when.high.finish;
        if (row.hasWork && until)
            extend(row, *until);
        m_layout.anyWork |= row.hasWork;
        m_layout.rows.push_back(row);
    }

    void addItem(std::size_t index)
    {
        const ItemPlan& item = m_plan.items[index];
        GanttRow row = nextRow(GanttRow::Kind::Item, index, item.hasWork, m_metrics.itemRow);
        const double top = topOf(row, m_metrics.itemBar, showsBaseline());
        if (showsBaseline())
            setPromised(row, promisedDates(m_plan, item), top + m_metrics.itemBar + m_metrics.referenceGap);
        setDone(row, doneDates(m_plan, item), top, m_metrics.itemBar);
        setBar(row, item.when.likely, item.slack, top, m_metrics.itemBar);
        m_layout.rows.push_back(row);
    }

    [[nodiscard]] bool showsBaseline() const { return m_options.baseline && m_plan.inputs.baseline; }

    /// Where a row's bar begins, in the middle with the thin one below it.
    [[nodiscard]] double topOf(const GanttRow& row, double bar, bool withThin) const
    {
        const double block = bar + (withThin ? m_metrics.referenceGap + m_metrics.reference : 0);
        return row.top + std::floor((row.height - block) / 2);
    }

    GanttRow nextRow(GanttRow::Kind kind, std::size_t index, bool hasWork, double height) const
    {
        GanttRow row;
        row.kind = kind;
        row.index = static_cast<std::uint32_t>(index);
        row.hasWork = hasWork;
        row.top = m_layout.height();
        row.height = height;
        return row;
    }

    void setBar(GanttRow& row, const Span& when, Weeks slack, double top, double height) const
    {
        if (!row.hasWork)
            return;
        const double left = m_axis.x(when.start);
        const double width = std::max(m_axis.x(when.finish) - left, m_metrics.smallestBar);
        row.bar = QRectF(left, top, width, height);
        row.slackTo = row.bar.right();
        if (slack > kSlackEpsilon)
            row.slackTo = std::max(row.slackTo, m_axis.x(when.finish + slack));
    }

    /// What ended on the status date ends with it, where what is left begins.
    void setDone(GanttRow& row, const std::optional<DoneDates>& done, double top, double height) const
    {
        if (!done)
            return;
        const double status = m_axis.x(0);
        const double left = m_axis.xOfDayStart(done->first).value_or(0);
        const double right = std::min(m_axis.xOfDayEnd(done->last).value_or(0), status);
        row.isMark = done->isOneDay;
        if (row.isMark) {
            row.done = QRectF((left + right - height) / 2, top, height, height);
        } else if (!row.hasWork || right > left) {
            const double width = std::max(right - left, m_metrics.smallestBar);
            row.done = QRectF(std::max(right, left) - width, top, width, height);
        }
        m_layout.anyDone |= !row.done.isEmpty();
    }

    void setPromised(GanttRow& row, const std::optional<DateRange>& dates, double top) const
    {
        if (!dates)
            return;
        const double left = m_axis.xOfDayStart(dates->first).value_or(0);
        const double right = std::min(m_axis.xOfDayEnd(dates->last).value_or(0), m_axis.width());
        row.promised = QRectF(left, top, std::max(right - left, m_metrics.smallestBar), m_metrics.reference);
        m_layout.anyPromised = true;
    }

    void extend(GanttRow& row, Weeks until) const
    {
        const double to = m_axis.x(until);
        if (to - row.bar.right() >= kLeastExtension)
            row.until = QRectF(row.bar.right(), row.bar.top(), to - row.bar.right(), row.bar.height());
    }

    const Plan& m_plan;
    const GanttLayoutOptions& m_options;
    GanttLayout& m_layout;
    const TimeAxis& m_axis;
    const GanttMetrics& m_metrics;
};

std::vector<GanttMark> marksOf(const Plan& plan, const TimeAxis& axis, std::optional<Date> today)
{
    std::vector<GanttMark> marks;
    if (plan.inputs.asOf && axis.x(0) > 0)
        marks.push_back({GanttMark::Kind::Status, axis.x(0), statusDate(plan.inputs), false});
    if (today)
        if (const auto x = axis.xOfDayStart(*today); x && *x <= axis.width())
            marks.push_back({GanttMark::Kind::Today, *x, *today, false});
    if (plan.inputs.targetDate) {
        const Date date = *plan.inputs.targetDate;
        // A target before the start still shows, at the start: the plan misses it by all it takes.
        const double x = axis.xOfDayEnd(date).value_or(0);
        const bool beyond = x > axis.width();
        marks.push_back({GanttMark::Kind::Target, beyond ? axis.width() : x, date, beyond});
    }
    return marks;
}

constexpr double kDayOffWidth = 3;
constexpr double kClosureWidth = 5; ///< of a working week or more

/// Adds the leave of a person; `names`: who that is.
void addLeave(std::vector<GanttDaysOff>& columns, const Person& person, const std::vector<std::string>& names,
              const TimeAxis& axis)
{
    for (const DateRange& leave : person.leave) {
        const auto left = axis.xOfDayStart(std::max(leave.first, axis.dateAt(0)));
        const auto right = axis.xOfDayEnd(leave.last);
        if (left && right && *right > *left && *left < axis.width())
            columns.push_back({*left, std::min(*right, axis.width()) - *left, leave, names, true});
    }
}

std::vector<GanttDaysOff> daysOffOn(const Plan& plan, const TimeAxis& axis)
{
    std::vector<GanttDaysOff> columns;
    const auto& team = plan.inputs.team;
    for (const Person& person : team)
        addLeave(columns, person, team.size() > 1 ? std::vector{person.name} : std::vector<std::string>{}, axis);
    std::optional<double> place;
    for (const NamedDayOff& off : namedDaysOff(plan.inputs, axis.dateAt(0), axis.lastDate())) {
        const auto x = axis.xOfDayStart(off.date);
        if (!x || *x <= 0 || *x > axis.width())
            continue;
        if (place != x)
            columns.push_back({*x, 0, {off.date, off.date}, {}, false});
        place = x;
        GanttDaysOff& column = columns.back();
        column.days.last = off.date;
        if (!off.label.empty() && std::ranges::find(column.labels, off.label) == column.labels.end())
            column.labels.push_back(off.label);
        const bool closed = column.days.last - column.days.first >= std::chrono::days(4);
        column.width = closed ? kClosureWidth : kDayOffWidth;
        column.left = *x - column.width / 2;
    }
    return columns;
}

} // namespace

std::size_t GanttLayout::rowAt(double y) const
{
    if (y < 0 || y >= height())
        return kNoRow;
    const auto behind = std::ranges::upper_bound(rows, y, {}, &GanttRow::top);
    return static_cast<std::size_t>(behind - rows.begin()) - 1;
}

std::pair<std::size_t, std::size_t> GanttLayout::rowsWithin(double top, double bottom) const
{
    const auto first = std::ranges::upper_bound(rows, top, {}, &GanttRow::bottom);
    const auto last = std::ranges::lower_bound(first, rows.end(), bottom, {}, &GanttRow::top);
    return {static_cast<std::size_t>(first - rows.begin()), static_cast<std::size_t>(last - rows.begin())};
}

GanttLayout layoutGantt(const Plan& plan, const TimeAxis& axis, const GanttMetrics& metrics,
                        const GanttLayoutOptions& options)
{
    GanttLayout layout;
    layout.axis = axis;
    layout.metrics = metrics;
    layout.until = options.until;
    layout.rows.reserve(plan.phases.size());
    RowBuilder(plan, options, layout).build();
    layout.marks = marksOf(plan, axis, options.today);
    layout.daysOff = daysOffOn(plan, axis);
    return layout;
}

const std::string& nodeOf(const Plan& plan, const GanttRow& row)
{
    return row.isPhase() ? plan.phases[row.index].id : plan.items[row.index].id;
}

std::size_t rowOfNode(const Plan& plan, const GanttLayout& layout, std::string_view node)
{
    if (node.empty())
        return GanttLayout::kNoRow;
    const auto found =
        std::ranges::find_if(layout.rows, [&](const GanttRow& row) { return nodeOf(plan, row) == node; });
    if (found != layout.rows.end())
        return static_cast<std::size_t>(found - layout.rows.begin());
    const ItemPlan* item = plan.findItem(node);
    if (!item)
        return GanttLayout::kNoRow;
    const auto phase = std::ranges::find_if(
        layout.rows, [&](const GanttRow& row) { return row.isPhase() && row.index == item->phase; });
    return phase == layout.rows.end() ? GanttLayout::kNoRow : static_cast<std::size_t>(phase - layout.rows.begin());
}

} // namespace trestle
