#pragma once

#include "models/draws/effort_batch.h"
#include "models/network.h"
#include "models/plan/plan.h"

namespace trestle {

/// What is the same in every simulated run of a plan.
struct SimulationSetting {
    const Plan& plan; ///< outlives the setting
    Network network;  ///< in the plan's order of items
    EffortModel effort;

    /// An item of the plan in the network, which has items of risk events besides.
    [[nodiscard]] std::uint32_t nodeOf(std::uint32_t item) const
    {
        const std::size_t phase = plan.items[item].phase;
        return network.firstItem[phase] + item - static_cast<std::uint32_t>(plan.phases[phase].firstItem);
    }
};

/// Errors: those of buildNetwork.
Result<SimulationSetting> simulationSetting(const Plan& plan);

} // namespace trestle
