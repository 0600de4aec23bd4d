#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace trestle {

/// A calendar day without a time or a time zone.
using Date = std::chrono::sys_days;

/// Reads a date in ISO 8601 (`2027-01-04`), years 1970 to 9999; nothing else is a date here.
std::optional<Date> parseDate(std::string_view text);
/// Writes a date in ISO 8601.
std::string isoDate(Date date);
/// Reads a day of every year, as `12-25`; 29 February is one.
std::optional<std::chrono::month_day> parseMonthDay(std::string_view text);
std::string isoMonthDay(std::chrono::month_day day);
/// Reads a month, as `2027-01`, and writes it.
std::optional<std::chrono::year_month> parseMonth(std::string_view text);
std::string isoMonth(std::chrono::year_month month);
/// The month that a day lies in.
std::chrono::year_month monthOf(Date date);
/// Monday to Friday, whatever holidays say.
bool isWeekday(Date date);

/// Days from first to last, both included.
struct DateRange {
    Date first{};
    Date last{};
    friend constexpr auto operator<=>(const DateRange&, const DateRange&) = default;
};

} // namespace trestle
