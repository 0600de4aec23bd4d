#include "app/cli/figures.h"

#include "models/rounding.h"
#include "models/told_effort.h"

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

std::string withSign(Money amount)
{
    return (amount > Money{} ? "+" : "") + dollars(amount);
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

std::string amountText(Money amount)
{
    return dollars(wholeDollars(amount));
}

std::string promiseText(Money amount)
{
    return dollars(promised(amount));
}

std::string simulatedText(Money amount)
{
    return dollars(threeDigits(amount));
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

std::string percent(ToldChance chance)
{
    switch (chance.kind) {
    case ChanceKind::rarely: return "under 1 %";
    case ChanceKind::nearlyAlways: return "over 99 %";
    default: return std::to_string(chance.percent) + " %";
    }
}

std::string percent(Chance chance)
{
    return percent(told(chance));
}

std::string percentOf(double share)
{
    return percent(toldShare(share));
}

std::string signedWeeks(Weeks weeks)
{
    const std::string text = number(std::abs(weeks), 1);
    return (text == "0.0" ? "" : weeks < 0 ? "-" : "+") + text;
}

std::string signedSimulated(Money difference)
{
    return withSign(roundedDifference(difference, MoneyFrom::runs));
}

std::string signedDollars(Money difference)
{
    return withSign(roundedDifference(difference, MoneyFrom::plan));
}

std::string effortText(PersonWeeks low, PersonWeeks high, bool glyphs)
{
    const ToldEffort told = toldEffort(low, high);
    const bool weeks = told.unit == EffortUnit::weeks;
    const auto figure = [&](double value) { return weeks ? number(value, 1) : trimmedNumber(value, 1); };
    const std::string first = figure(told.low);
    const std::string last = figure(told.high);
    const bool single = told.high > 0 && told.high <= 1;
    const std::string unit = std::string(told.unit == EffortUnit::hours  ? " hour"
                                         : told.unit == EffortUnit::days ? " day"
                                                                         : " week") +
                             (single ? "" : "s");
    return (first == last ? first : first + (glyphs ? "–" : "-") + last) + unit;
}

std::string allocationText(double fullTime)
{
    const std::string figure = trimmedNumber(fullTime, 2);
    return figure == "1"     ? "full-time"
           : figure == "0.5" ? "half-time"
                             : trimmedNumber(fullTime * 100, 1) + " % of full time";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

} // namespace trestle::cli
