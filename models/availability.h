#pragma once

#include "models/team.h"
#include "models/work_calendar.h"

#include <utility>
#include <vector>

namespace trestle {

/// From when a person is on the plan: 0, or the first working day on or after their first day.
Weeks firstWeek(const Person& person, const WorkCalendar& calendar);

/// When a person is not there, in weeks of the plan: before the first day, and on leave. Disjoint and sorted; leave
/// that holds no working day leaves no trace.
std::vector<std::pair<Weeks, Weeks>> absences(const Person& person, const WorkCalendar& calendar);

} // namespace trestle
