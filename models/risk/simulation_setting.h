#pragma once

#include "models/network.h"
#include "models/plan.h"
#include "models/risk/effort_batch.h"

namespace trestle {

/// What is the same in every simulated run of a plan.
struct SimulationSetting {
    const Plan& plan; ///< outlives the setting
    Network network;  ///< in the plan's order of items
    EffortModel effort;
};

/// Errors: those of buildNetwork.
Result<SimulationSetting> simulationSetting(const Plan& plan);

} // namespace trestle
