#include "models/availability.h"

#include <algorithm>
#include <limits>
#include <ranges>
#include <utility>

namespace trestle {

namespace {

constexpr int kForGood = std::numeric_limits<int>::max();

Weeks weekOf(int workingDay)
{
    return workingDay == kForGood ? kNoEnd : Weeks{static_cast<double>(workingDay) / kWorkingDaysPerWeek};
}

/// The first working day on which a person who leaves is not there any more.
int dayAfterLast(const Person& person, const WorkCalendar& calendar)
{
    return person.lastDay ? calendar.indexOnOrAfter(*person.lastDay + std::chrono::days{1}) : kForGood;
}

} // namespace

Weeks firstWeek(const Person& person, const WorkCalendar& calendar)
{
    return person.firstDay ? weekOf(calendar.indexOnOrAfter(*person.firstDay)) : Weeks{};
}

Weeks lastWeek(const Person& person, const WorkCalendar& calendar)
{
    return weekOf(dayAfterLast(person, calendar));
}

std::vector<Absence> absences(const Person& person, const WorkCalendar& calendar)
{
    std::vector<std::pair<int, int>> days;
    if (person.firstDay)
        days.emplace_back(0, calendar.indexOnOrAfter(*person.firstDay));
    for (const DateRange& leave : person.leave)
        days.emplace_back(calendar.indexOnOrAfter(leave.first),
                          calendar.indexOnOrAfter(leave.last + std::chrono::days{1}));
    if (person.lastDay)
        days.emplace_back(dayAfterLast(person, calendar), kForGood);
    std::ranges::sort(days);
    std::vector<std::pair<int, int>> merged;
    for (const auto& [from, to] : days) {
        if (from == to)
            continue;
        if (!merged.empty() && from <= merged.back().second)
            merged.back().second = std::max(merged.back().second, to);
        else
            merged.emplace_back(from, to);
    }
    std::vector<Absence> result;
    for (const auto& [from, to] : merged)
        result.push_back({weekOf(from), weekOf(to), to - from >= kHandOverDays});
    return result;
}

Weeks latestStart(std::span<const Absence> away, Weeks work, Weeks end)
{
    for (const Absence& absence : std::views::reverse(away)) {
        if (absence.from >= end)
            continue;
        const Weeks there = std::max(Weeks{}, end - absence.to);
        if (there >= work - kEpsilon)
            break;
        work -= there;
        end = absence.from;
    }
    return end - work;
}

Weeks absentDuring(std::span<const Absence> away, Weeks from, Weeks to)
{
    Weeks absent = 0;
    for (const Absence& absence : away)
        absent += std::max(Weeks{}, std::min(absence.to, to) - std::max(absence.from, from));
    return absent;
}

} // namespace trestle
