#include "ui/pages/cost_grid.h"

#include "models/plan/shown_costs.h"
#include "models/risk/promises.h"
#include "models/rounding.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <algorithm>

namespace trestle {

namespace {

std::vector<std::optional<Money>> perCase(const PerCase<Money>& amount)
{
    return {amount.low, amount.likely, amount.high};
}

CostRow sumRow(CostRow::Kind kind, int block, const QString& title, const PerCase<Money>& amount)
{
    CostRow row;
    row.kind = kind;
    row.block = block;
    row.title = title;
    row.amounts = perCase(amount);
    return row;
}

QString gstTitle(GstBasis basis)
{
    return basis == GstBasis::price ? tr("GST, 10 % of the price") : tr("GST, 10 % of what is bought");
}

QString gstExplanation(GstBasis basis)
{
    return basis == GstBasis::price
               ? tr("The whole is charged to a client as a price, so all of it carries GST.")
               : tr("Wages carry no GST; running costs, which are bought, do. A business that is registered for GST "
                    "gets it back.");
}

QString spentExplanation(const Actual& actual)
{
    if (actual.fromBooks)
        return tr("Up to the status date, from the books.");
    return tr("Up to the status date: labour %1, running costs %2, worked out from what is recorded of the work.")
        .arg(format::money(actual.labour), format::money(actual.running));
}

CostRow lineRow(const Plan& plan, const CostLine& line)
{
    CostRow row;
    row.amounts = perCase(line.amount);
    row.sharePercent = line.sharePercent;
    row.bar = CostBar{line.amount};
    if (line.kind == CostLineKind::phase) {
        row.title = format::text(plan.phases[line.index].title);
        return row;
    }
    if (line.kind == CostLineKind::actual) {
        row.block = -1;
        row.bar.reset(); // it has no range, and would make short ones of all that have
        row.title = tr("Spent so far");
        row.explanation = spentExplanation(plan.actual);
        return row;
    }
    row.block = 1;
    if (line.kind == CostLineKind::risks) {
        row.title = tr("Responses to risks, and what has happened");
        return row;
    }
    const RunningCostPlan& running = plan.running[line.index];
    row.title = format::text(running.title);
    const int months = plan.inputs.monthsAfterLaunch;
    const QString end = months == 0   ? tr("to the finish")
                        : months == 1 ? tr("to a month after the finish")
                                      : tr("to %1 months after the finish").arg(months);
    row.explanation =
        tr("%1 a month, %2 likely, from the start of %3 %4")
            .arg(format::moneyRange(Money::rounded(running.monthly.low), Money::rounded(running.monthly.high)),
                 format::money(Money::rounded(running.monthly.likely)), format::text(plan.phases[running.phase].title),
                 end);
    return row;
}

} // namespace

namespace {

void addContingency(CostGrid& grid, const Plan& plan, GstBasis basis, const Risk* risk, Money likelyIncGst)
{
    const QString sure = format::wholePercent(plan.inputs.confidence);
    CostRow put;
    put.kind = CostRow::Kind::Note;
    put.block = 5;
    put.title = tr("Contingency to be %1 sure").arg(sure);
    put.explanation =
        basis == GstBasis::price
            ? tr("What %1 of the simulated plans cost at most, less the likely total; GST of 10 % is in it.").arg(sure)
            : tr("What %1 of the simulated plans cost at most, less the likely total. It carries no GST: what part of "
                 "it will be bought and not worked is not known before it is spent.")
                  .arg(sure);
    CostRow total;
    total.kind = CostRow::Kind::Total;
    total.block = 6;
    total.title = tr("%1 sure, inc GST").arg(sure);
    put.amounts = total.amounts = {std::nullopt, std::nullopt, std::nullopt};
    if (risk) {
        const Contingency aside = contingency(plan, *risk, plan.inputs.confidence, basis);
        const Money incGst = showsCents(plan) ? aside.incGst() : wholeDollars(aside.incGst());
        // GST is taken once, on the whole promise, so that a report names the same price.
        total.amounts[1] = aside.isNeeded && basis == GstBasis::price
                               ? promisedPrice(plan, *risk, plan.inputs.confidence)
                               : likelyIncGst + incGst;
        put.amounts[1] = *total.amounts[1] - likelyIncGst;
    }
    grid.rows.push_back(std::move(put));
    grid.rows.push_back(std::move(total));
}

} // namespace

CostGrid costGridByPhase(const Plan& plan, GstBasis basis, const Risk* risk)
{
    const CostTable table = shownCostTable(plan, basis);
    CostGrid grid;
    grid.headings = {tr("Phase"), tr("Low"), tr("Likely"), tr("High"), tr("Share"), tr("Low to high")};
    grid.amountCount = 3;
    grid.hasShare = true;
    grid.hasBar = true;
    bool running = false;
    for (const CostLine& line : table.lines) {
        if ((line.kind == CostLineKind::running || line.kind == CostLineKind::risks) && !running) {
            grid.rows.push_back(sumRow(CostRow::Kind::Subtotal, 0, tr("Labour"), table.labour.amount));
            running = true;
        }
        grid.rows.push_back(lineRow(plan, line));
        for (const Case c : kCases)
            if (grid.rows.back().bar)
                grid.longestBar = std::max(grid.longestBar, line.amount.at(c));
    }
    grid.rows.push_back(sumRow(CostRow::Kind::Total, 2, tr("Total ex GST"), table.total.amount));
    if (table.total.amount.likely > Money{})
        grid.rows.back().sharePercent = 100;
    grid.rows.push_back(sumRow(CostRow::Kind::Note, 3, gstTitle(basis), table.total.gst));
    grid.rows.back().explanation = gstExplanation(basis);
    const PerCase<Money> all{table.total.incGst(Case::low), table.total.incGst(Case::likely),
                             table.total.incGst(Case::high)};
    grid.rows.push_back(sumRow(CostRow::Kind::Total, 4, tr("Total inc GST"), all));
    addContingency(grid, plan, basis, risk, all.likely);
    grid.cents = showsCents(plan);
    return grid;
}

CostGrid costGridByMonth(const Plan& plan, GstBasis basis)
{
    const MonthTable table = shownMonthTable(plan, basis);
    CostGrid grid;
    const QString others = plan.riskTotal.high > Money{} ? tr("Running costs and risks") : tr("Running costs");
    grid.headings = {tr("Month"), tr("Labour"),      others,         tr("Ex GST"),
                     tr("GST"),   tr("Cash needed"), tr("Low plan"), tr("High plan")};
    grid.amountCount = 7;
    const bool hasActual = plan.actual.any();
    if (hasActual) {
        grid.headings.insert(1, tr("Spent so far"));
        ++grid.amountCount;
    }
    const auto row = [hasActual](const MonthLine& line) {
        CostRow made;
        made.title = format::monthYear(static_cast<int>(line.month.year()),
                                       static_cast<int>(static_cast<unsigned>(line.month.month())));
        made.amounts = {line.labour.likely,        line.running.likely + line.risks.likely,
                        line.amount.likely,        line.gst.likely,
                        line.incGst(Case::likely), line.incGst(Case::low),
                        line.incGst(Case::high)};
        if (hasActual)
            made.amounts.insert(made.amounts.begin(), line.actual.likely);
        return made;
    };
    for (const MonthLine& line : table.lines)
        grid.rows.push_back(row(line));
    grid.rows.push_back(row(table.total));
    grid.rows.back().kind = CostRow::Kind::Total;
    grid.rows.back().block = 1;
    grid.rows.back().title = tr("Total");
    grid.cents = showsCents(plan);
    return grid;
}

} // namespace trestle
