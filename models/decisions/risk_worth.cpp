#include "models/decisions/risk_worth.h"

#include <algorithm>
#include <tuple>

namespace trestle {

namespace {

/// What did not happen last; the rest by what it adds, weeks before money.
auto orderKey(const RiskRegister& risks, const RiskWorth& worth)
{
    const RiskEvent* event = findRisk(risks, worth.id);
    const bool isOver = event && event->status == RiskStatus::notHappened;
    const Weeks weeks = worth.adds.weeks < kNoticeable ? Weeks{} : worth.adds.weeks;
    return std::tuple(isOver, -weeks, Money() - worth.adds.cost);
}

/// All that may still happen, left out at once.
Result<Delta> addedTogether(const Plan& plan, const Risk& risk, const QuestionOptions& options)
{
    const double q = probability(plan.inputs.confidence);
    const auto layer = std::ranges::find(risk.layers, RiskLayer::Of::outsideView, &RiskLayer::of);
    if (layer != risk.layers.end())
        return Delta{risk.finishAt(q) - layer->finishAt(q), risk.totalAt(q) - layer->totalAt(q)};
    Inputs without = plan.inputs;
    std::erase_if(without.risks.events, [](const RiskEvent& event) {
        return event.status == RiskStatus::open || event.status == RiskStatus::responded;
    });
    const auto difference = deltaTo(plan, without, options);
    if (!difference)
        return std::unexpected(difference.error());
    return Delta{-difference->weeks, Money() - difference->cost};
}

} // namespace

Result<RegisterWorth> registerWorth(const Plan& plan, const QuestionOptions& options)
{
    RegisterWorth worth;
    const RiskRegister& risks = plan.inputs.risks;
    if (risks.events.empty())
        return worth;
    const auto risk = ownRisk(plan, options);
    if (!risk)
        return std::unexpected(risk.error());
    QuestionOptions known = options;
    known.known = *risk;
    const auto together = addedTogether(plan, **risk, known);
    if (!together)
        return std::unexpected(together.error());
    worth.together = *together;
    const auto effects = riskEffects(plan, **risk, simulationOf(known), probability(plan.inputs.confidence));
    if (!effects)
        return std::unexpected(effects.error());
    for (std::size_t i = 0; i < effects->size(); ++i) {
        const RiskEffect& effect = (*effects)[i];
        RiskWorth& one = worth.risks.emplace_back();
        one.id = effect.id;
        one.adds = {effect.adds.weeks, effect.adds.cost};
        if (effect.response) // which is told with its cost counted
            one.response = ResponseWorth{effect.response->weeks, effect.response->cost + risks.events[i].response->cost,
                                         Money() - effect.response->cost};
    }
    std::ranges::stable_sort(worth.risks, {}, [&](const RiskWorth& one) { return orderKey(risks, one); });
    return worth;
}

} // namespace trestle
