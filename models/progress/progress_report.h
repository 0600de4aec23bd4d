#pragma once

#include "models/plan/plan.h"

#include <string>
#include <vector>

namespace trestle {

/// What a plan says of its progress on its status date, as ids of items in catalogue order.
struct ProgressReport {
    Date asOf{};
    std::vector<std::string> underWay;
    std::vector<std::string> late; ///< not finished, and likely to be before the status date at the baseline, or, without one,
                                   ///< at the start
    std::vector<std::string> due;  ///< start or finish in the next five working days, and are not under way
    std::vector<std::string> next; ///< the next ones that are likely to start after them, a few
    std::vector<std::string> finished; ///< since the last status date but one, or with a finish in the last seven days
    std::vector<std::string> withoutTime; ///< finished without `spent`: they add 0 and say nothing
};

ProgressReport progressReport(const Plan& plan);

} // namespace trestle
