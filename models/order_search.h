#pragma once

#include <stop_token>

namespace trestle {

/// How the better order is looked for; what is found does not depend on it.
struct OrderSearchOptions {
    unsigned threads = 0; ///< 0: as many as the machine has
    std::stop_token stop; ///< then makePlan answers ErrorCode::cancelled
};

} // namespace trestle
