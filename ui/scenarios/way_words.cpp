#include "ui/scenarios/way_words.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/scenarios/scenario_words.h"

#include <algorithm>
#include <cmath>

namespace trestle::waywords {

namespace {

QString items(std::size_t count)
{
    return count == 1 ? tr("1 item") : tr("%1 items").arg(count);
}

/// "hire two more engineers", "hire one more engineer and one half-time", "hire one more person like Ana".
QString hiring(const std::vector<AddedPerson>& people)
{
    const auto full = std::ranges::count(people, 1.0, &AddedPerson::allocation);
    const auto half = static_cast<std::ptrdiff_t>(people.size()) - full;
    const auto more = [&](std::ptrdiff_t count) {
        if (people.front().isHired())
            return count == 1 ? tr("hire one more engineer") : tr("hire %1 more engineers").arg(inWords(count));
        const QString who = format::text(people.front().copyOf);
        return count == 1 ? tr("hire one more person like %1").arg(who)
                          : tr("hire %1 more people like %2").arg(inWords(count), who);
    };
    if (full == 0)
        return tr("%1, half-time").arg(more(half));
    return half == 0 ? more(full) : tr("%1 and %2 half-time").arg(more(full), inWords(half));
}

/// What a chance is of: "both date and budget", "date, budget and cash".
QString asked(const Goal& goal)
{
    if (goal.cashLasts && goal.marginPercent)
        return tr("date, budget, cash and margin");
    if (goal.cashLasts)
        return tr("date, budget and cash");
    return goal.marginPercent ? tr("date, budget and margin") : tr("both date and budget");
}

/// "20 %", "12.5 %": as it was typed.
QString margin(double percent)
{
    return tr("%1 %").arg(format::number(percent, 1));
}

/// What today's plan is not sure enough of: "miss 28 May 2027", "run out of cash". Where it is sure enough of each
/// alone, any of them.
QStringList missed(const Way& today, const Goal& goal)
{
    QStringList misses;
    QStringList all;
    const auto add = [&](const std::optional<Chance>& chance, const QString& what) {
        if (!chance)
            return;
        all += what;
        if (chance->share < probability(goal.confidence))
            misses += what;
    };
    add(today.chanceByDate, tr("miss %1").arg(format::date(goal.by)));
    add(today.chanceUnderBudget, tr("cost more than %1").arg(format::money(goal.budget)));
    add(today.chanceCashLasts, tr("run out of cash"));
    add(today.chanceOfMargin, tr("leave less than %1 of the price").arg(margin(goal.marginPercent.value_or(0))));
    return misses.isEmpty() ? all : misses;
}

} // namespace

QString inWords(std::ptrdiff_t count)
{
    switch (count) {
    case 1: return tr("one");
    case 2: return tr("two");
    case 3: return tr("three");
    default: return format::number(static_cast<double>(count), 0);
    }
}

QString title(const Way& way)
{
    QStringList parts;
    if (!way.added.empty())
        parts += hiring(way.added);
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
        parts += way.added.size() == 1 ? tr("1 more person") : tr("%1 more people").arg(way.added.size());
    if (way.start)
        parts += tr("start %1").arg(format::mediumDate(*way.start));
    if (!way.deferred.empty())
        parts += tr("%1 later").arg(items(way.deferred.size()));
    return format::capitalised(parts.join(tr(", ")).replace(QChar(0x00A0), u' '));
}

QString outcome(const Way& way, const Goal& goal)
{
    return tr("%1 sure by %2, for %3; %4 chance of meeting %5")
        .arg(format::wholePercent(goal.confidence), format::date(way.headline.finishDate),
             format::promise(way.headline.total), format::chance(way.chance), asked(goal));
}

QString difference(const Way& way, const Way& today)
{
    return tr("%1, %2").arg(scenariowords::later(today.headline.finishDate, way.headline.finishDate),
                            scenariowords::dearer(today.headline.total, way.headline.total, MoneyFrom::runs));
}

QString paid(const Way& way)
{
    if (way.added.empty())
        return {};
    const QString rate = format::money(way.added.front().weeklyRate);
    return way.added.size() == 1 ? tr("Counted at %1 for a full-time week.").arg(rate)
                                 : tr("Each counted at %1 for a full-time week.").arg(rate);
}

QString givesUp(const Plan& plan, const Way& way)
{
    return way.deferred.empty() ? QString() : tr("After launch: %1").arg(wording::nodeTitles(plan, way.deferred));
}

QString unmet(const GoalAnswer& answer, const Goal& goal)
{
    switch (answer.unmet) {
    case Unmet::no: return {};
    case Unmet::date:
        return tr("%1 is too soon, whatever it costs: up to three people more, an earlier start or fewer items don't "
                  "make it.")
            .arg(format::date(goal.by));
    case Unmet::budget: return tr("%1 isn't enough, whatever the date.").arg(format::money(goal.budget));
    case Unmet::cash:
        return tr("The cash doesn't last: up to three people more, an earlier start or items that can wait don't "
                  "change that.");
    case Unmet::margin:
        return tr("There isn't %1 of the price left: up to three people more, an earlier start or items that can wait "
                  "don't change that.")
            .arg(margin(*goal.marginPercent));
    case Unmet::together:
        if (goal.hasConditions())
            return tr("Each of these can be met alone, but not all together.");
        return tr("%1 can be met and %2 can be met, but not both: what is faster costs more.")
            .arg(format::date(goal.by), format::money(goal.budget));
    }
    return {};
}

QString today(const GoalAnswer& answer, const Goal& goal)
{
    if (answer.metToday && !goal.hasConditions())
        return tr("Today's plan meets this: %1 chance of finishing by %2 for no more than %3.")
            .arg(format::chance(answer.today.chance), format::date(goal.by), format::money(goal.budget));
    if (answer.metToday)
        return tr("Today's plan meets this: %1 chance of meeting %2.")
            .arg(format::chance(answer.today.chance), asked(goal));
    return tr("Today's plan would %1 (%2 chance of meeting %3).")
        .arg(missed(answer.today, goal).join(tr(" or ")), format::chance(answer.today.chance), asked(goal));
}

QString laterDate(const NearestDate& nearest, const Goal& goal)
{
    return tr("A later date: %1, within %2").arg(format::date(nearest.by), format::money(goal.budget));
}

QString largerBudget(const NearestBudget& nearest, const Goal& goal)
{
    return tr("A larger budget: %1, by %2").arg(format::promise(nearest.budget), format::date(goal.by));
}

QString moreCash(const NearestCash& nearest)
{
    return tr("More cash: %1 more in the bank at the start").arg(format::promise(nearest.more));
}

QString smallerMargin(const NearestMargin& nearest)
{
    // Down to a tenth: a little more would be less sure.
    return tr("A smaller margin: at least %1 of the price").arg(margin(std::floor(nearest.percent * 10.0) / 10.0));
}

QString lessScope(const Way& way)
{
    return tr("Fewer items: %1").arg(title(way).toLower().left(1) + title(way).mid(1));
}

QString cover(const BudgetCover& cover, Money budget, int confidence)
{
    const QString sure = format::wholePercent(confidence);
    const std::size_t all = cover.covered.size() + cover.left.size();
    if (all == 0)
        return tr("Nothing is left to pay for: every item is in place or not needed.");
    // What is left over says what the covered plan costs: rounded up, its cost could be more than the budget.
    const QString left = format::simulated(cover.unspent);
    if (cover.left.empty())
        return tr("%1 pays for the whole plan, %2 sure: done by %3, with %4 left over.")
            .arg(format::money(budget), sure, format::date(cover.headline.finishDate), left);
    if (cover.covered.empty())
        return tr("%1 does not pay for even the first item, %2 sure. The whole plan needs %3.")
            .arg(format::money(budget), sure, format::promise(cover.whole.total));
    return tr("%1 does not pay for %2 of %3, %4 sure. The rest is done by %5, with %6 left over; the whole plan needs "
              "%7.")
        .arg(format::money(budget))
        .arg(cover.left.size())
        .arg(items(all), sure, format::date(cover.headline.finishDate), left, format::promise(cover.whole.total));
}

} // namespace trestle::waywords
