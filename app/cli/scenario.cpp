#include "app/cli/console.h"
#include "app/cli/edit_options.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_edit.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "app/cli/scenario_edit.h"
#include "app/cli/scenario_list.h"
#include "data/comparison_json.h"

#include <algorithm>
#include <memory>

namespace trestle::cli {

namespace {

struct ScenarioOptions {
    std::string path;
    std::optional<std::string> name;
    std::optional<std::string> other; ///< the scenario to begin with, or the new name
    ScenarioEdits changes;
    bool json = false;
};

using Work = Result<void> (*)(const ScenarioOptions&, const Environment&);

/// Where a scenario stands; inputsOf()'s error where there is none of that name.
Result<std::size_t> find(const Project& project, const std::string& name)
{
    const auto found = std::ranges::find(project.scenarios, name, &Scenario::name);
    if (found != project.scenarios.end())
        return static_cast<std::size_t>(found - project.scenarios.begin());
    if (name.empty())
        return fail(ErrorCode::invalidValue, name, "--name", "the name of a scenario");
    return std::unexpected(inputsOf(project, name).error());
}

Result<PlanEdit> add(const ProjectDocument& document, const ScenarioOptions& options, Date today)
{
    const auto name = freeScenarioName(document.project, options.name.value_or(""), "--name");
    if (!name)
        return std::unexpected(name.error());
    Scenario first;
    if (options.other && !options.other->empty()) {
        const auto from = find(document.project, *options.other);
        if (!from)
            return std::unexpected(from.error());
        first = document.project.scenarios[*from];
    }
    first.name = *name;
    PlanEdit edit{document.project, "scenario " + *name, {}, {}};
    edit.project.scenarios.push_back(std::move(first));
    auto project = changedScenario(*document.catalogue.catalogue, std::move(edit.project), *name, options.changes,
                                   today, edit.notes);
    if (!project)
        return std::unexpected(project.error());
    edit.project = std::move(*project);
    const auto plan = planOf({edit.project, document.catalogue}, *name);
    if (!plan)
        return std::unexpected(plan.error());
    for (const std::string& note : odditiesOf(*plan))
        edit.notes.push_back(note);
    const auto base = planOf(document, {});
    edit.result = headline(*plan) + (base ? " (base: " + headline(*base) + ")" : "") + '\n';
    return edit;
}

Result<void> runAdd(const ScenarioOptions& options, const Environment& environment)
{
    const Date today = environment.clock.today();
    return editPlan(
        options.path, [&](const ProjectDocument& document) { return add(document, options, today); }, environment);
}

Result<void> runRemove(const ScenarioOptions& options, const Environment& environment)
{
    const auto editor = [&](const ProjectDocument& document) -> Result<PlanEdit> {
        const std::string name = options.name.value_or("");
        const auto at = find(document.project, name);
        if (!at)
            return std::unexpected(at.error());
        PlanEdit edit{document.project, "without scenario " + name, "removed " + name + '\n', {}};
        edit.project.scenarios.erase(edit.project.scenarios.begin() + static_cast<std::ptrdiff_t>(*at));
        return edit;
    };
    return editPlan(options.path, editor, environment);
}

Result<void> runRename(const ScenarioOptions& options, const Environment& environment)
{
    const auto editor = [&](const ProjectDocument& document) -> Result<PlanEdit> {
        const std::string name = options.name.value_or("");
        const auto at = find(document.project, name);
        if (!at)
            return std::unexpected(at.error());
        PlanEdit edit{document.project, {}, {}, {}};
        if (options.other != name) {
            const auto to = freeScenarioName(document.project, options.other.value_or(""), "--to");
            if (!to)
                return std::unexpected(to.error());
            edit.project.scenarios[*at].name = *to;
        }
        edit.label = "scenario " + name + " is now " + options.other.value_or("");
        edit.result = name + " is now " + options.other.value_or("") + '\n';
        return edit;
    };
    return editPlan(options.path, editor, environment);
}

Result<void> runList(const ScenarioOptions& options, const Environment& environment)
{
    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    const auto plans = plansOf(*document);
    if (!plans)
        return std::unexpected(plans.error());
    if (options.json)
        return environment.console.print(writeScenariosJson(document->project, *plans));
    return environment.console.print(scenarioList(document->project, *plans, environment.console.style()));
}

CLI::App* addCommand(CLI::App& group, const std::string& name, const std::string& description,
                     const std::shared_ptr<ScenarioOptions>& options, Action& chosen, Work work)
{
    CLI::App* command = group.add_subcommand(name, description);
    command->callback([options, &chosen, work, name] {
        checkItemForms("scenario " + name, options->changes.changes);
        chosen = [options, work](const Environment& environment) { return work(*options, environment); };
    });
    return command;
}

} // namespace

void addScenario(CLI::App& program, Action& chosen)
{
    CLI::App* group = program.add_subcommand(
        "scenario", "Keep variants of a plan beside its base: another team, start, scope or target");
    group->require_subcommand(1);
    const auto options = std::make_shared<ScenarioOptions>();

    CLI::App* add =
        addCommand(*group, "add", "Add a scenario, which keeps what differs from the base", options, chosen, runAdd);
    addChangedPlanPath(*add, options->path);
    addText(*add, "--name", options->name, "NAME", "What the scenario is called")->required();
    addText(*add, "--from", options->other, "SCENARIO", "A scenario to begin with in place of the base");
    addEditOptions(*add, options->changes.changes, EditScope::scenario);

    CLI::App* remove = addCommand(*group, "remove", "Remove a scenario", options, chosen, runRemove);
    addChangedPlanPath(*remove, options->path);
    addText(*remove, "--name", options->name, "NAME", "The scenario to remove")->required();

    CLI::App* rename = addCommand(*group, "rename", "Give a scenario another name", options, chosen, runRename);
    addChangedPlanPath(*rename, options->path);
    addText(*rename, "--name", options->name, "NAME", "The scenario to rename")->required();
    addText(*rename, "--to", options->other, "NAME", "Its name from now on")->required();

    CLI::App* list = addCommand(*group, "list", "List the scenarios: what they come to and how they differ", options,
                                chosen, runList);
    addPlanPath(*list, options->path);
    addJsonFlag(*list, options->json, "The list");
}

} // namespace trestle::cli
