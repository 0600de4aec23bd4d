#pragma once

#include "models/risk/simulation.h"

#include <string>

namespace trestle {

/// A simulation as `trestle risk --json` prints it: for other programs, not to be read back. No scenario is the base.
std::string writeRiskJson(const Plan& plan, const Risk& risk, const std::string& scenario = {});

} // namespace trestle
