#pragma once

#include "models/progress/forecast.h"
#include "models/progress/progress_report.h"

#include <string>

namespace trestle {

/// A plan's progress as `trestle progress --json` prints it: for other programs, not to be read back. No scenario is
/// the base. `report`: of the plan; `forecasts`: of its status dates.
std::string writeProgressJson(const Plan& plan, const ProgressReport& report, const Forecasts& forecasts,
                              const std::string& scenario = {});

/// The baseline of a plan as `trestle baseline --json` prints it.
std::string writeBaselineJson(const Inputs& inputs, const std::string& scenario = {});

} // namespace trestle
