#include "models/actual_rules.h"

#include "models/learning.h"

#include <cmath>

namespace trestle {

namespace {

constexpr double kMostSpent = 1e6; // person-weeks on one item
constexpr std::size_t kMostActualCosts = 20'000;

Result<void> checkDay(const std::optional<Date>& day, Date status, const std::string& where)
{
    if (!day)
        return {};
    if (auto ok = checkPlanDate(*day, where); !ok)
        return ok;
    if (*day > status)
        return fail(ErrorCode::afterStatusDate, isoDate(*day), where, isoDate(status));
    return {};
}

Result<void> checkItem(const std::string& id, const ItemInput& item, Date status)
{
    const ItemActual& actual = item.actual;
    const std::string where = "/items/" + id;
    if (auto ok = checkDay(actual.started, status, where + "/started"); !ok)
        return ok;
    if (auto ok = checkDay(actual.finished, status, where + "/finished"); !ok)
        return ok;
    if (actual.started && actual.finished && *actual.finished < *actual.started)
        return fail(ErrorCode::finishBeforeStart, isoDate(*actual.finished), where + "/finished",
                    isoDate(*actual.started));
    if (actual.spent && !(*actual.spent >= 0 && *actual.spent <= kMostSpent))
        return fail(ErrorCode::invalidValue, numberText(*actual.spent), where + "/spent",
                    {DetailKind::fromTo, {"0", numberText(kMostSpent)}});
    if (actual.left) {
        const auto& [low, likely, high] = *actual.left;
        if (!(low >= 0 && low <= likely && likely <= high && high <= kMostSpent))
            return fail(ErrorCode::invalidEstimate, id, where + "/left");
    }
    const ItemState state = item.progress.state;
    // Of what was dropped it may be known what went into it.
    const bool isBegun = state == ItemState::underWay || state == ItemState::done || state == ItemState::excluded;
    if (actual.any() && !isBegun)
        return fail(ErrorCode::notBegun, id, where);
    if (actual.finished && state == ItemState::underWay)
        return fail(ErrorCode::finishedUnderWay, id, where, isoDate(*actual.finished));
    return {};
}

Result<void> checkBaseline(const Baseline& baseline)
{
    for (const auto& [id, item] : baseline.items)
        if (!(item.effort >= 0))
            return fail(ErrorCode::invalidEstimate, id, "/baseline/items/" + id + "/effort");
    return {};
}

} // namespace

Result<void> checkActuals(const Inputs& inputs)
{
    const Date status = statusDate(inputs);
    for (const auto& [id, item] : inputs.items)
        if (auto ok = checkItem(id, item, status); !ok)
            return ok;
    if (inputs.baseline)
        if (auto ok = checkBaseline(*inputs.baseline); !ok)
            return ok;
    if (inputs.actualCosts.size() > kMostActualCosts)
        return fail(ErrorCode::invalidValue, std::to_string(inputs.actualCosts.size()), "/actualCosts",
                    {DetailKind::fromTo, {"0", std::to_string(kMostActualCosts)}});
    for (std::size_t i = 0; i < inputs.actualCosts.size(); ++i) {
        const ActualCost& cost = inputs.actualCosts[i];
        const std::string where = "/actualCosts/" + std::to_string(i);
        if (auto ok = checkPlanDate(Date{cost.month / std::chrono::day{1}}, where + "/month"); !ok)
            return ok;
        if (cost.month > monthOf(status))
            return fail(ErrorCode::afterStatusDate, isoMonth(cost.month), where + "/month", isoDate(status));
        // A refund is an amount below nothing.
        if (cost.amount > kLargestAmount || Money{} - cost.amount > kLargestAmount)
            return fail(ErrorCode::invalidValue, numberText(cost.amount.inDollars()), where + "/amount",
                        {DetailKind::fromTo,
                         {numberText(-kLargestAmount.inDollars()), numberText(kLargestAmount.inDollars())}});
    }
    return {};
}

} // namespace trestle
