#pragma once

#include "models/decisions/budget_cover.h"
#include "models/decisions/goal_search.h"

#include <optional>
#include <string>

/// Answers to decisions for other programs; not to be read back. Each holds what was asked.
namespace trestle {

/// What was asked of searchGoal(); absent where any date or any total will do.
struct GoalQuestion {
    std::string scenario; ///< empty: the base
    std::optional<Date> by;
    std::optional<Money> within;
    int confidence = 80;
    Date earliestStart{};
    Money hireRate; ///< of an engineer to hire
    bool cashLasts = false;
    std::optional<double> marginPercent{};
};

/// As `trestle goal --json` prints it.
std::string writeGoalJson(const Plan& plan, const GoalQuestion& question, const GoalAnswer& answer,
                          const QuestionOptions& options);

struct CoverQuestion {
    std::string scenario;
    Money within;
    int confidence = 80;
};

/// As `trestle cover --json` prints it.
std::string writeCoverJson(const Plan& plan, const CoverQuestion& question, const BudgetCover& cover,
                           const QuestionOptions& options);

} // namespace trestle
