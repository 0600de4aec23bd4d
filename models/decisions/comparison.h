#pragma once

#include "models/decisions/estimate.h"

#include <memory>
#include <optional>
#include <vector>

/// Plans side by side: scenarios of one plan, or several plans. All are simulated on the same draws, so that a
/// difference is an effect and not noise.
namespace trestle {

/// A headline less the first plan's. Positive: later, longer, dearer.
struct ComparedDelta {
    Weeks weeks = 0;
    int days = 0; ///< between the finish dates, of the calendar: a later start counts
    Money total;
    friend bool operator==(const ComparedDelta&, const ComparedDelta&) = default;
};

struct ComparedPlan {
    Plan plan;
    Headline likely; ///< of the likely plan, without a confidence
    Headline sure;   ///< at the comparison's confidence
    Percentiles finish;
    Percentiles total;    ///< dollars
    TargetChance chances; ///< of its own target and budget
    ComparedDelta likelyDifference;
    ComparedDelta sureDifference;
};

/// The first plan is the one that the others differ from, and its confidence holds for all. Errors: those of
/// simulate(); cancelled.
Result<std::vector<ComparedPlan>> comparePlans(std::vector<Plan> plans, const QuestionOptions& options = {});

} // namespace trestle
