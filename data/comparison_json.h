#pragma once

#include "models/decisions/comparison.h"
#include "models/scenario.h"

#include <string>
#include <vector>

/// Scenarios and plans side by side, for other programs; not to be read back.
namespace trestle {

/// What a plan of a comparison is called there.
struct ComparedName {
    std::string file;     ///< as it was given
    std::string scenario; ///< empty: the base
};

/// As `trestle compare --json` prints it.
std::string writeComparisonJson(const std::vector<ComparedName>& names, const std::vector<ComparedPlan>& plans,
                                const QuestionOptions& options);

/// As `trestle scenario list --json` prints it: the plans of the base and of every scenario, in their order.
std::string writeScenariosJson(const Project& project, const std::vector<Plan>& plans);

} // namespace trestle
