#pragma once

#include "models/decisions/best_move.h"
#include "models/decisions/item_value.h"
#include "models/decisions/team_curve.h"
#include "models/plan/next_item.h"

#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// What would change a plan's promise, one thing at a time.
struct PlanAdvice {
    Headline today; ///< at the plan's confidence
    std::optional<NextItem> next;
    BestMoves moves;
    std::vector<ItemValue> items;  ///< most worth first
    std::optional<TeamCurve> team; ///< absent where there is no team
    /// With the better order of items; absent where the plan has it already, or where no order is better.
    std::optional<Headline> betterOrder;
};

/// As `trestle advise --json` prints it; not to be read back. No scenario is the base.
std::string writeAdviceJson(const Plan& plan, const PlanAdvice& advice, const std::string& scenario,
                            const QuestionOptions& options);

} // namespace trestle
