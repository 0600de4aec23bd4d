#pragma once

#include "models/risk/simulation.h"

#include <vector>

namespace trestle {

/// Whether a plan of these inputs has any.
bool hasRiskLayers(const Inputs& inputs);

/// The plan simulated with less that may go otherwise, on the same draws: from the estimates alone, and with its outside
/// view but without its risks. Least first; without the plan itself, so that a plan from estimates alone and without
/// open risks has none. Errors: those of simulate.
Result<std::vector<RiskLayer>> riskLayers(const Plan& plan, const SimulationOptions& options);

} // namespace trestle
