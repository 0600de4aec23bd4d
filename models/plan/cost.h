#pragma once

#include "models/plan/plan.h"

#include <chrono>
#include <span>
#include <utility>
#include <vector>

namespace trestle {

/// Days in an average month, for running costs: 365.25 / 12.
inline constexpr double kDaysPerMonth = 30.4375;

/// Splits a total over lines in proportion to `parts` by largest remainder, so that the lines add up to it exactly.
/// Parts are not negative; where all are 0 so are the lines, and the total must be 0.
std::vector<Money> splitByLargestRemainder(Money total, std::span<const double> parts);

struct MonthCost {
    std::chrono::year_month month;
    Money labour;
    Money running;
    Money risks;    ///< responses, and what has happened costs on the last day of its phase
    Money actual{}; ///< spent up to the status date
    [[nodiscard]] Money total() const { return actual + labour + running + risks; }
};

/// Cash needed per calendar month, from the month of the start, or of what was spent first, to the month of the last
/// cost, none left out. The lines add up to the plan's actual, labour, running and risk totals exactly.
std::vector<MonthCost> costByMonth(const Plan& plan, Case which);

/// Labour by calendar month without that of people whose time is not paid out, from the month of the start to that of
/// the finish: the lines add up to the plan's labour less its own time exactly.
std::vector<MonthMoney> paidLabourByMonth(const Plan& plan, Case which);

/// What risks cost for certain, by date: responses at the start, what has happened on the last day of its phase.
std::vector<std::pair<Date, Money>> riskSpending(const Plan& plan, Case which);

struct SpendPoint {
    Weeks at = 0;
    Money total;
};

/// Running costs of the months after launch that are counted in, a part of the plan's running total.
Money costAfterLaunch(const Plan& plan, Case which);

/// Money spent by the end of each working week, all costs, from what was spent before time 0 to the finish of the case;
/// what came before is in actualSpend().
/// Where months after launch are counted in, one more point, a working day later, has all of them on top: the last
/// point is the plan's total, to the cent.
std::vector<SpendPoint> cumulativeSpend(const Plan& plan, Case which);

/// Goods and services tax, a part of the price.
inline constexpr double kGstRate = 0.1;
/// That of prices and purchases, to the cent, half a cent up (s 9-90 of the GST Act); never on wages.
Money gst(Money exGst);

} // namespace trestle
