#pragma once

#include "models/calendar/holidays.h"

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

/// How a law says when a holiday is, and the tables of all laws.
namespace trestle {

/// A day of each year.
struct YearDay {
    enum class Kind : std::uint8_t {
        fixed,     ///< month and day
        nth,       ///< the number-th weekday of the month
        onOrAfter, ///< the first weekday on or after month and day
        last,      ///< `number` days after the last weekday of the month
        easter,    ///< `number` days after Easter Sunday
    };
    Kind kind = Kind::fixed;
    unsigned month = 1;
    unsigned day = 1;
    int number = 0;
    std::chrono::weekday weekday{};

    [[nodiscard]] Date in(int year) const;
};

/// What a law does where the day falls on a weekend (or, for Boxing Day, on the Monday that Christmas Day has taken).
enum class WeekendRule : std::uint8_t {
    stays,              ///< no other day
    addsMonday,         ///< and the next Monday
    movesToMonday,      ///< the next Monday in its place
    sundayMoves,        ///< of a Sunday alone: the Monday in its place
    addsMonOrTue,       ///< of a Saturday the next Monday too, of a Sunday the next Tuesday too
    movesMonOrTue,      ///< the same in its place
    addsAfterChristmas, ///< addsMonOrTue, and of a Monday the Tuesday too
};

struct HolidayRule {
    std::string_view name;
    YearDay day;
    WeekendRule weekend = WeekendRule::stays;
    int from = kFirstHolidayYear;
    int to = kLastHolidayYear;
    HolidayState state = HolidayState::set;
    std::string_view source{}; ///< empty: the region's act
};

struct ListedHoliday {
    Date date{};
    std::string_view name;
    std::string_view source;
};

} // namespace trestle
