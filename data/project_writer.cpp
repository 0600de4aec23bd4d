#include "data/project_writer.h"

#include "data/json.h"
#include "data/words.h"

#include <nlohmann/json.hpp>

namespace trestle {

using nlohmann::json;

namespace {

void putText(json& to, const char* key, const std::string& text)
{
    if (!text.empty())
        to[key] = text;
}

void putDate(json& to, const char* key, const std::optional<Date>& date)
{
    if (date)
        to[key] = isoDate(*date);
}

/// Dollars: exact, because a double holds every amount that a plan may have to the cent.
json moneyJson(Money money)
{
    return jsonNumber(money.inDollars());
}

template <class Kind>
json wordJson(Kind kind)
{
    return std::string(wordOf(kind));
}

json profileJson(const Profile& profile)
{
    json to = json::object();
    if (!profile.conditions.empty())
        to["conditions"] = profile.conditions;
    putText(to, "scale", profile.scale);
    if (profile.validated)
        to["validated"] = *profile.validated;
    if (profile.maintainer != Maintainer::unanswered)
        to["maintainer"] = wordJson(profile.maintainer);
    return to;
}

json itemJson(const ItemInput& item)
{
    json to{{"state", wordJson(item.state)}};
    putText(to, "note", item.note);
    putText(to, "owner", item.owner);
    putDate(to, "changed", item.changed);
    return to;
}

json estimateJson(const OwnEstimate& estimate)
{
    json to{{"low", jsonNumber(estimate.effort.low)},
            {"likely", jsonNumber(estimate.effort.likely)},
            {"high", jsonNumber(estimate.effort.high)}};
    putDate(to, "changed", estimate.changed);
    putText(to, "note", estimate.note);
    return to;
}

json personJson(const Person& person)
{
    json to{{"name", person.name},
            {"allocation", jsonNumber(person.allocation)},
            {"weeklyRate", moneyJson(person.weeklyRate)}};
    if (!person.skills.empty())
        to["skills"] = person.skills;
    putDate(to, "firstDay", person.firstDay);
    for (const DateRange& leave : person.leave)
        to["leave"].push_back({{"first", isoDate(leave.first)}, {"last", isoDate(leave.last)}});
    return to;
}

json teamJson(const std::vector<Person>& team)
{
    json to = json::array();
    for (const Person& person : team)
        to.push_back(personJson(person));
    return to;
}

json daysOffJson(const std::vector<DayOff>& days)
{
    json to = json::array();
    for (const DayOff& day : days) {
        to.push_back({{"date", isoDate(day.date)}});
        putText(to.back(), "label", day.label);
    }
    return to;
}

json scenarioJson(const Scenario& scenario)
{
    json to{{"name", scenario.name}};
    putDate(to, "start", scenario.start);
    if (scenario.team)
        to["team"] = teamJson(*scenario.team);
    if (scenario.profile)
        to["profile"] = profileJson(*scenario.profile);
    for (const auto& [id, state] : scenario.items)
        to["items"][id] = wordJson(state);
    if (scenario.daysOff)
        to["daysOff"] = daysOffJson(*scenario.daysOff);
    putDate(to, "targetDate", scenario.targetDate);
    if (scenario.budget)
        to["budget"] = moneyJson(*scenario.budget);
    if (scenario.order)
        to["order"] = wordJson(*scenario.order);
    if (scenario.costMode)
        to["costMode"] = wordJson(*scenario.costMode);
    return to;
}

json inputsJson(const Inputs& inputs)
{
    json to{{"name", inputs.name},
            {"start", isoDate(inputs.start)},
            {"team", teamJson(inputs.team)},
            {"costMode", wordJson(inputs.costMode)},
            {"monthsAfterLaunch", inputs.monthsAfterLaunch},
            {"correlation", jsonNumber(inputs.correlation)},
            {"confidence", inputs.confidence},
            {"order", wordJson(inputs.order)}};
    putText(to, "client", inputs.client);
    putText(to, "notes", inputs.notes);
    putDate(to, "asOf", inputs.asOf);
    if (inputs.profile != Profile{})
        to["profile"] = profileJson(inputs.profile);
    for (const auto& [id, item] : inputs.items)
        to["items"][id] = itemJson(item);
    for (const auto& [id, estimate] : inputs.estimates)
        to["estimates"][id] = estimateJson(estimate);
    for (const auto& [id, note] : inputs.phaseNotes)
        to["phaseNotes"][id] = note;
    if (!inputs.daysOff.empty())
        to["daysOff"] = daysOffJson(inputs.daysOff);
    if (inputs.gst != GstBasis::purchases)
        to["gst"] = wordJson(inputs.gst);
    putDate(to, "targetDate", inputs.targetDate);
    if (inputs.budget)
        to["budget"] = moneyJson(*inputs.budget);
    return to;
}

} // namespace

json projectJson(const Project& project)
{
    json to = inputsJson(project.base);
    for (const Scenario& scenario : project.scenarios)
        to["scenarios"].push_back(scenarioJson(scenario));
    return to;
}

} // namespace trestle
