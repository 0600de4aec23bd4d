#pragma once

#include "models/plan/cost.h"
#include "models/plan/plan.h"

#include <chrono>
#include <cstddef>
#include <vector>

/// The cost of a plan as the tables that the window, the command line and the reports show: by phase and by month,
/// with GST. Every column adds up to the cent; nothing has to be summed where it is shown.
///
///     const CostTable table = costTable(plan, GstBasis::purchases);
///     table.total.amount.likely;   // spent + labour + running costs + risks, ex GST
///     table.total.incGst(Case::likely);
namespace trestle {

/// What was spent up to the status date is a line of its own, whatever it was spent on. GST on purchases falls on its
/// derived running costs; amounts from the books carry none, as wages do: they are ex GST, and most of what a team
/// spends is wages.
enum class CostLineKind : std::uint8_t {
    phase,   ///< index: into Plan::phases
    running, ///< index: into Plan::running
    risks,   ///< all responses in the plan, and the money of what has happened; one line, where there is any
    actual,  ///< all that was spent up to the status date; one line, where there is any
};

/// Amounts ex GST and the GST on them, in each case.
struct CostAmounts {
    PerCase<Money> amount;
    PerCase<Money> gst;

    [[nodiscard]] Money incGst(Case which) const { return amount.at(which) + gst.at(which); }
    [[nodiscard]] Money charged(Case which, bool withGst) const { return withGst ? incGst(which) : amount.at(which); }
    friend bool operator==(const CostAmounts&, const CostAmounts&) = default;
};

struct CostLine : CostAmounts {
    CostLineKind kind = CostLineKind::phase;
    std::size_t index = 0;
    int sharePercent = 0; ///< of the likely total; the lines' shares add up to 100
};

struct CostTable {
    std::vector<CostLine> lines; ///< what was spent, phases in catalogue order, running costs, risks
    CostAmounts actual;
    CostAmounts labour; ///< all phases
    CostAmounts running;
    CostAmounts risks;
    CostAmounts total;
};

CostTable costTable(const Plan& plan, GstBasis basis);
/// The same as people read it, in whole dollars that add up as well.
CostTable shownCostTable(const Plan& plan, GstBasis basis);

/// Cash needed in a month, in each case; `amount` is actual + labour + running + risks.
struct MonthLine : CostAmounts {
    std::chrono::year_month month;
    PerCase<Money> labour;
    PerCase<Money> running;
    PerCase<Money> risks;
    PerCase<Money> actual;   ///< spent up to the status date: the same in each case
    Money actualPurchases{}; ///< a part of it, by GST on purchases
};

struct MonthTable {
    std::vector<MonthLine> lines; ///< every month from the first with a cost in any case to the last, none left out
    MonthLine total;              ///< month: the first
};

/// The month that costs most in a case, with GST or without; the first of several. Null in a table without months.
const MonthLine* dearestMonth(const MonthTable& table, Case which, bool withGst);

MonthTable monthTable(const Plan& plan, GstBasis basis);
MonthTable shownMonthTable(const Plan& plan, GstBasis basis);

} // namespace trestle
