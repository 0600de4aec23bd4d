#include "app/cli/change_order_report.h"
#include "app/cli/console.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_source.h"
#include "app/cli/progress.h"
#include "app/cli/simulation_options.h"
#include "data/change_order_json.h"
#include "data/plan_file/named_version.h"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace trestle::cli {

namespace {

/// The plan as it stands, where a version is asked for.
constexpr std::string_view kNow = "now";

struct ChangeOrderOptions {
    std::string path;
    std::string from;
    std::string to;
    SimulationChoice simulation;
    bool json = false;
};

/// The version of that name in the plan's history. Error: unknownVersion, with the names that there are.
Result<ProjectDocument> versionOf(const std::string& path, const std::string& name)
{
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json)
        return fail(ErrorCode::unknownVersion, name);
    const auto file = PlanFile::open(path, OpenMode::readOnly);
    if (!file)
        return std::unexpected(file.error());
    auto version = versionNamed(*file, name);
    if (!version)
        return std::unexpected(version.error());
    return std::move(version->document);
}

/// What a name means: a version of the history, else a scenario, else the plan as it stands, else another plan's file.
Result<Plan> versionPlan(const std::string& path, const ProjectDocument& now, const std::string& name)
{
    const auto version = versionOf(path, name);
    if (version)
        return planOf(*version, {});
    if (version.error().code != ErrorCode::unknownVersion)
        return std::unexpected(version.error());
    if (std::ranges::find(now.project.scenarios, name, &Scenario::name) != now.project.scenarios.end())
        return planOf(now, name);
    if (name == kNow)
        return planOf(now, {});
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(name, ignored))
        return std::unexpected(version.error());
    const auto other = loadProject(name);
    return other ? planOf(*other, {}) : Result<Plan>(std::unexpected(other.error()));
}

std::string titleOf(const std::string& name)
{
    return name == kNow ? "the plan as it stands" : "'" + name + "'";
}

Result<void> runChangeOrder(const ChangeOrderOptions& options, const Environment& environment)
{
    const auto question = questionOptions(options.simulation);
    if (!question)
        return std::unexpected(question.error());
    const auto now = loadProject(options.path);
    if (!now)
        return std::unexpected(now.error());
    const auto before = versionPlan(options.path, *now, options.from);
    if (!before)
        return std::unexpected(before.error());
    const auto after = versionPlan(options.path, *now, options.to);
    if (!after)
        return std::unexpected(after.error());
    Progress progress(environment.console, "simulating");
    SimulationOptions simulation = simulationOf(*question);
    simulation.progress = progress.reporter();
    const auto order = changeOrder(*before, *after, simulation);
    if (!order)
        return std::unexpected(order.error());
    const Inputs& inputs = after->inputs;
    if (options.json)
        return environment.console.print(
            writeChangeOrderJson(*order, {inputs.name, options.from, options.to, simulation.runs, simulation.seed}));
    const ChangeOrderTitle title{inputs.name, inputs.client, titleOf(options.from), titleOf(options.to)};
    return environment.console.print(changeOrderReport(*order, title, environment.console.style()));
}

} // namespace

void addChangeOrder(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand(
        "change-order", "What a client is told of a change: work, price, dates and invoices of two versions");
    const auto options = std::make_shared<ChangeOrderOptions>();
    options->to = kNow;
    addPlanPath(*command, options->path);
    command
        ->add_option("FROM", options->from,
                     "What was agreed: a named version, a scenario, another plan's file, or 'now' for the plan as it "
                     "stands")
        ->required();
    command->add_option("TO", options->to, "What is to be agreed, likewise; the plan as it stands when not given");
    addSimulationOptions(*command, options->simulation);
    addJsonFlag(*command, options->json, "The figures");
    onChosen(*command, options, chosen, runChangeOrder);
}

} // namespace trestle::cli
