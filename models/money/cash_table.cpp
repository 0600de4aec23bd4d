#include "models/money/cash_table.h"

#include "models/plan/actual_costs.h"
#include "models/plan/cost.h"

#include <algorithm>
#include <numeric>

namespace trestle {

namespace {

using std::chrono::year_month;

Money sumOf(const std::vector<Money>& amounts)
{
    return std::accumulate(amounts.begin(), amounts.end(), Money{});
}

Date endOf(year_month month)
{
    return Date{month / std::chrono::last};
}

/// What a running cost has come to by the end of a month.
Money runningBy(const Plan& plan, const RunningCostPlan& cost, year_month month)
{
    const auto days = std::max<std::int64_t>((endOf(month) - cost.from.likely).count() + 1, 0);
    const Money exGst = Money::rounded(static_cast<double>(days) / kDaysPerMonth * cost.monthly.likely);
    return plan.inputs.gstRegistered ? exGst : exGst + gst(exGst);
}

Money inMonth(const MonthlyLine& line, year_month month)
{
    const Date day = endOf(month);
    return line.from <= day && (!line.to || day <= *line.to) ? line.amount : Money{};
}

CashMonth cashMonth(const Plan& plan, year_month month, Money first)
{
    CashMonth cash;
    cash.month = month;
    cash.first = first;
    for (const RunningCostPlan& cost : plan.running)
        cash.running.push_back(runningBy(plan, cost, month - std::chrono::months{1}) - runningBy(plan, cost, month));
    for (const auto& [date, amount] : riskSpending(plan, Case::likely))
        if (monthOf(date) == month)
            cash.risks -= amount;
    for (const MonthlyLine& line : plan.inputs.cash.monthly)
        cash.monthly.push_back(inMonth(line, month));
    for (const OneOff& line : plan.inputs.cash.once)
        cash.once.push_back(monthOf(line.date) == month ? line.amount : Money{});
    return cash;
}

void closeMonth(CashMonth& cash)
{
    cash.last = cash.first + cash.invoices + cash.spent + cash.team + cash.risks + sumOf(cash.running) +
                sumOf(cash.monthly) + sumOf(cash.once);
}

} // namespace

CashTable cashTable(const Plan& plan, std::span<const Payment> invoices)
{
    CashTable table;
    const year_month start = monthOf(plan.inputs.start);
    const year_month launch = std::max(monthOf(plan.finishDate.likely), start);
    const year_month horizon = launch + std::chrono::months{plan.inputs.cash.bufferMonths};
    const std::vector<MonthMoney> labour = paidLabourByMonth(plan, Case::likely);
    const std::vector<MonthMoney> paid = paidByMonth(plan);
    Money balance = plan.inputs.cash.opening.value_or(Money{});
    for (year_month month = start; month <= horizon; month += std::chrono::months{1}) {
        CashMonth cash = cashMonth(plan, month, balance);
        if (const auto found = std::ranges::find(labour, month, &MonthMoney::month); found != labour.end())
            cash.team -= found->amount;
        for (const MonthMoney& spent : paid)
            if (spent.month == month)
                cash.spent -= spent.amount;
        for (const Payment& payment : invoices)
            if (monthOf(payment.due) == month)
                cash.invoices += payment.exGst;
        closeMonth(cash);
        balance = cash.last;
        if (month == launch)
            table.launch = table.months.size();
        if (balance < Money{} && !table.firstBelowZero)
            table.firstBelowZero = month;
        table.deficit = std::max(table.deficit, Money{} - balance);
        table.months.push_back(std::move(cash));
    }
    const auto toLaunch = table.months.begin() + static_cast<std::ptrdiff_t>(table.launch) + 1;
    table.lowest = std::ranges::min_element(table.months.begin(), toLaunch, {}, &CashMonth::last)->last;
    return table;
}

} // namespace trestle
