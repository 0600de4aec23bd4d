#pragma once

#include "models/date.h"
#include "models/error.h"

#include <chrono>
#include <cstdint>
#include <functional>

namespace trestle {

/// The program's one clock; everything that needs the time gets it from here. SOURCE_DATE_EPOCH (seconds since 1970,
/// UTC) stops it at that second, so that the same inputs give the same files.
class ProgramClock {
public:
    /// Error: SOURCE_DATE_EPOCH is set and is no number of seconds.
    static Result<ProgramClock> fromEnvironment();

    /// Milliseconds since 1970, UTC.
    [[nodiscard]] std::function<std::int64_t()> milliseconds() const { return m_milliseconds; }
    [[nodiscard]] std::chrono::sys_seconds now() const;
    /// Today where the user is; in UTC when the clock is stopped.
    [[nodiscard]] Date today() const;
    /// Of the user's time from UTC, now; 0 when the clock is stopped.
    [[nodiscard]] std::chrono::minutes offset() const;

private:
    ProgramClock(std::function<std::int64_t()> milliseconds, bool stopped);
    std::function<std::int64_t()> m_milliseconds;
    bool m_stopped = false;
};

} // namespace trestle
