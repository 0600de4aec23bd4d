#pragma once

#include "models/date.h"

#include <QString>

#include <cstdint>

/// Moments as people read them, in local time; of milliseconds since 1970, UTC.
namespace trestle::format {

/// "today, 14:03", "yesterday, 09:12", "21 Nov 2026, 14:03".
QString moment(std::int64_t milliseconds, Date today);
/// The same without words that are true on one day alone: "21 Nov 2026, 14:03".
QString dateTime(std::int64_t milliseconds);

} // namespace trestle::format
