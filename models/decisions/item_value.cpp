#include "models/decisions/item_value.h"

#include <algorithm>
#include <tuple>

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

// Nothing but people holds an item back where no link into it or its phase has a bound after the start.
bool nothingHoldsBack(const Plan& plan, const ItemPlan& item)
{
    const std::string& phase = plan.phases[item.phase].id;
    return std::ranges::none_of(plan.links, [&](const LinkPlan& link) {
        if ((link.to != item.id && link.to != phase) ||
            (link.type != LinkType::finishToStart && link.type != LinkType::startToStart))
            return false;
        const PhasePlan* fromPhase = plan.findPhase(link.from);
        const ItemPlan* fromItem = plan.findItem(link.from);
        const Span& from = fromPhase ? fromPhase->when.likely : fromItem->when.likely;
        const Weeks bound = (link.type == LinkType::finishToStart ? from.finish : from.start) + link.lag;
        return bound > kEpsilon;
    });
}

} // namespace

Result<std::vector<ItemValue>> itemValues(const Plan& plan, const QuestionOptions& options)
{
    const auto base = estimate(plan.catalogue, plan.inputs, options);
    if (!base)
        return std::unexpected(base.error());
    const Headline today = base->headline();

    std::vector<const ItemPlan*> open;
    for (const ItemPlan& item : plan.items)
        if (item.hasWork)
            open.push_back(&item);
    std::vector<ItemValue> values;
    for (const ItemPlan* item : open) {
        Inputs inputs = plan.inputs;
        inputs.items[item->id].state = ItemState::done;
        const auto without = estimate(plan.catalogue, inputs, options);
        if (!without)
            return std::unexpected(without.error());
        const Headline then = without->headline();
        ItemValue value{item->id, today.finish - then.finish, today.total - then.total, false, NoSaving::saves};
        value.canStartNow = nothingHoldsBack(plan, *item);
        value.why = reasonFor(*item, value.weeks);
        values.push_back(std::move(value));
        if (options.progress)
            options.progress(static_cast<double>(values.size()) / static_cast<double>(open.size()));
    }
    std::ranges::stable_sort(values, [](const ItemValue& a, const ItemValue& b) {
        return std::tuple(-a.weeks, -a.cost.cents) < std::tuple(-b.weeks, -b.cost.cents);
    });
    return values;
}

} // namespace trestle
