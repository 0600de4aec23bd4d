#pragma once

#include "models/plan/actual_costs.h"

#include <span>

/// Money spent by the end of days, read at any day: what was spent so far, and what a baseline promised.
namespace trestle {

/// What the baseline promised, by rising day; empty without one.
std::vector<SpentBy> promisedSpend(const Plan& plan);

/// Dollars by the end of a day: nothing before the first point, all of it after the last, evenly between them.
double spentBy(std::span<const SpentBy> spend, Date day);

} // namespace trestle
