#include "app/cli/edits.h"

#include "app/cli/text.h"
#include "app/cli/values.h"
#include "data/record/record_file.h"
#include "data/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

namespace trestle::cli {

namespace {

Result<void> changeItems(Inputs& inputs, const Catalogue& catalogue, const std::vector<std::string>& texts, Date today)
{
    std::map<std::string, ItemState> wanted;
    for (const std::string& text : texts) {
        const std::size_t equals = text.rfind('=');
        const std::string id = text.substr(0, equals);
        const std::string word = equals == std::string::npos ? "" : text.substr(equals + 1);
        const bool isOfRisk =
            id.starts_with(kRiskItem) && findRisk(inputs.risks, std::string_view(id).substr(kRiskItem.size()));
        if (!isOfRisk && !findItem(catalogue, id))
            return fail(ErrorCode::unknownItem, id, {}, nearestItemId(catalogue, id));
        const auto state = parseWord<ItemState>(word);
        if (!state)
            return fail(ErrorCode::invalidValue, word, id, "done, underway, partial, missing or excluded");
        if (const auto [entry, isNew] = wanted.emplace(id, *state); !isNew && entry->second != *state)
            return fail(ErrorCode::invalidValue, text, id,
                        "one state; " + std::string(wordOf(entry->second)) + " was asked for as well");
    }
    for (const auto& [id, state] : wanted) {
        if (stateOf(inputs, id) == state && !isApart(inputs.scopes, id))
            continue;
        setState(inputs, id, state);
        inputs.items[id].changed = today;
    }
    return {};
}

Result<Person*> personIn(Inputs& inputs, const std::string& name, const std::string& option)
{
    if (Person* found = findPerson(inputs.team, name))
        return found;
    std::vector<std::string> known;
    std::ranges::transform(inputs.team, std::back_inserter(known), &Person::name);
    return fail(ErrorCode::unknownPerson, name, option, joined(known, ", "));
}

enum class Filled : std::uint8_t { byPerson, byNobodyYet };

Result<void> setPerson(Inputs& inputs, const std::string& text, Filled filled, std::set<std::string>& named)
{
    const std::string option = filled == Filled::byPerson ? "--person" : "--role";
    auto given = readPerson(text, option);
    if (!given)
        return std::unexpected(given.error());
    if (!named.insert(given->name).second)
        return fail(ErrorCode::duplicateName, given->name, option);
    Person* found = findPerson(inputs.team, given->name);
    if (!found) {
        found = &inputs.team.emplace_back();
        found->name = given->name;
    }
    found->isRole = filled == Filled::byNobodyYet;
    if (found->weeklyRate != given->weeklyRate)
        found->rateBasis.reset();
    found->allocation = given->allocation;
    found->weeklyRate = given->weeklyRate;
    if (given->skills)
        found->skills = std::move(*given->skills);
    return {};
}

Result<void> setPaidOut(Inputs& inputs, const std::vector<std::string>& names, bool paidOut)
{
    for (const std::string& name : names) {
        const auto person = personIn(inputs, name, paidOut ? "--paid" : "--unpaid");
        if (!person)
            return std::unexpected(person.error());
        (*person)->paidOut = paidOut;
    }
    return {};
}

Result<void> setBillRate(Inputs& inputs, const std::string& text)
{
    const auto given = readBillRate(text);
    if (!given)
        return std::unexpected(given.error());
    const auto person = personIn(inputs, given->name, "--bill-rate");
    if (!person)
        return std::unexpected(person.error());
    (*person)->billRate = given->rate;
    return {};
}

Result<void> setLeave(Inputs& inputs, const std::string& text)
{
    const auto leave = readLeave(text);
    if (!leave)
        return std::unexpected(leave.error());
    const auto person = personIn(inputs, leave->name, "--leave");
    if (!person)
        return std::unexpected(person.error());
    std::vector<DateRange>& ranges = (*person)->leave;
    if (!leave->range)
        ranges.clear();
    else if (std::ranges::find(ranges, *leave->range) == ranges.end())
        ranges.push_back(*leave->range);
    return {};
}

Result<void> setDay(Inputs& inputs, const std::string& text, const std::string& option,
                    std::optional<Date> Person::* day)
{
    const auto given = readPersonDay(text, option);
    if (!given)
        return std::unexpected(given.error());
    const auto person = personIn(inputs, given->name, option);
    if (!person)
        return std::unexpected(person.error());
    (*person)->*day = given->date;
    return {};
}

Result<void> changeTeam(Inputs& inputs, const Edits& changes)
{
    for (const std::string& name : changes.removedPeople) {
        const auto person = personIn(inputs, name, "--remove-person");
        if (!person)
            return std::unexpected(person.error());
        inputs.team.erase(inputs.team.begin() + (*person - inputs.team.data()));
    }
    std::set<std::string> named;
    for (const std::string& text : changes.people)
        if (auto ok = setPerson(inputs, text, Filled::byPerson, named); !ok)
            return ok;
    for (const std::string& text : changes.roles)
        if (auto ok = setPerson(inputs, text, Filled::byNobodyYet, named); !ok)
            return ok;
    if (auto ok = setPaidOut(inputs, changes.unpaid, false); !ok)
        return ok;
    if (auto ok = setPaidOut(inputs, changes.paid, true); !ok)
        return ok;
    for (const std::string& text : changes.billRates)
        if (auto ok = setBillRate(inputs, text); !ok)
            return ok;
    for (const std::string& text : changes.firstDays)
        if (auto ok = setDay(inputs, text, "--first-day", &Person::firstDay); !ok)
            return ok;
    for (const std::string& text : changes.lastDays)
        if (auto ok = setDay(inputs, text, "--last-day", &Person::lastDay); !ok)
            return ok;
    for (const std::string& text : changes.leave)
        if (auto ok = setLeave(inputs, text); !ok)
            return ok;
    return {};
}

Result<void> changeDaysOff(Inputs& inputs, const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        if (text.empty()) {
            inputs.daysOff.clear();
            continue;
        }
        const auto date = readDate(text, "--day-off");
        if (!date)
            return std::unexpected(date.error());
        if (std::ranges::find(inputs.daysOff, *date, &DayOff::date) == inputs.daysOff.end())
            inputs.daysOff.push_back({*date, {}});
    }
    return {};
}

Result<void> changeClosures(Inputs& inputs, const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        if (text.empty()) {
            inputs.closures.clear();
            continue;
        }
        auto closure = readClosure(text);
        if (!closure)
            return std::unexpected(closure.error());
        const auto same = [&](const YearlyClosure& other) {
            return other.first == closure->first && other.last == closure->last;
        };
        if (const auto found = std::ranges::find_if(inputs.closures, same); found != inputs.closures.end())
            *found = std::move(*closure);
        else
            inputs.closures.push_back(std::move(*closure));
    }
    return {};
}

