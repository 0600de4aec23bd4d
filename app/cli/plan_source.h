#pragma once

#include "data/project_json.h"
#include "models/plan.h"

#include <string>

/// Where a PLAN argument leads: a plan file, a plan as JSON, or standard input.
namespace trestle::cli {

enum class SourceKind : std::uint8_t { planFile, json };

/// What lies at a path, told by its first bytes rather than by its name. Standard input and everything else that can be
/// read only once is JSON. Errors: fileNotFound, fileUnreadable.
Result<SourceKind> kindOf(const std::string& path);

/// Reads a plan without changing anything.
Result<ProjectDocument> loadProject(const std::string& path);

/// The plan of a scenario; an empty name is the base.
Result<Plan> planOf(const ProjectDocument& document, const std::string& scenario);

} // namespace trestle::cli
