#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "app/cli/progress.h"
#include "app/cli/risk_report.h"
#include "app/cli/simulation_options.h"
#include "data/risk_json.h"

#include <memory>

namespace trestle::cli {

namespace {

struct RiskOptions {
    std::string path;
    std::optional<std::string> scenario;
    SimulationChoice simulation;
    bool json = false;
};

Result<Risk> simulated(const Plan& plan, const QuestionOptions& question, Console& console)
{
    Progress progress(console, "simulating");
    SimulationOptions simulation;
    simulation.runs = question.runs;
    simulation.seed = question.seed;
    simulation.threads = question.threads;
    simulation.progress = progress.reporter();
    return simulate(plan, simulation);
}

Result<void> runRisk(const RiskOptions& options, const Environment& environment)
{
    const auto question = questionOptions(options.simulation);
    if (!question)
        return std::unexpected(question.error());
    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    const std::string scenario = options.scenario.value_or("");
    const auto plan = planOf(*document, scenario);
    if (!plan)
        return std::unexpected(plan.error());
    const auto risk = simulated(*plan, *question, environment.console);
    if (!risk)
        return std::unexpected(risk.error());
    return environment.console.print(options.json ? writeRiskJson(*plan, *risk, scenario)
                                                  : riskReport(*plan, *risk, scenario, environment.console.style()));
}

} // namespace

void addRisk(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("risk", "Simulate a plan: how sure its dates and costs are");
    const auto options = std::make_shared<RiskOptions>();
    command->add_option("PLAN", options->path, "A plan file, a plan as JSON, or '-' for JSON from standard input")
        ->required();
    addText(*command, "--scenario", options->scenario, "NAME", "A scenario of the plan in place of its base");
    addSimulationOptions(*command, options->simulation);
    command->add_flag("--json", options->json, "The figures as JSON");
    command->callback([options, &chosen] {
        chosen = [options](const Environment& environment) { return runRisk(*options, environment); };
    });
}

} // namespace trestle::cli
