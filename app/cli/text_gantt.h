#pragma once

#include "app/cli/text.h"
#include "models/plan/plan.h"

#include <string>
#include <vector>

namespace trestle::cli {

/// The Gantt chart of the phases: months and week numbers above, for each phase its bar of likely work with the pale
/// extension to the high finish, what is done of it before the status date, and the source's window under it or what
/// the baseline promised, the target as a line, a legend below. At least the source's whole timeline is shown; each
/// line takes at most the style's width.
std::vector<std::string> ganttLines(const Plan& plan, const Style& style);

} // namespace trestle::cli
