#pragma once

#include "models/decisions/estimate.h"

#include <cstdint>
#include <vector>

namespace trestle {

/// What having each of some items in place would save, judged by the few runs whose finish is next to the plan's
/// headline: what moves those moves the headline. The plan's order of items stays as it is, no plan is made anew. An
/// item costs a few schedules in place of thousands.
///
/// `items` are indices into Plan::items; `finish` has the finish of each run of the plan's own simulation.
Result<std::vector<Delta>> screenItems(const Plan& plan, const std::vector<std::uint32_t>& items,
                                       const std::vector<double>& finish, const QuestionOptions& options);

} // namespace trestle
