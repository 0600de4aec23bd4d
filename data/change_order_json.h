#pragma once

#include "models/money/change_order.h"

#include <cstdint>
#include <string>

namespace trestle {

/// What a change order is between, and how it was simulated.
struct ChangeOrderNames {
    std::string plan;
    std::string from;
    std::string to;
    std::uint32_t runs = 0;
    std::uint64_t seed = 0;
};

/// A change order as `trestle change-order --json` prints it: for other programs, not to be read back.
std::string writeChangeOrderJson(const ChangeOrder& order, const ChangeOrderNames& names);

} // namespace trestle
