#include "data/plan_file/risk_tables.h"

#include "data/plan_file/money_tables.h"
#include "data/plan_file/row_writer.h"
#include "models/risk/promises.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace trestle::planfile {

namespace {

constexpr std::array kPercents{10, 50, 80, 90};
constexpr std::array kRiskTables{"plan_risk", "plan_percentile", "plan_phase_risk"};

double percentile(const Percentiles& percentiles, std::size_t index)
{
    return std::array{percentiles.p10, percentiles.p50, percentiles.p80, percentiles.p90}.at(index);
}

void writeRisk(RowWriter& row, std::int64_t revision, const SimulatedScenario& simulated)
{
    const Risk& risk = *simulated.risk;
    const TargetChance chance = targetChance(*simulated.plan, risk);
    row.add(simulated.scenario).add(revision).add(risk.runs).add(static_cast<std::int64_t>(risk.seed));
    const auto share = [](const std::optional<Chance>& of) { return of ? std::optional(of->share) : std::nullopt; };
    row.add(share(chance.onTime)).add(share(chance.inBudget)).add(share(chance.both));
    row.write();
}

void writePercentiles(RowWriter& row, const SimulatedScenario& simulated)
{
    const Risk& risk = *simulated.risk;
    const WorkCalendar& calendar = simulated.plan->calendar;
    const Percentiles finish = risk.finishPercentiles();
    const Percentiles labour = risk.labourPercentiles();
    const Percentiles total = risk.totalPercentiles();
    for (std::size_t i = 0; i < kPercents.size(); ++i) {
        const Weeks week = percentile(finish, i);
        row.add(simulated.scenario).add("").add(kPercents.at(i)).add(week).add(calendar.lastDate(0, week));
        row.add(Money::rounded(percentile(labour, i))).addNull().add(Money::rounded(percentile(total, i)));
        row.write();
        for (const PhaseRisk& phase : risk.phases) {
            if (!phase.hasWork)
                continue;
            const Weeks phaseWeek = percentile(phase.finishWeek, i);
            row.add(simulated.scenario).add(phase.id).add(kPercents.at(i)).add(phaseWeek);
            row.add(calendar.lastDate(0, phaseWeek)).addNull().addNull().addNull();
            row.write();
        }
    }
}

void writePhasePercentiles(RowWriter& row, const SimulatedScenario& simulated)
{
    if (const auto& outside = simulated.risk->outside) {
        row.add(simulated.scenario).add("").addNull().addNull();
        row.add(outside->finishCorrelation).add(outside->costCorrelation);
        row.write();
    }
    for (const PhaseRisk& phase : simulated.risk->phases) {
        row.add(simulated.scenario).add(phase.id).add(phase.drivesFinish).add(phase.drivesByLinks);
        row.add(phase.finishCorrelation).add(phase.costCorrelation);
        row.write();
    }
}

} // namespace

bool needsRisk(SQLite::Database& db, std::int64_t revision, const SimulatedScenario& simulated)
{
    SQLite::Statement shown(db, "SELECT revision FROM plan_scenario WHERE scenario = ?");
    shown.bindNoCopy(1, simulated.scenario);
    if (!shown.executeStep() || shown.getColumn(0).getInt64() != revision)
        return false;
    SQLite::Statement held(db, "SELECT revision, runs, seed FROM plan_risk WHERE scenario = ?");
    held.bindNoCopy(1, simulated.scenario);
    return !held.executeStep() || held.getColumn(0).getInt64() != revision ||
           held.getColumn(1).getInt64() != static_cast<std::int64_t>(simulated.risk->runs) ||
           held.getColumn(2).getInt64() != static_cast<std::int64_t>(simulated.risk->seed);
}

void writeRiskTables(SQLite::Database& db, std::int64_t revision, const SimulatedScenario& simulated)
{
    const auto clear = [&](std::string_view table) {
        SQLite::Statement remove(db, "DELETE FROM " + std::string(table) + " WHERE scenario = ?");
        remove.bindNoCopy(1, simulated.scenario);
        remove.exec();
    };
    std::ranges::for_each(kRiskTables, clear);
    std::ranges::for_each(kMoneyTables, clear);
    RowWriter risk(db, "plan_risk");
    writeRisk(risk, revision, simulated);
    RowWriter percentiles(db, "plan_percentile");
    writePercentiles(percentiles, simulated);
    RowWriter phases(db, "plan_phase_risk");
    writePhasePercentiles(phases, simulated);
    writeMoneyTables(db, simulated);
}

} // namespace trestle::planfile
