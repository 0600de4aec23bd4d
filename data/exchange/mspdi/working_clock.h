#pragma once

#include "models/units.h"
#include "models/work_calendar.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trestle {

/// Weeks of a plan as times of day and working hours, as MS Project counts them: a working day begins at 8:00 and has a
/// break from 12:00 to 13:00. Times are in whole minutes; their dates are those of the plan's calendar.
///
///     WorkingClock clock(plan.calendar, 38); // 456 minutes a day
///     clock.finish(0, 1);                    // "2027-01-08T16:36:00"
class WorkingClock {
public:
    /// Part of a working day, in minutes from midnight.
    struct Shift {
        int from = 0;
        int to = 0;
    };

    WorkingClock(const WorkCalendar& calendar, double hoursPerWeek);

    /// A fifth of the hours of a week, in whole minutes, and no more than a day has room for.
    [[nodiscard]] int minutesPerDay() const { return m_minutesPerDay; }
    [[nodiscard]] double hoursPerWeek() const { return m_minutesPerDay * kWorkingDaysPerWeek / 60.0; }
    [[nodiscard]] std::vector<Shift> shifts() const;

    /// Working minutes from the plan's start.
    [[nodiscard]] std::int64_t minutes(Weeks at) const;
    /// When work that starts at `at` starts: never at the end of a day.
    [[nodiscard]] std::string start(Weeks at) const;
    /// When work from `start` to `finish` is over: never at the beginning of a day. At `start` where there is none.
    [[nodiscard]] std::string finish(Weeks start, Weeks finish) const;

private:
    WorkCalendar m_calendar;
    int m_minutesPerDay = 0;
};

/// `2027-01-04T08:00:00`
std::string mspdiTime(Date date, int minuteOfDay);
/// `PT7H36M0S`, with all three parts.
std::string mspdiDuration(std::int64_t minutes);

} // namespace trestle
