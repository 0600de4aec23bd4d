#include "models/decisions/estimate.h"

namespace trestle {

Headline headlineOf(const Plan& plan, const Risk& risk, int confidence)
{
    const double q = confidence / 100.0;
    Headline headline;
    headline.finish = risk.finishAt(q);
    headline.finishDate = plan.calendar.lastDate(0, headline.finish);
    headline.total = risk.totalAt(q);
    return headline;
}

Headline Estimate::headline() const
{
    return headlineAt(plan.inputs.confidence);
}

Headline Estimate::headlineAt(int confidence) const
{
    return headlineOf(plan, risk, confidence);
}

Result<Estimate> estimate(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs,
                          const QuestionOptions& options)
{
    auto plan = makePlan(catalogue, inputs);
    if (!plan)
        return std::unexpected(plan.error());
    SimulationOptions simulation;
    simulation.runs = options.runs;
    simulation.seed = options.seed;
    simulation.threads = options.threads;
    simulation.stop = options.stop;
    simulation.drivingRuns = 0;
    auto risk = simulate(*plan, simulation);
    if (!risk)
        return std::unexpected(risk.error());
    return Estimate{std::move(*plan), std::move(*risk)};
}

Result<Difference> differenceTo(const Plan& plan, const Inputs& other, const QuestionOptions& options)
{
    const auto now = estimate(plan.catalogue, plan.inputs, options);
    if (!now)
        return std::unexpected(now.error());
    const auto then = estimate(plan.catalogue, other, options);
    if (!then)
        return std::unexpected(then.error());
    return then->headlineAt(plan.inputs.confidence) - now->headline();
}

} // namespace trestle
