#include "models/risk/layers.h"

#include "models/risk/statistics.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

Result<RiskLayer> layerOf(RiskLayer::Of of, const Plan& plan, SimulationOptions options)
{
    options.drivingRuns = 0;
    options.phases = options.bothCostModes = options.layers = false;
    options.progress = {};
    auto risk = simulate(plan, options);
    if (!risk)
        return std::unexpected(std::move(risk.error()));
    return RiskLayer{of, std::move(risk->sortedFinish), std::move(risk->sortedTotal)};
}

bool isUncertain(const RiskEvent& event)
{
    return event.status == RiskStatus::open || event.status == RiskStatus::responded;
}

bool hasOutsideView(const Inputs& inputs)
{
    return inputs.outsideView.m != 0 || inputs.outsideView.s > 0;
}

} // namespace

bool hasRiskLayers(const Inputs& inputs)
{
    return hasOutsideView(inputs) || std::ranges::any_of(inputs.risks.events, isUncertain);
}

Weeks RiskLayer::finishAt(double q) const
{
    return quantileOf(sortedFinish, q);
}

Money RiskLayer::totalAt(double q) const
{
    return Money::rounded(quantileOf(sortedTotal, q));
}

Result<std::vector<RiskLayer>> riskLayers(const Plan& plan, const SimulationOptions& options)
{
    std::vector<RiskLayer> layers;
    Plan less = plan;
    const auto add = [&](RiskLayer::Of of) -> Result<void> {
        auto layer = layerOf(of, less, options);
        if (!layer)
            return std::unexpected(std::move(layer.error()));
        layers.insert(layers.begin(), std::move(*layer));
        return {};
    };
    if (std::ranges::any_of(plan.inputs.risks.events, isUncertain)) {
        Inputs inputs = plan.inputs;
        std::erase_if(inputs.risks.events, isUncertain);
        auto without = makePlanInOrderOf(plan, plan.catalogue, inputs);
        if (!without)
            return std::unexpected(std::move(without.error()));
        less = std::move(*without);
        if (auto added = add(RiskLayer::Of::outsideView); !added)
            return std::unexpected(std::move(added.error()));
    }
    if (hasOutsideView(plan.inputs)) {
        less.inputs.outsideView = {};
        if (auto added = add(RiskLayer::Of::estimates); !added)
            return std::unexpected(std::move(added.error()));
    }
    return layers;
}

} // namespace trestle
