#include "data/exchange/xlsx/xlsx_chart.h"
#include "data/exchange/xlsx/xlsx_pages.h"

namespace trestle {

namespace {

constexpr std::uint32_t kFirstFunds = 4;
constexpr CellLook kFundsTotal{.kind = CellKind::money, .isTotal = true};

std::string columnSum(std::uint16_t column, std::uint32_t first, std::uint32_t last)
{
    return "SUM(" + rangeName({first, column}, {last, column}, false) + ")";
}

std::uint32_t monthCount(const UseOfFunds& funds)
{
    return static_cast<std::uint32_t>(shownMonths(funds).size());
}

std::string titleOf(const Plan& plan, const FundsLine& line)
{
    switch (line.kind) {
    case CostLineKind::phase: return plan.phases[line.index].title;
    case CostLineKind::running: return plan.running[line.index].title;
    case CostLineKind::risks: return "Risks";
    case CostLineKind::actual: return "Spent so far";
    }
    return {};
}

/// The row below the last.
std::uint32_t writeFundMonths(XlsxPages& pages, const std::string& sure)
{
    XlsxSheet& sheet = pages.funds;
    const std::uint32_t count = monthCount(pages.spending);
    sheet.headers(kFirstFunds - 1, {"Month", sure, spentByThen(pages.plan)});
    double spent = 0;
    for (std::uint32_t m = 0; m < count; ++m) {
        const std::uint32_t row = kFirstFunds + m;
        sheet.date({row, 0}, pages.spending.months[m].month / 1, {CellKind::month});
        sheet.money({row, 1}, pages.spending.months[m].shown);
        spent += pages.spending.months[m].shown.inDollars();
        sheet.formula({row, 2}, "SUM(" + cellName({kFirstFunds, 1}, true) + ":" + cellName({row, 1}) + ")", spent);
    }
    const std::uint32_t total = kFirstFunds + count;
    sheet.text({total, 0}, "Total", {.isTotal = true});
    sheet.formula({total, 1}, columnSum(1, kFirstFunds, total - 1), pages.spending.shown.inDollars(), kFundsTotal);
    return total + 2;
}

void writeMilestones(XlsxPages& pages, std::uint32_t top, const std::string& sure)
{
    XlsxSheet& sheet = pages.funds;
    sheet.headers(top, {"Milestone", sure + " by", "Likely", sure});
    std::uint32_t row = top + 1;
    for (const FundsLine& line : pages.spending.lines) {
        if (line.likely == Money{} && line.shown == Money{})
            continue;
        sheet.text({row, 0}, titleOf(pages.plan, line));
        if (line.by)
            sheet.date({row, 1}, *line.by);
        sheet.money({row, 2}, line.likely);
        sheet.money({row, 3}, line.shown);
        ++row;
    }
    sheet.text({row, 0}, "Total", {.isTotal = true});
    if (row > top + 1) {
        sheet.formula({row, 2}, columnSum(2, top + 1, row - 1), pages.spending.likely.inDollars(), kFundsTotal);
        sheet.formula({row, 3}, columnSum(3, top + 1, row - 1), pages.spending.shown.inDollars(), kFundsTotal);
    }
}

} // namespace

void writeFunds(XlsxPages& pages)
{
    XlsxSheet& sheet = pages.funds;
    const std::string sure = std::to_string(pages.spending.confidence) + " % sure";
    sheet.title("Use of funds");
    sheet.note(1, "What is spent if the plan costs what it promises, " + sure +
                      ": the mean of the simulated plans that cost about as much, AUD without GST. It stays as it was "
                      "simulated.");
    writeMilestones(pages, writeFundMonths(pages, sure), sure);
    constexpr std::uint16_t kBesideTables = 5;
    addChart(pages.book, sheet, {kFirstFunds - 1, kBesideTables},
             {.form = ChartForm::stackedColumns,
              .titles = kFirstFunds - 1,
              .first = kFirstFunds,
              .last = kFirstFunds + monthCount(pages.spending) - 1,
              .along = 0,
              .columns = {1},
              .title = "Use of funds by month, AUD, " + sure,
              .alongName = "",
              .upName = "AUD",
              .alongFormat = "mmm yy",
              .upFormat = "#,##0"});
    sheet.freeze({kFirstFunds, 1}, kFirstFunds - 1);
    sheet.finish(pages.footer);
}

} // namespace trestle
