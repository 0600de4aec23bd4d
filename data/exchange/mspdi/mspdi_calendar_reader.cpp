#include "data/exchange/mspdi/mspdi_calendar_reader.h"

#include "data/exchange/mspdi/mspdi_values.h"

#include <algorithm>
#include <optional>

namespace trestle::mspdi {

namespace {

using pugi::xml_node;

xml_node calendarWith(xml_node project, int uid)
{
    for (const xml_node calendar : project.child("Calendars").children("Calendar"))
        if (wholeIn(calendar, "UID") == uid)
            return calendar;
    return {};
}

std::optional<DateRange> periodOf(xml_node exception)
{
    const xml_node period = exception.child("TimePeriod");
    const auto first = dateIn(period, "FromDate");
    const auto last = dateIn(period, "ToDate");
    if (!first || !last || *last < *first)
        return {};
    return DateRange{*first, *last};
}

/// Of days one by one; a repeated exception has another kind or a period of several days.
bool isPlain(xml_node exception)
{
    const int type = wholeIn(exception, "Type").value_or(1);
    return type == 1 && wholeIn(exception, "Period").value_or(1) <= 1;
}

bool hasUsualWeek(xml_node calendar)
{
    for (const xml_node day : calendar.child("WeekDays").children("WeekDay")) {
        const int type = wholeIn(day, "DayType").value_or(0);
        if (type >= 1 && type <= 7 && isSet(day, "DayWorking") != (type > 1 && type < 7))
            return false;
    }
    return !calendar.child("WorkWeeks").child("WorkWeek");
}

} // namespace

std::vector<DateRange> gapsIn(xml_node project, int uid, ImportLosses& losses)
{
    const xml_node calendar = calendarWith(project, uid);
    if (!hasUsualWeek(calendar))
        losses.add(ImportLossKind::calendars);
    std::vector<xml_node> exceptions;
    for (const xml_node exception : calendar.child("Exceptions").children("Exception"))
        exceptions.push_back(exception);
    if (exceptions.empty()) // as programs wrote them before 2007
        for (const xml_node day : calendar.child("WeekDays").children("WeekDay"))
            if (wholeIn(day, "DayType") == 0)
                exceptions.push_back(day);
    std::vector<DateRange> found;
    for (const xml_node exception : exceptions) {
        const auto period = periodOf(exception);
        if (period && isPlain(exception) && !isSet(exception, "DayWorking"))
            found.push_back(*period);
        else
            losses.add(ImportLossKind::calendars);
    }
    std::ranges::sort(found);
    std::vector<DateRange> gaps;
    for (const DateRange& range : found)
        if (!gaps.empty() && range.first <= gaps.back().last + std::chrono::days{1})
            gaps.back().last = std::max(gaps.back().last, range.last);
        else
            gaps.push_back(range);
    return gaps;
}

int projectCalendar(xml_node project)
{
    const auto named = wholeIn(project, "CalendarUID");
    if (named && calendarWith(project, *named))
        return *named;
    for (const xml_node calendar : project.child("Calendars").children("Calendar"))
        if (isSet(calendar, "IsBaseCalendar"))
            return wholeIn(calendar, "UID").value_or(-1);
    return -1;
}

} // namespace trestle::mspdi
