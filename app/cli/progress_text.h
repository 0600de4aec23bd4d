#pragma once

#include "app/cli/text.h"
#include "models/progress/forecast.h"
#include "models/progress/moved.h"
#include "models/progress/progress_report.h"

#include <optional>
#include <string>

namespace trestle::cli {

/// What `trestle progress` tells of a plan.
struct ToldProgress {
    ProgressReport report;
    std::optional<Moved> moved; ///< absent: no baseline
    Forecasts forecasts;        ///< with that of now
};

std::string progressText(const Plan& plan, const ToldProgress& told, const std::string& scenario, const Style& style);

} // namespace trestle::cli
