#pragma once

#include "models/date.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

namespace trestle {

/// Why typed text is no date.
enum class DateProblem : std::uint8_t {
    empty,
    notUnderstood,
    noDay,          ///< a month and a year
    noSuchDay,      ///< 31 April, or 29 February of a year without one
    monthBeforeDay, ///< 4/15/2027: a day stands before its month
    otherWeekday,   ///< a weekday that this day is not
    outOfRange,     ///< before 1970 or after 2200
};

/// What typed text may refer to.
struct DateContext {
    Date today;
    /// A day without a year is the first such day from here on; absent: from today on.
    std::optional<Date> notBefore;
};

/// A date as people in Australia type or paste it: "15 Apr", "15/4/27", "Thu 15 April 2027", "April 15th",
/// "2027-04-15", "20270415", "tomorrow", "next Monday", "in 3 weeks", "+10d", "end of June". The day stands before the
/// month; a year of two digits is one of 2000 to 2099. "Monday" and "next Monday" are the first Monday after today.
std::expected<Date, DateProblem> readTypedDate(std::string_view text, const DateContext& context);

} // namespace trestle
