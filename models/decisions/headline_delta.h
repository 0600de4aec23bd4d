#pragma once

#include "models/decisions/estimate.h"

/// By how much an edit moved the headline.
namespace trestle {

struct HeadlineDelta {
    enum class Kind { none, better, worse, mixed }; ///< mixed: sooner and dearer, or later and cheaper
    int days = 0;                                   ///< of the calendar; positive is later
    Money total;                                    ///< positive is dearer
    [[nodiscard]] Kind kind() const;
    friend bool operator==(const HeadlineDelta&, const HeadlineDelta&) = default;
};

/// Between two headlines as people read them.
HeadlineDelta deltaOf(const Headline& before, const Headline& now);

} // namespace trestle
