#include "app/cli/cash_report.h"

#include "app/cli/figures.h"
#include "data/cash_json.h"
#include "models/money_rules.h"
#include "models/rounding.h"

#include <algorithm>
#include <vector>

namespace trestle::cli {

namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t kMonth = 9;
constexpr std::size_t kCash = 13;
constexpr std::size_t kNarrowCash = 11; ///< with a column more

std::string afterLaunch(int months)
{
    return months == 0 ? "until launch"
                       : "until " + counted(static_cast<std::size_t>(months), "month", "months") + " after launch";
}

std::string roughly(double dollars)
{
    return simulatedText(Money::rounded(dollars));
}

std::string chanceSentence(const CashFigures& figures, int buffer)
{
    const std::string toLaunch =
        "The money lasts to launch in " + percentOf(figures.lastsToLaunch) + " of the simulated plans";
    return buffer == 0 ? toLaunch + "."
                       : toLaunch + ", and " + afterLaunch(buffer) + " in " + percentOf(figures.lastsToHorizon) + ".";
}

std::string neededSentence(const Plan& plan, const CashFigures& figures)
{
    const int confidence = plan.inputs.confidence;
    const std::string lasts =
        std::to_string(confidence) + " % sure that the money lasts " + afterLaunch(plan.inputs.cash.bufferMonths) + ".";
    const Money needed = figures.neededAt(confidence);
    return needed == Money{} ? "It is at least " + lasts : "AUD " + promiseText(needed) + " more makes it " + lasts;
}

std::string launchSentence(const CashFigures& figures)
{
    return "In the bank at launch: AUD " + amountText(figures.likely.atLaunch()) + " in the likely plan; half of the " +
           "simulated plans have over " + roughly(figures.atLaunch.p50) + ", 1 in 10 under " +
           roughly(figures.atLaunch.p10) + " and 1 in 10 over " + roughly(figures.atLaunch.p90) + ".";
}

std::string runsOutSentence(const CashFigures& figures)
{
    if (figures.runsOut.empty())
        return "In no simulated plan does it run out.";
    std::string line = "It runs out in";
    const char* comma = " ";
    for (const RunsOut& month : figures.runsOut) {
        line += comma + isoMonth(month.month) + ": " + percentOf(month.share);
        comma = ", ";
    }
    return line + ".";
}

/// Of the cells those from `from` on, each as wide as `width`.
struct CashColumns {
    std::size_t from = 0;
    std::size_t width = kCash;
};

std::string row(const std::string& month, const Cells& cells, const CashColumns& columns, const Style& style)
{
    std::string line = leftAligned(month, kMonth, style.glyphs);
    for (std::size_t k = columns.from; k < cells.size(); ++k)
        line += rightAligned(cells[k], columns.width, style.glyphs);
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

Money sumOf(const std::vector<Money>& amounts)
{
    Money sum;
    for (const Money amount : amounts)
        sum += amount;
    return sum;
}

/// The lines of a likely month by kind; none after the end of its buffer.
Cells linesOf(const CashFigures& figures, std::size_t m, bool hasInvoices, bool hasActual)
{
    Cells cells(3U + (hasInvoices ? 1U : 0U) + (hasActual ? 1U : 0U));
    if (m >= figures.likely.months.size())
        return cells;
    const CashMonth& month = figures.likely.months[m];
    cells = {amountText(month.team), amountText(sumOf(month.running) + month.risks),
             amountText(sumOf(month.monthly) + sumOf(month.once))};
    if (hasActual)
        cells.insert(cells.begin(), amountText(month.spent));
    if (hasInvoices)
        cells.insert(cells.begin(), amountText(month.invoices));
    return cells;
}

Cells withBalances(Cells lines, const CashBand& band)
{
    lines.insert(lines.end(), {amountText(band.likely), roughly(band.p10), roughly(band.p50), roughly(band.p90)});
    return lines;
}

} // namespace

std::string cashReport(const Plan& plan, const CashFigures& figures, const std::string& scenario, const Style& style)
{
    std::vector<std::string> lines;
    const std::string name = printable(plan.inputs.name, style.utf8);
    lines.push_back(inked(name + (scenario.empty() ? "" : ", " + printable(scenario, style.utf8)), Ink::bold, style));
    for (const std::string& sentence : {chanceSentence(figures, plan.inputs.cash.bufferMonths),
                                        neededSentence(plan, figures), runsOutSentence(figures)})
        for (const std::string& line : wrapped(sentence, style.width))
            lines.push_back(line);
    lines.emplace_back();
    for (const std::string& line : wrapped(launchSentence(figures), style.width))
        lines.push_back(line);
    lines.emplace_back();
    const bool hasInvoices = isInvoiced(plan.inputs);
    Cells titles{"Team", "Bought", "Own lines", "Likely", "1 in 10", "Half", "9 in 10"};
    const bool hasActual = plan.actual.any();
    if (hasActual)
        titles.insert(titles.begin(), "Spent");
    if (hasInvoices)
        titles.insert(titles.begin(), "Invoices");
    const std::size_t balances = titles.size() - 4;
    CashColumns columns;
    if (const std::size_t all = kMonth + titles.size() * kCash; style.width < all && hasActual)
        columns.width = kNarrowCash;
    if (style.width < kMonth + titles.size() * columns.width)
        columns = {balances, kCash}; // these alone
    lines.push_back(inked(row("AUD", titles, columns, style), Ink::faint, style));
    Cells opening(titles.size());
    opening[balances] = amountText(plan.inputs.cash.opening.value_or(Money{}));
    lines.push_back(row("opening", opening, columns, style));
    for (std::size_t m = 0; m < figures.months.size(); ++m)
        lines.push_back(row(isoMonth(figures.months[m].month),
                            withBalances(linesOf(figures, m, hasInvoices, hasActual), figures.months[m]), columns,
                            style));
    lines.emplace_back();
    if (hasInvoices)
        for (const std::string& line : wrapped(
                 "The invoices of the agreed price count, ex GST, in the month in which they are due.", style.width))
            lines.push_back(line);
    for (const std::string& line : wrapped("Likely: what the likely plan has at the end of the month. 1 in 10 "
                                           "simulated plans has less than '1 in 10' "
                                           "says, half of them less than 'Half', 9 in 10 less than '9 in 10'.",
                                           style.width))
        lines.push_back(line);
    return joined(lines, "\n") + "\n";
}

} // namespace trestle::cli
