#include "app/cli/console.h"
#include "app/cli/plan_command.h"
#include "app/cli/price_report.h"
#include "app/cli/progress.h"
#include "app/cli/simulation_options.h"
#include "data/price_json.h"

#include <memory>

namespace trestle::cli {

namespace {

struct PriceOptions : PlanChoice {
    SimulationChoice simulation;
};

Result<void> runPrice(const PriceOptions& options, const Environment& environment)
{
    const auto question = questionOptions(options.simulation);
    if (!question)
        return std::unexpected(question.error());
    const auto plan = chosenPlan(options);
    if (!plan)
        return std::unexpected(plan.error());
    SimulationOptions simulation = simulationOf(*question);
    simulation.price = true;
    Progress progress(environment.console, "simulating");
    simulation.progress = progress.reporter();
    const auto risk = simulate(*plan, simulation);
    if (!risk)
        return std::unexpected(risk.error());
    const PriceFigures figures = priceFigures(*plan, *risk, priceConfidence(plan->inputs));
    const auto items = itemPrices(*plan, *risk, simulation);
    if (!items)
        return std::unexpected(items.error());
    const std::string scenario = options.scenarioName();
    return environment.console.print(options.json
                                         ? writePriceJson(*plan, *risk, figures, *items, scenario)
                                         : priceReport(*plan, figures, *items, scenario, environment.console.style()));
}

} // namespace

void addPrice(CLI::App& program, Action& chosen)
{
    CLI::App* command =
        program.add_subcommand("price", "What to charge a client for a plan, and the chance of losing on it");
    const auto options = std::make_shared<PriceOptions>();
    addPlanPath(*command, options->path);
    addScenarioChoice(*command, *options);
    addSimulationOptions(*command, options->simulation);
    addJsonFlag(*command, options->json, "The figures");
    onChosen(*command, options, chosen, runPrice);
}

} // namespace trestle::cli
