#pragma once

#include "app/cli/command_line.h"
#include "data/plan_file/plan_file.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// How commands change a plan: read, change, check, keep.
namespace trestle::cli {

/// A change, ready to be kept.
struct PlanEdit {
    Project project;
    std::string label;                                       ///< for the plan's history
    std::string result;                                      ///< to be printed once it is kept, with its line end
    std::vector<std::string> notes;                          ///< what the user should know beside it
    std::optional<LoadedCatalogue> catalogue = std::nullopt; ///< another in place of the plan's
    std::vector<KeptForecast> forecasts = {};                ///< to be kept beside the history, in a plan file
};
using PlanEditor = std::function<Result<PlanEdit>(const ProjectDocument&)>;

/// Reads the plan, lets `editor` change it and keeps the result: as one revision of a plan file, with the forecasts of
/// the status date that another takes the place of; or in place of a plan as JSON; with "-" the changed JSON goes to
/// standard output instead of the result. What breaks a rule, and a scenario that gives no plan, is refused; then
/// nothing is changed.
Result<void> editPlan(const std::string& path, const PlanEditor& editor, const Environment& environment);

} // namespace trestle::cli
