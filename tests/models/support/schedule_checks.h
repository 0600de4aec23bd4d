#pragma once

#include "models/plan/plan.h"
#include "models/schedule.h"
#include "tests/models/support/reference_scheduler.h"

#include <string>

namespace trestle::reference {

/// What the product says, in the reference's shape.
Timetable timetableOf(const Network& network, const Schedule& schedule);
Timetable timetableOf(const Plan& plan, Case which);

/// The first difference between two timetables, in words; empty where times, crews, worked weeks and cost agree.
std::string difference(const Problem& problem, const Timetable& expected, const Timetable& found);

/// The first rule of the model that a timetable breaks, in words; empty if none: nobody on two items at once, absent
/// people don't start, crew limits, links, phases that fit their items, no work lost, nobody idle without need.
std::string brokenRule(const Problem& problem, const Timetable& timetable);

} // namespace trestle::reference
