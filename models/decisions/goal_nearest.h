#pragma once

#include "models/decisions/goal_trial.h"

namespace trestle {

/// Of a goal that none of the ways tried meets: what is in the way, what comes closest, and the goal with one of its
/// limits moved to where a way gets.
Result<void> findNearest(const Goal& goal, GoalTrial& trial, GoalAnswer& answer);

} // namespace trestle
