#pragma once

#include "tests/models/support/reference_problem.h"

#include <limits>
#include <optional>
#include <vector>

namespace trestle::reference {

struct Joining {
    std::size_t task = 0;
    std::size_t person = 0;
    double at = 0;
    double left = std::numeric_limits<double>::infinity(); ///< the work is done, or handed over
};

/// The times of a plan.
struct Timetable {
    std::vector<double> start;              ///< per node; 0 of one that has begun
    std::vector<double> workDone;           ///< per task; its start where there is no work
    std::vector<double> finish;             ///< per node
    std::vector<std::vector<Joining>> crew; ///< per task, in order of joining
    std::vector<double> worked;             ///< per person
    std::vector<double> cost;               ///< per task, dollars of worked time
    double end = 0;                         ///< the latest finish of a node with work
};

/// Steps from event to event; at each, repeats the three steps of the model until nothing changes. Throws
/// std::logic_error where the plan can't go on (a cycle, or work that nobody can do).
Timetable schedule(const Problem& problem);

} // namespace trestle::reference
