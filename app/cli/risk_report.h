#pragma once

#include "app/cli/text.h"
#include "models/risk/risk_effects.h"

#include <span>
#include <string>

namespace trestle::cli {

/// A simulation as `trestle risk` prints it: the headline, percentiles, the chance of the target, what moves the
/// plan, and what may happen to it.
std::string riskReport(const Plan& plan, const Risk& risk, std::span<const RiskEffect> effects,
                       const std::string& scenario, const Style& style);

} // namespace trestle::cli
