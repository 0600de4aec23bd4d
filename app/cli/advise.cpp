#include "app/cli/advice_report.h"
#include "app/cli/console.h"
#include "app/cli/plan_command.h"
#include "app/cli/progress.h"
#include "app/cli/simulation_options.h"

#include <algorithm>
#include <memory>

namespace trestle::cli {

namespace {

constexpr Weeks kWorthTelling = 0.05; // what would be shown as none

struct AdviseOptions : PlanChoice {
    std::int64_t items = 10;
    SimulationChoice simulation;
};

/// Where the better order brings the finish forward.
Result<std::optional<Headline>> betterOrder(const Plan& plan, const Headline& today, const QuestionOptions& options)
{
    if (plan.inputs.order == OrderKind::optimised)
        return std::nullopt;
    Inputs inputs = plan.inputs;
    inputs.order = OrderKind::optimised;
    const auto ordered = estimate(plan.catalogue, inputs, options);
    if (!ordered)
        return std::unexpected(ordered.error());
    const Headline headline = ordered->headline();
    return today.finish - headline.finish >= kWorthTelling ? std::optional(headline) : std::nullopt;
}

Result<PlanAdvice> adviceOf(const Plan& plan, std::size_t shown, QuestionOptions options, Console& console)
{
    Progress progress(console, "weighing what would change the plan");
    const auto report = progress.reporter();
    // Each part takes its share of the line.
    const auto part = [&](double from, double to) {
        if (report)
            options.progress = [report, from, to](double done) { report(from + done * (to - from)); };
    };
    PlanAdvice advice;
    const auto today = ownRisk(plan, options);
    if (!today)
        return std::unexpected(today.error());
    options.known = *today;
    advice.today = headlineOf(plan, **today, plan.inputs.confidence);
    advice.next = nextItem(plan);
    part(0, 0.2);
    auto moves = bestMoves(plan, options);
    if (!moves)
        return std::unexpected(moves.error());
    advice.moves = std::move(*moves);
    part(0.2, 0.6);
    auto items = itemValues(plan, options, shown);
    if (!items)
        return std::unexpected(items.error());
    advice.items = std::move(*items);
    part(0.6, 0.9);
    if (!plan.inputs.team.empty()) {
        auto curve = teamCurve(plan, options);
        if (!curve)
            return std::unexpected(curve.error());
        advice.team = std::move(*curve);
    }
    auto order = betterOrder(plan, advice.today, options);
    if (!order)
        return std::unexpected(order.error());
    advice.betterOrder = *order;
    return advice;
}

Result<void> runAdvise(const AdviseOptions& options, const Environment& environment)
{
    const auto question = questionOptions(options.simulation);
    if (!question)
        return std::unexpected(question.error());
    if (options.items < 0)
        return fail(ErrorCode::invalidValue, std::to_string(options.items), "--items", "0 or more");
    const std::string scenario = options.scenarioName();
    const auto plan = chosenPlan(options);
    if (!plan)
        return std::unexpected(plan.error());
    const auto advice = adviceOf(*plan, static_cast<std::size_t>(options.items), *question, environment.console);
    if (!advice)
        return std::unexpected(advice.error());
    return environment.console.print(options.json ? writeAdviceJson(*plan, *advice, scenario, *question)
                                                  : adviceReport(*plan, *advice, scenario,
                                                                 static_cast<std::size_t>(options.items),
                                                                 environment.console.style()));
}

} // namespace

void addAdvise(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand(
        "advise", "Say what to do next and what would change a plan most: items, team size, order");
    const auto options = std::make_shared<AdviseOptions>();
    addPlanPath(*command, options->path);
    addScenarioChoice(*command, *options);
    command->add_option("--items", options->items, "How many items to show")->type_name("N")->capture_default_str();
    addSimulationOptions(*command, options->simulation);
    addJsonFlag(*command, options->json, "The figures");
    onChosen(*command, options, chosen, runAdvise);
}

} // namespace trestle::cli
