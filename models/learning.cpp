#include "models/learning.h"

#include "models/effort.h"
#include "models/pert.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trestle {

namespace {

constexpr double kLeastSpread = 1e-6;         // of a phase that has something to say
constexpr double kLeastVariance = 1e-12;      // of all that is said
constexpr double kMostSpreads = 3.0;          // a phase says no more than that
constexpr double kAtOne = 0.8413447460685429; // of a normal draw, the part below one standard deviation

/// How an item stood when the baseline was taken.
ItemState promisedState(const Baseline& baseline, const std::string& item)
{
    const auto found = baseline.items.find(item);
    return found == baseline.items.end() ? ItemState::missing : found->second.state;
}

double logOf(double effort)
{
    return effort > 0 ? std::log(effort) : -std::numeric_limits<double>::infinity();
}

/// Sums up what a phase's items say. `d` is not yet held.
class PhaseObserver {
public:
    PhaseObserver(const Catalogue& catalogue, const Inputs& inputs, const Phase& phase)
        : m_catalogue(catalogue), m_inputs(inputs), m_phase(phase)
    {
    }

    PhaseLearning observe()
    {
        const ThreePoint effort = scaledPhaseEffort(m_catalogue, m_phase, m_inputs);
        // The tails of what is drawn begin farther out.
        const double high = pertQuantile(effort, kAtOne);
        const double low = pertQuantile(effort, 1 - kAtOne);
        m_says.sigma = low > 0 ? (std::log(high) - std::log(low)) / 2 : 0;
        for (const Item& item : m_phase.items)
            add(item, effort, item.share.value);
        for (const Item& item : m_phase.addOns)
            if (item.condition.empty() || m_inputs.profile.conditions.contains(item.condition))
                add(item, item.effort->value, 1);
        const OutsideView& outside = m_inputs.outsideView;
        const double spread = std::hypot(m_says.sigma, outside.s);
        if (m_says.likely <= kEpsilon || m_says.median <= kEpsilon || spread < kLeastSpread)
            return m_says;
        m_says.isObserved = true;
        m_says.share = std::min(1.0, m_says.likely / m_toBuild);
        const double most = kMostSpreads * spread;
        m_says.d = std::clamp(logOf(m_says.spent / m_says.median) - outside.m, -most, most);
        m_says.v = (1 - m_says.share) / m_says.share * spread * spread;
        return m_says;
    }

private:
    void add(const Item& item, const ThreePoint& whole, double share)
    {
        if (!wasToBuild(m_inputs, item.id))
            return;
        const double part = wasPartly(m_inputs, item.id) ? m_catalogue.partialFactor.value : 1.0;
        m_toBuild += whole.likely * share * part;
        const auto said = m_inputs.items.find(item.id);
        if (stateOf(m_inputs, item.id) != ItemState::done || !said->second.actual.spent)
            return;
        m_says.likely += whole.likely * share * part;
        m_says.median += pertQuantile(whole, 0.5) * share * part;
        m_says.spent += *said->second.actual.spent;
    }

    const Catalogue& m_catalogue;
    const Inputs& m_inputs;
    const Phase& m_phase;
    double m_toBuild = 0;
    PhaseLearning m_says;
};

} // namespace

Date statusDate(const Inputs& inputs)
{
    return inputs.asOf.value_or(inputs.start);
}

bool hasBegun(const ItemInput& input)
{
    return input.progress.state == ItemState::underWay || input.actual.any();
}

bool wasPartly(const Inputs& inputs, const std::string& item)
{
    if (inputs.baseline && promisedState(*inputs.baseline, item) != ItemState::underWay)
        return promisedState(*inputs.baseline, item) == ItemState::partial;
    const auto said = inputs.items.find(item);
    if (said == inputs.items.end())
        return false;
    return said->second.actual.partlyBefore || stateOf(inputs, item) == ItemState::partial;
}

bool wasToBuild(const Inputs& inputs, const std::string& item)
{
    const auto isWork = [](ItemState state) { return state != ItemState::done && state != ItemState::excluded; };
    const auto said = inputs.items.find(item);
    if (inputs.baseline)
        return isWork(promisedState(*inputs.baseline, item)) ||
               (said != inputs.items.end() && said->second.actual.spent);
    return isWork(stateOf(inputs, item)) || (said != inputs.items.end() && said->second.actual.any());
}

Learning learnFrom(const Catalogue& catalogue, const Inputs& inputs)
{
    Learning learning;
    if (std::ranges::none_of(inputs.items, [](const auto& item) { return item.second.actual.spent.has_value(); })) {
        learning.phases.resize(catalogue.phases.size()); // every plan of work that has not begun asks, each tick
        return learning;
    }
    double finished = 0;
    for (const Phase& phase : catalogue.phases) {
        learning.phases.push_back(PhaseObserver(catalogue, inputs, phase).observe());
        if (learning.phases.back().isObserved)
            finished += learning.phases.back().likely;
    }
    if (!inputs.learn || finished <= kEpsilon)
        return learning;

    const double rho = inputs.correlation;
    const double s = inputs.outsideView.s;
    double said = 0;         // ω · d
    double variance = s * s; // ωᵀAω, the weights summing to 1
    double together = 0;     // Σ ω σ
    for (PhaseLearning& phase : learning.phases) {
        if (!phase.isObserved)
            continue;
        phase.weight = phase.likely / finished;
        said += phase.weight * phase.d;
        together += phase.weight * phase.sigma;
        variance += phase.weight * phase.weight * ((1 - rho) * phase.sigma * phase.sigma + phase.v);
    }
    variance += rho * together * together;
    if (variance < kLeastVariance)
        return learning;
    learning.variance = variance;
    const double x = said / variance;
    learning.zeta = kPastAndRest * s * x;
    learning.zetaSpread = std::sqrt(std::max(0.0, 1 - kPastAndRest * s * kPastAndRest * s / variance));
    for (PhaseLearning& phase : learning.phases) {
        phase.z = (rho * together + (1 - rho) * phase.weight * phase.sigma) * x;
        phase.factor = std::exp(phase.sigma * phase.z + s * learning.zeta);
    }
    return learning;
}

} // namespace trestle
