#include "ui/gantt/time_axis.h"

#include "models/calendar/days_off.h"
#include "models/plan/work_dates.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace trestle {

namespace {

constexpr Weeks kLengthStep = 4;
constexpr Weeks kRoomBehindLast = 0.5;
/// Before the first day to show: holds the rest of its week, whatever days off there are.
constexpr std::chrono::days kRoomBefore{366};
/// A target further out than this many times the plan would squeeze the bars into a corner.
constexpr double kFarthestTarget = 2.0;
/// Of a month without days off, in working weeks; the shortest has 20 working days.
constexpr Weeks kShortestMonth = 4;

int monthNumber(std::chrono::year_month month)
{
    return static_cast<int>(month.year()) * 12 + static_cast<int>(static_cast<unsigned>(month.month())) - 1;
}

Weeks lastBar(const Plan& plan, std::optional<Weeks> until)
{
    if (until)
        return std::max(plan.finish.likely, *until);
    Weeks last = std::max(plan.finish.likely, plan.finish.high);
    for (const PhasePlan& phase : plan.phases)
        last = std::max(last, phase.when.high.finish);
    return last;
}

} // namespace

TimeAxis::TimeAxis(WorkCalendar projectCalendar, Weeks planStart, Weeks length, double pixelsPerWeek)
    : m_calendar(std::move(projectCalendar)), m_planStart(planStart), m_length(std::max(length, Weeks{1})),
      m_pixelsPerWeek(std::max(pixelsPerWeek, 1e-3))
{
}

TimeAxis TimeAxis::ofPlan(const Plan& plan, double pixelsPerWeek, std::optional<Weeks> until, bool withReference)
{
    const Date start = plan.inputs.start;
    TimeAxis axis(WorkCalendar(start, daysOffOf(plan.inputs, start)), 0, 1, pixelsPerWeek);
    axis.m_planStart = static_cast<double>(axis.m_calendar.indexOnOrAfter(plan.startDate)) / kWorkingDaysPerWeek;

    Weeks last = axis.m_planStart + lastBar(plan, until);
    if (const auto told = toldDates(plan)) {
        axis.reachBackTo(told->first, plan.inputs);
        if (const auto x = axis.xOfDayEnd(told->last))
            last = std::max(last, axis.weekAt(*x));
    }
    for (const PhasePlan& phase : plan.phases)
        if (withReference)
            last = std::max(last, Weeks{static_cast<double>(phase.reference.last)});
    if (plan.inputs.targetDate)
        if (const auto x = axis.xOfDayEnd(*plan.inputs.targetDate)) {
            const Weeks target = axis.weekAt(*x);
            if (target <= kFarthestTarget * last)
                last = std::max(last, target);
        }
    axis.m_length = std::ceil((last + kRoomBehindLast) / kLengthStep) * kLengthStep;
    return axis;
}

void TimeAxis::reachBackTo(Date day, const Inputs& inputs)
{
    const Date first = m_calendar.dateOf(0);
    if (day >= first)
        return;
    m_calendar = WorkCalendar(day - kRoomBefore, daysOffOf(inputs, day - kRoomBefore));
    const int start = m_calendar.indexOnOrAfter(first);
    const int before = start - m_calendar.indexOnOrAfter(day);
    m_weeksBefore = (before + kWorkingDaysPerWeek - 1) / kWorkingDaysPerWeek;
    m_firstIndex = std::max(start - m_weeksBefore * kWorkingDaysPerWeek, 0);
}

Date TimeAxis::dateAt(double x) const
{
    const Weeks sinceFirst = weekAt(x) + m_weeksBefore;
    return m_calendar.dateOf(m_firstIndex + WorkCalendar::startIndex(std::max(sinceFirst, Weeks{})));
}

double TimeAxis::xOfIndex(int index) const
{
    return (index - m_firstIndex) * m_pixelsPerWeek / kWorkingDaysPerWeek;
}

std::optional<double> TimeAxis::xOfDayStart(Date date) const
{
    if (date < m_calendar.dateOf(m_firstIndex))
        return std::nullopt;
    return xOfIndex(m_calendar.indexOnOrAfter(date));
}

std::optional<double> TimeAxis::xOfDayEnd(Date date) const
{
    const auto start = xOfDayStart(date);
    if (!start || !m_calendar.isWorkingDay(date))
        return start;
    return *start + m_pixelsPerWeek / kWorkingDaysPerWeek;
}

TimeAxis TimeAxis::scaled(double pixelsPerWeek) const
{
    TimeAxis axis = *this;
    axis.m_pixelsPerWeek = std::max(pixelsPerWeek, 1e-3);
    return axis;
}

double TimeAxis::fitting(double width) const
{
    return std::max(width, 1.0) / (m_length + m_weeksBefore);
}

int TimeAxis::weekStep(double spacing) const
{
    int step = 1;
    while (step * m_pixelsPerWeek < spacing)
        step *= 2;
    return step;
}

int TimeAxis::monthStep(double spacing) const
{
    const double month = kShortestMonth * m_pixelsPerWeek;
    for (const int step : {1, 3, 6, 12})
        if (step * month >= spacing)
            return step;
    return 12 * static_cast<int>(std::ceil(spacing / (12 * month)));
}

std::vector<WeekTick> TimeAxis::weekTicks(double left, double right, double lineSpacing, double labelSpacing) const
{
    const int step = weekStep(lineSpacing);
    const int labelStep = std::max(step, weekStep(labelSpacing));
    std::vector<WeekTick> ticks;
    const double inSight = weekAt(std::max(left, 0.0));
    for (int week = static_cast<int>(std::floor(inSight / step)) * step; xOfWeek(week) <= right; week += step)
        if (xOfWeek(week) >= 0)
            ticks.push_back({xOfWeek(week), week + 1, week >= 0 && week % labelStep == 0});
    return ticks;
}

std::vector<MonthTick> TimeAxis::monthTicks(double left, double right, double spacing, double yearSpacing,
                                            bool firstWithYear) const
{
    constexpr double kAtStart = 4; // pixels from the axis' start within which nothing is scrolled away
    const int step = monthStep(spacing);
    std::vector<MonthTick> ticks;
    double free = left; // where the next label may stand
    const auto place = [&](double x, std::chrono::year_month month) {
        const bool withYear =
            ticks.empty() ? firstWithYear || step >= 12 : step >= 12 || month.month() == std::chrono::January;
        const double at = std::max(x, free);
        if (at - x > (step == 1 ? yearSpacing : 0.0) || at > right)
            return;
        ticks.push_back({at, month, withYear, x});
        free = at + (withYear ? yearSpacing : spacing);
    };

    std::chrono::year_month month = monthOf(dateAt(left));
    const auto startOf = [this](std::chrono::year_month m) { return xOfIndex(m_calendar.indexOnOrAfter(Date(m / 1))); };
    std::chrono::year_month next = month + std::chrono::months(1);
    while (monthNumber(next) % step != 0)
        next += std::chrono::months(1);
    if (startOf(next) - left >= spacing || (step == 1 && left <= kAtStart))
        place(left, month);
    for (month = next; startOf(month) <= right; month += std::chrono::months(step))
        place(startOf(month), month);
    return ticks;
}

} // namespace trestle
