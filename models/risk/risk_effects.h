#pragma once

#include "models/risk/promises.h"

#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// What a risk event does to a plan's finish and total at a percentile, on the same draws.
struct RiskEffect {
    std::string id;
    Delta adds;                    ///< what leaving it out takes off, with its response where that is in the plan
    std::optional<Delta> response; ///< what its response saves, less than 0 where it costs more; where it has one
                                   ///< and is neither over nor a fact
    friend bool operator==(const RiskEffect&, const RiskEffect&) = default;
};

/// For every event of the plan, in the order of the register; `risk` is the plan's own simulation with these options.
/// What leaving an event out changes is found by a simulation of its own, so this takes as many as there are events.
/// Errors: those of makePlan; cancelled.
Result<std::vector<RiskEffect>> riskEffects(const Plan& plan, const Risk& risk, const SimulationOptions& options = {},
                                            double q = 0.8);

} // namespace trestle
