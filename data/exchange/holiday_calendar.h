#pragma once

#include "models/error.h"
#include "models/inputs.h"

#include <cstddef>
#include <string_view>
#include <vector>

/// Holidays of any region from an iCalendar file (RFC 5545, .ics): its all-day events become days off with the event's
/// summary as label. Such files come from anywhere, so each one is taken for hostile.
namespace trestle {

/// Larger files and longer lines are refused. A year of holidays takes some ten thousand bytes.
inline constexpr std::size_t kLargestHolidayFile = std::size_t{1} << 20;
inline constexpr std::size_t kLongestHolidayLine = 8192;
inline constexpr std::size_t kMostHolidays = 5000; ///< days in one file

/// The weekdays of the events, by date, each once, named by the first event that has it; cancelled events are left out.
/// Refused as a whole, with the line: an event that repeats by a rule or has a time of day, since it is no list of
/// days, and whatever is not iCalendar. `where` of the error: "line 12".
Result<std::vector<DayOff>> readHolidayCalendar(std::string_view bytes);

} // namespace trestle
