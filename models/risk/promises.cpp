#include "models/risk/promises.h"

#include <array>
#include <cmath>

namespace trestle {

TargetChance targetChance(const Plan& plan, const Risk& risk)
{
    TargetChance chance;
    const std::optional<Date>& date = plan.inputs.targetDate;
    const std::optional<Money>& budget = plan.inputs.budget;
    const Weeks by = date ? latestFinishBy(plan.calendar, *date) : 0;
    if (date)
        chance.onTime = risk.chanceBy(by);
    if (budget)
        chance.inBudget = risk.chanceUnder(*budget);
    if (date && budget) {
        const double both = risk.chanceOfBoth(by, *budget);
        chance.quarters = {both, *chance.onTime - both, *chance.inBudget - both,
                           1.0 - *chance.onTime - *chance.inBudget + both};
    }
    return chance;
}

QuarterPercents inPercent(const TargetChance::Quarters& quarters)
{
    QuarterPercents percents;
    percents.both = static_cast<int>(std::lround(quarters.both * 100.0));
    const std::array<double, 3> rest{std::max(0.0, quarters.onTimeOnly), std::max(0.0, quarters.inBudgetOnly),
                                     std::max(0.0, quarters.neither)};
    if (rest[0] + rest[1] + rest[2] <= 0)
        return percents;
    // The split works on any unit: here a "cent" is a per cent.
    const auto parts = splitByLargestRemainder(Money{100 - percents.both}, rest);
    percents.onTimeOnly = static_cast<int>(parts[0].cents);
    percents.inBudgetOnly = static_cast<int>(parts[1].cents);
    percents.neither = static_cast<int>(parts[2].cents);
    return percents;
}

Contingency contingency(const Plan& plan, const Risk& risk, int confidence, GstBasis basis)
{
    Contingency put;
    put.amount = risk.totalAt(confidence / 100.0) - plan.total.likely;
    if (basis == GstBasis::price)
        put.gst = gst(put.amount);
    return put;
}

} // namespace trestle
