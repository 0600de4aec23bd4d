#include "ui/charts/spend_words.h"

#include "models/plan/cost.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/gantt/time_axis.h"

#include <cmath>

namespace trestle::spendwords {

namespace {

using Band = SpendFigures::Band;

Money asMoney(double dollars)
{
    return Money::rounded(dollars);
}

/// What the step after the finish is.
QString afterLaunch(const Plan& plan)
{
    const Money after = costAfterLaunch(plan, Case::likely);
    const int months = plan.inputs.monthsAfterLaunch;
    if (after == Money{})
        return {};
    const QString amount = format::money(after);
    return u'\n' + (months == 1 ? tr("step: %1 for a month after the finish").arg(amount)
                                : tr("step: %1 for %2 months after the finish").arg(amount).arg(months));
}

QString bandText(Band band)
{
    // The same while it is awaited, so that nothing moves when it comes.
    return band == Band::Cases ? tr("pale: from the low to the high plan") : tr("pale: 8 of 10 projects like this");
}

QString possible(const SpendReading& at, Band band)
{
    const Money least = asMoney(at.least);
    const Money most = asMoney(at.most);
    switch (band) {
    case Band::Awaited: return tr("8 of 10 plans: …");
    case Band::Simulated: return tr("8 of 10 plans: %1").arg(format::promiseAmountRange(least, most));
    case Band::Cases: break;
    }
    return tr("%1 possible").arg(format::amountRange(least, most));
}

/// What the lines of the past and of the baseline are.
QString linesText(const Plan& plan, const SpendFigures& figures)
{
    QString text;
    if (!figures.actual.empty())
        text += u'\n' + tr("thick: spent so far");
    if (!figures.baseline.empty())
        text += u'\n' + tr("thin: baseline “%1”").arg(format::text(plan.inputs.baseline->name));
    return text;
}

/// The working day that ends at a moment, plan time.
Date dayBy(const Plan& plan, const SpendFigures& figures, Weeks at)
{
    if (at > 0)
        return plan.calendar.lastDate(0, at);
    const TimeAxis axis = TimeAxis::ofPlan(plan, 1);
    return axis.dateAt(axis.xOfWeek(figures.planStart + at) - 0.5 / kWorkingDaysPerWeek);
}

QString promisedText(const SpendFigures& figures, Date day)
{
    if (figures.promised.empty())
        return {};
    return tr(",\nbaseline %1").arg(format::money(asMoney(spentBy(figures.promised, day))));
}

/// When the plan goes beyond its budget.
QString budgetText(const SpendFigures& figures, Money limit)
{
    const double budget = limit.inDollars();
    const auto week = [&](Weeks at) { return format::number(std::ceil(at + figures.planStart - 1e-6), 0); };
    if (const auto beyond = figures.plain.likelyBeyond(budget))
        return tr("The likely plan goes beyond the budget of %1 in week %2.").arg(format::money(limit), week(*beyond));
    if (const auto worst = figures.plain.mostBeyond(budget))
        return tr("The likely plan keeps to the budget of %1; the dearest goes beyond it in week %2.")
            .arg(format::money(limit), week(*worst));
    return tr("No case goes beyond the budget of %1.").arg(format::money(limit));
}

} // namespace

QString legend(const Plan& plan, const SpendFigures& figures)
{
    if (plan.total.high <= Money{})
        return tr("Nothing left to spend.");
    const QString budget =
        plan.inputs.budget ? tr("dashed: budget %1").arg(format::amount(*plan.inputs.budget)) : tr("no budget set");
    return bandText(figures.band) + linesText(plan, figures) + u'\n' + budget + afterLaunch(plan);
}

QString reading(const Plan& plan, const SpendFigures& figures, Weeks at)
{
    const Date day = dayBy(plan, figures, at);
    const bool isPast = at <= 0 && !figures.actual.empty();
    const QString when =
        at <= 0 && !isPast ? tr("at the start")
                           : tr("week %1, by %2").arg(format::number(at + figures.planStart), format::mediumDate(day));
    if (isPast)
        return tr("%1:\n%2 spent").arg(when, format::money(asMoney(spentAt(plan, figures, at)))) +
               promisedText(figures, day);
    const double likely = figures.plain.at(at).likely;
    return tr("%1:\n%2 likely,\n%3")
               .arg(when, format::money(asMoney(likely)), possible(figures.series.at(at), figures.band)) +
           promisedText(figures, day);
}

double spentAt(const Plan& plan, const SpendFigures& figures, Weeks at)
{
    // Up to the next working day: what is spent on days off is spent by then.
    const TimeAxis axis = TimeAxis::ofPlan(plan, 1);
    return spentBy(figures.spent, axis.dateAt(axis.xOfWeek(figures.planStart + at)) - std::chrono::days(1));
}

QString status(const Plan& plan)
{
    if (!plan.actual.any())
        return {};
    return tr("%1: %2 spent").arg(format::shortDate(statusDate(plan.inputs)), format::amount(plan.actual.total()));
}

QString description(const Plan& plan, const SpendFigures& figures)
{
    const auto reaches = [&](Case c) {
        return tr("AUD %1, done by %2")
            .arg(format::shownAmount(plan.shown.total.at(c)), format::mediumDate(plan.finishDate.at(c)));
    };
    QString text;
    if (!figures.actual.empty())
        text = tr("By %1 %2 was spent. ")
                   .arg(format::mediumDate(statusDate(plan.inputs)), format::money(plan.actual.total()));
    text += tr("The likely plan spends %1; the low plan %2, the high plan %3.")
                .arg(reaches(Case::likely), reaches(Case::low), reaches(Case::high));
    if (figures.band == Band::Simulated && !figures.series.points().empty()) {
        const SpendReading& end = figures.series.points().back();
        text += u' ' + tr("8 of 10 simulated plans spend AUD %1 in the end.")
                           .arg(format::promiseAmountRange(asMoney(end.least), asMoney(end.most)));
    }
    if (const auto& baseline = plan.inputs.baseline; baseline && !figures.baseline.empty())
        text += u' ' + tr("The baseline “%1” promised %2 by %3.")
                           .arg(format::text(baseline->name), format::money(baseline->total),
                                format::mediumDate(baseline->finish));
    if (plan.inputs.budget)
        text += u' ' + budgetText(figures, *plan.inputs.budget);
    return text;
}

} // namespace trestle::spendwords
