#include "data/exchange/gan/gan_calendar.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string_view>

namespace trestle::gan {

namespace {

constexpr int kYearsAhead = 20;

std::size_t weekdayOf(Date day)
{
    return std::chrono::weekday(day).c_encoding();
}

void readWeek(pugi::xml_node week, GanCalendar& calendar, ImportLosses& losses)
{
    constexpr std::array names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    std::array<bool, names.size()> works = calendar.works;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const pugi::xml_attribute day = week.attribute(names.at(i)))
            works.at(i) = std::string_view(day.value()) != "1"; // 1: a day off
    if (works == calendar.works)
        return;
    losses.add(ImportLossKind::calendars);
    if (std::ranges::any_of(works, [](bool isWorked) { return isWorked; }))
        calendar.works = works;
}

} // namespace

int GanCalendar::workingDays() const
{
    return static_cast<int>(std::ranges::count(works, true));
}

bool GanCalendar::isWorked(Date day) const
{
    return works.at(weekdayOf(day)) && !std::ranges::binary_search(holidays, day);
}

Date GanCalendar::finishOf(Date start, int days) const
{
    // Whole weeks at once, whatever holidays are in them, then day by day.
    const int weeks = std::max(0, days - 1) / workingDays();
    Date finish = start + std::chrono::weeks{weeks};
    constexpr int longest = 60; // days without one that is worked
    for (int left = days - weeks * workingDays(), looked = 0; looked < longest; ++looked) {
        left -= isWorked(finish) ? 1 : 0;
        if (left <= 0)
            break;
        finish += std::chrono::days{1};
    }
    return finish;
}

GanCalendar calendarIn(pugi::xml_node project, Date start, ImportLosses& losses)
{
    GanCalendar calendar;
    const pugi::xml_node calendars = project.child("calendars");
    readWeek(calendars.child("day-types").child("default-week"), calendar, losses);
    const int first = static_cast<int>(std::chrono::year_month_day(start).year());
    std::set<Date> holidays; // a file may tell one again and again
    for (const pugi::xml_node date : calendars.children("date")) {
        const std::string_view type = date.attribute("type").as_string("HOLIDAY");
        if (type == "NEUTRAL") // a mark alone
            continue;
        const bool isYearly = std::string_view(date.attribute("year").value()).empty();
        const int year = date.attribute("year").as_int();
        const std::chrono::month_day day{std::chrono::month(date.attribute("month").as_uint()),
                                         std::chrono::day(date.attribute("date").as_uint())};
        const bool isNear = isYearly || (year >= first && year <= first + kYearsAhead);
        if (!isNear)
            continue;
        if (type != "HOLIDAY" || !day.ok()) {
            losses.add(ImportLossKind::calendars);
            continue;
        }
        for (int of = isYearly ? first : year; of <= (isYearly ? first + kYearsAhead : year); ++of)
            if (const std::chrono::year_month_day whole{std::chrono::year(of), day.month(), day.day()}; whole.ok())
                holidays.emplace(whole);
    }
    calendar.holidays.assign(holidays.begin(), holidays.end());
    return calendar;
}

} // namespace trestle::gan
