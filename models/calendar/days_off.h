#pragma once

#include "models/calendar/holidays.h"
#include "models/inputs.h"

#include <cstdint>
#include <string>
#include <vector>

/// The one answer to when nobody works: single days off, the region's public holidays less those on which this plan
/// works, and closures of every year. Weekends are off anyway and not among them.
namespace trestle {

enum class DayOffKind : std::uint8_t { own, closure, holiday };

/// Its label is the user's, or the holiday's name; empty where a day off has none.
struct NamedDayOff {
    Date date{};
    DayOffKind kind = DayOffKind::own;
    std::string label;
    HolidayState state = HolidayState::set;
    friend bool operator==(const NamedDayOff&, const NamedDayOff&) = default;
};

/// Weekdays from `first` to `last`, both included, by date, each once; the first kind above that has a day names it.
std::vector<NamedDayOff> namedDaysOff(const Inputs& inputs, Date first, Date last);
/// The same without names, in no order and perhaps twice: for a WorkCalendar or a set.
std::vector<Date> daysOffBetween(const Inputs& inputs, Date first, Date last);
/// Those that can matter to a calendar that starts on `origin`: from the first day on which something started or
/// finished. Closures go on for a hundred years.
std::vector<Date> daysOffOf(const Inputs& inputs, Date origin);
/// Working days after `from`, up to and with `to`; negative where `to` is the earlier. They are counted by the calendar
/// and not by a plan's own working days, which begin at its start.
int workingDaysBetween(Date from, Date to, const Inputs& inputs);

/// The days of a closure that starts in `year`. 29 February is the 28th in other years.
DateRange closureIn(const YearlyClosure& closure, int year);

/// That the inputs have a region, and `date` is later than its holidays are worked out for.
bool isPastKnownHolidays(const Inputs& inputs, Date date);

} // namespace trestle
