#pragma once

#include "models/decisions/estimate.h"

namespace trestle {

/// What the better order of the items is worth against catalogue order, whichever of the two the plan is in.
struct OrderOffer {
    Headline catalogue; ///< in catalogue order, at the plan's confidence
    Headline better;    ///< in the order that chooseOrder finds
    bool inUse = false; ///< the plan is in the better order

    [[nodiscard]] Delta saving() const { return catalogue - better; }
    /// Worth offering: the better order finishes earlier by half a working day or more.
    [[nodiscard]] bool isBetter() const { return saving().weeks >= kNoticeable; }
    friend bool operator==(const OrderOffer&, const OrderOffer&) = default;
};

/// Errors: those of estimate(); cancelled.
Result<OrderOffer> orderOffer(const Plan& plan, const QuestionOptions& options = {});

} // namespace trestle
