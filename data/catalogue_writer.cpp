#include "data/catalogue_writer.h"

#include "data/json.h"
#include "data/words.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace trestle {

using nlohmann::json;

namespace {

json numberOf(double value)
{
    return jsonNumber(value);
}

json numberOf(Money value)
{
    return jsonNumber(value.inDollars());
}

template <class T>
    requires std::is_same_v<T, bool> || std::is_same_v<T, int>
json numberOf(T value)
{
    return value;
}

void addSource(json& to, const Provenance& from)
{
    to["source"] = std::string(wordOf(from.kind));
    to["note"] = from.note;
}

template <class T>
json figure(const T& value, const Provenance& from)
{
    json to{{"value", numberOf(value)}};
    addSource(to, from);
    return to;
}

template <class T>
json figure(const Sourced<T>& sourced)
{
    return figure(sourced.value, sourced.from);
}

json range(const SourcedRange& sourced)
{
    return {{"low", figure(sourced.value.low, sourced.from.low)},
            {"likely", figure(sourced.value.likely, sourced.from.likely)},
            {"high", figure(sourced.value.high, sourced.from.high)}};
}

void addText(json& to, const char* key, const std::string& text)
{
    if (!text.empty())
        to[key] = text;
}

template <class T, class Write>
json listOf(const std::vector<T>& values, Write&& write)
{
    json to = json::array();
    for (const T& value : values)
        to.push_back(write(value));
    return to;
}

json named(const auto& value)
{
    json to{{"id", value.id}, {"title", value.title}};
    if constexpr (requires { value.explanation; })
        addText(to, "explanation", value.explanation);
    return to;
}

json scaleJson(const ScaleStep& scale)
{
    json to = named(scale);
    to["factor"] = figure(scale.factor);
    addText(to, "warning", scale.warning);
    return to;
}

json itemJson(const Item& item)
{
    json to = named(item);
    addText(to, "inPlaceWhen", item.criteria.inPlaceWhen);
    addText(to, "partlyWhen", item.criteria.partlyWhen);
    addText(to, "doesNotCount", item.criteria.doesNotCount);
    if (item.effort) {
        to["effort"] = range(*item.effort);
        to["condition"] = item.condition;
    } else {
        to["share"] = figure(item.share);
    }
    addText(to, "skill", item.skill);
    if (!item.deferrable.from.note.empty())
        to["deferrable"] = figure(item.deferrable);
    return to;
}

json runningCostJson(const RunningCost& cost)
{
    return {{"title", cost.title}, {"monthly", range(cost.monthly)}};
}

json phaseJson(const Phase& phase)
{
    json to = named(phase);
    to["shortTitle"] = phase.shortTitle.empty() ? phase.title : phase.shortTitle;
    to["window"] = {{"first", phase.window.value.first}, {"last", phase.window.value.last}};
    addSource(to["window"], phase.window.from);
    to["effort"] = range(phase.effort);
    if (phase.statedCost) {
        to["statedCost"] = range(*phase.statedCost);
        if (phase.statedCost->from.likely.note.empty()) // the source does not say
            to["statedCost"].erase("likely");
    }
    addText(to, "note", phase.note);
    to["scaled"] = phase.scaled;
    if (!phase.runningCosts.empty())
        to["runningCosts"] = listOf(phase.runningCosts, runningCostJson);
    to["items"] = listOf(phase.items, itemJson);
    if (!phase.addOns.empty())
        to["addOns"] = listOf(phase.addOns, itemJson);
    return to;
}

json linkJson(const Link& link)
{
    json to{{"from", link.from}, {"to", link.to}, {"type", std::string(wordOf(link.type))}};
    to["lag"] = numberOf(static_cast<double>(link.lag));
    addText(to, "reason", link.reason);
    addSource(to, link.source);
    return to;
}

json riskJson(const SuggestedRisk& risk)
{
    json to = named(risk);
    to["phase"] = risk.phase;
    addText(to, "condition", risk.condition);
    addText(to, "skill", risk.skill);
    to["p"] = figure(risk.p);
    if (risk.effort)
        to["effort"] = range(*risk.effort);
    if (risk.delay)
        to["delay"] = range(*risk.delay);
    if (risk.money)
        to["money"] = range(*risk.money);
    return to;
}

json outsideViewJson(const OutsideViewPreset& preset)
{
    json to = named(preset);
    to["m"] = figure(preset.m);
    to["s"] = figure(preset.s);
    return to;
}

json personJson(const DefaultPerson& person)
{
    return {{"name", person.name},
            {"allocation", numberOf(person.allocation)},
            {"weeklyRate", numberOf(person.weeklyRate)}};
}

} // namespace

json catalogueJson(const Catalogue& catalogue)
{
    json to{{"kind", "catalogue"},      {"format", 1},
            {"id", catalogue.id},       {"version", catalogue.version},
            {"title", catalogue.title}, {"source", catalogue.source}};
    to["timelineWeeks"] = figure(catalogue.timelineWeeks);
    to["personWeekRate"] = figure(catalogue.personWeekRate);
    to["referenceTeam"] = figure(catalogue.referenceTeam);
    to["prototypeShare"] = figure(catalogue.prototypeShare);
    to["partialFactor"] = figure(catalogue.partialFactor);
    to["itemCrewLimit"] = figure(catalogue.itemCrewLimit);
    to["phaseCrewLimit"] = figure(catalogue.phaseCrewLimit);
    to["coordination"] = figure(catalogue.coordination);
    to["correlation"] = figure(catalogue.correlation);
    to["conditions"] = listOf(catalogue.conditions, [](const Condition& condition) { return named(condition); });
    to["scales"] = listOf(catalogue.scales, scaleJson);
    to["phases"] = listOf(catalogue.phases, phaseJson);
    to["links"] = listOf(catalogue.links, linkJson);
    to["team"] = listOf(catalogue.team, personJson);
    if (!catalogue.suggestedRisks.empty())
        to["suggestedRisks"] = listOf(catalogue.suggestedRisks, riskJson);
    to["outsideViews"] = listOf(catalogue.outsideViews, outsideViewJson);
    addText(to, "validateFirst", catalogue.validateFirst);
    addText(to, "simplicityAdvice", catalogue.simplicityAdvice);
    return to;
}

} // namespace trestle
