#pragma once

#include "models/date.h"
#include "models/units.h"

#include <vector>

namespace trestle {

/// Maps working days to dates. Working day 0 is the first working day on or after the origin; Monday to Friday less
/// the listed days off are working days. Week x of a plan is working day 5x. Working days before the origin have
/// numbers below 0.
class WorkCalendar {
public:
    WorkCalendar() = default;
    WorkCalendar(Date origin, std::vector<Date> daysOff);

    [[nodiscard]] bool isWorkingDay(Date date) const;
    /// Date of working day `index`.
    [[nodiscard]] Date dateOf(int index) const;
    /// Index of the first working day on or after `date`; 0 for every date before day 0.
    [[nodiscard]] int indexOnOrAfter(Date date) const;
    /// The same, below 0 for dates before day 0.
    [[nodiscard]] int dayNumber(Date date) const;

    /// The day on which work that starts at `at` starts: floor(5x + 1e-6).
    [[nodiscard]] Date startDate(Weeks at) const { return dateOf(startIndex(at)); }
    /// The last day of work from `start` to `finish`: promises round up.
    [[nodiscard]] Date lastDate(Weeks start, Weeks finish) const { return dateOf(lastIndex(start, finish)); }
    static int startIndex(Weeks at);
    static int lastIndex(Weeks start, Weeks finish);

    friend bool operator==(const WorkCalendar&, const WorkCalendar&) = default;

private:
    [[nodiscard]] Date dateOfWeekday(int weekday) const;

    Date m_monday{};            // the Monday of the week of the origin
    int m_offset = 0;           // weekdays from that Monday to working day 0, days off not counted
    std::vector<int> m_daysOff; // weekday numbers from that Monday, from day 0 on, sorted, unique
    std::vector<int> m_before;  // the same before day 0
};

} // namespace trestle
