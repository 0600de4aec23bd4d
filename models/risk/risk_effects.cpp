#include "models/risk/risk_effects.h"

namespace trestle {

namespace {

/// The finish and the total at a percentile.
Headline outcomeAt(const Risk& risk, double q)
{
    Headline outcome;
    outcome.finish = risk.finishAt(q);
    outcome.total = risk.totalAt(q);
    return outcome;
}

class Leaver {
public:
    Leaver(const Plan& plan, const SimulationOptions& options, double q) : m_plan(plan), m_options(options), m_q(q)
    {
        m_options.drivingRuns = 0;
        m_options.phases = false;
        m_options.progress = {};
    }

    /// The plan's outcome with its register changed.
    template <class Change>
    Result<Headline> with(Change change) const
    {
        Inputs inputs = m_plan.inputs;
        change(inputs.risks);
        const auto other = makePlanInOrderOf(m_plan, m_plan.catalogue, inputs);
        if (!other)
            return std::unexpected(other.error());
        const auto risk = simulate(*other, m_options);
        if (!risk)
            return std::unexpected(risk.error());
        return outcomeAt(*risk, m_q);
    }

private:
    const Plan& m_plan;
    SimulationOptions m_options;
    double m_q;
};

} // namespace

Result<std::vector<RiskEffect>> riskEffects(const Plan& plan, const Risk& risk, const SimulationOptions& options,
                                            double q)
{
    const Headline all = outcomeAt(risk, q);
    const Leaver leaver(plan, options, q);
    std::vector<RiskEffect> effects;
    for (std::size_t i = 0; i < plan.inputs.risks.events.size(); ++i) {
        const RiskEvent& event = plan.inputs.risks.events[i];
        RiskEffect& effect = effects.emplace_back();
        effect.id = event.id;
        if (liveRisk(event)) {
            const auto without = leaver.with([i](RiskRegister& risks) {
                risks.events.erase(risks.events.begin() + static_cast<std::ptrdiff_t>(i));
            });
            if (!without)
                return std::unexpected(without.error());
            effect.adds = all - *without;
        }
        const bool isResponded = event.status == RiskStatus::responded;
        if (!event.response || !(isResponded || event.status == RiskStatus::open))
            continue;
        const auto other = leaver.with([&](RiskRegister& risks) {
            risks.events[i].status = isResponded ? RiskStatus::open : RiskStatus::responded;
        });
        if (!other)
            return std::unexpected(other.error());
        effect.response = isResponded ? *other - all : all - *other;
    }
    return effects;
}

} // namespace trestle
