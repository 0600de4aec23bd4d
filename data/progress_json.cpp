#include "data/progress_json.h"

#include "data/figures_parts.h"
#include "data/figures_text.h"

namespace trestle {

namespace {

FiguresJson promisedJson(const std::optional<Baseline>& baseline)
{
    if (!baseline)
        return nullptr;
    return {{"name", baseline->name},
            {"taken", isoDate(baseline->taken)},
            {"finish",
             {{"likely", isoDate(baseline->finish)},
              {"p50", isoDate(baseline->finishP50)},
              {"p80", isoDate(baseline->finishP80)},
              {"p90", isoDate(baseline->finishP90)}}},
            {"total",
             {{"likely", baseline->total.inDollars()},
              {"p50", baseline->totalP50.inDollars()},
              {"p80", baseline->totalP80.inDollars()},
              {"p90", baseline->totalP90.inDollars()}}}};
}

FiguresJson observedJson(const ProgressReport& report)
{
    FiguresJson observed = FiguresJson::array();
    for (const PhaseProgress& phase : report.phases)
        if (phase.isObserved)
            observed.push_back({{"phase", phase.id},
                                {"share", rounded(phase.share)},
                                {"effort", rounded(phase.spent)},
                                {"d", rounded(phase.d)},
                                {"v", rounded(phase.v)}});
    return observed;
}

FiguresJson expectedJson(const Plan& plan, const ProgressReport& report)
{
    FiguresJson phases = FiguresJson::array();
    for (const PhaseProgress& phase : report.phases)
        phases.push_back({{"id", phase.id},
                          {"z", rounded(phase.z)},
                          {"likelyBefore", rounded(phase.likelyBefore)},
                          {"likelyNow", rounded(phase.likelyNow)}});
    return {{"phases", std::move(phases)},
            {"zeta", rounded(plan.learning.zeta)},
            {"sd", rounded(plan.learning.zetaSpread)}};
}

FiguresJson spentJson(const Actual& actual)
{
    FiguresJson json{{"labour", actual.labour.inDollars()}, {"running", actual.running.inDollars()}};
    if (actual.fromBooks)
        json["books"] = actual.books.inDollars();
    return json;
}

FiguresJson forecastJson(const Forecast& forecast)
{
    return {{"asOf", isoDate(forecast.asOf)},
            {"finish", {{"p50", isoDate(forecast.finishP50)}, {"p80", isoDate(forecast.finishP80)}}},
            {"total", {{"p50", forecast.totalP50.inDollars()}, {"p80", forecast.totalP80.inDollars()}}}};
}

} // namespace

std::string writeProgressJson(const Plan& plan, const ProgressReport& report, const Forecasts& forecasts,
                              const std::string& scenario)
{
    FiguresJson underWay = FiguresJson::array();
    for (const ItemPlan& item : plan.items)
        if (item.state == ItemState::underWay)
            underWay.push_back(item.id);
    FiguresJson moved = FiguresJson::array();
    for (const Forecast& forecast : forecasts)
        moved.push_back(forecastJson(forecast));
    const FiguresJson root{{"kind", "progress"},
                           {"name", plan.inputs.name},
                           {"scenario", nameOrNull(scenario)},
                           {"asOf", isoDate(report.asOf)},
                           {"baseline", promisedJson(plan.inputs.baseline)},
                           {"observed", observedJson(report)},
                           {"expected", expectedJson(plan, report)},
                           {"late", report.allLate()},
                           {"due", report.allDue()},
                           {"underWay", std::move(underWay)},
                           {"actual", spentJson(plan.actual)},
                           {"forecast", std::move(moved)}};
    return figuresText(root);
}

std::string writeBaselineJson(const Inputs& inputs, const std::string& scenario)
{
    const FiguresJson root{{"kind", "baseline"},
                           {"name", inputs.name},
                           {"scenario", nameOrNull(scenario)},
                           {"baseline", promisedJson(inputs.baseline)}};
    return figuresText(root);
}

} // namespace trestle
