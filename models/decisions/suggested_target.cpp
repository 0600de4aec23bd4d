#include "models/decisions/suggested_target.h"

#include "models/decisions/estimate.h"

namespace trestle {

SuggestedTarget suggestedTarget(const Plan& plan, const Risk* risk)
{
    const bool simulated = risk && !plan.nothingLeft();
    const Headline headline = simulated ? headlineOf(plan, *risk, plan.inputs.confidence)
                                        : Headline{plan.finish.likely, plan.finishDate.likely, plan.total.likely};
    constexpr std::int64_t kCents = 100;
    const Money rounded = Money::dollars((headline.total.cents + kCents - 1) / kCents);
    return {plan.inputs.targetDate.value_or(headline.finishDate), plan.inputs.budget.value_or(rounded)};
}

} // namespace trestle
