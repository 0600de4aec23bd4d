#pragma once

#include "models/plan/plan.h"

/// How one case of a plan stands to a date and a budget, without any simulation.
namespace trestle {

struct TargetVerdict {
    bool alreadyMet = false; ///< nothing is left to do, so that any date is kept
    /// Working days by which the finish is after the target; negative: to spare. A target on a day off is met by
    /// finishing on the last working day before it. 0 where it is already met.
    int workingDaysLate = 0;

    [[nodiscard]] bool isKept() const { return workingDaysLate <= 0; }
    friend bool operator==(const TargetVerdict&, const TargetVerdict&) = default;
};

TargetVerdict verdictOn(const Plan& plan, Case which, Date target);

/// What a case of the plan costs over a budget; negative: to spare.
Money overBudget(const Plan& plan, Case which, Money budget);

} // namespace trestle
