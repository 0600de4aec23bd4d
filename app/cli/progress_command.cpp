#include "app/cli/console.h"
#include "app/cli/forecasts.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_source.h"
#include "app/cli/progress_text.h"
#include "app/cli/wording.h"
#include "data/progress_json.h"

#include <algorithm>
#include <memory>

namespace trestle::cli {

namespace {

/// A plan with the forecasts that its file keeps; plan JSON has none.
struct ForecastPlan {
    ProjectDocument document;
    Forecasts forecasts;
    bool isFile = false;
};

Result<ForecastPlan> readForecastPlan(const PlanChoice& choice)
{
    const auto kind = kindOf(choice.path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json) {
        auto document = loadProject(choice.path);
        return document ? Result<ForecastPlan>(ForecastPlan{std::move(*document), {}, false})
                        : std::unexpected(document.error());
    }
    const auto file = PlanFile::open(choice.path, OpenMode::readOnly);
    if (!file)
        return std::unexpected(file.error());
    auto forecasts = file->forecasts(choice.scenarioName());
    if (!forecasts)
        return std::unexpected(forecasts.error());
    return ForecastPlan{file->document(), std::move(*forecasts), true};
}

/// Keeps the forecast of a plan with a status date, if the file still holds that plan and can be written to; what
/// stops that is told and no failure.
void keepNow(const PlanChoice& choice, const ForecastPlan& read, const Forecast& now, const Environment& environment)
{
    const bool isKept = std::ranges::find(read.forecasts, now) != read.forecasts.end();
    if (!read.isFile || !read.document.project.base.asOf || isKept)
        return;
    auto file = PlanFile::open(choice.path, OpenMode::readWrite, environment.clock.milliseconds());
    if (file && file->document() != read.document)
        return; // someone has just changed the plan: its forecast is another one by now
    const KeptForecast forecast{choice.scenarioName(), now};
    const auto kept = file ? file->keepForecasts({&forecast, 1}) : Result<bool>(std::unexpected(file.error()));
    if (!kept)
        environment.console.note("the forecast of " + isoDate(now.asOf) + " is not kept: " + worded(kept.error()));
}

/// The status date before this one.
std::optional<Date> dateBefore(const Forecasts& forecasts, Date asOf)
{
    std::optional<Date> before;
    for (const Forecast& forecast : forecasts)
        if (forecast.asOf < asOf)
            before = forecast.asOf;
    return before;
}

Result<void> runProgress(const PlanChoice& choice, const Environment& environment)
{
    const auto read = readForecastPlan(choice);
    if (!read)
        return std::unexpected(read.error());
    const auto plan = chosenPlan(choice, read->document);
    if (!plan)
        return std::unexpected(plan.error());
    const auto risk = simulatedForForecast(*plan, environment.console);
    if (!risk)
        return std::unexpected(risk.error());
    const Forecast now = forecastOf(*plan, *risk);
    ToldProgress told{progressReport(*plan, dateBefore(read->forecasts, now.asOf)), movedSinceBaseline(*plan, now),
                      read->forecasts};
    keepForecast(told.forecasts, now);
    keepNow(choice, *read, now, environment);
    const std::string scenario = choice.scenarioName();
    return environment.console.print(choice.json ? writeProgressJson(*plan, told.report, told.forecasts, scenario)
                                                 : progressText(*plan, told, scenario, environment.console.style()));
}

} // namespace

void addProgress(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand(
        "progress", "How the work goes: under way, late, due and done, what it says of the rest, and the forecasts");
    const auto options = std::make_shared<PlanChoice>();
    addPlanPath(*command, options->path);
    addScenarioChoice(*command, *options);
    addJsonFlag(*command, options->json, "The figures");
    onChosen(*command, options, chosen, runProgress);
}

} // namespace trestle::cli
