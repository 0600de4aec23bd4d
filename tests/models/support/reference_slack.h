#pragma once

#include "models/plan/waits.h"
#include "tests/models/support/reference_scheduler.h"

#include <vector>

namespace trestle::reference {

/// Total float of every node in the plan as scheduled (people, order and durations kept).
std::vector<double> slackWithPeople(const Problem& problem, const Timetable& timetable);
/// Ordinary critical-path float: everyone available, each task at full crew, links alone.
std::vector<double> slackByLinks(const Problem& problem);

/// The finish of the plan when one task starts `delay` later and everything that hangs on it gives way: who works on
/// what, in which order, in which place of the phase's crew, and each task's duration stay as they are. Told as a
/// story of times that push each other, not as float, so that it can check the two functions above.
double finishWithDelay(const Problem& problem, const Timetable& timetable, std::size_t task, double delay);

/// Why a task starts when it does. `nodes` holds everything that could be named: all tight predecessors; the task
/// that the first to join has just finished; for a place, each task of the phase that has just let people go.
struct Reason {
    WaitKind kind = WaitKind::start;
    std::vector<Node> nodes;
    std::size_t person = 0; ///< the first to join
};
Reason reasonToWait(const Problem& problem, const Timetable& timetable, std::size_t task);

} // namespace trestle::reference
