#pragma once

#include "models/team.h"
#include "models/work_calendar.h"

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

namespace trestle {

/// From when a person is on the plan: 0, or the first working day on or after their first day.
Weeks firstWeek(const Person& person, const WorkCalendar& calendar);

/// Never, as the end of a time.
inline constexpr Weeks kNoEnd = std::numeric_limits<Weeks>::infinity();

/// Until when a person is on the plan: the end of the last working day on or before their last day; kNoEnd without one.
Weeks lastWeek(const Person& person, const WorkCalendar& calendar);

/// Leave of this many working days in a row or more is a hand-over.
inline constexpr int kHandOverDays = 5;

/// A time when a person is not there, in weeks of the plan.
struct Absence {
    Weeks from = 0;
    Weeks to = 0;
    bool handsOver = false; ///< a person leaves the item when this begins; after shorter leave the person goes on
    friend bool operator==(const Absence&, const Absence&) = default;
};

/// Before the first day, on leave, and after the last day: then it never ends. Disjoint and sorted, entries that follow
/// each other joined; leave that holds no working day leaves no trace.
std::vector<Absence> absences(const Person& person, const WorkCalendar& calendar);

/// The latest time at which `work` weeks of presence may start so as to be over by `end`.
Weeks latestStart(std::span<const Absence> away, Weeks work, Weeks end);

/// Calls use(from, to) for each part of a time during which the person is there.
template <class Use>
void eachPresence(std::span<const Absence> away, Weeks from, Weeks to, Use use)
{
    for (const Absence& absence : away) {
        if (absence.from > from && from < to)
            use(from, std::min(absence.from, to));
        from = std::max(from, absence.to);
    }
    if (from < to)
        use(from, to);
}

/// The part of a time during which the person is away.
Weeks absentDuring(std::span<const Absence> away, Weeks from, Weeks to);

} // namespace trestle
