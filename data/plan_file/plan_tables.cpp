#include "data/plan_file/plan_tables.h"

#include "data/json.h"
#include "data/plan_file/row_writer.h"
#include "data/plan_file/schema.h"
#include "data/words.h"
#include "models/plan/cost.h"
#include "models/proposals.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <string_view>

namespace trestle::planfile {

namespace {

const char* linkName(LinkType type)
{
    static constexpr std::array names{"FS", "SS", "FF", "SF"};
    return names.at(static_cast<std::size_t>(type));
}

const char* waitName(WaitKind kind)
{
    static constexpr std::array names{"link", "start", "person", "place", "leave"};
    return names.at(static_cast<std::size_t>(kind));
}

// What has no work has bounds, but no times to show.
template <class Get>
void addWhereWork(RowWriter& row, const PerCase<Span>& when, Get get)
{
    for (const Case c : kCases)
        row.add(when.at(c).hasWork ? std::optional(get(when.at(c))) : std::nullopt);
}

// Weeks and dates of a node: start low, likely, high, then finish.
void addTimes(RowWriter& row, const Plan& plan, const PerCase<Span>& when)
{
    addWhereWork(row, when, [](const Span& span) { return span.start; });
    addWhereWork(row, when, [](const Span& span) { return span.finish; });
    addWhereWork(row, when, [&](const Span& span) { return plan.calendar.startDate(span.start); });
    addWhereWork(row, when, [&](const Span& span) { return plan.calendar.lastDate(span.start, span.finish); });
}

std::string jsonList(const std::vector<std::string>& names)
{
    return canonicalJson(nlohmann::json(names));
}

void writeScenario(RowWriter& row, std::int64_t revision, std::int64_t position, const LoadedCatalogue& catalogue,
                   const ScenarioPlan& scenario)
{
    const Plan& plan = scenario.plan;
    row.add(scenario.name).add(revision).add(position).add(plan.inputs.name).add(plan.inputs.client);
    row.add(catalogue.catalogue->id).add(catalogue.catalogue->version).add(catalogue.sha256);
    row.add(plan.startDate).add(plan.inputs.asOf).add(plan.readiness.fraction).add(plan.readiness.done);
    row.add(plan.readiness.underWay).add(plan.readiness.partial);
    row.add(plan.readiness.missing).add(plan.readiness.excluded).add(plan.effort);
    row.add(plan.finish).add(plan.finishDate).add(plan.labour).add(plan.runningTotal);
    row.add(plan.actual.effort).add(plan.actual.labour).add(plan.actual.running).add(plan.actual.books).add(plan.total);
    row.add(plan.inputs.targetDate).add(plan.inputs.budget).add(plan.inputs.confidence);
    row.write();
}

void writePhases(RowWriter& row, const ScenarioPlan& scenario)
{
    std::int64_t position = 0;
    for (const PhasePlan& phase : scenario.plan.phases) {
        row.add(scenario.name).add(position++).add(phase.id).add(phase.title);
        row.add(phase.reference.first).add(phase.reference.last);
        row.add(phase.inPlace).add(phase.inScope).add(phase.progress).add(phase.actualStart).add(phase.actualFinish);
        row.add(phase.effort);
        addTimes(row, scenario.plan, phase.when);
        row.add(phase.cost);
        row.add(phase.hasWork ? std::optional(phase.slack) : std::nullopt);
        row.add(phase.hasWork ? std::optional(phase.slackByLinks) : std::nullopt);
        row.add(phase.drivesFinish);
        row.write();
    }
}

void addWhatHappened(RowWriter& row, const ItemPlan& item)
{
    const ItemActual& actual = item.actual;
    row.add(actual.started).add(actual.finished).add(actual.spent);
    for (const auto effort : {&ThreePoint::low, &ThreePoint::likely, &ThreePoint::high})
        row.add(actual.left ? std::optional(static_cast<double>(*actual.left.*effort)) : std::nullopt);
    row.add(item.learnt);
}

void writeItems(RowWriter& row, const ScenarioPlan& scenario)
{
    static const ItemInput untouched;
    const auto& inputs = scenario.plan.inputs.items;
    std::int64_t position = 0;
    for (const ItemPlan& item : scenario.plan.items) {
        const auto input = inputs.find(item.id);
        const ItemInput& said = input == inputs.end() ? untouched : input->second;
        row.add(scenario.name).add(position++).add(scenario.plan.phases[item.phase].id).add(item.id).add(item.title);
        row.add(std::string(wordOf(item.state))).add(item.addOn).add(said.owner).add(said.note);
        addWhatHappened(row, item);
        row.add(item.effort);
        addTimes(row, scenario.plan, item.when);
        row.add(item.cost);
        row.add(item.hasWork ? std::optional(item.slack) : std::nullopt);
        row.add(item.hasWork ? std::optional(item.slackByLinks) : std::nullopt);
        row.add(item.drivesFinish);
        if (item.hasWork)
            row.add(waitName(item.waitsFor.kind)).add(jsonList(item.waitsFor.on));
        else
            row.addNull().addNull();
        row.write();
    }
}

/// A row for each place; one without, where a tick has none.
void writeEvidence(RowWriter& row, const ScenarioPlan& scenario)
{
    for (const ItemPlan& item : scenario.plan.items) {
        const TickEvidence* evidence = evidenceOf(scenario.plan.inputs, item.id);
        if (!evidence)
            continue;
        const auto begin = [&](std::size_t position) -> RowWriter& {
            return row.add(scenario.name).add(item.id).add(position).add(evidence->on).add(evidence->by);
        };
        if (evidence->places.empty())
            begin(0).addNull().addNull().addNull().addNull().write();
        for (std::size_t i = 0; i < evidence->places.size(); ++i) {
            const Evidence& place = evidence->places[i];
            begin(i).add(place.path).add(place.line > 0 ? std::optional(place.line) : std::nullopt);
            row.add(place.excerpt).add(place.rule).write();
        }
    }
}

void writePeople(RowWriter& row, const ScenarioPlan& scenario)
{
    std::int64_t position = 0;
    for (const PersonPlan& person : scenario.plan.people) {
        row.add(scenario.name).add(position++).add(person.name).add(person.allocation).add(person.weeklyRate);
        row.add(person.worked).add(person.cost);
        row.write();
    }
}

void writeAssignments(RowWriter& row, const ScenarioPlan& scenario)
{
    const Plan& plan = scenario.plan;
    for (const ItemPlan& item : plan.items) {
        std::int64_t position = 0;
        for (const CrewTime& time : item.crew.likely) {
            row.add(scenario.name).add(item.id).add(position++).add(plan.people[time.person].name);
            row.add(time.joined).add(time.left).add(time.worked);
            row.add(plan.calendar.startDate(time.joined)).add(plan.calendar.lastDate(time.joined, time.left));
            row.write();
        }
    }
}

void writeLinks(RowWriter& row, const ScenarioPlan& scenario)
{
    std::int64_t position = 0;
    for (const LinkPlan& link : scenario.plan.links) {
        row.add(scenario.name).add(position++).add(link.from).add(link.to).add(linkName(link.type));
        row.add(link.lag).add(link.tight).add(link.reason);
        row.write();
    }
}

void writeRunningCosts(RowWriter& row, const ScenarioPlan& scenario)
{
    std::int64_t position = 0;
    for (const RunningCostPlan& cost : scenario.plan.running) {
        row.add(scenario.name).add(position++).add(scenario.plan.phases[cost.phase].id).add(cost.title);
        for (const Case c : kCases)
            row.add(Money::rounded(cost.monthly.at(c)));
        row.add(cost.from).add(cost.days).add(cost.cost);
        row.write();
    }
}

void writeMonths(RowWriter& row, const ScenarioPlan& scenario)
{
    struct Costs {
        PerCase<Money> labour;
        PerCase<Money> running;
        Money spent; // the same in every case
    };
    std::map<std::string, Costs> months;
    for (const Case c : kCases)
        for (const MonthCost& month : costByMonth(scenario.plan, c)) {
            Costs& costs = months[isoMonth(month.month)];
            costs.labour.at(c) = month.labour;
            costs.running.at(c) = month.running;
            costs.spent = month.actual;
        }
    for (const auto& [month, costs] : months)
        row.add(scenario.name).add(month).add(costs.labour).add(costs.running).add(costs.spent).write();
}

void writeActualCosts(RowWriter& row, const ScenarioPlan& scenario)
{
    std::int64_t position = 0;
    for (const ActualCost& cost : scenario.plan.inputs.actualCosts)
        row.add(scenario.name).add(position++).add(isoMonth(cost.month)).add(cost.amount).add(cost.label).write();
}

void writeBaseline(RowWriter& row, const ScenarioPlan& scenario)
{
    const std::optional<Baseline>& baseline = scenario.plan.inputs.baseline;
    if (!baseline)
        return;
    row.add(scenario.name).add(baseline->name).add(baseline->taken).add(baseline->finish).add(baseline->finishP50);
    row.add(baseline->finishP80).add(baseline->finishP90).add(baseline->total).add(baseline->totalP50);
    row.add(baseline->totalP80).add(baseline->totalP90).write();
}

void writeBaselineItems(RowWriter& row, const ScenarioPlan& scenario)
{
    const std::optional<Baseline>& baseline = scenario.plan.inputs.baseline;
    if (!baseline)
        return;
    for (const auto& [item, promised] : baseline->items) {
        row.add(scenario.name).add(item).add(std::string(wordOf(promised.state))).add(promised.effort);
        row.add(promised.start).add(promised.finish).write();
    }
}

} // namespace

Result<std::vector<ScenarioPlan>> computePlans(const ProjectDocument& document)
{
    std::vector<ScenarioPlan> plans;
    Result<Plan> base = makePlan(document.catalogue.catalogue, document.project.base);
    if (!base)
        return std::unexpected(std::move(base.error()));
    plans.push_back({{}, std::move(*base)});
    for (const Scenario& scenario : document.project.scenarios) {
        Result<Plan> plan = makePlan(document.catalogue.catalogue, applyScenario(document.project.base, scenario));
        if (plan)
            plans.push_back({scenario.name, std::move(*plan)});
    }
    return plans;
}

void writePlanTables(SQLite::Database& db, std::int64_t revision, const LoadedCatalogue& catalogue,
                     const std::vector<ScenarioPlan>& plans)
{
    for (const SchemaObject& object : computedSchema())
        if (object.type == std::string_view("table"))
            db.exec(std::string("DELETE FROM ") + object.name);
    RowWriter scenarios(db, "plan_scenario");
    std::int64_t position = 0;
    for (const ScenarioPlan& plan : plans)
        writeScenario(scenarios, revision, position++, catalogue, plan);
    using Write = void (*)(RowWriter&, const ScenarioPlan&);
    static constexpr std::array<std::pair<const char*, Write>, 11> kTables{
        {{"plan_phase", writePhases},
         {"plan_item", writeItems},
         {"plan_evidence", writeEvidence},
         {"plan_person", writePeople},
         {"plan_assignment", writeAssignments},
         {"plan_link", writeLinks},
         {"plan_running_cost", writeRunningCosts},
         {"plan_month", writeMonths},
         {"plan_actual_cost", writeActualCosts},
         {"plan_baseline", writeBaseline},
         {"plan_baseline_item", writeBaselineItems}}};
    for (const auto& [table, write] : kTables) {
        RowWriter row(db, table);
        for (const ScenarioPlan& plan : plans)
            write(row, plan);
    }
}

} // namespace trestle::planfile
