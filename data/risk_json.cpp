#include "data/risk_json.h"

#include "data/figures_text.h"

#include <nlohmann/json.hpp>

namespace trestle {

namespace {

using Json = nlohmann::ordered_json;

template <class Write>
Json each(const Percentiles& values, Write write)
{
    return {
        {"p10", write(values.p10)}, {"p50", write(values.p50)}, {"p80", write(values.p80)}, {"p90", write(values.p90)}};
}

Json weeksJson(const Percentiles& weeks)
{
    return each(weeks, rounded);
}

Json moneyJson(const Percentiles& dollars)
{
    return each(dollars, [](double value) { return Money::rounded(value).inDollars(); });
}

// Null where the plan has no date, or no budget.
Json targetJson(const Plan& plan, const Risk& risk)
{
    const auto& date = plan.inputs.targetDate;
    const auto& budget = plan.inputs.budget;
    const Weeks by = date ? latestFinishBy(plan.calendar, *date) : 0;
    Json json{{"date", nullptr}, {"budget", nullptr}, {"byDate", nullptr}, {"underBudget", nullptr}, {"both", nullptr}};
    if (date) {
        json["date"] = isoDate(*date);
        json["byDate"] = rounded(risk.chanceBy(by));
    }
    if (budget) {
        json["budget"] = budget->inDollars();
        json["underBudget"] = rounded(risk.chanceUnder(*budget));
    }
    if (date && budget)
        json["both"] = rounded(risk.chanceOfBoth(by, *budget));
    return json;
}

Json phaseJson(const PhaseRisk& phase)
{
    return {{"id", phase.id},
            {"drivesFinish", rounded(phase.drivesFinish)},
            {"drivesByLinks", rounded(phase.drivesByLinks)},
            {"finishCorrelation", rounded(phase.finishCorrelation)},
            {"costCorrelation", rounded(phase.costCorrelation)},
            {"finishWeek", phase.hasWork ? weeksJson(phase.finishWeek) : Json(nullptr)}};
}

} // namespace

std::string writeRiskJson(const Plan& plan, const Risk& risk)
{
    const Percentiles weeks = risk.finishPercentiles();
    const auto dateOf = [&](Weeks finish) { return isoDate(plan.calendar.lastDate(0, finish)); };
    Json json{
        {"kind", "risk"},
        {"name", plan.inputs.name},
        {"runs", risk.runs},
        {"seed", risk.seed},
        {"finish", {{"weeks", weeksJson(weeks)}, {"dates", each(weeks, dateOf)}}},
        {"cost", {{"labour", moneyJson(risk.labourPercentiles())}, {"total", moneyJson(risk.totalPercentiles())}}},
        {"target", targetJson(plan, risk)}};
    Json& phases = json["phases"] = Json::array();
    for (const PhaseRisk& phase : risk.phases)
        phases.push_back(phaseJson(phase));
    return figuresText(json);
}

} // namespace trestle
