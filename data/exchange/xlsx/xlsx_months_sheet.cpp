#include "data/exchange/xlsx/xlsx_chart.h"
#include "data/exchange/xlsx/xlsx_pages.h"
#include "models/plan/cost.h"
#include "models/risk/promises.h"
#include "models/rounding.h"

namespace trestle {

namespace {

constexpr std::uint32_t kFirstMonth = 4;

} // namespace

void writeMonths(XlsxPages& pages)
{
    const Plan& plan = pages.plan;
    XlsxSheet& sheet = pages.months;
    const std::vector<MonthCost> months = costByMonth(plan, Case::likely);
    const auto before = static_cast<std::uint32_t>((pages.staffing.months.front() - months.front().month).count());
    const bool hasActual = plan.actual.any();
    const std::uint16_t totals = hasActual ? 5 : 4; // the column of a month's total
    const auto count = static_cast<std::uint32_t>(months.size());
    const int confidence = plan.inputs.confidence;
    const std::string percent = std::to_string(confidence) + " %";
    sheet.title("Cost by month");
    sheet.note(1, "The likely plan, AUD without GST. What it takes on top to be " + percent +
                      " sure has no month of its own and stands below the total.");
    std::vector<std::string> titles{"Month", "Labour", "Running costs", "Risks", "Total", spentByThen(plan)};
    if (hasActual)
        titles.insert(titles.begin() + 4, "Spent so far");
    sheet.headers(kFirstMonth - 1, titles);
    double spent = 0;
    for (std::uint32_t m = 0; m < count; ++m) {
        const std::uint32_t row = kFirstMonth + m;
        const MonthCost& month = months[m];
        sheet.date({row, 0}, month.month / 1, {CellKind::month});
        if (m >= before && m - before < pages.staffing.months.size())
            sheet.formula({row, 1}, pages.monthLabour(m - before), month.labour.inDollars());
        else
            sheet.money({row, 1}, month.labour);
        sheet.money({row, 2}, month.running);
        sheet.money({row, 3}, month.risks);
        if (hasActual)
            sheet.money({row, 4}, month.actual);
        sheet.formula({row, totals},
                      "SUM(" + rangeName({row, 1}, {row, static_cast<std::uint16_t>(totals - 1)}, false) + ")",
                      month.total().inDollars());
        spent += month.total().inDollars();
        sheet.formula({row, static_cast<std::uint16_t>(totals + 1)},
                      "SUM(" + cellName({kFirstMonth, totals}, true) + ":" + cellName({row, totals}) + ")", spent);
    }
    const std::uint32_t total = kFirstMonth + count;
    constexpr CellLook kTotal{.kind = CellKind::money, .isTotal = true};
    sheet.text({total, 0}, "Total", {.isTotal = true});
    std::vector<Money> sums{plan.labour.likely, plan.runningTotal.likely, plan.riskTotal.likely, plan.total.likely};
    if (hasActual)
        sums.insert(sums.begin() + 3, plan.actual.total());
    for (std::uint16_t column = 1; column <= totals; ++column)
        sheet.formula({total, column}, "SUM(" + rangeName({kFirstMonth, column}, {total - 1, column}, false) + ")",
                      sums[column - 1].inDollars(), kTotal);
    const Money promise = promised(headlineOf(plan, pages.risk, confidence).total);
    sheet.text({total + 1, 0}, "To be " + percent + " sure");
    sheet.formula({total + 1, totals}, cellName({total + 2, totals}) + "-" + cellName({total, totals}),
                  (promise - plan.total.likely).inDollars());
    sheet.text({total + 2, 0}, "At most, " + percent + " sure", {.isTotal = true});
    sheet.money({total + 2, totals}, promise, kTotal);
    addChart(pages.book, sheet, {total + 4, 0},
             {.form = ChartForm::stackedColumns,
              .titles = kFirstMonth - 1,
              .first = kFirstMonth,
              .last = total - 1,
              .along = 0,
              .columns = hasActual ? std::vector<std::uint16_t>{1, 2, 3, 4} : std::vector<std::uint16_t>{1, 2, 3},
              .title = "Cost by month, AUD",
              .alongName = "",
              .upName = "AUD",
              .alongFormat = "mmm yy",
              .upFormat = "#,##0"});
    sheet.freeze({kFirstMonth, 1}, kFirstMonth - 1);
    sheet.finish(pages.footer);
}

} // namespace trestle
