#include "app/cli/console.h"
#include "app/cli/figures.h"
#include "app/cli/goal_report.h"
#include "app/cli/keep_scenario.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_source.h"
#include "app/cli/progress.h"
#include "app/cli/simulation_options.h"
#include "app/cli/values.h"

#include <memory>

namespace trestle::cli {

namespace {

struct CoverOptions : PlanChoice {
    std::optional<std::string> within;
    std::optional<std::string> sure;
    std::optional<std::string> name;
    SimulationChoice simulation;
};

struct CoverAnswered {
    Plan plan;
    CoverQuestion question;
    BudgetCover cover;
    std::string text;
};

Result<Money> budgetOf(const CoverOptions& options, const Inputs& inputs)
{
    if (options.within)
        return readMoney(*options.within, "--within");
    if (inputs.budget)
        return *inputs.budget;
    return fail(ErrorCode::invalidValue, {}, "--within", "the dollars there are, as in 120000");
}

Result<CoverAnswered> coverAnswer(const CoverOptions& options, const ProjectDocument& document,
                                  const Environment& environment)
{
    auto simulation = questionOptions(options.simulation);
    if (!simulation)
        return std::unexpected(simulation.error());
    auto plan = chosenPlan(options, document);
    if (!plan)
        return std::unexpected(plan.error());
    const auto budget = budgetOf(options, plan->inputs);
    if (!budget)
        return std::unexpected(budget.error());
    const auto sure = readConfidence(options.sure, plan->inputs.confidence);
    if (!sure)
        return std::unexpected(sure.error());
    CoverQuestion question{options.scenarioName(), *budget, *sure};
    Progress progress(environment.console, "seeing what the money covers");
    simulation->progress = progress.reporter();
    auto cover = budgetCover(*plan, *budget, *sure, *simulation);
    if (!cover)
        return std::unexpected(cover.error());
    std::string text = options.json ? writeCoverJson(*plan, question, *cover, *simulation)
                                    : coverReport(*plan, question, *cover, environment.console.style());
    return CoverAnswered{std::move(*plan), std::move(question), std::move(*cover), std::move(text)};
}

Result<void> runCover(const CoverOptions& options, const Environment& environment)
{
    if (!options.name) {
        const auto document = loadProject(options.path);
        if (!document)
            return std::unexpected(document.error());
        const auto answered = coverAnswer(options, *document, environment);
        if (!answered)
            return std::unexpected(answered.error());
        return environment.console.print(answered->text);
    }
    const auto maker = [&](const ProjectDocument& document) -> Result<KeptScenario> {
        auto answered = coverAnswer(options, document, environment);
        if (!answered)
            return std::unexpected(answered.error());
        Inputs inputs = answered->plan.inputs;
        for (const std::string& id : answered->cover.left)
            inputs.items[id].progress.state = ItemState::excluded;
        return KeptScenario{std::move(inputs),
                            "what AUD " + dollars(answered->question.within) + " covers at " +
                                std::to_string(answered->question.confidence) + " %",
                            std::move(answered->text)};
    };
    return keepScenario(options.path, *options.name, maker, environment);
}

} // namespace

void addCover(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("cover", "Say what a budget covers, from the top of the checklist");
    const auto options = std::make_shared<CoverOptions>();
    addPlanPath(*command, options->path);
    addText(*command, "--within", options->within, "AUD", "The money there is; the plan's budget when not given");
    addText(*command, "--sure", options->sure, "PERCENT", "How sure, 1 to 99; the plan's confidence when not given");
    addScenarioChoice(*command, *options);
    addText(*command, "--name", options->name, "NAME", "Keep what is covered as a scenario of this name in PLAN");
    addSimulationOptions(*command, options->simulation);
    addJsonFlag(*command, options->json, "The answer");
    onChosen(*command, options, chosen, runCover);
}

} // namespace trestle::cli
