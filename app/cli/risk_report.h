#pragma once

#include "app/cli/text.h"
#include "models/risk/simulation.h"

#include <string>

namespace trestle::cli {

/// A simulation as `trestle risk` prints it: the headline, percentiles, the chance of the target, what moves the plan.
std::string riskReport(const Plan& plan, const Risk& risk, const std::string& scenario, const Style& style);

} // namespace trestle::cli
