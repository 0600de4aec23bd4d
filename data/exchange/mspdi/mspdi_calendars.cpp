#include "data/exchange/mspdi/mspdi_calendars.h"

#include "data/exchange/mspdi/mspdi_xml.h"
#include "models/calendar/days_off.h"

#include <algorithm>

namespace trestle::mspdi {

namespace {

using pugi::xml_node;
using std::chrono::days;

/// Days on which nobody, or one person, works.
struct CalendarGap {
    DateRange range;
    std::string name;
};

/// Later than whatever a reader delays.
Date endOfGaps(const Plan& plan)
{
    return plan.finishDate.high + days{366};
}

/// Days that follow each other and have the same name are one gap.
std::vector<CalendarGap> planGaps(const Plan& plan)
{
    std::vector<CalendarGap> gaps;
    for (const NamedDayOff& day : namedDaysOff(plan.inputs, plan.inputs.start, endOfGaps(plan)))
        if (!gaps.empty() && gaps.back().range.last + days{1} == day.date && gaps.back().name == day.label)
            gaps.back().range.last = day.date;
        else
            gaps.push_back({{day.date, day.date}, day.label});
    return gaps;
}

/// Sorted and disjoint.
std::vector<CalendarGap> personGaps(const Plan& plan, const Person& person)
{
    std::vector<DateRange> away = person.leave;
    if (person.firstDay && *person.firstDay > plan.startDate)
        away.push_back({plan.startDate, *person.firstDay - days{1}});
    if (person.lastDay && *person.lastDay < endOfGaps(plan))
        away.push_back({*person.lastDay + days{1}, endOfGaps(plan)});
    std::ranges::sort(away);
    std::vector<CalendarGap> gaps;
    for (const DateRange& range : away)
        if (!gaps.empty() && range.first <= gaps.back().range.last + days{1})
            gaps.back().range.last = std::max(gaps.back().range.last, range.last);
        else
            gaps.push_back({range, {}});
    return gaps;
}

xml_node startCalendar(xml_node calendars, int uid, const std::string& name)
{
    const bool isBase = uid == kPlanCalendar;
    xml_node calendar = calendars.append_child("Calendar");
    add(calendar, "UID", uid);
    add(calendar, "Name", name);
    add(calendar, "IsBaseCalendar", isBase ? 1 : 0);
    if (!isBase)
        add(calendar, "BaseCalendarUID", kPlanCalendar);
    return calendar;
}

void writeWeek(xml_node weekDays, const WorkingClock& clock)
{
    for (int day = 1; day <= 7; ++day) {
        const bool working = day > 1 && day < 7; // 1 is Sunday
        xml_node weekDay = weekDays.append_child("WeekDay");
        add(weekDay, "DayType", day);
        add(weekDay, "DayWorking", working ? 1 : 0);
        if (!working)
            continue;
        xml_node times = weekDay.append_child("WorkingTimes");
        for (const WorkingClock::Shift& shift : clock.shifts()) {
            xml_node time = times.append_child("WorkingTime");
            add(time, "FromTime", clockTime(shift.from));
            add(time, "ToTime", clockTime(shift.to));
        }
    }
}

void writePeriod(xml_node parent, const DateRange& range)
{
    xml_node period = parent.append_child("TimePeriod");
    add(period, "FromDate", mspdiTime(range.first, 0));
    add(period, "ToDate", mspdiTime(range.last, kLastMinute));
}

/// In the form of before 2007, which some readers know alone, and in the one since.
void writeGaps(xml_node calendar, xml_node weekDays, const std::vector<CalendarGap>& gaps, MspdiNames& names)
{
    if (gaps.empty())
        return;
    xml_node exceptions = calendar.append_child("Exceptions");
    for (const CalendarGap& gap : gaps) {
        xml_node day = weekDays.append_child("WeekDay");
        add(day, "DayType", 0);
        add(day, "DayWorking", 0);
        writePeriod(day, gap.range);
        xml_node exception = exceptions.append_child("Exception");
        add(exception, "EnteredByOccurrences", 0);
        writePeriod(exception, gap.range);
        add(exception, "Occurrences", (gap.range.last - gap.range.first).count() + 1);
        addText(exception, "Name", names.name(gap.name));
        add(exception, "Type", 1);
        add(exception, "DayWorking", 0);
    }
}

} // namespace

void writeCalendars(xml_node calendars, const Plan& plan, const WorkingClock& clock,
                    const std::vector<std::string>& people, MspdiNames& names)
{
    xml_node calendar = startCalendar(calendars, kPlanCalendar, "Trestle");
    xml_node weekDays = calendar.append_child("WeekDays");
    writeWeek(weekDays, clock);
    writeGaps(calendar, weekDays, planGaps(plan), names);
    for (std::size_t i = 0; i < people.size(); ++i) {
        xml_node own = startCalendar(calendars, calendarOf(i), people[i]);
        const auto gaps = personGaps(plan, plan.inputs.team[i]);
        if (!gaps.empty())
            writeGaps(own, own.append_child("WeekDays"), gaps, names);
    }
}

} // namespace trestle::mspdi
