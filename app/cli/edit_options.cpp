#include "app/cli/edit_options.h"

namespace trestle::cli {

namespace {

void addTeamOptions(CLI::App& command, Edits& changes)
{
    addTexts(command, "--person", changes.people, "NAME:FTE:RATE[:SKILL+SKILL]",
             "Add someone, or change who is there by that name; without skills theirs stay");
    addTexts(command, "--role", changes.roles, "TITLE:FTE:RATE[:SKILL+SKILL]",
             "Add a role without a name yet, planned and costed like a person; --person of the same name makes it one");
    addTexts(command, "--remove-person", changes.removedPeople, "NAME", "Take someone off the team");
    addTexts(command, "--leave", changes.leave, "NAME:FROM..TO",
             "Days on which someone is away, first and last included; 'NAME:' clears");
    addTexts(command, "--first-day", changes.firstDays, "NAME:DATE",
             "The day on which someone joins; 'NAME:' means from the start");
    addTexts(command, "--last-day", changes.lastDays, "NAME:DATE",
             "The last day on which someone is there; 'NAME:' means to the end");
    addTexts(command, "--unpaid", changes.unpaid, "NAME",
             "Someone's own time: it counts at its rate, and is not paid out");
    addTexts(command, "--paid", changes.paid, "NAME", "Someone's time is paid out, as it is unless said otherwise");
    addTexts(command, "--bill-rate", changes.billRates, "NAME:AUD",
             "What a client pays for a full-time week of someone; 'NAME:' clears");
}

void addCalendarOptions(CLI::App& command, Edits& changes, EditScope scope)
{
    addTexts(command, "--day-off", changes.daysOff, "DATE", "A day on which nobody works; '' clears all of them");
    addTexts(
        command, "--closure", changes.closures, "FROM..TO:LABEL",
        "Days of every year on which nobody works, as in '12-25..01-01:Closed over Christmas'; '' clears all of them");
    if (scope == EditScope::base)
        addTexts(command, "--work-on", changes.workedHolidays, "DATE",
                 "A public holiday on which this plan works; '' clears all of them");
}

void addRiskOptions(CLI::App& command, RiskEdits& changes)
{
    addTexts(
        command, "--risk", changes.events, "ID:P:PHASE:effort=1/2/4,...",
        "Add what may happen, with its chance from 0 to 1 and any of effort= (person-weeks), delay= (weeks), money= "
        "(AUD), skill=, title=, owner=; or change it: what is not given stays");
    addTexts(command, "--response", changes.responses, "ID:COST:P:effort=1/2/4,...",
             "What a response to a risk costs, and the chance and the impact after it; 'ID:' clears");
    addTexts(command, "--risk-status", changes.statuses, "ID=open|responded|happened|not",
             "Whether the response is in the plan, or the risk has happened or cannot any more");
    addTexts(command, "--drop-risk", changes.dropped, "ID", "Take a risk out of the register");
}

void addMoneyOptions(CLI::App& command, MoneyEdits& changes)
{
    addTexts(command, "--payment", changes.payments, "PERCENT:WHEN",
             "A part of the price, invoiced at signing, launch, monthly or when a phase is finished, as in 30:signing "
             "or 30:testing; they add up to 100; '' clears");
    addTexts(command, "--phase2", changes.phase2, "ITEM", "Offer an item apart, in no total; '' takes all back in");
    addTexts(command, "--option", changes.options, "ITEM",
             "Offer an item as an option, in no total until it is taken; '' takes all back in");
    addTexts(command, "--take-option", changes.taken, "ITEM", "The client takes an option: it is in the plan");
    addTexts(command, "--cash-monthly", changes.monthly, "LABEL:AUD:FROM[..TO]",
             "Money in, or out with -, at the end of each month, as in 'Rent:-6000:2027-01-04'; 'LABEL:' takes the "
             "line away, '' all");
    addTexts(command, "--cash-once", changes.once, "LABEL:AUD:DATE",
             "Money in or out once, as in 'Grant:40000:2027-05-14'; 'LABEL:' takes the line away, '' all");
}

void addActualOptions(CLI::App& command, ActualEdits& changes)
{
    addTexts(command, "--started", changes.started, "ITEM:DATE",
             "The day on which the work on an item began: missing or partly built, it is under way from then on; "
             "'ITEM:' clears");
    addTexts(command, "--finished", changes.finished, "ITEM:DATE",
             "The day at whose end an item was finished, which makes it done; 'ITEM:' clears");
    addTexts(command, "--spent", changes.spent, "ITEM:EFFORT",
             "What has gone into an item that is under way or done, in person-weeks, days or hours, as in 0.4, 3d or "
             "20h; 'ITEM:' clears");
    addTexts(command, "--left", changes.left, "ITEM:LOW/LIKELY/HIGH",
             "Your own estimate of what is left of an item under way, one value for all three or each, as in 2d or "
             "0.3/0.5/1; 'ITEM:' clears");
    addTexts(command, "--actual", changes.costs, "MONTH:AUD:LABEL",
             "An amount from the books, as in '2027-01:31250:Wages', in place of costs worked out so far and of an "
             "amount of the same month and label; an amount of '' takes that away, '' all");
}

void addFieldOptions(CLI::App& command, Edits& changes, EditScope scope)
{
    for (const FieldOption& option : fieldOptions())
        if (scope == EditScope::base || !option.isShared)
            addText(command, option.name, textOf(changes.fields, option.field), option.words.form, option.words.help);
}

} // namespace

void addEditOptions(CLI::App& command, Edits& changes, EditScope scope)
{
    command
        .add_option("ITEM", changes.items,
                    "Items and their states: done, underway, partial, missing or excluded (not needed)")
        ->option_text("ITEM=STATE");
    addTeamOptions(command, changes);
    addCalendarOptions(command, changes, scope);
    addRiskOptions(command, changes.risks);
    addMoneyOptions(command, changes.money);
    if (scope == EditScope::base)
        addActualOptions(command, changes.actuals);
    addFieldOptions(command, changes, scope);
}

void checkItemForms(const std::string& command, const Edits& changes)
{
    for (const std::string& item : changes.items)
        if (item.find('=') == std::string::npos)
            throw CLI::ValidationError(command, "'" + item + "' is not of the form ITEM=STATE, as in sessions=done");
}

} // namespace trestle::cli
