#include "models/decisions/item_value.h"

#include "models/decisions/item_screening.h"
#include "models/plan/next_item.h"
#include "models/risk/nearby_runs.h"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace trestle {

namespace {

NoSaving reasonFor(const ItemPlan& item, Weeks saved)
{
    if (saved >= kNoticeable)
        return NoSaving::saves;
    if (!item.drivesFinish)
        return NoSaving::othersDrive;
    return item.effort.likely >= 2 * kNoticeable ? NoSaving::orderShifts : NoSaving::tooSmall;
}

void sortByWorth(std::span<ItemValue> values)
{
    std::ranges::stable_sort(values, [](const ItemValue& a, const ItemValue& b) {
        return std::tuple(-a.weeks, -a.cost.cents) < std::tuple(-b.weeks, -b.cost.cents);
    });
}

std::vector<std::uint32_t> openItems(const Plan& plan)
{
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < plan.items.size(); ++i)
        if (plan.items[i].mayHaveWork())
            open.push_back(i);
    return open;
}

ItemValue valueOf(const Plan& plan, const ItemPlan& item, const Delta& saved, bool isRough)
{
    return {item.id, saved.weeks, saved.cost, canStartNow(plan, item), reasonFor(item, saved.weeks), isRough};
}

// Most worth first.
Result<std::vector<ItemValue>> screened(const Plan& plan, const std::vector<double>& finish,
                                        const QuestionOptions& options)
{
    const std::vector<std::uint32_t> open = openItems(plan);
    const auto saved = screenItems(plan, open, finish, options);
    if (!saved)
        return std::unexpected(saved.error());
    std::vector<ItemValue> values;
    for (std::size_t n = 0; n < open.size(); ++n)
        values.push_back(valueOf(plan, plan.items[open[n]], (*saved)[n], true));
    sortByWorth(values);
    return values;
}

// As if nothing of an item were left. What is under way stays so: finished with the time that it has taken so far, it
// would say that the rest goes as fast.
Inputs withoutItem(Inputs inputs, const std::string& item)
{
    if (stateOf(inputs, item) == ItemState::underWay)
        inputs.items[item].actual.left = ThreePoint{};
    else
        setState(inputs, item, ItemState::done);
    return inputs;
}

// In place of what is rough: what all runs say. Of a large plan most runs need no schedule for that.
Result<void> workOut(const Plan& plan, const Risk& known, std::span<ItemValue> values, const QuestionOptions& options)
{
    const int confidence = plan.inputs.confidence;
    const Headline today = headlineOf(plan, known, confidence);
    std::optional<NearbyRuns> nearby;
    if (plan.items.size() > kItemsInFull)
        nearby.emplace(known);
    double done = 0;
    for (ItemValue& value : values) {
        const Inputs inputs = withoutItem(plan.inputs, value.id);
        Delta saved;
        if (nearby) {
            const auto without = makePlan(plan.catalogue, inputs);
            if (!without)
                return std::unexpected(without.error());
            const auto then = nearby->of(*without, probability(confidence), simulationOf(options));
            if (!then)
                return std::unexpected(then.error());
            saved = {today.finish - then->finish, today.total - Money::rounded(then->total)};
        } else {
            const auto without = estimate(plan.catalogue, inputs, options);
            if (!without)
                return std::unexpected(without.error());
            saved = today - without->headlineAt(confidence);
        }
        value = valueOf(plan, *plan.findItem(value.id), saved, false);
        if (options.progress)
            options.progress(++done / static_cast<double>(values.size()));
    }
    sortByWorth(values);
    return {};
}

} // namespace

Result<std::vector<ItemValue>> itemValues(const Plan& plan, const QuestionOptions& options, std::size_t best)
{
    const auto today = ownRisk(plan, options);
    if (!today)
        return std::unexpected(today.error());
    std::vector<ItemValue> values;
    for (const std::uint32_t item : openItems(plan))
        values.push_back(valueOf(plan, plan.items[item], {}, true));
    std::size_t inFull = values.size();
    if (values.size() > kItemsInFull) {
        auto rough = screened(plan, (*today)->finish, options);
        if (!rough)
            return rough;
        values = std::move(*rough);
        inFull = std::min(best, values.size());
    }
    if (auto ok = workOut(plan, **today, std::span(values).first(inFull), options); !ok)
        return std::unexpected(ok.error());
    std::ranges::stable_sort(values, {},
                             [](const ItemValue& value) { return std::pair(value.isRough, !value.canStartNow); });
    return values;
}

Result<std::vector<ItemValue>> roughItemValues(const Plan& plan, const QuestionOptions& options)
{
    const auto today = ownRisk(plan, options);
    if (!today)
        return std::unexpected(today.error());
    return screened(plan, (*today)->finish, options);
}

} // namespace trestle
