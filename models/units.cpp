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
    std::array<char, 32> text{}; // the longest is "-2.2250738585072014e-308"
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end};
}

} // namespace trestle
