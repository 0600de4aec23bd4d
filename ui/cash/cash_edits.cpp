#include "ui/cash/cash_edits.h"

#include "models/money_rules.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"

#include <algorithm>

namespace trestle {

namespace {

QString cashProblem(const Error& error, Date start)
{
    if (error.fix.kind == DetailKind::textNotEmpty)
        return tr("Say what it is: a line needs a name.");
    if (error.fix.kind == DetailKind::orderedDays)
        return tr("It ends before it begins.");
    if (error.fix.kind == DetailKind::notBeforeStart)
        return tr("That is before the start, %1: what came before is in the opening cash.")
            .arg(format::mediumDate(start));
    return wording::error(error);
}

} // namespace

QString editCash(PlanDocument& document, const QString& label, const std::function<void(CashPlan&)>& change,
                 const QString& mergeKey)
{
    CashPlan cash = document.inputs().cash;
    change(cash);
    const Date start = document.inputs().start;
    if (const auto ok = checkCash(cash, start); !ok)
        return cashProblem(ok.error(), start);
    document.edit(label, [&](Inputs& inputs) { inputs.cash = cash; }, mergeKey);
    return {};
}

std::string freeLabel(const CashPlan& cash, const QString& label)
{
    const auto isTaken = [&](const std::string& name) {
        const auto isIt = [&](const auto& line) { return line.label == name; };
        return std::ranges::any_of(cash.monthly, isIt) || std::ranges::any_of(cash.once, isIt);
    };
    std::string name = format::utf8(label);
    for (int number = 2; isTaken(name); ++number)
        name = format::utf8(tr("%1 %2").arg(label, format::number(number, 0)));
    return name;
}

} // namespace trestle
