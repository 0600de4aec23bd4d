#pragma once

#include <chrono>
#include <string>

namespace trestle {

struct ProjectDocument;

/// What an export says of itself besides the plan's own figures. The time comes from the caller's clock, so that equal
/// plans can give equal files.
struct ExportStamp {
    std::string scenario;              ///< empty: the base plan
    std::chrono::sys_seconds madeAt{}; ///< UTC
    std::string plan = {};             ///< planHash of the project; empty: not told
    std::chrono::minutes offset{};     ///< of the clock on the wall from UTC at that time; 0: told as UTC

    /// What a calendar and a clock on the wall showed.
    [[nodiscard]] std::chrono::sys_seconds onTheWall() const { return madeAt + offset; }
};

/// ISO 8601 in UTC: `2027-01-04T00:30:00Z`.
std::string isoTime(std::chrono::sys_seconds time);

/// Eight hexadecimal digits that differ between states of a plan: equal inputs, scenarios and catalogue have the
/// same.
std::string planHash(const ProjectDocument& document);

} // namespace trestle
