#pragma once

#include "models/plan/cost_table.h"
#include "models/risk/simulation.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// What the promised amount is spent on: by month, by milestone and by tranche. The likely plan's months add up to the
/// likely total; these add up to the headline, to the cent and as it is shown.
///
///     const auto funds = useOfFunds(plan, risk, plan.inputs.confidence, plan.inputs.gst);
///     funds->shown;                  // AUD 220,000, as the headline says
///     dearestMonth(*funds)->shown;   // AUD 34,900, in March
///
/// The shape is that of the runs that cost about as much: of the kFundsRuns whose totals lie around the promise, the
/// mean of what they spend on each phase, service and risk in each month. One split of the promise, less what is
/// already spent, over all of these gives every line, so that months, milestones and tranches are sums of the same
/// parts.
namespace trestle {

/// How many runs around the promise the shape is taken from. Fewer would let single runs show; more would reach
/// from P80 half the way to P70 and P90.
inline constexpr std::size_t kFundsRuns = 200;

struct FundsMonth {
    std::chrono::year_month month;
    Money amount; ///< to the cent
    Money shown;  ///< see UseOfFunds
};

/// What was spent up to the status date, a phase with its labour, a service, or the risks (responses, and what
/// happens).
struct FundsLine {
    CostLineKind kind = CostLineKind::phase;
    std::size_t index = 0; ///< as that of CostLine
    Money likely;          ///< as the cost table shows it
    Money amount;
    Money shown;
    std::optional<Date> by; ///< when a phase is finished, at the confidence; absent where it may have no work
};

/// Money that comes in and what is spent from its month to the next one's.
struct FundsTranche {
    std::chrono::year_month from;
    std::optional<Money> opening;  ///< cash at the start
    std::vector<std::size_t> once; ///< of Inputs::cash.once, that come in this month
    Money in;                      ///< all together
    Money amount;
    Money shown;
};

/// Amounts are ex GST, or with GST on all of it where they are those of a price. `shown` is told in steps of one size
/// in each table, that of its largest amount in three significant digits, so that what is shown adds up as well.
struct UseOfFunds {
    int confidence = 0;
    Money total;                        ///< what the plan promises at the confidence
    Money shown;                        ///< as the headline shows it
    Money likely;                       ///< as the cost table shows it
    std::vector<FundsMonth> months;     ///< from the month of the start, or of what was spent first, none left out
    std::vector<FundsLine> lines;       ///< as in a CostTable: what was spent, phases, services, risks
    std::vector<FundsTranche> tranches; ///< empty where no money comes in once
};

/// Takes the simulation of the plan. The same on any number of threads; of the options, `threads`, `stop` and `method`
/// count. Errors: those of simulate().
Result<UseOfFunds> useOfFunds(const Plan& plan, const Risk& risk, int confidence, GstBasis basis,
                              const SimulationOptions& options = {});

/// Without months at the end that are shown as nothing; the first stays.
std::span<const FundsMonth> shownMonths(const UseOfFunds& funds);

/// The month in which most is spent, the first of several; null where nothing is.
const FundsMonth* dearestMonth(const UseOfFunds& funds);

} // namespace trestle
