#include "app/cli/cash_report.h"
#include "app/cli/console.h"
#include "app/cli/plan_command.h"
#include "app/cli/progress.h"
#include "app/cli/simulation_options.h"
#include "data/cash_json.h"

#include <memory>

namespace trestle::cli {

namespace {

struct CashOptions : PlanChoice {
    SimulationChoice simulation;
};

Result<void> runCash(const CashOptions& options, const Environment& environment)
{
    const auto question = questionOptions(options.simulation);
    if (!question)
        return std::unexpected(question.error());
    const auto plan = chosenPlan(options);
    if (!plan)
        return std::unexpected(plan.error());
    if (!plan->inputs.cash.opening)
        return fail(ErrorCode::noOpeningCash);
    SimulationOptions simulation = simulationOf(*question);
    simulation.cash = true;
    Progress progress(environment.console, "simulating");
    simulation.progress = progress.reporter();
    const auto risk = simulate(*plan, simulation);
    if (!risk)
        return std::unexpected(risk.error());
    const CashFigures figures = cashFigures(*plan, *risk);
    const std::string scenario = options.scenarioName();
    return environment.console.print(options.json ? writeCashJson(*plan, *risk, figures, scenario)
                                                  : cashReport(*plan, figures, scenario, environment.console.style()));
}

} // namespace

void addCash(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("cash", "Whether the money in the bank lasts, and how much to raise");
    const auto options = std::make_shared<CashOptions>();
    addPlanPath(*command, options->path);
    addScenarioChoice(*command, *options);
    addSimulationOptions(*command, options->simulation);
    addJsonFlag(*command, options->json, "The figures");
    onChosen(*command, options, chosen, runCash);
}

} // namespace trestle::cli
