#include "data/risk_json.h"

#include "data/figures_parts.h"
#include "data/figures_text.h"
#include "data/words.h"

namespace trestle {

namespace {

using Json = FiguresJson;

Json phaseJson(const PhaseRisk& phase)
{
    return {{"id", phase.id},
            {"drivesFinish", rounded(phase.drivesFinish)},
            {"drivesByLinks", rounded(phase.drivesByLinks)},
            {"finishCorrelation", rounded(phase.finishCorrelation)},
            {"costCorrelation", rounded(phase.costCorrelation)},
            {"finishWeek", phase.hasWork ? weeksJson(phase.finishWeek) : Json(nullptr)}};
}

Json eventJson(const RiskEvent& event, const RiskEffect& effect)
{
    Json json{{"id", event.id},
              {"p", rounded(liveRisk(event).value_or(LiveRisk{}).p)},
              {"phase", event.phase},
              {"status", std::string(wordOf(event.status))},
              {"addsWeeks", rounded(effect.adds.weeks)},
              {"addsCost", effect.adds.cost.inDollars()}};
    if (event.response)
        json["response"] = {{"cost", event.response->cost.inDollars()},
                            {"p", rounded(event.response->p)},
                            {"savesWeeks", effect.response ? Json(rounded(effect.response->weeks)) : Json(nullptr)},
                            {"savesCost", effect.response ? Json(effect.response->cost.inDollars()) : Json(nullptr)}};
    return json;
}

} // namespace

std::string writeRiskJson(const Plan& plan, const Risk& risk, std::span<const RiskEffect> effects,
                          const std::string& scenario)
{
    const Percentiles weeks = risk.finishPercentiles();
    const auto dateOf = [&](Weeks finish) { return isoDate(plan.calendar.lastDate(0, finish)); };
    const Json dates{
        {"p10", dateOf(weeks.p10)}, {"p50", dateOf(weeks.p50)}, {"p80", dateOf(weeks.p80)}, {"p90", dateOf(weeks.p90)}};
    Json root{
        {"kind", "risk"},
        {"name", plan.inputs.name},
        {"scenario", nameOrNull(scenario)},
        {"runs", risk.runs},
        {"seed", risk.seed},
        {"finish", {{"weeks", weeksJson(weeks)}, {"dates", dates}}},
        {"cost", {{"labour", moneyJson(risk.labourPercentiles())}, {"total", moneyJson(risk.totalPercentiles())}}},
        {"target", targetJson(plan, targetChance(plan, risk))}};
    if (plan.actual.any())
        root["cost"]["actual"] = actualJson(plan.actual);
    Json& phases = root["phases"] = Json::array();
    for (const PhaseRisk& phase : risk.phases)
        phases.push_back(phaseJson(phase));
    root["outside"] = risk.outside ? Json{{"finishCorrelation", rounded(risk.outside->finishCorrelation)},
                                          {"costCorrelation", rounded(risk.outside->costCorrelation)}}
                                   : Json(nullptr);
    Json& events = root["events"] = Json::array();
    for (std::size_t i = 0; i < effects.size(); ++i)
        events.push_back(eventJson(plan.inputs.risks.events[i], effects[i]));
    return figuresText(root);
}

} // namespace trestle
