#include "app/cli/console.h"
#include "app/cli/goal_report.h"
#include "app/cli/keep_scenario.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_source.h"
#include "app/cli/progress.h"
#include "app/cli/simulation_options.h"
#include "app/cli/values.h"

#include <algorithm>
#include <memory>

namespace trestle::cli {

namespace {

/// Where any date, or any total, will do.
constexpr Date kAnyDate{std::chrono::days{10'000'000}};
constexpr Money kAnyTotal = Money::dollars(1'000'000'000'000'000);

struct GoalOptions : PlanChoice {
    std::optional<std::string> by;
    std::optional<std::string> within;
    bool cashLasts = false;
    std::optional<std::string> marginAtLeast;
    std::optional<std::string> sure;
    std::optional<std::string> earliestStart;
    std::optional<std::string> hireRate;
    std::optional<std::string> name;
    std::optional<int> way;
    SimulationChoice simulation;
};

Result<GoalQuestion> questionOf(const GoalOptions& options, const Plan& plan, Date today)
{
    const Inputs& inputs = plan.inputs;
    GoalQuestion question;
    question.hireRate = plan.catalogue->personWeekRate.value;
    question.scenario = options.scenarioName();
    question.by = inputs.targetDate;
    question.within = inputs.budget;
    if (options.by) {
        const auto by = readDate(*options.by, "--by");
        if (!by)
            return std::unexpected(by.error());
        question.by = *by;
    }
    if (options.within) {
        const auto within = readMoney(*options.within, "--within");
        if (!within)
            return std::unexpected(within.error());
        question.within = *within;
    }
    question.cashLasts = options.cashLasts;
    if (options.marginAtLeast) {
        const auto margin = readNumber(*options.marginAtLeast, "--margin-at-least");
        if (!margin)
            return std::unexpected(margin.error());
        if (*margin > kMostMargin)
            return fail(ErrorCode::invalidValue, *options.marginAtLeast, "--margin-at-least",
                        {DetailKind::fromTo, {"0", numberText(kMostMargin)}});
        question.marginPercent = *margin;
    }
    if (!question.by && !question.within && !question.cashLasts && !question.marginPercent)
        return fail(ErrorCode::invalidValue, {}, "--by", "a day, as in 2027-06-25, or a budget with --within");
    const auto sure = readConfidence(options.sure, inputs.confidence);
    if (!sure)
        return std::unexpected(sure.error());
    question.confidence = *sure;
    // What has passed is no time to start in.
    question.earliestStart = std::min(today, inputs.start);
    if (options.earliestStart) {
        const auto start = readDate(*options.earliestStart, "--earliest-start");
        if (!start)
            return std::unexpected(start.error());
        question.earliestStart = *start;
    }
    if (options.hireRate) {
        const auto rate = readMoney(*options.hireRate, "--hire-rate");
        if (!rate)
            return std::unexpected(rate.error());
        question.hireRate = *rate;
    }
    return question;
}

struct GoalAnswered {
    Plan plan;
    GoalQuestion question;
    GoalAnswer answer;
    QuestionOptions simulation;
};

Result<GoalAnswered> goalAnswer(const GoalOptions& options, const ProjectDocument& document,
                                const Environment& environment)
{
    auto simulation = questionOptions(options.simulation);
    if (!simulation)
        return std::unexpected(simulation.error());
    auto plan = chosenPlan(options, document);
    if (!plan)
        return std::unexpected(plan.error());
    auto question = questionOf(options, *plan, environment.clock.today());
    if (!question)
        return std::unexpected(question.error());
    Progress progress(environment.console, "looking for ways");
    simulation->progress = progress.reporter();
    const Goal goal{question->by.value_or(kAnyDate),
                    question->within.value_or(kAnyTotal),
                    question->confidence,
                    question->earliestStart,
                    question->hireRate,
                    question->cashLasts,
                    question->marginPercent};
    auto answer = searchGoal(*plan, goal, *simulation);
    if (!answer)
        return std::unexpected(answer.error());
    simulation->progress = nullptr;
    return GoalAnswered{std::move(*plan), std::move(*question), std::move(*answer), std::move(*simulation)};
}

std::string textOf(const GoalAnswered& answered, const GoalOptions& options, const Style& style)
{
    return options.json ? writeGoalJson(answered.plan, answered.question, answered.answer, answered.simulation)
                        : goalReport(answered.plan, answered.question, answered.answer, style);
}

/// The way by its number in the report.
Result<Way> chosenWay(const GoalAnswer& answer, int number)
{
    const std::vector<Way> ways = waysOf(answer);
    if (answer.metToday)
        return fail(ErrorCode::invalidValue, std::to_string(number), "--save-way",
                    "it for a goal that the plan does not meet as it is");
    if (number < 1 || static_cast<std::size_t>(number) > ways.size())
        return fail(ErrorCode::invalidValue, std::to_string(number), "--save-way",
                    ways.size() == 1 ? "1, the one way there is" : "1 to " + std::to_string(ways.size()));
    return ways[static_cast<std::size_t>(number) - 1];
}

Result<void> runGoal(const GoalOptions& options, const Environment& environment)
{
    if (!options.name) {
        const auto document = loadProject(options.path);
        if (!document)
            return std::unexpected(document.error());
        const auto answered = goalAnswer(options, *document, environment);
        if (!answered)
            return std::unexpected(answered.error());
        return environment.console.print(textOf(*answered, options, environment.console.style()));
    }
    const auto maker = [&](const ProjectDocument& document) -> Result<KeptScenario> {
        const auto answered = goalAnswer(options, document, environment);
        if (!answered)
            return std::unexpected(answered.error());
        const auto way = chosenWay(answered->answer, options.way.value_or(1));
        if (!way)
            return std::unexpected(way.error());
        return KeptScenario{applyWay(answered->plan.inputs, *way), wayText(*way),
                            textOf(*answered, options, environment.console.style())};
    };
    return keepScenario(options.path, *options.name, maker, environment);
}

} // namespace

void addGoal(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("goal", "Search for ways to finish by a day within a budget");
    const auto options = std::make_shared<GoalOptions>();
    addPlanPath(*command, options->path);
    addText(*command, "--by", options->by, "DATE", "The day to be finished by; the plan's target when not given");
    addText(*command, "--within", options->within, "AUD",
            "The most that labour and running costs may come to; the plan's budget when not given");
    command->add_flag("--cash-lasts", options->cashLasts, "And the cash lasts to the end of the buffer after launch");
    addText(*command, "--margin-at-least", options->marginAtLeast, "PERCENT",
            "And so much of the price is left, 0 to 95; each way has a price of its own");
    addText(*command, "--sure", options->sure, "PERCENT", "How sure, 1 to 99; the plan's confidence when not given");
    addText(*command, "--earliest-start", options->earliestStart, "DATE",
            "No way starts before this day; today when not given");
    addText(*command, "--hire-rate", options->hireRate, "AUD",
            "What an engineer to hire costs a week, full-time; the catalogue's person-week when not given");
    addScenarioChoice(*command, *options);
    CLI::Option* name =
        addText(*command, "--name", options->name, "NAME", "Keep a way as a scenario of this name in PLAN");
    command
        ->add_option("--save-way", options->way,
                     "Which way to keep, by its number in the answer; the first "
                     "when not given")
        ->type_name("N")
        ->needs(name);
    addSimulationOptions(*command, options->simulation);
    addJsonFlag(*command, options->json, "The answer");
    onChosen(*command, options, chosen, runGoal);
}

} // namespace trestle::cli
