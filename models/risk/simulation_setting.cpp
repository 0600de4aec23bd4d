#include "models/risk/simulation_setting.h"

#include "models/risk_catalogue.h"

namespace trestle {

namespace {

// The plan's order, and in it the item of each event right behind the last of its phase.
std::vector<std::uint32_t> orderWithPossible(const Plan& plan, const Network& network)
{
    std::vector<std::uint32_t> added(network.phaseCount); // by how much a phase's items come later than in the plan
    std::vector<std::size_t> last(network.phaseCount);    // the latest rank of its items
    for (std::uint32_t p = 0; p < network.phaseCount; ++p)
        added[p] = network.firstItem[p] - static_cast<std::uint32_t>(plan.phases[p].firstItem);
    for (std::size_t rank = 0; rank < plan.order.size(); ++rank)
        last[plan.items[plan.order[rank]].phase] = rank;
    std::vector<std::uint32_t> order;
    for (std::size_t rank = 0; rank < plan.order.size(); ++rank) {
        const std::size_t phase = plan.items[plan.order[rank]].phase;
        order.push_back(plan.order[rank] + added[phase]);
        if (last[phase] != rank)
            continue;
        const auto own = static_cast<std::uint32_t>(plan.phases[phase].itemCount);
        for (std::uint32_t i = network.firstItem[phase] + own; i < network.firstItem[phase + 1]; ++i)
            order.push_back(i);
    }
    return order;
}

void markRisks(const EffortModel& effort, Network& network)
{
    for (const RiskDraw& risk : effort.risks) {
        if (risk.item != RiskDraw::noItem)
            network.possible.push_back(risk.item);
        if (risk.hasDelay) {
            network.mayBeDelayed.resize(network.phaseCount);
            network.mayBeDelayed[risk.phase] = 1;
        }
    }
}

} // namespace

Result<SimulationSetting> simulationSetting(const Plan& plan)
{
    const auto catalogue = withPossible(plan.catalogue, plan.inputs.risks);
    const Scope scope = remainingWork(*catalogue, plan.inputs);
    // The plan's own catalogue: what may happen makes nobody a specialist.
    auto network = buildNetwork(*plan.catalogue, plan.inputs, scope, plan.calendar);
    if (!network)
        return std::unexpected(network.error());
    network->setOrder(orderWithPossible(plan, *network));
    // A phase has finished even though some event might yet bring work to it.
    for (std::uint32_t p = 0; !network->happened.empty() && p < network->phaseCount; ++p)
        network->happened[network->phaseNode(p)] = plan.phases[p].happened;
    std::vector<ThreePoint> monthly;
    for (const RunningCostPlan& cost : plan.running)
        monthly.push_back(cost.monthly);
    EffortModel effort(*plan.catalogue, plan.inputs, scope, monthly);
    effort.addRisks(plan.inputs.risks, scope);
    markRisks(effort, *network);
    return SimulationSetting{plan, std::move(*network), std::move(effort)};
}

} // namespace trestle
