#include "app/cli/plan_command.h"

#include "app/cli/plan_source.h"

namespace trestle::cli {

void addPlanPath(CLI::App& command, std::string& path)
{
    command.add_option("PLAN", path, "A plan file, a plan as JSON, or '-' for JSON from standard input")->required();
}

void addChangedPlanPath(CLI::App& command, std::string& path)
{
    command
        .add_option("PLAN", path, "The plan to change; with '-' plan JSON from standard input goes to standard output")
        ->required();
}

void addScenarioChoice(CLI::App& command, PlanChoice& choice)
{
    addText(command, "--scenario", choice.scenario, "NAME", "A scenario of the plan in place of its base");
}

void addJsonFlag(CLI::App& command, bool& json, const std::string& what)
{
    command.add_flag("--json", json, what + " as JSON");
}

Result<Plan> chosenPlan(const PlanChoice& choice)
{
    const auto document = loadProject(choice.path);
    return document ? chosenPlan(choice, *document) : std::unexpected(document.error());
}

Result<Plan> chosenPlan(const PlanChoice& choice, const ProjectDocument& document)
{
    return planOf(document, choice.scenarioName());
}

} // namespace trestle::cli
