#include "app/cli/change_options.h"

namespace trestle::cli {

namespace {

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

void addPlanOptions(CLI::App& command, Changes& changes, ChangeScope scope)
{
    addText(command, "--start", changes.start, "DATE", "The first day of work");
    if (scope == ChangeScope::base)
        addText(command, "--as-of", changes.asOf, "DATE",
                "Replan from this day: nothing left is planned before it; '' clears");
    addText(command, "--target", changes.target, "DATE", "The day to be finished by; '' clears");
    addText(command, "--budget", changes.budget, "AUD", "The budget for labour and running costs, ex GST; '' clears");
    addText(command, "--cost-mode", changes.costMode, "worked|retained",
            "Whether people cost what they work, or from their first day to the finish");
    if (scope == ChangeScope::base) {
        addText(command, "--rho", changes.rho, "NUMBER", "How far phases go over or under together, 0 to 1");
        addText(command, "--confidence", changes.confidence, "50|80|90", "Per cent of certainty of the headline");
        addText(command, "--gst", changes.gst, "ex|inc",
                "Whether a report shows the cost ex GST, or as a price with 10 % GST on all of it");
    }
    addText(command, "--order", changes.order, "catalogue|optimised",
            "The order in which items are taken: the catalogue's, or a better one where there is one");
}

} // namespace

void addChangeOptions(CLI::App& command, Changes& changes, ChangeScope scope)
{
    command
        .add_option("ITEM", changes.items, "Items and their states: done, partial, missing or excluded (not needed)")
        ->option_text("ITEM=STATE");
    addTeamOptions(command, changes);
    addProfileOptions(command, changes);
    addPlanOptions(command, changes, scope);
}

void checkItemForms(const std::string& command, const Changes& changes)
{
    for (const std::string& item : changes.items)
        if (item.find('=') == std::string::npos)
            throw CLI::ValidationError(command, "'" + item + "' is not of the form ITEM=STATE, as in sessions=done");
}

} // namespace trestle::cli
