#pragma once

#include "app/cli/text.h"
#include "models/money/cash.h"

#include <string>

namespace trestle::cli {

/// A plan's cash as `trestle cash` prints it: whether it lasts, what is lacking, then month by month.
std::string cashReport(const Plan& plan, const CashFigures& figures, const std::string& scenario, const Style& style);

} // namespace trestle::cli
