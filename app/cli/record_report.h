#pragma once

#include "app/cli/text.h"
#include "models/progress/record.h"

#include <string>
#include <vector>

namespace trestle::cli {

/// "12 % longer than planned", "as long as planned": of ln(actual ÷ planned).
std::string lengthText(double logRatio);
/// A line for each project, then what they say together: how long plans take, and which promises held.
std::vector<std::string> recordLines(const Record& record, const Style& style);

} // namespace trestle::cli
