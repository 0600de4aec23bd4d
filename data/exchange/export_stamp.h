#pragma once

#include <chrono>
#include <string>

namespace trestle {

/// What an export says of itself besides the plan's own figures. The time comes from the caller's clock, so that equal
/// plans can give equal files.
struct ExportStamp {
    std::string scenario;              ///< empty: the base plan
    std::chrono::sys_seconds madeAt{}; ///< UTC
};

/// ISO 8601 in UTC: `2027-01-04T00:30:00Z`.
std::string isoTime(std::chrono::sys_seconds time);

} // namespace trestle
