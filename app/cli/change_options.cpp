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

void addFieldOptions(CLI::App& command, Changes& changes, ChangeScope scope)
{
    for (const FieldOption& option : fieldOptions())
        if (scope == ChangeScope::base || !option.isShared)
            addText(command, option.name, textOf(changes.fields, option.field), option.words.form, option.words.help);
}

} // namespace

void addChangeOptions(CLI::App& command, Changes& changes, ChangeScope scope)
{
    command
        .add_option("ITEM", changes.items, "Items and their states: done, partial, missing or excluded (not needed)")
        ->option_text("ITEM=STATE");
    addTeamOptions(command, changes);
    addFieldOptions(command, changes, scope);
}

void checkItemForms(const std::string& command, const Changes& changes)
{
    for (const std::string& item : changes.items)
        if (item.find('=') == std::string::npos)
            throw CLI::ValidationError(command, "'" + item + "' is not of the form ITEM=STATE, as in sessions=done");
}

} // namespace trestle::cli
