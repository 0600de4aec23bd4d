#pragma once

#include "models/work_calendar.h"

#include <vector>

namespace trestle {

/// Calendar days between moments of a plan, as running costs count them; looked up, since each simulated run asks.
class RunningDays {
public:
    /// Moments up to `horizon` are looked up; later ones go the long way.
    RunningDays(const WorkCalendar& calendar, Weeks horizon);

    /// Days from the date that `start` lies on to the last date of a plan that ends at `end`, both included.
    [[nodiscard]] int count(Weeks start, Weeks end) const
    {
        return dayOf(WorkCalendar::lastIndex(0, end)) - startDay(start) + 1;
    }
    /// Calendar days from the first working day to the date that `start` lies on.
    [[nodiscard]] int startDay(Weeks start) const { return dayOf(WorkCalendar::startIndex(start)); }

private:
    [[nodiscard]] int dayOf(int index) const
    {
        return static_cast<std::size_t>(index) < m_days.size() ? m_days[static_cast<std::size_t>(index)] : find(index);
    }
    [[nodiscard]] int find(int index) const;

    WorkCalendar m_calendar;
    std::vector<int> m_days; // of each working day: calendar days since the first
};

} // namespace trestle
