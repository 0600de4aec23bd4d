#include "models/risk/promises.h"

#include "models/plan/shown_costs.h"
#include "models/rounding.h"

#include <algorithm>
#include <array>

namespace trestle {

namespace {

bool isImpossible(Chance chance)
{
    return chance.certain && chance.share <= 0;
}

Chance together(double share, Chance onTime, Chance inBudget)
{
    return {share, (onTime.certain && inBudget.certain) || isImpossible(onTime) || isImpossible(inBudget)};
}

} // namespace

Headline headlineOf(const Plan& plan, const Risk& risk, int confidence)
{
    const double q = probability(confidence);
    Headline headline;
    headline.finish = risk.finishAt(q);
    headline.finishDate = plan.calendar.lastDate(0, headline.finish);
    headline.total = risk.totalAt(q);
    return headline;
}

Headline likelyHeadline(const Plan& plan)
{
    return {plan.finish.likely, plan.finishDate.likely, plan.total.likely};
}

CountableOdds countableOdds(const Risk& risk, int confidence)
{
    CountableOdds odds;
    odds.promise = risk.finishAt(probability(confidence));
    for (std::size_t i = 0; i < CountableOdds::kProjects; ++i) {
        odds.finish[i] = risk.finishAt((static_cast<double>(i) + 0.5) / static_cast<double>(CountableOdds::kProjects));
        if (odds.finish[i] <= odds.promise)
            ++odds.kept;
    }
    return odds;
}

Chance chanceBy(const Plan& plan, const Risk& risk, Date date)
{
    const double share = risk.chanceBy(latestFinishBy(plan.calendar, date));
    const bool varies = risk.finishVaries();
    return {share, !varies || (share <= 0 && date < plan.startDate)};
}

Chance chanceUnder(const Risk& risk, Money budget)
{
    return {risk.chanceUnder(budget), !risk.totalVaries()};
}

Chance chanceOfBoth(const Plan& plan, const Risk& risk, Date date, Money budget)
{
    return together(risk.chanceOfBoth(latestFinishBy(plan.calendar, date), budget), chanceBy(plan, risk, date),
                    chanceUnder(risk, budget));
}

LikelyChance chanceOfLikely(const Plan& plan, const Risk& risk)
{
    const Date date = plan.finishDate.likely;
    // A total that is rounded down to whole dollars is still kept by a run that costs as much.
    const Money total = std::max(plan.total.likely, plan.shown.total.likely);
    return {chanceBy(plan, risk, date), chanceUnder(risk, total), chanceOfBoth(plan, risk, date, total)};
}

TargetChance targetChance(const Plan& plan, const Risk& risk)
{
    TargetChance chance;
    const std::optional<Date>& date = plan.inputs.targetDate;
    const std::optional<Money>& budget = plan.inputs.budget;
    if (date)
        chance.onTime = chanceBy(plan, risk, *date);
    if (budget)
        chance.inBudget = chanceUnder(risk, *budget);
    if (!date || !budget)
        return chance;
    chance.both = chanceOfBoth(plan, risk, *date, *budget);
    const auto rest = [&](double share) { return Chance{std::max(0.0, share), chance.both->certain}; };
    chance.quarters = {*chance.both, rest(chance.onTime->share - chance.both->share),
                       rest(chance.inBudget->share - chance.both->share),
                       rest(1.0 - chance.onTime->share - chance.inBudget->share + chance.both->share)};
    return chance;
}

ToldQuarters told(const TargetChance::Quarters& quarters)
{
    ToldQuarters percents{told(quarters.both), {}, {}, {}};
    const std::array<double, 3> rest{quarters.onTimeOnly.share, quarters.inBudgetOnly.share, quarters.neither.share};
    // The split works on any unit: here a "cent" is a per cent.
    const Money left{rest[0] + rest[1] + rest[2] > 0 ? 100 - percents.both.percent : 0};
    const auto parts = splitByLargestRemainder(left, rest);
    percents.onTimeOnly = told(quarters.onTimeOnly, static_cast<int>(parts[0].cents));
    percents.inBudgetOnly = told(quarters.inBudgetOnly, static_cast<int>(parts[1].cents));
    percents.neither = told(quarters.neither, static_cast<int>(parts[2].cents));
    return percents;
}

Contingency contingency(const Plan& plan, const Risk& risk, int confidence, GstBasis basis)
{
    const Money promise = headlineOf(plan, risk, confidence).total;
    if (promise <= plan.total.likely)
        return {};
    Contingency put{true, promised(promise) - plan.shown.total.likely, {}};
    if (basis == GstBasis::price)
        put.gst = gst(put.amount);
    return put;
}

Money promisedPrice(const Plan& plan, const Risk& risk, int confidence)
{
    const Money promise = promised(headlineOf(plan, risk, confidence).total);
    const Money price = promise + gst(promise);
    return showsCents(plan) ? price : wholeDollars(price);
}

} // namespace trestle
