#pragma once

#include "models/decisions/estimate.h"

#include <string>
#include <vector>

namespace trestle {

/// What a budget covers: the items from the top of the catalogue order for which the money lasts at a confidence, and
/// what is then left.
struct BudgetCover {
    std::vector<std::string> covered; ///< item ids, in catalogue order
    std::vector<std::string> left;    ///< the open items after them
    Headline headline;                ///< of the plan with the covered items alone
    Money unspent;                    ///< budget less that plan's total
    Headline whole;                   ///< of the whole plan
};

Result<BudgetCover> budgetCover(const Plan& plan, Money budget, int confidence, const QuestionOptions& options = {});

} // namespace trestle
