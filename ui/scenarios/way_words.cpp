#include "ui/scenarios/way_words.h"

#include "ui/format.h"
#include "ui/scenarios/scenario_words.h"
#include "ui/tr.h"
#include "ui/wording.h"

#include <algorithm>

namespace trestle::waywords {

namespace {

double added(const Way& way)
{
    double sum = 0;
    for (const AddedPerson& person : way.added)
        sum += person.allocation;
    return sum;
}

QString items(std::size_t count)
{
    return count == 1 ? tr("1 item") : tr("%1 items").arg(count);
}

QString percent(double chance)
{
    // A chance is never rounded to certainty.
    constexpr double kNearlySure = 0.99;
    return format::percent(chance < 1 ? std::min(chance, kNearlySure) : chance);
}

} // namespace

QString title(const Way& way)
{
    QStringList parts;
    if (!way.added.empty()) {
        QString part = tr("add %1 like %2").arg(format::fte(added(way)), format::text(way.added.front().copyOf));
        if (way.added.size() > 1)
            part += u' ' + tr("(%1 people)").arg(way.added.size());
        parts += part;
    }
    if (way.start)
        parts += tr("start on %1").arg(format::date(*way.start));
    if (!way.deferred.empty())
        parts += tr("leave %1 for after launch").arg(items(way.deferred.size()));
    return parts.isEmpty() ? tr("The plan as it is") : format::capitalised(parts.join(tr(" and ")));
}

QString scenarioName(const Way& way)
{
    QStringList parts;
    if (!way.added.empty())
        parts += tr("%1 more").arg(format::fte(added(way)));
    if (way.start)
        parts += tr("start %1").arg(format::mediumDate(*way.start));
    if (!way.deferred.empty())
        parts += tr("%1 later").arg(items(way.deferred.size()));
    return format::capitalised(parts.join(tr(", ")).replace(QChar(0x00A0), u' '));
}

QString outcome(const Way& way, int confidence)
{
    return tr("%1 sure by %2 and within %3; %4 chance of date and budget together")
        .arg(format::percent(confidence / 100.0), format::date(way.headline.finishDate),
             format::money(way.headline.total), percent(way.chance));
}

QString difference(const Way& way, const Way& today)
{
    return tr("%1, %2").arg(scenariowords::later(today.headline.finishDate, way.headline.finishDate),
                            scenariowords::dearer(today.headline.total, way.headline.total));
}

QString givesUp(const Plan& plan, const Way& way)
{
    return way.deferred.empty() ? QString() : tr("After launch: %1").arg(wording::nodeTitles(plan, way.deferred));
}

QString unmet(const GoalAnswer& answer, const Goal& goal)
{
    const QString sure = format::percent(goal.confidence / 100.0);
    switch (answer.unmet) {
    case Unmet::no: return {};
    case Unmet::date:
        return tr("No way makes %1 %2 sure, whatever it costs: not with up to three people more, an earlier start "
                  "or fewer items. This comes closest:")
            .arg(format::date(goal.by), sure);
    case Unmet::budget:
        return tr("No way makes %1 enough, %2 sure, however long it takes. This comes closest:")
            .arg(format::money(goal.budget), sure);
    case Unmet::together:
        return tr("Each alone can be met, but no way meets %1 and %2 together, %3 sure: what is faster costs "
                  "more. This comes closest:")
            .arg(format::date(goal.by), format::money(goal.budget), sure);
    }
    return {};
}

QString today(const GoalAnswer& answer, const Goal& goal)
{
    if (answer.metToday)
        return tr("The plan meets this as it is: its chance to be done by %1 within %2 is %3.")
            .arg(format::date(goal.by), format::money(goal.budget), percent(answer.today.chance));
    return tr("As it is, the plan has %1 chance of date and budget together (date %2, budget %3).")
        .arg(percent(answer.today.chance), percent(answer.today.chanceByDate), percent(answer.today.chanceUnderBudget));
}

QString cover(const BudgetCover& cover, Money budget, int confidence)
{
    const QString sure = format::percent(confidence / 100.0);
    const std::size_t all = cover.covered.size() + cover.left.size();
    if (all == 0)
        return tr("Nothing is left to pay for: every item is in place or not needed.");
    if (cover.left.empty())
        return tr("%1 covers the whole plan, %2 sure: done by %3 for %4, with %5 left over.")
            .arg(format::money(budget), sure, format::date(cover.headline.finishDate),
                 format::money(cover.headline.total), format::money(cover.unspent));
    if (cover.covered.empty())
        return tr("%1 does not cover even the first item, %2 sure. The whole plan needs %3.")
            .arg(format::money(budget), sure, format::money(cover.whole.total));
    return tr("%1 covers the first %2 of %3, %4 sure: done by %5 for %6, with %7 left over. The whole plan "
              "needs %8.")
        .arg(format::money(budget))
        .arg(cover.covered.size())
        .arg(items(all), sure, format::date(cover.headline.finishDate), format::money(cover.headline.total),
             format::money(cover.unspent), format::money(cover.whole.total));
}

} // namespace trestle::waywords
