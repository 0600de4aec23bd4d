#include "models/plan/cost_table.h"

#include "models/plan/shown_costs.h"

#include <algorithm>

namespace trestle {

namespace {

/// GST on the sum of the taxable amounts, rounded once, split over the lines; in whole dollars or to the cent.
template <class Line, class Taxable>
void spreadGst(std::vector<Line>& lines, Case which, bool toTheCent, Taxable taxable)
{
    Money base;
    std::vector<double> parts;
    parts.reserve(lines.size());
    for (const Line& line : lines) {
        const Money amount = taxable(line);
        base += amount;
        parts.push_back(static_cast<double>(std::max<std::int64_t>(0, amount.cents)));
    }
    const std::int64_t unit = toTheCent ? 1 : 100; // the split works on any
    const std::vector<Money> split = splitByLargestRemainder({(gst(base).cents + unit / 2) / unit}, parts);
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].gst.at(which).cents = split[i].cents * unit;
}

void add(CostAmounts& sum, const CostAmounts& line)
{
    for (const Case c : kCases) {
        sum.amount.at(c) += line.amount.at(c);
        sum.gst.at(c) += line.gst.at(c);
    }
}

void addPhaseRows(CostTable& table, const Plan& plan, bool shown)
{
    for (std::size_t p = 0; p < plan.phases.size(); ++p) {
        CostLine line;
        line.index = p;
        line.amount = shown ? plan.phases[p].shownCost : plan.phases[p].cost;
        table.lines.push_back(line);
    }
}

void addRunning(CostTable& table, const Plan& plan, bool shown)
{
    for (std::size_t r = 0; r < plan.running.size(); ++r) {
        CostLine line;
        line.kind = CostLineKind::running;
        line.index = r;
        line.amount = shown ? plan.running[r].shownCost : plan.running[r].cost;
        table.lines.push_back(line);
    }
}

void addRiskLine(CostTable& table, const Plan& plan, bool shown)
{
    if (plan.riskTotal.high == Money{})
        return;
    CostLine line;
    line.kind = CostLineKind::risks;
    line.amount = shown ? plan.shown.risks : plan.riskTotal;
    table.lines.push_back(line);
}

void addActualLine(CostTable& table, const Plan& plan, bool shown)
{
    if (!plan.actual.any())
        return;
    CostLine line;
    line.kind = CostLineKind::actual;
    const Money amount = shown ? plan.shown.actual : plan.actual.total();
    line.amount = {amount, amount, amount};
    table.lines.push_back(line);
}

/// What GST on purchases falls on.
Money purchasesOf(const Plan& plan, const CostLine& line, Case which)
{
    switch (line.kind) {
    case CostLineKind::phase: return {};
    case CostLineKind::running:
    case CostLineKind::risks: return line.amount.at(which);
    case CostLineKind::actual: break;
    }
    return plan.actual.running;
}

CostAmounts& sumOfKind(CostTable& table, CostLineKind kind)
{
    switch (kind) {
    case CostLineKind::phase: return table.labour;
    case CostLineKind::running: return table.running;
    case CostLineKind::risks: return table.risks;
    case CostLineKind::actual: break;
    }
    return table.actual;
}

void setShares(CostTable& table)
{
    std::vector<double> parts;
    for (const CostLine& line : table.lines)
        parts.push_back(static_cast<double>(std::max<std::int64_t>(0, line.amount.likely.cents)));
    if (std::ranges::all_of(parts, [](double part) { return part <= 0; }))
        return;
    const std::vector<Money> shares = splitByLargestRemainder(Money{100}, parts);
    for (std::size_t i = 0; i < table.lines.size(); ++i)
        table.lines[i].sharePercent = static_cast<int>(shares[i].cents);
}

/// Every month from the first cost of any case to the last: a month without cost is shown as such, not skipped.
std::vector<MonthLine> emptyMonths(const PerCase<std::vector<MonthCost>>& costs)
{
    using std::chrono::months;
    std::vector<std::chrono::year_month> known;
    for (const Case c : kCases)
        for (const MonthCost& cost : costs.at(c))
            known.push_back(cost.month);
    std::vector<MonthLine> lines;
    if (known.empty())
        return lines;
    const auto [first, last] = std::ranges::minmax(known);
    for (auto month = first; month <= last; month += months{1}) {
        lines.emplace_back();
        lines.back().month = month;
    }
    return lines;
}

/// The costs of one kind by month in whole dollars that add up to the total that is shown.
void showMonths(std::vector<MonthLine>& lines, PerCase<Money> MonthLine::* kind, const PerCase<Money>& total)
{
    for (const Case c : kCases) {
        std::vector<double> parts;
        for (const MonthLine& line : lines)
            parts.push_back(static_cast<double>((line.*kind).at(c).cents));
        const std::vector<Money> split = splitByLargestRemainder({total.at(c).cents / 100}, parts);
        for (std::size_t i = 0; i < lines.size(); ++i)
            (lines[i].*kind).at(c) = Money::dollars(split[i].cents);
    }
}

/// A refund may make a month's amount, or all of it, less than nothing: each is rounded as it mounts up.
void showActual(std::vector<MonthLine>& lines)
{
    Money exact;
    Money shown;
    for (MonthLine& line : lines) {
        exact += line.actual.likely;
        const Money step = toDollars(exact) - shown;
        line.actual = {step, step, step};
        shown += step;
    }
}

CostTable tableOf(const Plan& plan, GstBasis basis, bool shown)
{
    CostTable table;
    addActualLine(table, plan, shown);
    addPhaseRows(table, plan, shown);
    addRunning(table, plan, shown);
    addRiskLine(table, plan, shown);
    for (const Case c : kCases)
        spreadGst(table.lines, c, !shown || showsCents(plan), [&](const CostLine& line) {
            return basis == GstBasis::price ? line.amount.at(c) : purchasesOf(plan, line, c);
        });
    setShares(table);
    for (const CostLine& line : table.lines) {
        add(sumOfKind(table, line.kind), line);
        add(table.total, line);
    }
    return table;
}

MonthTable monthsOf(const Plan& plan, GstBasis basis, bool shown)
{
    PerCase<std::vector<MonthCost>> costs;
    for (const Case c : kCases)
        costs.at(c) = costByMonth(plan, c);
    MonthTable table{emptyMonths(costs), {}};
    if (table.lines.empty())
        return table;
    for (const Case c : kCases)
        for (const MonthCost& cost : costs.at(c)) {
            const auto at = static_cast<std::size_t>((cost.month - table.lines.front().month).count());
            table.lines[at].labour.at(c) = cost.labour;
            table.lines[at].running.at(c) = cost.running;
            table.lines[at].risks.at(c) = cost.risks;
            table.lines[at].actual.at(c) = cost.actual;
        }
    for (const ActualMonth& month : plan.actual.byMonth)
        table.lines[static_cast<std::size_t>((month.month - table.lines.front().month).count())].actualPurchases =
            month.running;
    const bool toTheCent = !shown || showsCents(plan);
    if (!toTheCent) {
        showMonths(table.lines, &MonthLine::labour, plan.shown.labour);
        showMonths(table.lines, &MonthLine::running, plan.shown.running);
        showMonths(table.lines, &MonthLine::risks, plan.shown.risks);
        showActual(table.lines);
    }
    for (const Case c : kCases) {
        for (MonthLine& line : table.lines)
            line.amount.at(c) = line.actual.at(c) + line.labour.at(c) + line.running.at(c) + line.risks.at(c);
        spreadGst(table.lines, c, toTheCent, [&](const MonthLine& line) {
            return basis == GstBasis::price ? line.amount.at(c)
                                            : line.actualPurchases + line.running.at(c) + line.risks.at(c);
        });
    }
    table.total.month = table.lines.front().month;
    for (const MonthLine& line : table.lines) {
        add(table.total, line);
        for (const Case c : kCases) {
            table.total.labour.at(c) += line.labour.at(c);
            table.total.running.at(c) += line.running.at(c);
            table.total.risks.at(c) += line.risks.at(c);
            table.total.actual.at(c) += line.actual.at(c);
        }
    }
    return table;
}

} // namespace

CostTable costTable(const Plan& plan, GstBasis basis)
{
    return tableOf(plan, basis, false);
}

CostTable shownCostTable(const Plan& plan, GstBasis basis)
{
    return tableOf(plan, basis, true);
}

MonthTable monthTable(const Plan& plan, GstBasis basis)
{
    return monthsOf(plan, basis, false);
}

MonthTable shownMonthTable(const Plan& plan, GstBasis basis)
{
    return monthsOf(plan, basis, true);
}

const MonthLine* dearestMonth(const MonthTable& table, Case which, bool withGst)
{
    const auto charged = [&](const MonthLine& line) { return line.charged(which, withGst); };
    const auto dearest = std::ranges::max_element(table.lines, {}, charged);
    return dearest == table.lines.end() ? nullptr : &*dearest;
}

} // namespace trestle
