#pragma once

#include "models/decisions/headline_delta.h"

/// What other inputs make of a plan's promise, as an edit's price before it is made.
namespace trestle {

struct FinishMove {
    Headline before;
    Headline after;
    int confidence = 80; ///< of both
    [[nodiscard]] HeadlineDelta delta() const { return deltaOf(before, after); }
    friend bool operator==(const FinishMove&, const FinishMove&) = default;
};

/// On the same draws, at the plan's confidence.
Result<FinishMove> finishMove(const Plan& plan, const Inputs& other, const QuestionOptions& options = {});

} // namespace trestle
