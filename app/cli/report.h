#pragma once

#include "app/cli/text.h"
#include "models/plan/plan.h"

#include <string>
#include <vector>

/// A plan as `trestle plan` prints it: a summary, the Gantt chart, the table, and what the reader should know.
namespace trestle::cli {

/// The plan in one line: "24 weeks, 2027-01-04 to 2027-06-18, AUD 181,360.16".
std::string headline(const Plan& plan);

std::string report(const Plan& plan, const std::string& scenario, const Style& style);

/// Tells of inputs that are allowed but hardly meant, such as a target before the start.
std::vector<std::string> odditiesOf(const Plan& plan);

} // namespace trestle::cli
