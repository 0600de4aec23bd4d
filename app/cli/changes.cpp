#include "app/cli/changes.h"

#include "app/cli/text.h"
#include "app/cli/values.h"
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
        if (!findItem(catalogue, id))
            return fail(ErrorCode::unknownItem, id, {}, nearestItemId(catalogue, id));
        const auto state = parseWord<ItemState>(word);
        if (!state)
            return fail(ErrorCode::invalidValue, word, id, "done, partial, missing or excluded");
        if (const auto [entry, isNew] = wanted.emplace(id, *state); !isNew && entry->second != *state)
            return fail(ErrorCode::invalidValue, text, id,
                        "one state; " + std::string(wordOf(entry->second)) + " was asked for as well");
    }
    for (const auto& [id, state] : wanted) {
        if (stateOf(inputs, id) == state)
            continue;
        inputs.items[id].state = state;
        inputs.items[id].changed = today;
    }
    return {};
}

Result<Person*> findPerson(Inputs& inputs, const std::string& name, const std::string& option)
{
    const auto found = std::ranges::find(inputs.team, name, &Person::name);
    if (found != inputs.team.end())
        return &*found;
    std::vector<std::string> known;
    std::ranges::transform(inputs.team, std::back_inserter(known), &Person::name);
    return fail(ErrorCode::unknownPerson, name, option, joined(known, ", "));
}

Result<void> setPerson(Inputs& inputs, const std::string& text, std::set<std::string>& named)
{
    auto given = readPerson(text);
    if (!given)
        return std::unexpected(given.error());
    if (!named.insert(given->name).second)
        return fail(ErrorCode::duplicateName, given->name, "--person");
    auto found = std::ranges::find(inputs.team, given->name, &Person::name);
    if (found == inputs.team.end()) {
        inputs.team.emplace_back().name = given->name;
        found = std::prev(inputs.team.end());
    }
    found->allocation = given->allocation;
    found->weeklyRate = given->weeklyRate;
    if (given->skills)
        found->skills = std::move(*given->skills);
    return {};
}

Result<void> setLeave(Inputs& inputs, const std::string& text)
{
    const auto leave = readLeave(text);
    if (!leave)
        return std::unexpected(leave.error());
    const auto person = findPerson(inputs, leave->name, "--leave");
    if (!person)
        return std::unexpected(person.error());
    std::vector<DateRange>& ranges = (*person)->leave;
    if (!leave->range)
        ranges.clear();
    else if (std::ranges::find(ranges, *leave->range) == ranges.end())
        ranges.push_back(*leave->range);
    return {};
}

Result<void> setFirstDay(Inputs& inputs, const std::string& text)
{
    const auto given = readFirstDay(text);
    if (!given)
        return std::unexpected(given.error());
    const auto person = findPerson(inputs, given->name, "--first-day");
    if (!person)
        return std::unexpected(person.error());
    (*person)->firstDay = given->date;
    return {};
}

