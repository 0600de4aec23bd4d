#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"

namespace trestle {

/// A date and a budget to start from where they are asked for.
struct SuggestedTarget {
    Date date{};
    Money budget; ///< as people read it: see rounding.h; the plan's own budget is exact
    friend bool operator==(const SuggestedTarget&, const SuggestedTarget&) = default;
};

/// The plan's own target and budget; for what it has not, its headline, and while that is being simulated (null) the
/// likely plan.
SuggestedTarget suggestedTarget(const Plan& plan, const Risk* risk);

} // namespace trestle
