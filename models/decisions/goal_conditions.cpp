#include "models/decisions/goal_conditions.h"

#include "models/money/cash.h"
#include "models/money/invoices.h"
#include "models/money/price.h"

#include <cassert>
#include <limits>

namespace trestle {

namespace {

// A run that brings in nothing has a margin of 0; where it costs something, none is small enough.
std::vector<double> marginMissingByRun(const Plan& plan, const Risk& risk, double wanted)
{
    const Money price = firmPrice(plan.inputs, risk, priceConfidence(plan.inputs));
    std::vector<double> missing = marginsByRun(risk, plan.inputs.price.kind, price);
    for (std::size_t run = 0; run < missing.size(); ++run) {
        const double margin = missing[run];
        const double revenue = margin + risk.total[run];
        if (revenue > 0.0)
            missing[run] = wanted - 100.0 * margin / revenue;
        else
            missing[run] = margin > -0.005 ? wanted : std::numeric_limits<double>::infinity();
    }
    return missing;
}

} // namespace

GoalConditions::GoalConditions(const Goal& goal, const Plan& plan, const Risk& risk)
    : m_varies(risk.finishVaries() || risk.totalVaries())
{
    if (goal.cashLasts) {
        const CashRuns runs = cashWithInvoices(plan, risk);
        m_lasts = cashLastsByRun(runs);
        m_lacking = deficitByRun(runs);
    }
    if (goal.marginPercent) {
        assert(risk.value.size() == risk.total.size() && "simulated without the price");
        m_marginMissing = marginMissingByRun(plan, risk, *goal.marginPercent);
        m_varies = m_varies || risk.sortedValue.back() - risk.sortedValue.front() >= 0.005;
    }
}

std::optional<Chance> GoalConditions::chanceCashLasts() const
{
    if (m_lacking.empty())
        return std::nullopt;
    return chanceIn(m_lacking.size(), !m_varies, [&](std::size_t run) { return cashLasts(run); });
}

std::optional<Chance> GoalConditions::chanceOfMargin() const
{
    if (m_marginMissing.empty())
        return std::nullopt;
    return chanceIn(m_marginMissing.size(), !m_varies, [&](std::size_t run) { return marginIsEnough(run); });
}

} // namespace trestle
