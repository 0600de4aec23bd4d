#include "models/date.h"

#include <array>
#include <cstdio>

namespace trestle {

namespace {

std::optional<unsigned> digits(std::string_view text)
{
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

} // namespace

std::optional<Date> parseDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year < 1970)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                                           std::chrono::day{*day}};
    if (!date.ok())
        return std::nullopt;
    return Date{date};
}

std::string isoDate(Date date)
{
    const std::chrono::year_month_day parts{date};
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(parts.year()),
                                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<std::chrono::month_day> parseMonthDay(std::string_view text)
{
    if (text.size() != 5 || text[2] != '-')
        return std::nullopt;
    const auto month = digits(text.substr(0, 2));
    const auto day = digits(text.substr(3, 2));
    if (!month || !day)
        return std::nullopt;
    const std::chrono::month_day parsed{std::chrono::month{*month}, std::chrono::day{*day}};
    return parsed.ok() ? std::optional(parsed) : std::nullopt;
}

std::optional<std::chrono::year_month> parseMonth(std::string_view text)
{
    const auto day = text.size() == 7 ? parseDate(std::string(text) + "-01") : std::nullopt;
    return day ? std::optional(monthOf(*day)) : std::nullopt;
}

std::string isoMonth(std::chrono::year_month month)
{
    return isoDate(Date{month / std::chrono::day{1}}).substr(0, 7);
}

std::chrono::year_month monthOf(Date date)
{
    const std::chrono::year_month_day day{date};
    return day.year() / day.month();
}

std::string isoMonthDay(std::chrono::month_day day)
{
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%02u-%02u", static_cast<unsigned>(day.month()),
                                     static_cast<unsigned>(day.day()));
    return {text.data(), static_cast<std::size_t>(length)};
}

bool isWeekday(Date date)
{
    const unsigned day = std::chrono::weekday{date}.iso_encoding();
    return day <= 5;
}

} // namespace trestle
