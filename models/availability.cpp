#include "models/availability.h"

#include <algorithm>

namespace trestle {

namespace {

Weeks weekOf(int workingDay)
{
    return static_cast<double>(workingDay) / kWorkingDaysPerWeek;
}

} // namespace

Weeks firstWeek(const Person& person, const WorkCalendar& calendar)
{
    return person.firstDay ? weekOf(calendar.indexOnOrAfter(*person.firstDay)) : 0.0;
}

std::vector<std::pair<Weeks, Weeks>> absences(const Person& person, const WorkCalendar& calendar)
{
    std::vector<std::pair<int, int>> days;
    if (person.firstDay)
        days.emplace_back(0, calendar.indexOnOrAfter(*person.firstDay));
    for (const DateRange& leave : person.leave)
        days.emplace_back(calendar.indexOnOrAfter(leave.first),
                          calendar.indexOnOrAfter(leave.last + std::chrono::days{1}));
    std::ranges::sort(days);
    std::vector<std::pair<Weeks, Weeks>> merged;
    for (const auto& [from, to] : days) {
        if (from == to)
            continue;
        if (!merged.empty() && weekOf(from) <= merged.back().second)
            merged.back().second = std::max(merged.back().second, weekOf(to));
        else
            merged.emplace_back(weekOf(from), weekOf(to));
    }
    return merged;
}

} // namespace trestle
