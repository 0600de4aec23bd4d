#pragma once

#include "models/plan/plan.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace trestle {

/// Someone's paid time on an item, in each case. Weeks times the person's allocation and weekly rate is labour.
struct PaidTime {
    std::optional<std::size_t> item; ///< into Plan::items; absent: of a person who is retained, busy or not
    std::size_t person = 0;          ///< into Plan::people
    PerCase<Weeks> worked;
    Weeks joined = 0; ///< likely case; of no meaning where no time is worked in it
    Weeks left = 0;
    std::vector<Weeks> byMonth; ///< likely case: parts of `worked`, one for each of Staffing::months

    friend bool operator==(const PaidTime&, const PaidTime&) = default;
};

/// Who works when on what. `worked` is the time that items take, item by item, its people in order of their index;
/// `retained`, in a plan whose people are, is what is paid: one entry for each person.
struct Staffing {
    std::vector<std::chrono::year_month> months; ///< from the month of the start to that of the likely finish
    std::vector<PaidTime> worked;
    std::vector<PaidTime> retained; ///< empty where people cost what they work
};

Staffing staffing(const Plan& plan);

} // namespace trestle
