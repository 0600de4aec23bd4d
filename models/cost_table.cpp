#include "models/cost_table.h"

#include <algorithm>

namespace trestle {

namespace {

/// GST on the sum of the taxable amounts, rounded once, split over the lines.
template <class Line, class Taxable>
Money spreadGst(std::vector<Line>& lines, Case which, Taxable taxable)
{
    Money base;
    std::vector<double> parts;
    parts.reserve(lines.size());
    for (const Line& line : lines) {
        const Money amount = taxable(line);
        base += amount;
        parts.push_back(static_cast<double>(amount.cents));
    }
    const Money total = gst(base);
    const std::vector<Money> split = splitByLargestRemainder(total, parts);
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].gst.at(which) = split[i];
    return total;
}

void add(CostAmounts& sum, const CostAmounts& line)
{
    for (const Case c : kCases) {
        sum.amount.at(c) += line.amount.at(c);
        sum.gst.at(c) += line.gst.at(c);
    }
}

void addPhaseRows(CostTable& table, const Plan& plan)
{
    for (std::size_t p = 0; p < plan.phases.size(); ++p) {
        CostLine line;
        line.index = p;
        line.amount = plan.phases[p].cost;
        table.lines.push_back(line);
    }
}

void addRunning(CostTable& table, const Plan& plan)
{
    for (std::size_t r = 0; r < plan.running.size(); ++r) {
        CostLine line;
        line.kind = CostLineKind::running;
        line.index = r;
        line.amount = plan.running[r].cost;
        table.lines.push_back(line);
    }
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

} // namespace

CostTable costTable(const Plan& plan, GstBasis basis)
{
    CostTable table;
    addPhaseRows(table, plan);
    addRunning(table, plan);
    for (const Case c : kCases)
        spreadGst(table.lines, c, [&](const CostLine& line) {
            return basis == GstBasis::price || line.kind == CostLineKind::running ? line.amount.at(c) : Money{};
        });
    setShares(table);
    for (const CostLine& line : table.lines) {
        add(line.kind == CostLineKind::running ? table.running : table.labour, line);
        add(table.total, line);
    }
    return table;
}

MonthTable monthTable(const Plan& plan, GstBasis basis)
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
            MonthLine& line = table.lines[at];
            line.labour.at(c) = cost.labour;
            line.running.at(c) = cost.running;
            line.amount.at(c) = cost.total();
        }
    for (const Case c : kCases)
        spreadGst(table.lines, c, [&](const MonthLine& line) {
            return basis == GstBasis::price ? line.amount.at(c) : line.running.at(c);
        });
    table.total.month = table.lines.front().month;
    for (const MonthLine& line : table.lines) {
        add(table.total, line);
        for (const Case c : kCases) {
            table.total.labour.at(c) += line.labour.at(c);
            table.total.running.at(c) += line.running.at(c);
        }
    }
    return table;
}

} // namespace trestle
