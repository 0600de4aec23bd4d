#pragma once

#include "app/cli/command_line.h"
#include "data/project_json.h"

#include <functional>
#include <string>

namespace trestle::cli {

/// What a decision found, to be kept as a scenario.
struct KeptScenario {
    Inputs inputs;
    std::string description; ///< for the plan's history
    std::string answer;      ///< what to print besides
};

/// Adds a scenario of the name to the plan, with the inputs that `maker` finds; nothing is searched for if the name is
/// taken. The answer goes to standard output; with "-" the changed plan JSON does in its place.
Result<void> keepScenario(const std::string& path, const std::string& name,
                          const std::function<Result<KeptScenario>(const ProjectDocument&)>& maker,
                          const Environment& environment);

} // namespace trestle::cli
