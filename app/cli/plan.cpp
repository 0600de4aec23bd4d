#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "data/figures_json.h"

#include <memory>

namespace trestle::cli {

namespace {

struct PlanOptions {
    std::string path;
    std::optional<std::string> scenario;
    bool json = false;
};

Result<void> runPlan(const PlanOptions& options, const Environment& environment)
{
    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    const std::string scenario = options.scenario.value_or("");
    const auto plan = planOf(*document, scenario);
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
    const auto options = std::make_shared<PlanOptions>();
    command->add_option("PLAN", options->path, "A plan file, a plan as JSON, or '-' for JSON from standard input")
        ->required();
    addText(*command, "--scenario", options->scenario, "NAME", "A scenario of the plan in place of its base");
    command->add_flag("--json", options->json, "The figures as JSON");
    command->callback([options, &chosen] {
        chosen = [options](const Environment& environment) { return runPlan(*options, environment); };
    });
}

} // namespace trestle::cli
