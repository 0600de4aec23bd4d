#include "app/cli/figures.h"
#include "app/cli/forecasts.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_edit.h"
#include "app/cli/plan_source.h"
#include "app/cli/values.h"
#include "data/plan_file/named_version.h"
#include "data/progress_json.h"
#include "models/scenario_overlay.h"

#include <algorithm>
#include <memory>

namespace trestle::cli {

namespace {

struct BaselineOptions : PlanChoice {
    std::optional<std::string> name;
    std::optional<std::string> version;
    bool clear = false;
};

/// The document of the version that was asked for; nothing: of the plan as it stands.
Result<std::optional<ProjectDocument>> versionOf(const BaselineOptions& options)
{
    if (!options.version)
        return std::nullopt;
    const auto kind = kindOf(options.path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json)
        return fail(ErrorCode::unknownVersion, *options.version);
    const auto file = PlanFile::open(options.path, OpenMode::readOnly);
    if (!file)
        return std::unexpected(file.error());
    auto version = versionNamed(*file, *options.version);
    if (!version)
        return std::unexpected(version.error());
    return std::move(version->document);
}

constexpr std::size_t kPromiseLabel = 12;
constexpr std::size_t kPromiseFigure = 13;

std::string promiseRow(const std::string& label, const std::vector<std::string>& cells, const Style& style)
{
    std::string line = leftAligned(label, kPromiseLabel, style.glyphs);
    for (const std::string& cell : cells)
        line += rightAligned(cell, kPromiseFigure, style.glyphs);
    return line + '\n';
}

std::string promiseLines(const Baseline& baseline, const Style& style)
{
    return inked("Baseline '" + printable(baseline.name, style.utf8) + "', status date " + isoDate(baseline.taken),
                 Ink::bold, style) +
           '\n' + promiseRow("", {"likely", "50 %", "80 %", "90 %"}, style) +
           promiseRow("Finish",
                      {isoDate(baseline.finish), isoDate(baseline.finishP50), isoDate(baseline.finishP80),
                       isoDate(baseline.finishP90)},
                      style) +
           promiseRow("Total, AUD",
                      {amountText(baseline.total), promiseText(baseline.totalP50), promiseText(baseline.totalP80),
                       promiseText(baseline.totalP90)},
                      style);
}

/// The plan with another baseline of the base or of a scenario.
Result<PlanEdit> withBaseline(const ProjectDocument& document, const std::string& scenario,
                              std::optional<Baseline> baseline)
{
    auto inputs = inputsOf(document.project, scenario);
    if (!inputs)
        return std::unexpected(inputs.error());
    inputs->baseline = std::move(baseline);
    auto project = trestle::editScenario(document.project, scenario, *inputs);
    if (!project)
        return std::unexpected(project.error());
    return PlanEdit{std::move(*project), {}, {}, {}};
}

Result<PlanEdit> cleared(const ProjectDocument& document, const BaselineOptions& options, const Style& style)
{
    const auto quoted = [&style](const Baseline& baseline) {
        return "'" + printable(baseline.name, style.utf8) + "'\n";
    };
    const auto before = inputsOf(document.project, options.scenarioName());
    if (!before)
        return std::unexpected(before.error());
    if (!before->baseline)
        return fail(ErrorCode::noBaseline, before->name);
    auto edit = withBaseline(document, options.scenarioName(), std::nullopt);
    if (!edit)
        return edit;
    const auto after = inputsOf(edit->project, options.scenarioName());
    const bool isOfBase = after && after->baseline; // which every scenario without its own has
    edit->label = "without baseline";
    edit->result = isOfBase ? "the baseline is the base's, " + quoted(*after->baseline)
                            : "no baseline any more; it was " + quoted(*before->baseline);
    return edit;
}

Result<PlanEdit> taken(const ProjectDocument& document, const std::optional<ProjectDocument>& version,
                       const BaselineOptions& options, Console& console)
{
    const std::string scenario = options.scenarioName();
    const auto plan = planOf(version ? *version : document, scenario);
    if (!plan)
        return std::unexpected(plan.error());
    const auto name = readName(
        options.name.value_or(options.version.value_or("Plan of " + isoDate(statusDate(plan->inputs)))), "--name");
    if (!name)
        return std::unexpected(name.error());
    const auto risk = simulatedForForecast(*plan, console);
    if (!risk)
        return std::unexpected(risk.error());
    const Baseline baseline = baselineOf(*plan, *risk, trimmed(*name));
    auto edit = withBaseline(document, scenario, baseline);
    if (!edit)
        return edit;
    edit->label = (scenario.empty() ? "" : scenario + ": ") + "baseline " + baseline.name;
    edit->result = promiseLines(baseline, console.style());
    if (!version)
        edit->forecasts.push_back({scenario, forecastOf(*plan, *risk)});
    return edit;
}

Result<void> runBaseline(const BaselineOptions& options, const Environment& environment)
{
    const auto version = versionOf(options);
    if (!version)
        return std::unexpected(version.error());
    const auto editor = [&](const ProjectDocument& document) {
        auto edit = options.clear ? cleared(document, options, environment.console.style())
                                  : taken(document, *version, options, environment.console);
        if (edit && options.json)
            if (const auto inputs = inputsOf(edit->project, options.scenarioName()))
                edit->result = writeBaselineJson(*inputs, options.scenarioName());
        return edit;
    };
    return editPlan(options.path, editor, environment);
}

void checkUsage(const BaselineOptions& options)
{
    if (options.clear && (options.name || options.version))
        throw CLI::ValidationError("baseline", "--clear takes neither --name nor --version");
}

} // namespace

void addBaseline(CLI::App& program, Action& chosen)
{
    CLI::App* command =
        program.add_subcommand("baseline", "Keep what a plan promises now, to be compared with what happens");
    const auto options = std::make_shared<BaselineOptions>();
    addChangedPlanPath(*command, options->path);
    addText(
        *command, "--name", options->name, "TEXT",
        "What it is called, as in 'Sent to investors'; the version's name, or the plan's status date, if not given");
    addText(*command, "--version", options->version, "NAME",
            "What this named version of the plan promises, in place of the plan as it stands");
    addText(*command, "--scenario", options->scenario, "NAME",
            "Of this scenario alone; scenarios without a baseline of their own have the base's");
    command->add_flag("--clear", options->clear, "Take the baseline away; a scenario then has the base's");
    addJsonFlag(*command, options->json, "What is promised");
    command->callback([options, &chosen] {
        checkUsage(*options);
        chosen = [options](const Environment& environment) { return runBaseline(*options, environment); };
    });
}

} // namespace trestle::cli
