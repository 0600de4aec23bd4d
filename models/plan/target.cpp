#include "models/plan/target.h"

#include "models/calendar/days_off.h"

#include <algorithm>
#include <set>

namespace trestle {

namespace {

/// Weekdays from an arbitrary Monday up to and with a date.
int weekdaysUpTo(Date date)
{
    constexpr int kWeek = 7;
    constexpr Date kMonday{std::chrono::year{1900} / 1 / 1};
    const auto days = static_cast<int>((date - kMonday).count());
    return days / kWeek * kWorkingDaysPerWeek + std::min(days % kWeek + 1, kWorkingDaysPerWeek);
}

/// Working days after `from`, up to and with `to`; negative where `to` is the earlier. They are counted by the calendar
/// and not by the plan's own working days, which begin at its start: a target may be earlier.
int workingDaysBetween(Date from, Date to, const Inputs& inputs)
{
    if (to < from)
        return -workingDaysBetween(to, from, inputs);
    const std::vector<Date> listed = daysOffBetween(inputs, from + std::chrono::days{1}, to);
    const std::set<Date> off(listed.begin(), listed.end());
    return weekdaysUpTo(to) - weekdaysUpTo(from) - static_cast<int>(off.size());
}

} // namespace

TargetVerdict verdictOn(const Plan& plan, Case which, Date target)
{
    if (plan.finish.at(which) <= kEpsilon)
        return {true, 0};
    return {false, workingDaysBetween(target, plan.finishDate.at(which), plan.inputs)};
}

Money overBudget(const Plan& plan, Case which, Money budget)
{
    return plan.total.at(which) - budget;
}

} // namespace trestle
