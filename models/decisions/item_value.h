#pragma once

#include "models/decisions/estimate.h"

#include <string>
#include <vector>

namespace trestle {

/// Why having an item in place would not bring the finish forward.
enum class NoSaving : std::uint8_t {
    saves,       ///< it does
    othersDrive, ///< other work drives the finish; this has slack
    orderShifts, ///< the people freed are given to other work in an order that does not end sooner, or ends later
    tooSmall,    ///< less than half a working day
};

/// What having one item in place would save at the plan's confidence.
struct ItemValue {
    std::string id;
    Weeks weeks = 0; ///< negative: the plan would get longer
    Money cost;
    bool canStartNow = false; ///< nothing holds it back but people
    NoSaving why = NoSaving::saves;
    friend bool operator==(const ItemValue&, const ItemValue&) = default;
};

/// The value of each item that has work, most weeks first, then most money, then catalogue order.
Result<std::vector<ItemValue>> itemValues(const Plan& plan, const QuestionOptions& options = {});

} // namespace trestle
