#include "models/rounding.h"

#include <algorithm>
#include <cstdlib>

namespace trestle {

namespace {

constexpr std::int64_t kDollar = 100;

enum class Rounding : std::uint8_t { nearest, up };

/// To a multiple of `step` cents.
Money toStep(Money amount, std::int64_t step, Rounding rounding)
{
    const std::int64_t rest = amount.cents % step;
    if (rest == 0)
        return amount;
    const std::int64_t inner = amount.cents - rest; // towards zero
    const std::int64_t outer = rest > 0 ? inner + step : inner - step;
    if (rounding == Rounding::up)
        return {std::max(inner, outer)};
    return {std::abs(rest) * 2 >= step ? outer : inner};
}

bool isBelowADollar(Money amount)
{
    return std::abs(amount.cents) < kDollar;
}

Money toThreeDigits(Money amount, Rounding rounding)
{
    return toStep(amount, threeDigitStep(amount).cents, rounding);
}

} // namespace

Money threeDigitStep(Money amount)
{
    constexpr std::int64_t kThreeDigits = 1000; // the least number that has more
    Money step{1};
    for (std::int64_t rest = std::abs(amount.cents); rest >= kThreeDigits; rest /= 10)
        step.cents *= 10;
    return step;
}

Money wholeDollars(Money amount)
{
    return isBelowADollar(amount) ? amount : toStep(amount, kDollar, Rounding::nearest);
}

Money promised(Money amount)
{
    return toThreeDigits(amount, Rounding::up);
}

Money threeDigits(Money amount)
{
    return toThreeDigits(amount, Rounding::nearest);
}

Money roundedDifference(Money difference, MoneyFrom from)
{
    if (std::abs(difference.cents) * 2 < kDollar)
        return {};
    return from == MoneyFrom::runs ? threeDigits(difference) : wholeDollars(difference);
}

} // namespace trestle
