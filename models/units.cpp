#include "models/units.h"

#include <array>
#include <charconv>
#include <cmath>

namespace trestle {

Money Money::rounded(double dollars)
{
    return {std::llround(dollars * 100.0)};
}

std::string numberText(double value)
{
    // Twelve digits are more than anybody types; what a sum gathers behind them is noise.
    constexpr int digits = 12;
    std::array<char, 400> text{}; // without an exponent, 308 zeros at most
    const auto general =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits);
    std::from_chars(text.data(), general.ptr, value);
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return {text.data(), end};
}

} // namespace trestle
