#include "data/figures_json.h"

#include "data/evidence_json.h"
#include "data/figures_parts.h"
#include "data/figures_text.h"
#include "data/words.h"
#include "models/proposals.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string_view>

namespace trestle {

namespace {

using Json = nlohmann::ordered_json;

Json range(const ThreePoint& values)
{
    return {{"low", rounded(values.low)}, {"likely", rounded(values.likely)}, {"high", rounded(values.high)}};
}

Json range(const PerCase<Money>& values)
{
    return {{"low", values.low.inDollars()}, {"likely", values.likely.inDollars()}, {"high", values.high.inDollars()}};
}

/// A time as week and date; null for both where there is no work, so that the shape is always the same.
Json moment(bool exists, Weeks week, Date (*dateOf)(const WorkCalendar&, const Span&), const WorkCalendar& calendar,
            const Span& span)
{
    if (!exists)
        return {{"week", nullptr}, {"date", nullptr}};
    return {{"week", rounded(week)}, {"date", isoDate(dateOf(calendar, span))}};
}

Json startOf(const WorkCalendar& calendar, const Span& span)
{
    return moment(
        span.hasWork, span.start, [](const WorkCalendar& c, const Span& s) { return c.startDate(s.start); }, calendar,
        span);
}

Json finishOf(const WorkCalendar& calendar, const PerCase<Span>& when)
{
    Json finish;
    const auto add = [&](const char* name, const Span& span) {
        finish[name] = moment(
            span.hasWork, span.finish,
            [](const WorkCalendar& c, const Span& s) { return c.lastDate(s.start, s.finish); }, calendar, span);
    };
    add("low", when.low);
    add("likely", when.likely);
    add("high", when.high);
    return finish;
}

Json finishOfPlan(const Plan& plan)
{
    Json finish;
    const auto add = [&](const char* name, Case which) {
        finish[name] = {{"weeks", rounded(plan.finish.at(which))}, {"date", isoDate(plan.finishDate.at(which))}};
    };
    add("low", Case::low);
    add("likely", Case::likely);
    add("high", Case::high);
    return finish;
}

/// Where there is no work there is no slack to speak of.
void addSlack(Json& node, bool hasWork, Weeks withPeople, Weeks byLinks)
{
    node["slack"] = hasWork ? Json(rounded(withPeople)) : Json(nullptr);
    node["slackByLinks"] = hasWork ? Json(rounded(byLinks)) : Json(nullptr);
}

Json waitsFor(const ItemPlan& item)
{
    constexpr std::array<std::string_view, 5> words{"link", "start", "person", "place", "leave"};
    if (!item.hasWork)
        return {{"kind", nullptr}, {"on", Json::array()}};
    return {{"kind", words.at(static_cast<std::size_t>(item.waitsFor.kind))}, {"on", item.waitsFor.on}};
}

Json namesOn(const Plan& plan, const ItemPlan& item)
{
    Json names = Json::array();
    for (const std::size_t person : peopleOn(item))
        names.push_back(plan.people[person].name);
    return names;
}

Json itemFigures(const Plan& plan, const ItemPlan& item)
{
    Json object{{"id", item.id},
                {"title", item.title},
                {"state", wordOf(item.state)},
                {"effort", range(item.effort)},
                {"start", startOf(plan.calendar, item.when.likely)},
                {"finish", finishOf(plan.calendar, item.when)},
                {"cost", range(item.cost)},
                {"people", namesOn(plan, item)}};
    addSlack(object, item.hasWork, item.slack, item.slackByLinks);
    object["waitsFor"] = waitsFor(item);
    if (const TickEvidence* evidence = evidenceOf(plan.inputs, item.id))
        object["evidence"] = evidenceJson(*evidence);
    return object;
}

Json phaseFigures(const Plan& plan, const PhasePlan& phase)
{
    Json object{{"id", phase.id},
                {"title", phase.title},
                {"reference", {{"first", phase.reference.first}, {"last", phase.reference.last}}},
                {"effort", range(phase.effort)},
                {"start", startOf(plan.calendar, phase.when.likely)},
                {"finish", finishOf(plan.calendar, phase.when)},
                {"cost", range(phase.cost)}};
    addSlack(object, phase.hasWork, phase.slack, phase.slackByLinks);
    object["drivesFinish"] = phase.drivesFinish;
    Json& items = object["items"] = Json::array();
    for (std::size_t i = 0; i < phase.itemCount; ++i)
        items.push_back(itemFigures(plan, plan.items[phase.firstItem + i]));
    return object;
}

Json personFigures(const PersonPlan& person, const Person& who)
{
    Json object{{"name", person.name},
                {"allocation", person.allocation},
                {"rate", person.weeklyRate.inDollars()},
                {"workedWeeks", rounded(person.worked.likely)},
                {"cost", person.cost.likely.inDollars()}};
    if (person.isRole)
        object["role"] = true;
    if (!person.paidOut) {
        object["paidOut"] = false;
        object["ownTime"] = person.cost.likely.inDollars();
    }
    if (who.billRate)
        object["billRate"] = who.billRate->inDollars();
    if (who.lastDay)
        object["lastDay"] = isoDate(*who.lastDay);
    return object;
}

Json readinessJson(const Readiness& readiness)
{
    Json object{{"percent", readiness.fraction ? Json(rounded(*readiness.fraction * 100.0)) : Json(nullptr)},
                {"done", readiness.done},
                {"partial", readiness.partial},
                {"missing", readiness.missing},
                {"excluded", readiness.excluded}};
    if (readiness.underWay > 0)
        object["underWay"] = readiness.underWay;
    return object;
}

} // namespace

std::string writeFiguresJson(const Plan& plan, const std::string& scenario)
{
    Json object{{"kind", "figures"},
                {"name", plan.inputs.name},
                {"client", plan.inputs.client},
                {"scenario", scenario.empty() ? Json(nullptr) : Json(scenario)},
                {"catalogue", {{"id", plan.catalogue->id}, {"version", plan.catalogue->version}}},
                {"start", isoDate(plan.startDate)},
                {"readiness", readinessJson(plan.readiness)},
                {"finish", finishOfPlan(plan)},
                {"effort", range(plan.effort)},
                {"cost",
                 {{"labour", range(plan.labour)},
                  {"running", range(plan.runningTotal)},
                  {"total", range(plan.total)},
                  {"currency", "AUD"}}}};
    if (plan.riskTotal.high > Money{})
        object["cost"]["risks"] = range(plan.riskTotal);
    if (plan.actual.any())
        object["cost"]["actual"] = actualJson(plan.actual);
    if (plan.hasOwnTime())
        object["cost"]["ownTime"] = range(plan.ownTime);
    Json& phases = object["phases"] = Json::array();
    for (const PhasePlan& phase : plan.phases)
        phases.push_back(phaseFigures(plan, phase));
    Json& people = object["people"] = Json::array();
    for (std::size_t i = 0; i < plan.people.size(); ++i)
        people.push_back(personFigures(plan.people[i], plan.inputs.team[i]));
    return figuresText(object);
}

} // namespace trestle
