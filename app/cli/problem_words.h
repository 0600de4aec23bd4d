#pragma once

#include "models/plan/plan_problems.h"

#include <string>

namespace trestle::cli {

/// A rule that a plan breaks, in one line: "likely: 'backup' starts or finishes before 'database' lets it".
std::string worded(const PlanProblem& problem);

} // namespace trestle::cli
