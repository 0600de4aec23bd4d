#pragma once

#include "models/plan/plan.h"

#include <span>

namespace trestle {

/// Splits the totals of the three cases over lines, each by largest remainder, so that the lines of a case add up to
/// its total. Where a line costs no more in the low case than in the likely one, or in the likely case than in the high
/// one, that holds after rounding too. Parts as in splitByLargestRemainder.
PerCase<std::vector<Money>> splitCases(const PerCase<Money>& totals, const PerCase<std::vector<double>>& parts);

/// To the dollar, halves up; what is below a dollar as well.
Money toDollars(Money amount);

/// Amounts in whole dollars whose lines add up: the total splits into what was spent, labour, running costs and risks,
/// labour into phases and again into people, a phase into its items, the running costs into services. Sets `shownCost`
/// everywhere, from costs that are exact to the cent. What is small is worth its cents: up to AUD 100 in all every
/// amount is left exact.
void addShownCosts(Plan& plan);

/// Whether the plan's costs are shown to the cent.
bool showsCents(const Plan& plan);

} // namespace trestle
