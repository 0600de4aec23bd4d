#include "app/cli/figures.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace trestle::cli {

namespace {

std::string grouped(std::int64_t value)
{
    std::string digits = std::to_string(value);
    const std::string sign = value < 0 ? "-" : "";
    digits.erase(0, sign.size());
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return sign + digits;
}

} // namespace

std::string number(double value, int decimals)
{
    // The largest double in fixed form has 309 digits before the point.
    std::array<char, 400> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    std::string out(text.data(), end);
    if (out.starts_with('-') && out.find_first_not_of("-0.") == std::string::npos)
        out.erase(0, 1); // −0 and what rounds to it
    return out;
}

std::string trimmedNumber(double value, int decimals)
{
    std::string out = number(value, decimals);
    if (out.find('.') != std::string::npos) {
        out.erase(out.find_last_not_of('0') + 1);
        if (out.ends_with('.'))
            out.pop_back();
    }
    return out;
}

std::string wholeDollars(Money amount)
{
    return grouped(amount.cents / 100 + amount.cents % 100 / 50);
}

std::string dollars(Money amount)
{
    const std::int64_t cents = std::abs(amount.cents % 100);
    if (cents == 0)
        return grouped(amount.cents / 100);
    const std::string sign = amount.cents < 0 && amount.cents > -100 ? "-" : "";
    return sign + grouped(amount.cents / 100) + (cents < 10 ? ".0" : ".") + std::to_string(cents);
}

std::string weeksText(Weeks weeks)
{
    const std::string text = trimmedNumber(weeks, 1);
    return text + (text == "1" ? " week" : " weeks");
}

std::string percent(double part)
{
    const std::string text = number(part * 100.0, 0);
    if (text == "0" && part > 0)
        return "<1 %"; // rarely is not never …
    if (text == "100" && part < 1)
        return ">99 %"; // … nor mostly always
    return text + " %";
}

std::string signedWeeks(Weeks weeks)
{
    const std::string text = number(std::abs(weeks), 1);
    return (text == "0.0" ? "" : weeks < 0 ? "-" : "+") + text;
}

std::string signedDollars(Money amount)
{
    const std::string text = wholeDollars(amount < Money{} ? Money{} - amount : amount);
    return (text == "0" ? "" : amount < Money{} ? "-" : "+") + text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

} // namespace trestle::cli
