#include "ui/summary/summary_text.h"

#include "models/plan/target.h"
#include "models/progress/baseline_headline.h"
#include "models/progress/progress_report.h"
#include "models/risk/promises.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/risk/layer_words.h"
#include "ui/scenarios/scenario_words.h"

#include <QStringList>

#include <cmath>
#include <cstdlib>

namespace trestle {

namespace {

/// The promise and the likely plan read alike: "by 14 June 2027, for AUD 173,000".
QString byAndFor(const QString& finish, const QString& total)
{
    return tr("by %1, for %2").arg(finish, total);
}

/// "80", of 100.
QString hundredths(int confidence)
{
    return format::number(confidence, 0);
}

SummaryText textOf(const QString& caption, const QString& value, const QString& detail, const QString& hint)
{
    SummaryText text;
    text.caption = caption;
    text.value = value;
    text.detail = detail;
    text.hint = hint;
    return text;
}

SummaryText nothingLeftText(const Plan& plan)
{
    return textOf(tr("Likely"), nothingLeftTitle(plan),
                  plan.nothingInScope() ? tr("every item is marked as not needed") : tr("nothing is left to build"),
                  nothingLeftReason(plan));
}

/// "Of the likely cost, AUD 120,000 is own time; AUD 61,500 is to be paid out"; empty where all of it is.
QString ownTimeSentence(const Plan& plan)
{
    if (!plan.hasOwnTime())
        return {};
    const Money own = plan.shown.ownTime.likely;
    return u' ' + tr("Of the likely cost, %1 is own time and %2 is to be paid out.")
                      .arg(format::shownMoney(own), format::shownMoney(plan.shown.total.likely - own));
}

QString sureHint(const Plan& plan, const Risk& risk)
{
    const QString sure = hundredths(plan.inputs.confidence);
    QString hint =
        tr("%1 of 100 simulated plans are done by this day, and %1 of 100 cost no more than this: %2, ex GST.")
            .arg(sure, wording::costsCounted(plan.inputs));
    hint += ownTimeSentence(plan);
    if (risk.oneCrewInSeries)
        hint += u' ' + tr("Your team works through one thing after another, so a late week is also a dearer one.");
    if (const QString outside = riskwords::outsideSentence(plan, risk); !outside.isEmpty())
        hint += u' ' + outside;
    QStringList others;
    for (const int confidence : {50, 80, 90})
        if (confidence != plan.inputs.confidence)
            others += tr("%1: %2").arg(wording::sure(confidence), promiseOf(plan, risk, confidence));
    return hint + u'\n' + others.join(u'\n');
}

/// "Estimates alone say 14 June; projects like this usually vary more".
QString outsideDetail(const Plan& plan, const Risk& risk)
{
    const OutsideView& outside = plan.inputs.outsideView;
    if (outside.m == 0 && outside.s == 0)
        return tr("From the estimates alone");
    if (risk.layers.empty())
        return {};
    const double q = probability(plan.inputs.confidence);
    return tr("Estimates alone say %1; projects like this usually vary more")
        .arg(format::dayMonth(plan.calendar.lastDate(0, risk.layers.front().finishAt(q))));
}

/// "Baseline 23 August, AUD 250,000: 4 days later, AUD 6,000 more".
QString baselineDetail(const Plan& plan, const Risk& risk)
{
    const Baseline& baseline = *plan.inputs.baseline;
    const Headline before = headlineOf(baseline, plan.inputs.confidence);
    const Headline now = headlineOf(plan, risk, plan.inputs.confidence);
    const QString promised =
        tr("Baseline %1, %2").arg(format::dayMonth(before.finishDate), format::promise(before.total));
    const QString moved = movedText(deltaOf(before, now));
    return moved.isEmpty() ? tr("%1: kept").arg(promised) : tr("%1: %2").arg(promised, moved);
}

/// What stands below the promise: what it leaves out of account, how it stands to the baseline, or what it rests on.
QString sureDetail(const Plan& plan, const Risk& risk)
{
    QStringList parts;
    if (!plan.inputs.learn && hasBegun(plan.inputs))
        parts += tr("Leaves finished work out of account");
    if (plan.inputs.baseline)
        parts += baselineDetail(plan, risk);
    return parts.isEmpty() ? outsideDetail(plan, risk) : parts.join(tr("; "));
}

QString workingDays(int days)
{
    return days == 1 ? tr("1 working day") : tr("%1 working days").arg(format::number(days, 0));
}

struct SpokenVerdict {
    QString value;
    QString spare;
    bool missed = false;
};

SpokenVerdict dateVerdict(const Plan& plan)
{
    const TargetVerdict verdict = verdictOn(plan, Case::likely, *plan.inputs.targetDate);
    if (verdict.alreadyMet)
        return {tr("Already met"), {}, false};
    const int late = verdict.workingDaysLate;
    if (late > 0)
        return {tr("%1 late").arg(workingDays(late)), {}, true};
    return {tr("On time"), late == 0 ? tr("just in time") : tr("%1 early").arg(workingDays(-late)), false};
}

SpokenVerdict budgetVerdict(const Plan& plan)
{
    const Money over = overBudget(plan, Case::likely, *plan.inputs.budget);
    if (over > Money())
        return {tr("%1 over budget").arg(format::money(over)), {}, true};
    return {tr("in budget"), tr("%1 to spare").arg(format::money(Money() - over)), false};
}

/// "25 Jun, AUD 180,000"; with the year, and no room for the currency, where that is not the likely finish's.
QString targetLine(const Plan& plan)
{
    const auto year = [](Date day) { return std::chrono::year_month_day(day).year(); };
    const Inputs& inputs = plan.inputs;
    const bool sameYear = inputs.targetDate && year(*inputs.targetDate) == year(plan.finishDate.likely);
    QStringList parts;
    if (inputs.targetDate)
        parts += sameYear ? format::shortDate(*inputs.targetDate) : format::mediumDate(*inputs.targetDate);
    if (inputs.budget)
        parts += inputs.targetDate && !sameYear ? format::amount(*inputs.budget) : format::money(*inputs.budget);
    return parts.join(tr(", "));
}

QString targetCaption(const Inputs& inputs)
{
    QStringList parts;
    if (inputs.targetDate)
        parts += format::mediumDate(*inputs.targetDate);
    if (inputs.budget)
        parts += inputs.targetDate ? format::amount(*inputs.budget) : format::money(*inputs.budget);
    return tr("Target %1").arg(parts.join(tr(", ")));
}

/// What the high case would do to the target, which the likely plan does not show.
QString highCase(const Plan& plan)
{
    QStringList parts;
    if (plan.inputs.targetDate) {
        const TargetVerdict verdict = verdictOn(plan, Case::high, *plan.inputs.targetDate);
        parts += verdict.isKept() ? tr("on time") : tr("%1 late").arg(workingDays(verdict.workingDaysLate));
    }
    if (plan.inputs.budget) {
        const Money over = overBudget(plan, Case::high, *plan.inputs.budget);
        parts += over > Money() ? tr("%1 over budget").arg(format::money(over)) : tr("in budget");
    }
    return tr("If everything takes as long as its high estimate: %1.").arg(parts.join(tr(", ")));
}

} // namespace

QString nothingLeftTitle(const Plan& plan)
{
    return plan.nothingInScope() ? tr("Nothing in scope") : tr("Ready for production");
}

QString nothingLeftReason(const Plan& plan)
{
    return plan.nothingInScope() ? tr("Every item is marked as not needed, so there is nothing to estimate.")
                                 : tr("Every item is in place or not needed.");
}

QString oddsText(const CountableOdds& odds)
{
    return tr("%1 of %2 projects\nlike this keep it")
        .arg(format::number(static_cast<double>(odds.kept), 0),
             format::number(static_cast<double>(CountableOdds::kProjects), 0));
}

QString movedText(const HeadlineDelta& change)
{
    QStringList parts;
    if (change.days != 0) {
        const QString time = scenariowords::calendarTime(std::abs(change.days));
        parts += (change.days < 0 ? tr("%1 sooner") : tr("%1 later")).arg(time);
    }
    if (change.total != Money()) {
        const QString amount = format::shownMoney({std::abs(change.total.cents)});
        parts += (change.total < Money() ? tr("%1 less") : tr("%1 more")).arg(amount);
    }
    return parts.join(tr(", "));
}

QString moveEffect(const BestMove& best)
{
    const HeadlineDelta change = deltaOf(best.before, best.after);
    const QString time = movedText({change.days, {}});
    const QString cost =
        best.costsTheSame() || change.total == Money() ? tr("same cost") : movedText({0, change.total});
    return time.isEmpty() ? cost : tr("%1, %2").arg(time, cost);
}

QString moveSentence(const Plan& plan, const BestMove& best)
{
    const QString what = format::capitalised(wording::moveInFull(plan, best.move));
    return best.meetsTarget ? tr("%1: %2, which makes your target %3 sure.")
                                  .arg(what, moveEffect(best), format::wholePercent(plan.inputs.confidence))
                            : tr("%1: %2.").arg(what, moveEffect(best));
}

QString promiseOf(const Plan& plan, const Risk& risk, int confidence)
{
    return promiseText(headlineOf(plan, risk, confidence));
}

QString promiseText(const Headline& headline)
{
    return byAndFor(format::date(headline.finishDate), format::promise(headline.total));
}

QString likelyLine(const Plan& plan)
{
    if (plan.nothingLeft())
        return plan.nothingInScope() ? tr("nothing in scope") : tr("ready for production");
    return byAndFor(format::date(plan.finishDate.likely), format::shownMoney(plan.shown.total.likely));
}

QString headlineInList(const Plan& plan, const Risk* risk)
{
    if (plan.nothingLeft())
        return nothingLeftTitle(plan);
    const int confidence = plan.inputs.confidence;
    return risk ? tr("%1 %2").arg(wording::sure(confidence), promiseOf(plan, *risk, confidence))
                : tr("Likely %1").arg(likelyLine(plan));
}

SummaryText sureText(const Plan& plan, const Risk* risk)
{
    if (plan.nothingLeft())
        return nothingLeftText(plan);
    const int confidence = plan.inputs.confidence;
    SummaryText text = textOf(wording::sure(confidence), {}, {}, tr("Being worked out from simulated plans."));
    text.isAwaited = risk == nullptr;
    if (risk) {
        text.aside = format::weeks(risk->finishAt(probability(confidence)));
        text.value = promiseOf(plan, *risk, confidence);
        text.detail = sureDetail(plan, *risk);
        text.hint = sureHint(plan, *risk);
    }
    return text;
}

SummaryText likelyMeanwhileText(const Plan& plan)
{
    return textOf(tr("Likely, until it is known what is %1").arg(wording::sure(plan.inputs.confidence)),
                  likelyLine(plan), {},
                  tr("The likely plan. What is %1 is being worked out from simulated plans.")
                      .arg(wording::sure(plan.inputs.confidence)));
}

SummaryText likelyText(const Plan& plan, const Risk* risk)
{
    if (plan.nothingLeft())
        return textOf(tr("Likely"), tr("No work left"), nothingLeftText(plan).detail, nothingLeftReason(plan));
    const QString chance =
        risk ? tr("%1 chance").arg(format::chance(chanceOfLikely(plan, *risk).both)) : tr("… chance");
    QString hint = tr("If every item takes its likely effort, the work is done by %1. The cost is %2, ex GST.")
                       .arg(format::date(plan.finishDate.likely), wording::costsCounted(plan.inputs)) +
                   ownTimeSentence(plan);
    if (risk)
        hint += u' ' + tr("Its chance is that of being done by that day for no more than that amount.");
    hint += u' ' + tr("Possible is %1 and %2, from every item at its low estimate to every item at its high one; both "
                      "ends are very unlikely.")
                       .arg(format::weeksRange(plan.finish.low, plan.finish.high),
                            format::shownRange(plan.shown.total.low, plan.shown.total.high));
    return textOf(tr("Likely"),
                  byAndFor(format::mediumDate(plan.finishDate.likely), format::shownMoney(plan.shown.total.likely)),
                  tr("%1, %2").arg(format::weeks(plan.finish.likely), chance), hint);
}

SummaryText headlineText(const Plan& plan)
{
    if (plan.nothingLeft())
        return nothingLeftText(plan);
    return textOf(tr("Likely"), likelyLine(plan),
                  tr("%1, as early as %2 or as late as %3")
                      .arg(format::weeks(plan.finish.likely), format::mediumDate(plan.finishDate.low),
                           format::mediumDate(plan.finishDate.high)),
                  tr("When the work is done and what it costs if every item takes its likely effort: %1, ex GST.")
                      .arg(wording::costsCounted(plan.inputs)));
}

SummaryText rangeText(const Plan& plan)
{
    return textOf(tr("Low to high"), format::weeksRange(plan.finish.low, plan.finish.high),
                  format::shownRange(plan.shown.total.low, plan.shown.total.high),
                  tr("From every item at its low estimate to every item at its high one. Both ends together are very "
                     "unlikely."));
}

SummaryText readinessText(const Plan& plan)
{
    const Readiness& ready = plan.readiness;
    if (plan.nothingInScope())
        return textOf(tr("Readiness"), format::percentIfAny(ready.fraction), tr("nothing in scope"),
                      nothingLeftReason(plan));
    const QString share = format::percent(plan.catalogue->prototypeShare.value);
    SummaryText text =
        textOf(tr("Readiness"), format::percentIfAny(ready.fraction), tr("%1 to build").arg(ready.missing),
               tr("A working prototype is %1 of the way; the rest grows with the effort of the items in place. Partly "
                  "in place counts half, items that are not needed do not count.")
                   .arg(share));
    text.line = tr("%1 in place").arg(ready.done);
    if (ready.partial > 0)
        text.line = tr("%1, %2 partly").arg(text.line).arg(ready.partial);
    if (ready.underWay > 0)
        text.line = tr("%1, %2 begun").arg(text.line).arg(ready.underWay);
    return text;
}

namespace {

SummaryText noTarget()
{
    return textOf(tr("Target"), tr("None set"), tr("set a date or a budget"),
                  tr("Set a target date and a budget to see whether the plan meets them."));
}

/// In time, in budget and both, each as a chance of its own.
QString chancesHint(const Plan& plan, const Risk& risk)
{
    const TargetChance chance = targetChance(plan, risk);
    QStringList lines;
    if (chance.onTime)
        lines += tr("Done by %1: %2").arg(format::date(*plan.inputs.targetDate), format::chance(*chance.onTime));
    if (chance.inBudget)
        lines +=
            tr("For no more than %1: %2").arg(format::money(*plan.inputs.budget), format::chance(*chance.inBudget));
    if (chance.both)
        lines += tr("Both together: %1").arg(format::chance(*chance.both));
    return lines.join(u'\n');
}

} // namespace

SummaryText chanceText(const Plan& plan, const Risk* risk)
{
    const Inputs& inputs = plan.inputs;
    if (!inputs.targetDate && !inputs.budget)
        return noTarget();
    SummaryText text = textOf(tr("Target"), {}, targetLine(plan), tr("Being worked out from simulated plans."));
    text.line = inputs.targetDate && inputs.budget ? tr("chance of meeting both")
                : inputs.targetDate                ? tr("chance of being in time")
                                                   : tr("chance of being in budget");
    if (plan.nothingInScope()) {
        text.value = format::percentIfAny(std::nullopt);
        text.line = tr("nothing in scope");
        text.hint = nothingLeftReason(plan);
        return text;
    }
    text.isAwaited = risk == nullptr;
    if (risk) {
        const Chance met = *targetChance(plan, *risk).ofTarget();
        text.value = format::chance(met);
        text.alarm = met.share < 0.5; // more likely missed than met
        if (met.share <= 0)
            text.line = tr("no simulated plan meets it");
        text.hint = tr("The share of simulated plans that meet the target.") + u'\n' + chancesHint(plan, *risk);
    }
    return text;
}

SummaryText targetText(const Plan& plan)
{
    const Inputs& inputs = plan.inputs;
    if (!inputs.targetDate && !inputs.budget)
        return noTarget();
    QStringList values;
    QStringList spares;
    bool missed = false;
    const auto add = [&](const SpokenVerdict& verdict) {
        values += verdict.value;
        if (!verdict.spare.isEmpty())
            spares += verdict.spare;
        missed = missed || verdict.missed;
    };
    if (inputs.targetDate)
        add(dateVerdict(plan));
    if (inputs.budget)
        add(budgetVerdict(plan));
    const QString value = format::capitalised(values.join(tr(", ")));
    const QString detail = spares.isEmpty() ? tr("by the likely plan") : spares.join(tr(", "));
    SummaryText text = textOf(targetCaption(inputs), value, detail,
                              tr("The likely plan against your target.") + u' ' + highCase(plan));
    text.alarm = missed;
    return text;
}

} // namespace trestle
