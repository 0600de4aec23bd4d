#pragma once

#include "app/cli/text.h"
#include "data/advice_json.h"

#include <string>

namespace trestle::cli {

/// As `trestle advise` prints it: items worth having first, team sizes, the order. Of the items the `most` that save
/// most are shown.
std::string adviceReport(const Plan& plan, const PlanAdvice& advice, const std::string& scenario, std::size_t most,
                         const Style& style);

} // namespace trestle::cli
