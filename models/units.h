#pragma once

#include "models/quantity.h"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

/// Units of the estimator. Time is counted in working weeks of five working days, from the plan's first working day;
/// effort in person-weeks (one full-time person for one working week); money in whole cents of Australian dollars.
namespace trestle {

using Weeks = Quantity<struct WeeksUnit>;             ///< working weeks, 0 = the plan's first working day
using PersonWeeks = Quantity<struct PersonWeeksUnit>; ///< effort

/// Times and efforts this close are equal; work of this size or less is none.
inline constexpr double kEpsilon = 1e-9;
/// Slack of this size or less drives the finish.
inline constexpr Weeks kSlackEpsilon = 1e-6;
inline constexpr int kWorkingDaysPerWeek = 5;

/// An amount in whole cents. Rounding happens once, where a total is made (see cost.h).
struct Money {
    std::int64_t cents = 0;

    static constexpr Money dollars(std::int64_t whole) { return {whole * 100}; }
    /// The nearest cent, halves away from zero.
    static Money rounded(double dollars);
    [[nodiscard]] constexpr double inDollars() const { return static_cast<double>(cents) / 100.0; }

    constexpr Money& operator+=(Money other)
    {
        cents += other.cents;
        return *this;
    }
    constexpr Money& operator-=(Money other)
    {
        cents -= other.cents;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return {a.cents + b.cents}; }
    friend constexpr Money operator-(Money a, Money b) { return {a.cents - b.cents}; }
    friend constexpr auto operator<=>(Money, Money) = default;
};

/// The three cases every figure is computed for. `likely` is the plan that is shown; low and high bound it.
enum class Case : std::uint8_t { low, likely, high };
inline constexpr std::array kCases{Case::low, Case::likely, Case::high};

/// One value for each case.
template <class T>
struct PerCase {
    T low{};
    T likely{};
    T high{};

    [[nodiscard]] constexpr T& at(Case c) { return c == Case::low ? low : c == Case::likely ? likely : high; }
    [[nodiscard]] constexpr const T& at(Case c) const
    {
        return c == Case::low ? low : c == Case::likely ? likely : high;
    }
    friend constexpr bool operator==(const PerCase&, const PerCase&) = default;
};

/// A three-point estimate: low <= likely <= high.
using ThreePoint = PerCase<double>;

constexpr ThreePoint scaled(const ThreePoint& value, double factor)
{
    return {value.low * factor, value.likely * factor, value.high * factor};
}

/// A number for a message, with the digits that it has: "80", "1.000002".
std::string numberText(double value);

} // namespace trestle
