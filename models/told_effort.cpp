#include "models/told_effort.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kWorkingHours = 38;
constexpr PersonWeeks kLeastInWeeks = 2.5;
constexpr PersonWeeks kLeastInDays = 0.1;

double toldIn(EffortUnit unit, PersonWeeks effort)
{
    if (unit == EffortUnit::weeks || effort <= 0)
        return effort;
    if (unit == EffortUnit::hours)
        return std::max(1.0, std::round(effort * kWorkingHours));
    constexpr double kWholeFrom = 3;
    const double days = effort * kWorkingDaysPerWeek;
    return days < kWholeFrom ? std::max(0.5, std::round(days * 2) / 2) : std::round(days);
}

} // namespace

ToldEffort toldEffort(PersonWeeks low, PersonWeeks high)
{
    const EffortUnit unit = high >= kLeastInWeeks             ? EffortUnit::weeks
                            : high > 0 && high < kLeastInDays ? EffortUnit::hours
                                                              : EffortUnit::days;
    return {unit, toldIn(unit, low), toldIn(unit, high)};
}

} // namespace trestle
