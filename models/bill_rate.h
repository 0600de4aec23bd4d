#pragma once

#include "models/money_terms.h"
#include "models/team.h"

namespace trestle {

/// What a client pays for a full-time week of someone: their bill rate, else their cost with the wanted margin on it,
/// to the cent.
Money billRateOf(const Person& person, const PriceTerms& terms);

/// Dollars billed for a week that the person is on the plan: at their allocation.
double billedPerWeek(const Person& person, const PriceTerms& terms);

/// What is bought is charged with the mark-up on it: 1.1 where that is 10 %.
double markUpFactor(const PriceTerms& terms);

} // namespace trestle
