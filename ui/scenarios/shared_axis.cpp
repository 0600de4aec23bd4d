#include "ui/scenarios/shared_axis.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kDays = kWorkingDaysPerWeek;
constexpr Weeks kLengthStep = 4;
constexpr Weeks kRoomBehindLast = 0.5;
/// A target further out than this many times the plans would squeeze the bars into a corner.
constexpr double kFarthestTarget = 1.5;

} // namespace

SharedAxis::SharedAxis(const Plan& a, const Plan& b)
    : m_calendar(std::min({a.inputs.start, b.inputs.start, a.startDate, b.startDate}), {})
{
    Weeks last = 1;
    for (const Plan* plan : {&a, &b})
        last = std::max(last, finishOn(*plan, 0, plan->finish.likely));
    Weeks length = last;
    for (const Plan* plan : {&a, &b})
        if (plan->inputs.targetDate) {
            const Weeks target = (m_calendar.indexOnOrAfter(*plan->inputs.targetDate) + 1) / kDays;
            if (target <= kFarthestTarget * last)
                length = std::max(length, target);
        }
    m_length = std::ceil((length + kRoomBehindLast) / kLengthStep) * kLengthStep;
}

Weeks SharedAxis::startOn(const Plan& plan, Weeks at) const
{
    const int day = WorkCalendar::startIndex(at);
    const double part = std::clamp<double>(at * kDays - day, 0.0, 1.0);
    return (m_calendar.indexOnOrAfter(plan.calendar.dateOf(day)) + part) / kDays;
}

Weeks SharedAxis::finishOn(const Plan& plan, Weeks start, Weeks finish) const
{
    const int day = WorkCalendar::lastIndex(start, finish);
    const double part = std::clamp<double>(finish * kDays - day, 0.0, 1.0);
    return (m_calendar.indexOnOrAfter(plan.calendar.dateOf(day)) + part) / kDays;
}

Plan SharedAxis::onAxis(const Plan& plan) const
{
    Plan moved = plan;
    const auto move = [&](Span& span) {
        const Span was = span;
        span.start = startOn(plan, was.start);
        span.finish = std::max(span.start, finishOn(plan, was.start, was.finish));
    };
    for (PhasePlan& phase : moved.phases)
        move(phase.when.likely);
    for (ItemPlan& item : moved.items)
        move(item.when.likely);
    moved.finish.likely = finishOn(plan, 0, plan.finish.likely);
    moved.calendar = m_calendar;
    moved.startDate = m_calendar.dateOf(0);
    moved.inputs.asOf.reset();
    return moved;
}

TimeAxis SharedAxis::axis(double pixelsPerWeek) const
{
    return {m_calendar, 0, m_length, pixelsPerWeek};
}

} // namespace trestle
