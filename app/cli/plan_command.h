#pragma once

#include "app/cli/options.h"
#include "data/project_json.h"
#include "models/plan/plan.h"

#include <optional>
#include <string>

/// What the commands that ask something of one plan have in common: PLAN, --scenario and --json.
namespace trestle::cli {

/// Which plan is asked, and how the answer is wanted. Each command's options begin with it.
struct PlanChoice {
    std::string path;
    std::optional<std::string> scenario;
    bool json = false;

    [[nodiscard]] std::string scenarioName() const { return scenario.value_or(""); } ///< empty: the base
};

/// Adds PLAN, which is read and not changed.
void addPlanPath(CLI::App& command, std::string& path);
/// Adds PLAN for a command that changes the plan.
void addChangedPlanPath(CLI::App& command, std::string& path);
/// Adds --scenario.
void addScenarioChoice(CLI::App& command, PlanChoice& choice);
/// Adds --json; `what`: "The figures".
void addJsonFlag(CLI::App& command, bool& json, const std::string& what);

/// The plan of the choice, read from its file.
Result<Plan> chosenPlan(const PlanChoice& choice);
/// The same of a document that has been read.
Result<Plan> chosenPlan(const PlanChoice& choice, const ProjectDocument& document);

} // namespace trestle::cli
