#include "app/cli/edit_options.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_edit.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "app/cli/scenario_edit.h"

#include <algorithm>
#include <memory>

namespace trestle::cli {

namespace {

struct SetOptions {
    std::string path;
    std::optional<std::string> scenario;
    ScenarioEdits changes;
};

/// The change of one plan, told by its headline.
Result<PlanEdit> edited(const ProjectDocument& document, Project project, const std::string& scenario)
{
    const ProjectDocument next{std::move(project), document.catalogue};
    const auto after = planOf(next, scenario);
    if (!after)
        return std::unexpected(after.error());
    PlanEdit edit{next.project, {}, headline(*after), odditiesOf(*after)};
    // A plan that could not be computed before may be the very thing that this mends.
    if (const auto before = planOf(document, scenario); before && headline(*before) != edit.result)
        edit.result += " (was " + headline(*before) + ")";
    edit.result += '\n';
    return edit;
}

Result<PlanEdit> editBase(const ProjectDocument& document, const SetOptions& options, Date today)
{
    auto inputs = changed(document.project.base, *document.catalogue.catalogue, options.changes.changes, today);
    if (!inputs)
        return std::unexpected(inputs.error());
    auto edit = edited(document, {std::move(*inputs), document.project.scenarios}, {});
    if (edit)
        edit->label = describe(options.changes);
    return edit;
}

Result<PlanEdit> editScenario(const ProjectDocument& document, const SetOptions& options, Date today)
{
    std::vector<std::string> notes;
    auto project = changedScenario(*document.catalogue.catalogue, document.project, *options.scenario, options.changes,
                                   today, notes);
    if (!project)
        return std::unexpected(project.error());
    auto edit = edited(document, std::move(*project), *options.scenario);
    if (!edit)
        return edit;
    edit->label = *options.scenario + ": " + describe(options.changes);
    edit->notes.insert(edit->notes.begin(), notes.begin(), notes.end());
    return edit;
}

Result<void> runSet(const SetOptions& options, const Environment& environment)
{
    const auto edit = options.scenario && !options.scenario->empty() ? editScenario : editBase;
    return editPlan(
        options.path,
        [&](const ProjectDocument& document) { return edit(document, options, environment.clock.today()); },
        environment);
}

/// What a scenario cannot hold, or a base cannot do, is wrong usage whatever the plan.
void checkUsage(const SetOptions& options)
{
    const auto refuse = [](const std::string& reason) { throw CLI::ValidationError("set", reason); };
    const Edits& changes = options.changes.changes;
    if (options.changes == ScenarioEdits{})
        refuse("nothing to change; give ITEM=STATE or an option");
    checkItemForms("set", changes);
    if (options.scenario && !options.scenario->empty()) {
        for (const FieldOption& option : fieldOptions())
            if (option.isShared && textOf(changes.fields, option.field))
                refuse(option.name + " is the same for the base and all scenarios; leave out --scenario");
        return;
    }
    if (!options.changes.asBase.empty() ||
        std::ranges::any_of(changes.items, [](const std::string& item) { return item.ends_with("=base"); }))
        refuse("only a scenario can be as the base; name one with --scenario");
}

} // namespace

void addSet(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("set", "Change a plan: what is in place, the team, dates, answers");
    const auto options = std::make_shared<SetOptions>();
    addChangedPlanPath(*command, options->path);
    addEditOptions(*command, options->changes.changes, EditScope::base);
    addText(*command, "--scenario", options->scenario, "NAME",
            "Change this scenario in place of the base; ITEM=base takes the base's state");
    addTexts(*command, "--as-base", options->changes.asBase, "WHAT,WHAT",
             "What the scenario takes from the base again: " + asBaseWords());
    command->callback([options, &chosen] {
        checkUsage(*options);
        chosen = [options](const Environment& environment) { return runSet(*options, environment); };
    });
}

} // namespace trestle::cli
