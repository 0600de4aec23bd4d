#pragma once

#include "app/cli/text.h"
#include "models/plan/plan.h"

#include <string>
#include <vector>

namespace trestle::cli {

/// Phases and items with remaining person-weeks, cost, dates, slack and what each waits for; items by the id that
/// `trestle set` takes. Columns at the right are left out where the style's width has no room for them.
std::vector<std::string> tableLines(const Plan& plan, const Style& style);

} // namespace trestle::cli
