#include "app/cli/changes.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "data/file_io.h"
#include "data/plan_file/plan_file.h"

#include <memory>

namespace trestle::cli {

namespace {

struct SetOptions {
    std::string path;
    Changes changes;
};

/// The project with the changes in its base, and the plans before and after. Every scenario must still give a plan.
struct Change {
    Project project;
    Plan before;
    Plan after;
};

Result<Change> prepare(const ProjectDocument& document, const Changes& changes, Date today)
{
    auto before = planOf(document, {});
    auto inputs = changed(document.project.base, *document.catalogue.catalogue, changes, today);
    if (!inputs)
        return std::unexpected(inputs.error());
    ProjectDocument next{{std::move(*inputs), document.project.scenarios}, document.catalogue};
    if (auto ok = checkProject(*next.catalogue.catalogue, next.project); !ok)
        return std::unexpected(ok.error());
    auto after = planOf(next, {});
    if (!after)
        return std::unexpected(after.error());
    for (const Scenario& scenario : next.project.scenarios)
        if (auto plan = planOf(next, scenario.name); !plan) {
            plan.error().where = "scenario '" + scenario.name + "'";
            return std::unexpected(plan.error());
        }
    // A plan that could not be computed before may be the very thing that this mends.
    return Change{std::move(next.project), before ? std::move(*before) : *after, std::move(*after)};
}

Result<void> tell(const Change& change, const Environment& environment)
{
    noteOddities(change.after, environment.console);
    const std::string before = headline(change.before);
    const std::string after = headline(change.after);
    return environment.console.print(after + (before == after ? "" : " (was " + before + ")") + '\n');
}

Result<void> setInFile(const SetOptions& options, const Environment& environment)
{
    auto file = PlanFile::open(options.path, OpenMode::readWrite, environment.clock.milliseconds());
    if (!file)
        return std::unexpected(file.error());
    const auto change = prepare(file->document(), options.changes, environment.clock.today());
    if (!change)
        return std::unexpected(change.error());
    if (change->project != file->document().project)
        if (auto ok = file->edit(change->project, describe(options.changes)); !ok)
            return ok;
    return tell(*change, environment);
}

Result<void> setInJson(const SetOptions& options, const Environment& environment)
{
    auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    auto change = prepare(*document, options.changes, environment.clock.today());
    if (!change)
        return std::unexpected(change.error());
    const bool same = change->project == document->project;
    document->project = change->project;
    if (options.path == "-") {
        noteOddities(change->after, environment.console);
        return environment.console.print(writePlanJson(*document));
    }
    if (!same)
        if (auto ok = writeFileAtomically(options.path, writePlanJson(*document)); !ok)
            return ok;
    return tell(*change, environment);
}

Result<void> runSet(const SetOptions& options, const Environment& environment)
{
    const auto kind = kindOf(options.path);
    if (!kind)
        return std::unexpected(kind.error());
    return *kind == SourceKind::json ? setInJson(options, environment) : setInFile(options, environment);
}

void addTeamOptions(CLI::App& command, Changes& changes)
{
    addTexts(command, "--person", changes.people, "NAME:FTE:RATE[:SKILL+SKILL]",
             "Add someone, or change who is there by that name; without skills theirs stay");
    addTexts(command, "--remove-person", changes.removedPeople, "NAME", "Take someone off the team");
    addTexts(command, "--leave", changes.leave, "NAME:FROM..TO",
             "Days on which someone is away, first and last included; 'NAME:' clears");
    addTexts(command, "--first-day", changes.firstDays, "NAME:DATE",
             "The day on which someone joins; 'NAME:' means from the start");
    addTexts(command, "--day-off", changes.daysOff, "DATE", "A day on which nobody works; '' clears all of them");
}

void addProfileOptions(CLI::App& command, Changes& changes)
{
    addText(command, "--profile", changes.profile, "ID,ID",
            "What holds of the product: payments, compliance, user-content, enterprise. Replaces the answers so far; "
            "'' clears");
    addText(command, "--scale", changes.scale, "ID", "Users to plan for: 10k, 100k, 1m");
    addText(command, "--validated", changes.validated, "yes|no", "Whether the idea is validated with real users");
    addText(command, "--maintainer", changes.maintainer, "one|team", "Who maintains the product");
}

void addPlanOptions(CLI::App& command, Changes& changes)
{
    addText(command, "--start", changes.start, "DATE", "The first day of work");
    addText(command, "--as-of", changes.asOf, "DATE",
            "Replan from this day: nothing left is planned before it; '' clears");
    addText(command, "--target", changes.target, "DATE", "The day to be finished by; '' clears");
    addText(command, "--budget", changes.budget, "AUD", "The budget for labour and running costs, ex GST; '' clears");
    addText(command, "--cost-mode", changes.costMode, "worked|retained",
            "Whether people cost what they work, or from their first day to the finish");
    addText(command, "--rho", changes.rho, "NUMBER", "How far phases go over or under together, 0 to 1");
    addText(command, "--confidence", changes.confidence, "50|80|90", "Per cent of certainty of the headline");
    addText(command, "--order", changes.order, "catalogue", "The order in which items are taken");
}

} // namespace

void addSet(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("set", "Change a plan: what is in place, the team, dates, answers");
    const auto options = std::make_shared<SetOptions>();
    command
        ->add_option("PLAN", options->path,
                     "The plan to change; with '-' plan JSON from standard input goes to "
                     "standard output")
        ->required();
    command
        ->add_option("ITEM", options->changes.items,
                     "Items and their states: done, partial, missing or excluded (not needed)")
        ->option_text("ITEM=STATE");
    addTeamOptions(*command, options->changes);
    addProfileOptions(*command, options->changes);
    addPlanOptions(*command, options->changes);
    command->callback([options, &chosen] {
        if (options->changes == Changes{})
            throw CLI::ValidationError("set", "nothing to change; give ITEM=STATE or an option");
        for (const std::string& item : options->changes.items)
            if (item.find('=') == std::string::npos)
                throw CLI::ValidationError("set", "'" + item + "' is not of the form ITEM=STATE, as in sessions=done");
        chosen = [options](const Environment& environment) { return runSet(*options, environment); };
    });
}

} // namespace trestle::cli
