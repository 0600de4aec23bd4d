#pragma once

#include "models/risk/risk_effects.h"

#include <span>
#include <string>

namespace trestle {

/// A simulation as `trestle risk --json` prints it: for other programs, not to be read back. No scenario is the base.
/// `effects`: of the plan's risk events, in the order of its register.
std::string writeRiskJson(const Plan& plan, const Risk& risk, std::span<const RiskEffect> effects,
                          const std::string& scenario = {});

} // namespace trestle