Result<void> changeWorkedHolidays(Inputs& inputs, const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        if (text.empty()) {
            inputs.workedHolidays.clear();
            continue;
        }
        const auto date = readDate(text, "--work-on");
        if (!date)
            return std::unexpected(date.error());
        inputs.workedHolidays.insert(*date);
    }
    return {};
}

/// The figures that a preset stands for: the catalogue's, or what the user's record says today.
Result<void> fillOutsideView(OutsideView& view, const Catalogue& catalogue)
{
    if (const auto preset = outsideViewOf(catalogue, view.preset)) {
        view = *preset;
        return {};
    }
    if (view.preset != OutsideView::record)
        return {};
    const auto record = userRecord();
    if (!record)
        return std::unexpected(record.error());
    if (record->empty())
        return fail(ErrorCode::invalidValue, view.preset, "--outside-view",
                    "another until 'trestle record add PLAN' has put a past plan into the record");
    view = recordView(figuresOf(*record));
    return {};
}

} // namespace

Result<Inputs> changed(Inputs inputs, const Catalogue& catalogue, const Edits& changes, Date today)
{
    if (auto ok = changeItems(inputs, catalogue, changes.items, today); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeTeam(inputs, changes); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeDaysOff(inputs, changes.daysOff); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeClosures(inputs, changes.closures); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeWorkedHolidays(inputs, changes.workedHolidays); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeRisks(inputs.risks, catalogue, changes.risks); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeMoney(inputs, catalogue, changes.money); !ok)
        return std::unexpected(ok.error());
    if (auto ok = setFields(inputs, changes.fields); !ok)
        return std::unexpected(ok.error());
    if (textOf(changes.fields, FieldId::outsideView))
        if (auto ok = fillOutsideView(inputs.outsideView, catalogue); !ok)
            return std::unexpected(ok.error());
    // Efforts in hours count by the hours of a week that were given with them.
    if (auto ok = changeActuals(inputs, catalogue, changes.actuals, changes.items, today); !ok)
        return std::unexpected(ok.error());
    if (auto ok = checkInputs(catalogue, inputs); !ok) {
        const Error error = inActuals(inOptions(ok.error(), changes.fields), changes.actuals);
        return std::unexpected(inRisks(inMoney(error, changes.money), inputs.risks));
    }
    return inputs;
}

std::string describe(const Edits& changes)
{
    std::vector<std::string> parts = changes.items;
    const auto list = [&](const std::vector<std::string>& texts, const std::string& what) {
        for (const std::string& text : texts)
            parts.push_back(what + " " + text);
    };
    list(changes.removedPeople, "without");
    list(changes.people, "person");
    list(changes.roles, "role");
    list(changes.unpaid, "unpaid");
    list(changes.paid, "paid");
    list(changes.billRates, "bill rate");
    list(changes.firstDays, "first day");
    list(changes.lastDays, "last day");
    list(changes.leave, "leave");
    list(changes.daysOff, "day off");
    list(changes.closures, "closed");
    list(changes.workedHolidays, "work on");
    list(changes.money.payments, "payment");
    list(changes.money.phase2, "phase 2");
    list(changes.money.options, "option");
    list(changes.money.taken, "option taken");
    list(changes.money.monthly, "monthly");
    list(changes.money.once, "once");
    list(changes.actuals.started, "started");
    list(changes.actuals.finished, "finished");
    list(changes.actuals.spent, "spent");
    list(changes.actuals.left, "left");
    list(changes.actuals.costs, "actual");
    list(changes.risks.dropped, "without risk");
    list(changes.risks.events, "risk");
    list(changes.risks.responses, "response");
    list(changes.risks.statuses, "risk");
    for (const FieldOption& option : fieldOptions())
        if (const auto& text = textOf(changes.fields, option.field)) {
            std::string what = option.name.substr(2);
            std::ranges::replace(what, '-', ' ');
            parts.push_back(what + " " + (text->empty() ? "cleared" : *text));
        }
    constexpr std::size_t kMostNamed = 3;
    const std::size_t others = parts.size() > kMostNamed ? parts.size() - kMostNamed : 0;
    parts.resize(parts.size() - others);
    return joined(parts, ", ") + (others ? " and " + std::to_string(others) + " more" : "");
}

} // namespace trestle::cli
