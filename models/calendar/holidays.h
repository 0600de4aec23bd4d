#pragma once

#include "models/date.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// Public holidays of the Australian states and territories, worked out from each one's law. Days on which only part of
/// the day is a holiday, and those of a town or a district, are no days off of a state: a plan adds them itself.
///
///     for (const Holiday& day : holidaysOf(*findRegion("nsw"), 2027))
///         use(day.date, day.name);
namespace trestle {

/// A date that is not set by law yet: by the government each year, or by a law that is still to begin.
enum class HolidayState : std::uint8_t { set, expected };

struct Holiday {
    Date date{};
    std::string_view name;   ///< "Australia Day"; a day in its place, or added to it, has the same name
    std::string_view source; ///< the act, order or government page that says so
    HolidayState state = HolidayState::set;
    friend bool operator==(const Holiday&, const Holiday&) = default;
};

struct HolidayRule;
struct ListedHoliday;

struct HolidayRegion {
    std::string_view code; ///< as in Inputs::region: "nsw"
    std::string_view name; ///< "New South Wales"
    std::string_view act;  ///< the law that its rules follow
    std::string_view left; ///< what the law has besides, for part of the day or of the region; empty: nothing
    Date verifiedTo{};     ///< rules and dates were compared with what is published, up to and with this day
    std::span<const HolidayRule> rules;
    std::span<const ListedHoliday> listed; ///< dates set one by one; they come before a rule of the same name
};

/// The years for which holidays are worked out. Nothing is said of any other.
inline constexpr int kFirstHolidayYear = 2024;
inline constexpr int kLastHolidayYear = 2032;
inline constexpr Date kLastHolidayDate{std::chrono::year{kLastHolidayYear} / 12 / 31};

/// In the order of their population.
std::span<const HolidayRegion> holidayRegions();
/// Null for a code that is none, as the empty one.
const HolidayRegion* findRegion(std::string_view code);

/// By date. Nothing outside the years above. A weekend day is among them where the law makes it a holiday.
std::vector<Holiday> holidaysOf(const HolidayRegion& region, int year);
/// The weekdays among them from `first` to `last`, both included; each date once.
std::vector<Holiday> weekdayHolidays(const HolidayRegion& region, Date first, Date last);

/// Easter Sunday of the Gregorian calendar.
Date easterSunday(int year);

} // namespace trestle
