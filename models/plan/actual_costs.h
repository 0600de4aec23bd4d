#pragma once

#include "models/plan/plan.h"

#include <vector>

/// What was spent up to the status date: from the books where they hold any amount, else worked out from what is
/// recorded of the work.
///
/// Labour so far is the time recorded at the team's mean rate (Σ allocation × rate ÷ Σ allocation), spread over the
/// working days of each item; where people are retained, what they cost from their first day, or the plan's start, on.
/// Running costs so far are those of each day since their phase began. Both end on the day
/// before time 0 of the plan, with which everything that is still to come begins: no day counts twice.
///
///     plan.actual.total();   // 61,250.00
///     actualSpend(plan);     // the way there: nothing on 3 January, 31,250 by the 31st, ...
namespace trestle {

/// Needs a plan's inputs, calendar, items, phases and running costs. Nothing recorded: nothing spent. Error:
/// planTooDear.
Result<Actual> actualCosts(const Plan& plan);

/// Money spent by the end of a day.
struct SpentBy {
    Date day{};
    Money total;
    friend bool operator==(const SpentBy&, const SpentBy&) = default;
};

/// By rising day: 0 on the day before the first of it, then the end of each week (of each month, where the books tell),
/// and all of it at the end of the day before time 0 of the plan, from which cumulativeSpend() goes on. Between the
/// points money is spent evenly. Empty where nothing was spent.
std::vector<SpentBy> actualSpend(const Plan& plan);

/// What has left the bank up to the status date, by month from that of the start: without own time, and with GST on
/// what was bought where it is not got back. What was spent before is not in the opening cash any more.
std::vector<MonthMoney> paidByMonth(const Plan& plan);

/// Dollars that the work up to the status date is worth at bill rates. Recorded time counts at the team's mean bill
/// rate, what was bought with the mark-up. Of amounts from the books what exceeds the time's cost was bought; without
/// any time recorded they are wages, and worth as much more as the team is billed above its cost.
double valueSoFar(const Plan& plan);

} // namespace trestle
