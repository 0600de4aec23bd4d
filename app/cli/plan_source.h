#pragma once

#include "data/plan_file/source_kind.h"
#include "data/project_json.h"
#include "models/plan/plan.h"

#include <string>

/// Where a PLAN argument leads: a plan file, a plan as JSON, or standard input.
namespace trestle::cli {

/// Reads a plan without changing anything.
Result<ProjectDocument> loadProject(const std::string& path);

/// The plan of a scenario; an empty name is the base.
Result<Plan> planOf(const ProjectDocument& document, const std::string& scenario);

} // namespace trestle::cli
