#include "models/decisions/comparison.h"

namespace trestle {

namespace {

ComparedDelta difference(const Headline& first, const Headline& other)
{
    return {other.finish - first.finish, static_cast<int>((other.finishDate - first.finishDate).count()),
            other.total - first.total};
}

Result<ComparedPlan> simulated(Plan plan, int confidence, const QuestionOptions& options)
{
    const auto risk = simulate(plan, simulationOf(options));
    if (!risk)
        return std::unexpected(risk.error());
    ComparedPlan compared;
    compared.likely = likelyHeadline(plan);
    compared.sure = headlineOf(plan, *risk, confidence);
    compared.finish = risk->finishPercentiles();
    compared.total = risk->totalPercentiles();
    compared.chances = targetChance(plan, *risk);
    compared.plan = std::move(plan);
    return compared;
}

} // namespace

Result<std::vector<ComparedPlan>> comparePlans(std::vector<Plan> plans, const QuestionOptions& options)
{
    std::vector<ComparedPlan> compared;
    const std::size_t count = plans.size();
    for (Plan& plan : plans) {
        const int confidence = compared.empty() ? plan.inputs.confidence : compared.front().plan.inputs.confidence;
        auto next = simulated(std::move(plan), confidence, options);
        if (!next)
            return std::unexpected(next.error());
        compared.push_back(std::move(*next));
        ComparedPlan& last = compared.back();
        last.likelyDifference = difference(compared.front().likely, last.likely);
        last.sureDifference = difference(compared.front().sure, last.sure);
        if (options.progress)
            options.progress(static_cast<double>(compared.size()) / static_cast<double>(count));
    }
    return compared;
}

} // namespace trestle
