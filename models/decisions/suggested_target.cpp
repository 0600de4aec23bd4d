#include "models/decisions/suggested_target.h"

#include "models/risk/promises.h"
#include "models/rounding.h"

namespace trestle {

SuggestedTarget suggestedTarget(const Plan& plan, const Risk* risk)
{
    const bool simulated = risk && !plan.nothingLeft();
    const Headline headline = simulated ? headlineOf(plan, *risk, plan.inputs.confidence) : likelyHeadline(plan);
    constexpr std::int64_t kCents = 100;
    const Money budget =
        simulated ? promised(headline.total) : Money::dollars((headline.total.cents + kCents - 1) / kCents);
    return {plan.inputs.targetDate.value_or(headline.finishDate), plan.inputs.budget.value_or(budget)};
}

} // namespace trestle
