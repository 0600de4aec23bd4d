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
    const auto count = static_cast<std::uint32_t>(months.size());
    const int confidence = plan.inputs.confidence;
    const std::string percent = std::to_string(confidence) + " %";
    sheet.title("Cost by month");
    sheet.note(1, "The likely plan, AUD without GST. What it takes on top to be " + percent +
                      " sure has no month of its own and stands below the total.");
    sheet.headers(kFirstMonth - 1, {"Month", "Labour", "Running costs", "Risks", "Total", "Spent so far"});
    double spent = 0;
    for (std::uint32_t m = 0; m < count; ++m) {
        const std::uint32_t row = kFirstMonth + m;
        const MonthCost& month = months[m];
        sheet.date({row, 0}, month.month / 1, {CellKind::month});
        if (m < pages.staffing.months.size())
            sheet.formula({row, 1}, pages.monthLabour(m), month.labour.inDollars());
        else
            sheet.money({row, 1}, month.labour);
        sheet.money({row, 2}, month.running);
        sheet.money({row, 3}, month.risks);
        sheet.formula({row, 4}, "SUM(" + rangeName({row, 1}, {row, 3}, false) + ")", month.total().inDollars());
        spent += month.total().inDollars();
        sheet.formula({row, 5}, "SUM(" + cellName({kFirstMonth, 4}, true) + ":" + cellName({row, 4}) + ")", spent);
    }
    const std::uint32_t total = kFirstMonth + count;
    constexpr CellLook kTotal{.kind = CellKind::money, .isTotal = true};
    sheet.text({total, 0}, "Total", {.isTotal = true});
    const Money sums[] = {plan.labour.likely, plan.runningTotal.likely, plan.riskTotal.likely, plan.total.likely};
    for (std::uint16_t column = 1; column <= 4; ++column)
        sheet.formula({total, column}, "SUM(" + rangeName({kFirstMonth, column}, {total - 1, column}, false) + ")",
                      sums[column - 1].inDollars(), kTotal);
    const Money promise = promised(headlineOf(plan, pages.risk, confidence).total);
    sheet.text({total + 1, 0}, "To be " + percent + " sure");
    sheet.formula({total + 1, 4}, cellName({total + 2, 4}) + "-" + cellName({total, 4}),
                  (promise - plan.total.likely).inDollars());
    sheet.text({total + 2, 0}, "At most, " + percent + " sure", {.isTotal = true});
    sheet.money({total + 2, 4}, promise, kTotal);
    addChart(pages.book, sheet, {total + 4, 0},
             {.form = ChartForm::stackedColumns,
              .titles = kFirstMonth - 1,
              .first = kFirstMonth,
              .last = total - 1,
              .along = 0,
              .columns = {1, 2, 3},
              .title = "Cost by month, AUD",
              .alongName = "",
              .upName = "AUD",
              .alongFormat = "mmm yy",
              .upFormat = "#,##0"});
    sheet.freeze({kFirstMonth, 1}, kFirstMonth - 1);
    sheet.finish(pages.footer);
}

} // namespace trestle
