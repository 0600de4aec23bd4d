#pragma once

#include "models/team.h"

/// What a full-time week of someone costs, worked out from a salary or from a contractor's rate:
///
///     employee:    (salary + salary × super % + other on-costs) ÷ weeks at work in a year
///     contractor:  rate for a day or an hour × days or hours a week
///
/// to the dollar. An employee on AUD 180,000 with 12 % super and AUD 18,400 of other on-costs, 44 weeks of the year at
/// work, costs AUD 220,000 ÷ 44 = AUD 5,000 a week.
namespace trestle {

/// The superannuation guarantee in per cent, and since when it is that much (Superannuation Guarantee
/// (Administration) Act 1992, section 19).
inline constexpr double kSuperPercent = 12;
inline constexpr Date kSuperSince{std::chrono::year{2025} / 7 / 1};

/// What a basis may hold at most.
inline constexpr double kMostSuperPercent = 100;
inline constexpr double kMostWeeksAtWork = 53;
inline constexpr double kMostDaysAWeek = 7;
inline constexpr double kMostHoursAWeek = 168;

/// Where a form for such a rate starts. Each comes to AUD 5,000 a week, or near it.
RateBasis usualBasis(RateKind kind);

/// An employee's super in a year.
Money superOf(const RateBasis& basis);
/// What an employee costs in a year: salary, super and other on-costs.
Money yearlyCost(const RateBasis& basis);
/// For a full-time week; 0 where there is no week at work.
Money weeklyRate(const RateBasis& basis);
/// What a week of someone costs who works that part of full time.
Money weekOf(Money fullTimeRate, double allocation);

} // namespace trestle
