#pragma once

#include "app/cli/text.h"
#include "data/decisions_json.h"

#include <string>

namespace trestle::cli {

/// The answers of `trestle goal` and `trestle cover` as text.
std::string goalReport(const Plan& plan, const GoalQuestion& question, const GoalAnswer& answer, const Style& style);
std::string coverReport(const Plan& plan, const CoverQuestion& question, const BudgetCover& cover, const Style& style);

/// A way in words: "one more Lead engineer at 0.5 FTE; leave for later: caching, traces".
std::string wayText(const Way& way);
/// The ways of an answer by their numbers in the report, from 1.
std::vector<Way> waysOf(const GoalAnswer& answer);

} // namespace trestle::cli
