#include "app/cli/console.h"
#include "app/cli/plan_command.h"
#include "app/cli/report.h"
#include "data/figures_json.h"

#include <memory>

namespace trestle::cli {

namespace {

Result<void> runPlan(const PlanChoice& options, const Environment& environment)
{
    const std::string scenario = options.scenarioName();
    const auto plan = chosenPlan(options);
    if (!plan)
        return std::unexpected(plan.error());
    if (options.json)
        return environment.console.print(writeFiguresJson(*plan, scenario));
    return environment.console.print(report(*plan, scenario, environment.console.style()));
}

} // namespace

void addPlan(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("plan", "Print a plan: summary, Gantt chart and table, or its figures");
    const auto options = std::make_shared<PlanChoice>();
    addPlanPath(*command, options->path);
    addScenarioChoice(*command, *options);
    addJsonFlag(*command, options->json, "The figures");
    onChosen(*command, options, chosen, runPlan);
}

} // namespace trestle::cli
