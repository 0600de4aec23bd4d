#pragma once

#include "data/exchange/export_source.h"
#include "data/exchange/xlsx/xlsx_sheet.h"
#include "models/money/use_of_funds.h"
#include "models/plan/staffing.h"
#include "models/risk/chance.h"

#include <optional>
#include <string>

namespace trestle {

/// The sheets of a plan's workbook in their order, and the cells that one has from another. Labour is worked out from
/// Assumptions (rates, efforts) and Staffing (who works how long on what, which stays as it was planned); Workings
/// rounds it to cents that add up as the plan's own do; all other sheets show what comes of it. For an audience that
/// reads no rates there is neither Staffing nor Workings, Assumptions has the efforts alone, and what labour comes to
/// is a value where it would be a formula over rates.
class XlsxPages {
public:
    /// `spending` without GST; it outlives the pages.
    XlsxPages(XlsxBook& book, const ExportSource& from, const UseOfFunds& spending);

    [[nodiscard]] bool isRetained() const { return plan.inputs.costMode == CostMode::retained; }
    [[nodiscard]] const std::vector<PaidTime>& paid() const
    {
        return isRetained() ? staffing.retained : staffing.worked;
    }

    /// Whether labour is worked out from rates.
    [[nodiscard]] bool hasRates() const { return times.has_value(); }

    // Cells of Assumptions. Without rates the formulas of these and of the sheets below are empty.
    static constexpr std::uint32_t kFirstPerson = 4;
    [[nodiscard]] std::uint32_t firstItem() const;
    [[nodiscard]] std::string allocation(std::size_t person) const;
    [[nodiscard]] std::string rate(std::size_t person) const;
    [[nodiscard]] CellAt effortCell(std::size_t item, Case which) const;
    [[nodiscard]] CellAt plannedEffortCell(std::size_t item, Case which) const;

    // Cells of People.
    static constexpr int kPersonCostColumn = 6; ///< of three

    // Cells of Staffing.
    static constexpr std::uint32_t kFirstTime = 4;
    [[nodiscard]] std::uint32_t firstRetained() const;
    [[nodiscard]] std::uint32_t firstPaid() const { return isRetained() ? firstRetained() : kFirstTime; }

    // Cells of Workings: amounts to the cent.
    [[nodiscard]] std::string labour(Case which) const;
    [[nodiscard]] std::string personCost(std::size_t person, Case which) const;
    [[nodiscard]] std::string itemCost(std::size_t item, Case which) const;
    [[nodiscard]] std::string monthLabour(std::size_t month) const;
    [[nodiscard]] std::uint32_t firstPersonSplit() const { return 4; }
    [[nodiscard]] std::uint32_t firstItemSplit() const;
    [[nodiscard]] std::uint32_t firstMonthSplit() const;

    XlsxBook& book;
    const ExportSource& source;
    const Plan& plan;
    const Risk& risk;
    const UseOfFunds& spending;
    const Staffing staffing;
    std::string footer;

    XlsxSheet summary;
    XlsxSheet items;
    XlsxSheet months;
    XlsxSheet funds;
    XlsxSheet people;
    XlsxSheet chances;
    std::optional<XlsxSheet> price;
    std::optional<XlsxSheet> cash;
    XlsxSheet assumptions;
    std::optional<XlsxSheet> times;
    std::optional<XlsxSheet> workings;

private:
    [[nodiscard]] std::string amount(std::uint32_t row, Case which) const;
};

void writeAssumptions(XlsxPages& pages);
void writeStaffing(XlsxPages& pages); ///< where there are rates
void writeWorkings(XlsxPages& pages); ///< likewise
void writeSummary(XlsxPages& pages);
void writeItems(XlsxPages& pages);
void writeMonths(XlsxPages& pages);
void writeFunds(XlsxPages& pages);
void writePeople(XlsxPages& pages);
void writeChances(XlsxPages& pages);
void writePrice(XlsxPages& pages); ///< where there is one
void writeCash(XlsxPages& pages);  ///< where there is any

/// The sheets of a client's workbook: what is built when, and its price.
void writeClientSheets(XlsxBook& book, const ExportSource& source);

/// What to charge, or for a client what to pay, and when. `source.risk` has the value of each run.
void writePriceSheet(XlsxSheet& sheet, const ExportSource& source);

/// What stands below every page.
std::string footerOf(const ExportSource& source);
/// "To build", "In place", "Phase 2".
std::string_view standingOf(const Plan& plan, const ItemPlan& item);
/// Heads the sums from the first month on, beside a column of what was spent up to the status date where there is one.
inline const char* spentByThen(const Plan& plan)
{
    return plan.actual.any() ? "Spent by then" : "Spent so far";
}
std::string ownerAndNote(const ItemInput& item);

/// A chance as it is told everywhere: 0 and 100 per cent only where that is certain.
void writeChance(XlsxSheet& sheet, CellAt at, const ToldChance& chance);

/// The column of a case among three that stand side by side.
constexpr std::uint16_t columnOf(Case which, int first)
{
    return static_cast<std::uint16_t>(first + static_cast<int>(which));
}

} // namespace trestle
