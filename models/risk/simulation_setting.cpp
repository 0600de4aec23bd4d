#include "models/risk/simulation_setting.h"

namespace trestle {

Result<SimulationSetting> simulationSetting(const Plan& plan)
{
    const Scope scope = remainingWork(*plan.catalogue, plan.inputs);
    auto network = buildNetwork(*plan.catalogue, plan.inputs, scope, plan.calendar);
    if (!network)
        return std::unexpected(network.error());
    network->setOrder(plan.order);
    std::vector<ThreePoint> monthly;
    for (const RunningCostPlan& cost : plan.running)
        monthly.push_back(cost.monthly);
    return SimulationSetting{plan, std::move(*network), EffortModel(*plan.catalogue, plan.inputs, scope, monthly)};
}

} // namespace trestle
