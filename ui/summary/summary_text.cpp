#include "ui/summary/summary_text.h"

#include "ui/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace trestle {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Summary", text);
}

bool nothingLeft(const Plan& plan)
{
    return plan.effort.high <= kEpsilon;
}

/// Calendar days from the likely finish to the target; negative when it is missed.
int daysToSpare(const Plan& plan, Date finish)
{
    return static_cast<int>((*plan.inputs.targetDate - finish).count());
}

struct Verdict {
    QString value;
    QString spare;
    bool missed = false;
};

Verdict dateVerdict(const Plan& plan)
{
    const int spare = daysToSpare(plan, plan.finishDate.likely);
    if (spare < 0)
        return {tr("%1 late").arg(format::days(-spare)), {}, true};
    return {tr("On time"), spare == 0 ? tr("on the day") : tr("%1 early").arg(format::days(spare)), false};
}

Verdict budgetVerdict(const Plan& plan)
{
    const Money spare = *plan.inputs.budget - plan.total.likely;
    if (spare < Money())
        return {tr("%1 over budget").arg(format::money(Money() - spare)), {}, true};
    return {tr("in budget"), tr("%1 to spare").arg(format::money(spare)), false};
}

QString targetCaption(const Inputs& inputs)
{
    QStringList parts;
    if (inputs.targetDate)
        parts += format::dayMonth(*inputs.targetDate);
    if (inputs.budget)
        parts += format::money(*inputs.budget);
    return tr("Target %1").arg(parts.join(tr(", ")));
}

/// What the high case would do to the target, which the likely plan does not show.
QString highCase(const Plan& plan)
{
    QStringList parts;
    if (plan.inputs.targetDate) {
        const int spare = daysToSpare(plan, plan.finishDate.high);
        parts += spare < 0 ? tr("%1 late").arg(format::days(-spare)) : tr("on time");
    }
    if (plan.inputs.budget) {
        const Money spare = *plan.inputs.budget - plan.total.high;
        parts += spare < Money() ? tr("%1 over budget").arg(format::money(Money() - spare)) : tr("in budget");
    }
    return tr("If everything takes as long as its high estimate: %1.").arg(parts.join(tr(", ")));
}

} // namespace

QString headlineOf(const Plan& plan)
{
    if (nothingLeft(plan))
        return tr("ready for production");
    return tr("by %1, for %2").arg(format::date(plan.finishDate.likely), format::money(plan.total.likely));
}

SummaryText headlineText(const Plan& plan)
{
    if (nothingLeft(plan)) {
        return {tr("Likely"), tr("Ready for production"), tr("nothing is left to build"),
                tr("Every item is in place or not needed.")};
    }
    return {tr("Likely"), headlineOf(plan),
            tr("%1, as early as %2 or as late as %3")
                .arg(format::weeks(plan.finish.likely), format::mediumDate(plan.finishDate.low),
                     format::mediumDate(plan.finishDate.high)),
            tr("When the work is done and what it costs if every item takes its likely effort: labour and running "
               "costs until then, ex GST.")};
}

SummaryText rangeText(const Plan& plan)
{
    return {tr("Low to high"), format::weeksRange(plan.finish.low, plan.finish.high),
            format::moneyRange(plan.total.low, plan.total.high),
            tr("From every item at its low estimate to every item at its high one. Both ends together are very "
               "unlikely.")};
}

SummaryText readinessText(const Plan& plan)
{
    const Readiness& ready = plan.readiness;
    QStringList parts{tr("%1 in place").arg(ready.done)};
    if (ready.partial > 0)
        parts += tr("%1 partly").arg(ready.partial);
    parts += tr("%1 to build").arg(ready.missing);
    const QString share = format::percent(plan.catalogue->prototypeShare.value);
    return {tr("Readiness"), format::percent(ready.fraction), parts.join(tr(", ")),
            tr("A working prototype is %1 of the way; the rest grows with the effort of the items in place. Partly in "
               "place counts half, items that are not needed do not count.")
                .arg(share)};
}

SummaryText targetText(const Plan& plan)
{
    const Inputs& inputs = plan.inputs;
    if (!inputs.targetDate && !inputs.budget) {
        return {tr("Target"), tr("None set"), tr("set a date or a budget"),
                tr("Set a target date and a budget to see whether the plan meets them.")};
    }
    QStringList values;
    QStringList spares;
    bool missed = false;
    const auto add = [&](const Verdict& verdict) {
        values += verdict.value;
        if (!verdict.spare.isEmpty())
            spares += verdict.spare;
        missed = missed || verdict.missed;
    };
    if (inputs.targetDate)
        add(dateVerdict(plan));
    if (inputs.budget)
        add(budgetVerdict(plan));
    QString value = values.join(tr(", "));
    value[0] = value[0].toUpper();
    const QString detail = spares.isEmpty() ? tr("by the likely plan") : spares.join(tr(", "));
    return {targetCaption(inputs), value, detail, tr("The likely plan against your target.") + u' ' + highCase(plan),
            missed};
}

} // namespace trestle
