#pragma once

#include "app/cli/text.h"
#include "data/project_json.h"
#include "models/plan/plan.h"

#include <string>
#include <vector>

namespace trestle::cli {

/// The plans of the base and of every scenario, in their order. The error of a scenario names it.
Result<std::vector<Plan>> plansOf(const ProjectDocument& document);

/// The base and the scenarios, as `trestle scenario list` prints them: the likely plan of each, and under it what the
/// scenario has of its own.
std::string scenarioList(const Project& project, const std::vector<Plan>& plans, const Style& style);

} // namespace trestle::cli
