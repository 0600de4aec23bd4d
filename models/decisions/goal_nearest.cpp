#include "models/decisions/goal_nearest.h"

#include <functional>
#include <utility>

namespace trestle {

namespace {

// Calls `take` with what one limit has to be for the way that gets by with the nearest, and that way: by few runs to
// see which way gets nearest, then by all.
template <class Limit, class Take>
Result<void> moveLimit(GoalTrial& trial, std::optional<Limit> GoalTrial::Limits::* limit, auto nearer, Take take)
{
    std::optional<std::pair<Limit, Way>> nearest;
    trial.eachTried([&](const Way& way, const GoalTrial::Limits& limits) {
        if (limits.*limit && (!nearest || nearer(*(limits.*limit), nearest->first)))
            nearest = {*(limits.*limit), way};
    });
    if (!nearest)
        return {};
    const auto way = trial.assess(nearest->second, GoalTrial::Runs::all);
    if (!way)
        return std::unexpected(way.error());
    if (const auto& value = trial.limits().*limit)
        take(*value, *way);
    return {};
}

} // namespace

Result<void> findNearest(const Goal& goal, GoalTrial& trial, GoalAnswer& answer)
{
    std::optional<Way> likeliest;
    const double sure = probability(goal.confidence);
    const auto isSure = [&](const std::optional<Chance>& chance) { return !chance || chance->share >= sure; };
    bool dateCan = false;
    bool budgetCan = false;
    bool cashCan = false;
    bool marginCan = false;
    trial.eachTried([&](const Way& way, const GoalTrial::Limits&) {
        dateCan = dateCan || isSure(way.chanceByDate);
        budgetCan = budgetCan || isSure(way.chanceUnderBudget);
        cashCan = cashCan || isSure(way.chanceCashLasts);
        marginCan = marginCan || isSure(way.chanceOfMargin);
        if (!likeliest || way.chance.share > likeliest->chance.share)
            likeliest = way;
    });
    answer.unmet = !dateCan     ? Unmet::date
                   : !budgetCan ? Unmet::budget
                   : !cashCan   ? Unmet::cash
                   : !marginCan ? Unmet::margin
                                : Unmet::together;
    auto closest = trial.assess(*likeliest, GoalTrial::Runs::all);
    if (!closest)
        return std::unexpected(closest.error());
    answer.closest = std::move(*closest);

    if (auto ok = moveLimit(trial, &GoalTrial::Limits::by, std::less{},
                            [&](Date by, const Way& way) {
                                if (by > goal.by)
                                    answer.laterDate = {by, way};
                            });
        !ok)
        return ok;
    if (auto ok = moveLimit(trial, &GoalTrial::Limits::budget, std::less{},
                            [&](Money budget, const Way& way) {
                                if (budget > goal.budget)
                                    answer.largerBudget = {budget, way};
                            });
        !ok)
        return ok;
    if (auto ok = moveLimit(trial, &GoalTrial::Limits::moreCash, std::less{},
                            [&](Money more, const Way& way) {
                                if (more > Money{})
                                    answer.moreCash = {more, way};
                            });
        !ok)
        return ok;
    return moveLimit(trial, &GoalTrial::Limits::marginPercent, std::greater{}, [&](double percent, const Way& way) {
        if (percent >= 0 && percent < goal.marginPercent)
            answer.smallerMargin = {percent, way};
    });
}

} // namespace trestle
