#pragma once

#include "models/plan/plan.h"

#include <memory>
#include <vector>

namespace trestle {

/// What one person's leave does to the finish of the likely plan.
struct LeavePrice {
    Date with{};         ///< the likely finish
    Date without{};      ///< the same, were they never away
    int workingDays = 0; ///< from without to with; negative where the plan ends sooner with it
    friend bool operator==(const LeavePrice&, const LeavePrice&) = default;
};

/// The price of `leave` as all the leave of person number `person`.
Result<LeavePrice> leavePrice(const std::shared_ptr<const Catalogue>& catalogue, Inputs inputs, std::size_t person,
                              const std::vector<DateRange>& leave);

} // namespace trestle
