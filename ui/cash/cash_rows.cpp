#include "ui/cash/cash_rows.h"

#include "models/money/shown_cash.h"
#include "models/money_rules.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/cash/cash_words.h"

#include <algorithm>
#include <functional>

namespace trestle {

CashRows cashRows(const Plan& plan, const CashTable& likely)
{
    const CashTable table = shownCash(likely);
    CashRows all;
    for (const CashMonth& month : table.months)
        all.months.push_back(month.month);
    const auto add = [&](CashRow row, const std::function<Money(const CashMonth&)>& amount) {
        for (const CashMonth& month : table.months)
            row.amounts.push_back(amount(month));
        const bool isEmpty = std::ranges::all_of(row.amounts, [](Money paid) { return paid == Money{}; });
        if (row.kind != CashRow::Kind::Line || row.own || row.isKept || !isEmpty)
            all.rows.push_back(std::move(row));
    };
    using enum CashRow::Kind;
    const QString fromPlan = tr("from the plan");
    add({First, tr("On the first of the month"), {}, {}, {}}, &CashMonth::first);
    if (isInvoiced(plan.inputs))
        add({Line, tr("Invoices"), tr("from the price, ex GST"), {}, {}, true}, &CashMonth::invoices);
    add({Line, tr("Spent so far"), plan.actual.fromBooks ? tr("from the books") : tr("from recorded work"), {}, {}},
        &CashMonth::spent);
    add({Line, tr("Team"), fromPlan, {}, {}}, &CashMonth::team);
    for (std::size_t i = 0; i < plan.running.size(); ++i)
        add({Line, format::text(plan.running[i].title), fromPlan, {}, {}},
            [i](const CashMonth& month) { return month.running[i]; });
    add({Line, tr("Risks"), fromPlan, {}, {}}, &CashMonth::risks);
    const CashPlan& cash = plan.inputs.cash;
    for (std::size_t i = 0; i < cash.monthly.size(); ++i)
        add({Line,
             format::text(cash.monthly[i].label),
             cashwords::rule(cash.monthly[i]),
             OwnLine{OwnLine::Kind::Monthly, i},
             {}},
            [i](const CashMonth& month) { return month.monthly[i]; });
    for (std::size_t i = 0; i < cash.once.size(); ++i)
        add({Line,
             format::text(cash.once[i].label),
             cashwords::rule(cash.once[i]),
             OwnLine{OwnLine::Kind::Once, i},
             {}},
            [i](const CashMonth& month) { return month.once[i]; });
    add({Last, tr("At the end of the month"), {}, {}, {}}, &CashMonth::last);
    return all;
}

} // namespace trestle
