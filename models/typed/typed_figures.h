#pragma once

#include "models/units.h"

#include <cstdint>
#include <expected>
#include <string_view>

namespace trestle {

/// Why typed text is no figure.
enum class FigureProblem : std::uint8_t {
    empty,
    notUnderstood,
    percent,  ///< a part of a hundred where an amount or a time is asked for
    negative, ///< below nothing
    tooFine,  ///< parts of a cent
    tooLarge,
};

/// An amount in AUD as people type it: "120,000", "1.5k", "AUD 90 000", "90 000.50", "$5k", "2 million". Exact to the
/// cent: no rounding.
std::expected<Money, FigureProblem> readTypedAmount(std::string_view text);

inline constexpr double kHoursPerWeek = 38; ///< the ordinary hours of the National Employment Standards

/// Effort as people type it: "3 w", "2 d", "4 h", "1.5 weeks", "1 w 2 d"; a number alone counts person-weeks. A week
/// has five days, and as many hours as the plan says.
std::expected<PersonWeeks, FigureProblem> readTypedEffort(std::string_view text, double hoursPerWeek = kHoursPerWeek);

/// A part of full time: "0.5", "50 %", "1 FTE". Whether someone can work that much is a rule of the plan.
std::expected<double, FigureProblem> readTypedShare(std::string_view text);

/// A plain number of 0 or more: "44", "4.5", "1,200".
std::expected<double, FigureProblem> readTypedNumber(std::string_view text);

} // namespace trestle
