#include "models/calendar/days_off.h"

#include <algorithm>
#include <set>

namespace trestle {

namespace {

/// A plan may take longer, and nobody reads its dates.
constexpr int kClosureYears = 100;

int calendarYear(Date date)
{
    return static_cast<int>(std::chrono::year_month_day{date}.year());
}

Date dayIn(std::chrono::month_day day, int year)
{
    const std::chrono::year_month_day date{std::chrono::year{year}, day.month(), day.day()};
    return date.ok() ? Date{date} : Date{std::chrono::year{year} / day.month() / std::chrono::last};
}

/// Calls `body` with each weekday of the closure from `first` to `last`.
template <class Body>
void forEachClosedDay(const YearlyClosure& closure, Date first, Date last, Body&& body)
{
    // One that began the year before may reach into the first year.
    for (int year = calendarYear(first) - 1; year <= calendarYear(last); ++year) {
        const DateRange closed = closureIn(closure, year);
        for (Date day = std::max(closed.first, first); day <= std::min(closed.last, last); day += std::chrono::days{1})
            if (isWeekday(day))
                body(day);
    }
}

/// Weekdays from an arbitrary Monday up to and with a date.
int weekdaysUpTo(Date date)
{
    constexpr int kWeek = 7;
    constexpr int kWeekdays = 5;
    constexpr Date kMonday{std::chrono::year{1900} / 1 / 1};
    const auto days = static_cast<int>((date - kMonday).count());
    return days / kWeek * kWeekdays + std::min(days % kWeek + 1, kWeekdays);
}

} // namespace

DateRange closureIn(const YearlyClosure& closure, int year)
{
    const bool overNewYear = closure.last < closure.first;
    return {dayIn(closure.first, year), dayIn(closure.last, overNewYear ? year + 1 : year)};
}

std::vector<Date> daysOffBetween(const Inputs& inputs, Date first, Date last)
{
    std::vector<Date> off;
    for (const DayOff& day : inputs.daysOff)
        if (day.date >= first && day.date <= last && isWeekday(day.date))
            off.push_back(day.date);
    if (const HolidayRegion* region = findRegion(inputs.region))
        for (const Holiday& day : weekdayHolidays(*region, first, last))
            if (!inputs.workedHolidays.contains(day.date))
                off.push_back(day.date);
    for (const YearlyClosure& closure : inputs.closures)
        forEachClosedDay(closure, first, last, [&](Date day) { off.push_back(day); });
    return off;
}

std::vector<Date> daysOffOf(const Inputs& inputs, Date origin)
{
    const Date monday = origin - std::chrono::days{6};
    Date first = std::min(monday, inputs.start);
    for (const auto& [id, item] : inputs.items)
        for (const auto& day : {item.actual.started, item.actual.finished})
            first = std::min(first, day.value_or(first));
    Date last = monday + std::chrono::days{366 * kClosureYears};
    for (const DayOff& day : inputs.daysOff)
        last = std::max(last, day.date);
    return daysOffBetween(inputs, first, last);
}

int workingDaysBetween(Date from, Date to, const Inputs& inputs)
{
    if (to < from)
        return -workingDaysBetween(to, from, inputs);
    const std::vector<Date> listed = daysOffBetween(inputs, from + std::chrono::days{1}, to);
    const std::set<Date> off(listed.begin(), listed.end());
    return weekdaysUpTo(to) - weekdaysUpTo(from) - static_cast<int>(off.size());
}

std::vector<NamedDayOff> namedDaysOff(const Inputs& inputs, Date first, Date last)
{
    std::vector<NamedDayOff> off;
    for (const DayOff& day : inputs.daysOff)
        if (day.date >= first && day.date <= last && isWeekday(day.date))
            off.push_back({day.date, DayOffKind::own, day.label});
    for (const YearlyClosure& closure : inputs.closures)
        forEachClosedDay(closure, first, last,
                         [&](Date day) { off.push_back({day, DayOffKind::closure, closure.label}); });
    if (const HolidayRegion* region = findRegion(inputs.region))
        for (const Holiday& day : weekdayHolidays(*region, first, last))
            if (!inputs.workedHolidays.contains(day.date))
                off.push_back({day.date, DayOffKind::holiday, std::string(day.name), day.state});
    std::ranges::stable_sort(off, {}, [](const NamedDayOff& day) { return std::pair(day.date, day.kind); });
    const auto again = std::ranges::unique(off, {}, &NamedDayOff::date);
    off.erase(again.begin(), again.end());
    return off;
}

bool isPastKnownHolidays(const Inputs& inputs, Date date)
{
    return findRegion(inputs.region) && date > kLastHolidayDate;
}

} // namespace trestle
