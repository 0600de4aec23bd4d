#include "models/decisions/estimate.h"

namespace trestle {

Headline Estimate::headline() const
{
    return headlineAt(plan.inputs.confidence);
}

Headline Estimate::headlineAt(int confidence) const
{
    return headlineOf(plan, risk, confidence);
}

namespace {

Result<Risk> simulateFor(const Plan& plan, const QuestionOptions& options, bool bothCostModes = false)
{
    SimulationOptions simulation = simulationOf(options);
    simulation.bothCostModes = bothCostModes;
    return simulate(plan, simulation);
}

} // namespace

SimulationOptions simulationOf(const QuestionOptions& options, SimulationExtent extent)
{
    SimulationOptions simulation;
    simulation.runs = options.runs;
    simulation.seed = options.seed;
    simulation.threads = options.threads;
    simulation.stop = options.stop;
    simulation.price = options.price;
    simulation.cash = options.cash;
    if (extent == SimulationExtent::whole) {
        simulation.progress = options.progress;
        simulation.layers = true;
    } else {
        simulation.drivingRuns = 0;
        simulation.phases = false;
    }
    return simulation;
}

Result<Estimate> estimate(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs,
                          const QuestionOptions& options, bool bothCostModes)
{
    auto plan = makePlan(catalogue, inputs, {options.threads, options.stop});
    if (!plan)
        return std::unexpected(plan.error());
    auto risk = simulateFor(*plan, options, bothCostModes);
    if (!risk)
        return std::unexpected(risk.error());
    return Estimate{std::move(*plan), std::move(*risk)};
}

namespace {

bool answersAll(const Risk& risk, const QuestionOptions& options)
{
    return risk.runs == options.runs && risk.seed == options.seed && (!options.price || !risk.value.empty()) &&
           (!options.cash || risk.cash.runs() > 0);
}

} // namespace

Result<std::shared_ptr<const Risk>> ownRisk(const Plan& plan, const QuestionOptions& options)
{
    if (options.known && answersAll(*options.known, options))
        return options.known;
    auto risk = simulateFor(plan, options, true);
    if (!risk)
        return std::unexpected(risk.error());
    return std::make_shared<const Risk>(std::move(*risk));
}

Result<Delta> deltaTo(const Plan& plan, const Inputs& other, const QuestionOptions& options)
{
    const auto now = ownRisk(plan, options);
    if (!now)
        return std::unexpected(now.error());
    const auto then = estimate(plan.catalogue, other, options);
    if (!then)
        return std::unexpected(then.error());
    return then->headlineAt(plan.inputs.confidence) - headlineOf(plan, **now, plan.inputs.confidence);
}

} // namespace trestle
