#include "app/cli/console.h"
#include "app/cli/plan_command.h"
#include "app/cli/progress.h"
#include "app/cli/risk_report.h"
#include "app/cli/simulation_options.h"
#include "data/risk_json.h"

#include <memory>

namespace trestle::cli {

namespace {

struct RiskOptions : PlanChoice {
    SimulationChoice simulation;
};

Result<Risk> simulated(const Plan& plan, SimulationOptions simulation, Console& console)
{
    Progress progress(console, "simulating");
    simulation.progress = progress.reporter();
    return simulate(plan, simulation);
}

Result<void> runRisk(const RiskOptions& options, const Environment& environment)
{
    const auto question = questionOptions(options.simulation);
    if (!question)
        return std::unexpected(question.error());
    const std::string scenario = options.scenarioName();
    const auto plan = chosenPlan(options);
    if (!plan)
        return std::unexpected(plan.error());
    const SimulationOptions simulation = simulationOf(*question, SimulationExtent::whole);
    const auto risk = simulated(*plan, simulation, environment.console);
    if (!risk)
        return std::unexpected(risk.error());
    const auto effects = riskEffects(*plan, *risk, simulation);
    if (!effects)
        return std::unexpected(effects.error());
    return environment.console.print(options.json
                                         ? writeRiskJson(*plan, *risk, *effects, scenario)
                                         : riskReport(*plan, *risk, *effects, scenario, environment.console.style()));
}

} // namespace

void addRisk(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("risk", "Simulate a plan: how sure its dates and costs are");
    const auto options = std::make_shared<RiskOptions>();
    addPlanPath(*command, options->path);
    addScenarioChoice(*command, *options);
    addSimulationOptions(*command, options->simulation);
    addJsonFlag(*command, options->json, "The figures");
    onChosen(*command, options, chosen, runRisk);
}

} // namespace trestle::cli
