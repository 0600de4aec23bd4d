#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "app/cli/risk_report.h"
#include "data/risk_json.h"

#include <memory>

namespace trestle::cli {

namespace {

constexpr std::int64_t kMostRuns = 10'000'000; // more would only take memory: the figures stand long before

struct RiskOptions {
    std::string path;
    std::optional<std::string> scenario;
    std::int64_t runs = 10'000;
    std::uint64_t seed = 1;
    bool json = false;
};

Result<void> runRisk(const RiskOptions& options, const Environment& environment)
{
    if (options.runs < 1 || options.runs > kMostRuns)
        return fail(ErrorCode::invalidValue, std::to_string(options.runs), "--runs",
                    "1 to " + std::to_string(kMostRuns));
    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    const std::string scenario = options.scenario.value_or("");
    const auto plan = planOf(*document, scenario);
    if (!plan)
        return std::unexpected(plan.error());
    SimulationOptions simulation;
    simulation.runs = static_cast<std::uint32_t>(options.runs);
    simulation.seed = options.seed;
    const auto risk = simulate(*plan, simulation);
    if (!risk)
        return std::unexpected(risk.error());
    return environment.console.print(options.json ? writeRiskJson(*plan, *risk)
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
    command->add_option("--runs", options->runs, "How many plans to simulate")->type_name("N")->capture_default_str();
    command->add_option("--seed", options->seed, "Which sample: the same seed gives the same figures")
        ->type_name("N")
        ->capture_default_str();
    command->add_flag("--json", options->json, "The figures as JSON");
    command->callback([options, &chosen] {
        chosen = [options](const Environment& environment) { return runRisk(*options, environment); };
    });
}

} // namespace trestle::cli