Result<void> changeTeam(Inputs& inputs, const Changes& changes)
{
    for (const std::string& name : changes.removedPeople) {
        const auto person = findPerson(inputs, name, "--remove-person");
        if (!person)
            return std::unexpected(person.error());
        inputs.team.erase(inputs.team.begin() + (*person - inputs.team.data()));
    }
    std::set<std::string> named;
    for (const std::string& text : changes.people)
        if (auto ok = setPerson(inputs, text, named); !ok)
            return ok;
    for (const std::string& text : changes.firstDays)
        if (auto ok = setFirstDay(inputs, text); !ok)
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

Result<void> changeProfile(Profile& profile, const Changes& changes)
{
    if (changes.profile) {
        profile.conditions.clear();
        for (const std::string& id : split(*changes.profile, ','))
            profile.conditions.insert(trimmed(id));
    }
    if (changes.scale)
        profile.scale = *changes.scale;
    if (const auto& text = changes.validated) {
        if (*text != "yes" && *text != "no" && !text->empty())
            return fail(ErrorCode::invalidValue, *text, "--validated", "yes or no");
        profile.validated = text->empty() ? std::optional<bool>() : *text == "yes";
    }
    if (const auto& text = changes.maintainer) {
        const auto answer = text->empty() ? Maintainer::unanswered : parseWord<Maintainer>(*text);
        if (!answer)
            return fail(ErrorCode::invalidValue, *text, "--maintainer", "one or team");
        profile.maintainer = *answer;
    }
    return {};
}

/// Sets or, with empty text, clears a date.
Result<void> changeDate(std::optional<Date>& date, const std::optional<std::string>& text, const std::string& option)
{
    if (!text)
        return {};
    if (text->empty()) {
        date.reset();
        return {};
    }
    const auto given = readDate(*text, option);
    if (!given)
        return std::unexpected(given.error());
    date = *given;
    return {};
}

Result<void> changeDates(Inputs& inputs, const Changes& changes)
{
    if (changes.start) {
        const auto start = readDate(*changes.start, "--start");
        if (!start)
            return std::unexpected(start.error());
        inputs.start = *start;
    }
    if (auto ok = changeDate(inputs.asOf, changes.asOf, "--as-of"); !ok)
        return ok;
    return changeDate(inputs.targetDate, changes.target, "--target");
}

Result<void> changeMoney(Inputs& inputs, const Changes& changes)
{
    if (changes.costMode) {
        const auto mode = parseWord<CostMode>(*changes.costMode);
        if (!mode)
            return fail(ErrorCode::invalidValue, *changes.costMode, "--cost-mode", "worked or retained");
        inputs.costMode = *mode;
    }
    if (changes.gst) {
        const auto gst = parseWord<GstBasis>(*changes.gst);
        if (!gst)
            return fail(ErrorCode::invalidValue, *changes.gst, "--gst", "ex or inc");
        inputs.gst = *gst;
    }
    if (!changes.budget)
        return {};
    if (changes.budget->empty()) {
        inputs.budget.reset();
        return {};
    }
    const auto budget = readMoney(*changes.budget, "--budget");
    if (!budget)
        return std::unexpected(budget.error());
    inputs.budget = *budget;
    return {};
}

Result<void> changeRisk(Inputs& inputs, const Changes& changes)
{
    if (changes.rho) {
        const auto rho = readNumber(*changes.rho, "--rho");
        if (!rho || *rho > 1.0)
            return fail(ErrorCode::invalidValue, *changes.rho, "--rho", "a number from 0 to 1");
        inputs.correlation = *rho;
    }
    if (const auto& text = changes.confidence) {
        if (*text != "50" && *text != "80" && *text != "90")
            return fail(ErrorCode::invalidValue, *text, "--confidence", "50, 80 or 90");
        std::from_chars(text->data(), text->data() + text->size(), inputs.confidence);
    }
    if (changes.order) {
        const auto order = parseWord<OrderKind>(*changes.order);
        if (!order)
            return fail(ErrorCode::invalidValue, *changes.order, "--order", "catalogue or optimised");
        inputs.order = *order;
    }
    return {};
}

/// An error of the inputs in the terms of the options that they come from, where they do.
Error inOptions(Error error, const Changes& changes)
{
    struct Field {
        std::string_view pointer;
        std::string_view option;
        const std::optional<std::string>& text;
    };
    const std::array<Field, 6> fields{{{"/profile/conditions", "--profile", changes.profile},
                                       {"/profile/scale", "--scale", changes.scale},
                                       {"/start", "--start", changes.start},
                                       {"/asOf", "--as-of", changes.asOf},
                                       {"/targetDate", "--target", changes.target},
                                       {"/budget", "--budget", changes.budget}}};
    const auto field = std::ranges::find(fields, error.where, &Field::pointer);
    if (field == fields.end() || !field->text)
        return error;
    error.where = field->option;
    if (error.code == ErrorCode::invalidValue)
        error.what = *field->text;
    return error;
}

} // namespace

Result<Inputs> changed(Inputs inputs, const Catalogue& catalogue, const Changes& changes, Date today)
{
    if (auto ok = changeItems(inputs, catalogue, changes.items, today); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeTeam(inputs, changes); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeDaysOff(inputs, changes.daysOff); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeProfile(inputs.profile, changes); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeDates(inputs, changes); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeMoney(inputs, changes); !ok)
        return std::unexpected(ok.error());
    if (auto ok = changeRisk(inputs, changes); !ok)
        return std::unexpected(ok.error());
    if (auto ok = checkInputs(catalogue, inputs); !ok)
        return std::unexpected(inOptions(ok.error(), changes));
    return inputs;
}

std::string describe(const Changes& changes)
{
    std::vector<std::string> parts = changes.items;
    const auto list = [&](const std::vector<std::string>& texts, const std::string& what) {
        for (const std::string& text : texts)
            parts.push_back(what + " " + text);
    };
    list(changes.removedPeople, "without");
    list(changes.people, "person");
    list(changes.firstDays, "first day");
    list(changes.leave, "leave");
    list(changes.daysOff, "day off");
    const auto one = [&](const std::optional<std::string>& text, const std::string& what) {
        if (text)
            parts.push_back(what + " " + (text->empty() ? "cleared" : *text));
    };
    one(changes.profile, "profile");
    one(changes.scale, "scale");
    one(changes.validated, "validated");
    one(changes.maintainer, "maintainer");
    one(changes.start, "start");
    one(changes.asOf, "as of");
    one(changes.target, "target");
    one(changes.budget, "budget");
    one(changes.costMode, "cost mode");
    one(changes.rho, "rho");
    one(changes.confidence, "confidence");
    one(changes.gst, "GST");
    one(changes.order, "order");
    constexpr std::size_t kMostNamed = 3;
    const std::size_t others = parts.size() > kMostNamed ? parts.size() - kMostNamed : 0;
    parts.resize(parts.size() - others);
    return joined(parts, ", ") + (others ? " and " + std::to_string(others) + " more" : "");
}

} // namespace trestle::cli
