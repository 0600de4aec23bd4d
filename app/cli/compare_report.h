#pragma once

#include "app/cli/text.h"
#include "data/comparison_json.h"

#include <string>
#include <vector>

namespace trestle::cli {

/// Plans side by side, as `trestle compare` prints them.
struct Comparison {
    std::vector<std::string> titles;
    std::vector<std::string> differences; ///< of each from the base, in words; empty where there are none
    const std::vector<ComparedPlan>& plans;
};

/// A column for each plan, with what it differs by from the first; the first stands again in front of those that the
/// style's width leaves for further down.
std::string compareReport(const Comparison& comparison, const QuestionOptions& options, const Style& style);

} // namespace trestle::cli
