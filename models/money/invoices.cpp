#include "models/money/invoices.h"

#include "models/money/price.h"
#include "models/money_rules.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <span>
#include <utility>

namespace trestle {

namespace {

using std::chrono::year_month;

class RunInvoices {
public:
    RunInvoices(const Plan& plan, const Risk& risk)
        : m_plan(plan), m_risk(risk), m_parts(agreedParts(plan.inputs.price)),
          m_revenue(revenueByRun(risk, plan.inputs.price.kind, agreedPrice(plan, risk)))
    {
        for (const PaymentPart& part : m_parts)
            m_phases.push_back(phaseOf(part));
        // A change of payments that turns to phases is simulated anew: needsPhaseEnds().
        assert(std::ranges::none_of(m_phases, [](const auto& phase) { return phase.has_value(); }) ||
               !risk.cash.phaseEnds.empty());
    }

    void addTo(CashRuns& runs)
    {
        for (std::size_t run = 0; run < runs.runs(); ++run)
            add(run, std::span(runs.balances).subspan(runs.first[run], runs.first[run + 1] - runs.first[run]));
    }

private:
    /// Of the phase at whose finish the part is invoiced; none is of work that there is not.
    [[nodiscard]] std::optional<std::size_t> phaseOf(const PaymentPart& part) const
    {
        const auto phase = std::ranges::find(m_plan.phases, part.phase, &PhasePlan::id);
        if (part.when != PaymentWhen::phaseFinished || phase == m_plan.phases.end() || !phase->hasWork)
            return std::nullopt;
        return static_cast<std::size_t>(phase - m_plan.phases.begin());
    }

    [[nodiscard]] Date phaseFinish(std::size_t run, std::size_t part) const
    {
        const std::optional<std::size_t> phase = m_phases[part];
        return phase ? m_plan.calendar.dateOf(m_risk.cash.phaseEnds[run * m_plan.phases.size() + *phase])
                     : invoicedWithoutWork(m_plan, m_parts[part].phase);
    }

    void add(std::size_t run, std::span<double> balances)
    {
        const Date signing = m_plan.inputs.start;
        const Date launch = std::max(m_plan.calendar.lastDate(0, m_risk.finish[run]), signing);
        m_paid.assign(balances.size(), 0.0);
        for (const Invoiced& invoiced :
             invoicesOf(m_parts, signing, launch, [&](std::size_t part) { return phaseFinish(run, part); })) {
            const auto month = static_cast<std::size_t>(
                (monthOf(invoiced.day + std::chrono::days{m_plan.inputs.price.termsDays}) - monthOf(signing)).count());
            if (month < m_paid.size())
                m_paid[month] += invoiced.percent / 100.0 * m_revenue[run];
        }
        double sum = 0;
        for (std::size_t m = 0; m < balances.size(); ++m)
            balances[m] += sum += m_paid[m];
    }

    const Plan& m_plan;
    const Risk& m_risk;
    std::vector<PaymentPart> m_parts;
    std::vector<std::optional<std::size_t>> m_phases; // of each part
    std::vector<double> m_revenue;                    // dollars, by run
    std::vector<double> m_paid;                       // of the run at hand, by month
};

} // namespace

std::vector<Payment> likelyInvoices(const Plan& plan, const Risk& risk)
{
    return isInvoiced(plan.inputs) ? paymentSchedule(plan, agreedPrice(plan, risk)) : std::vector<Payment>{};
}

CashRuns cashWithInvoices(const Plan& plan, const Risk& risk)
{
    assert(risk.cash.runs() == risk.total.size() && "simulated without cash");
    CashRuns runs = risk.cash;
    if (isInvoiced(plan.inputs))
        RunInvoices(plan, risk).addTo(runs);
    return runs;
}

} // namespace trestle
