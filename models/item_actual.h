#pragma once

#include "models/date.h"
#include "models/units.h"

#include <chrono>
#include <optional>
#include <string>

namespace trestle {

/// What is recorded of an item once the work on it has begun. Each absent figure falls back as remainingWork() and
/// learnFrom() say.
struct ItemActual {
    std::optional<Date> started;
    std::optional<Date> finished;   ///< the end of that day
    std::optional<double> spent;    ///< person-weeks so far
    std::optional<ThreePoint> left; ///< the user's own estimate of what is left, person-weeks
    bool partlyBefore = false;      ///< it was partly in place when the work on it began

    /// Whether anything was recorded that makes it begun.
    [[nodiscard]] bool any() const { return started || finished || spent || left; }
    friend bool operator==(const ItemActual&, const ItemActual&) = default;
};

/// An amount from the books. From the first one on, they take the place of every derived cost up to the status date.
struct ActualCost {
    std::chrono::year_month month{};
    Money amount;
    std::string label;
    friend bool operator==(const ActualCost&, const ActualCost&) = default;
};

} // namespace trestle
