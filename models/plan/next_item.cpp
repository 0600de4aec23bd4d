#include "models/plan/next_item.h"

#include <algorithm>

namespace trestle {

bool canStartNow(const Plan& plan, const ItemPlan& item)
{
    const std::string& phase = plan.phases[item.phase].id;
    return std::ranges::none_of(plan.links, [&](const LinkPlan& link) {
        if ((link.to != item.id && link.to != phase) ||
            (link.type != LinkType::finishToStart && link.type != LinkType::startToStart))
            return false;
        const PhasePlan* fromPhase = plan.findPhase(link.from);
        const ItemPlan* fromItem = plan.findItem(link.from);
        const Span& from = fromPhase ? fromPhase->when.likely : fromItem->when.likely;
        const Weeks bound =
            (link.type == LinkType::finishToStart ? from.finish : from.start) + (from.hasWork ? link.lag : Weeks{});
        return bound > kEpsilon;
    });
}

std::optional<NextItem> nextItem(const Plan& plan)
{
    const ItemPlan* next = nullptr;
    for (const std::uint32_t number : plan.order) {
        const ItemPlan& item = plan.items[number];
        if (item.hasWork && (!next || item.when.likely.start < next->when.likely.start - kEpsilon) &&
            canStartNow(plan, item))
            next = &item;
    }
    if (!next)
        return std::nullopt;
    const Span& when = next->when.likely;
    return NextItem{next->id, peopleOn(*next), plan.calendar.startDate(when.start),
                    plan.calendar.lastDate(when.start, when.finish)};
}

} // namespace trestle
