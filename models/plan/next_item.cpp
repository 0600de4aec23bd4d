#include "models/plan/next_item.h"

#include <algorithm>

namespace trestle {

namespace {

/// From when on a link lets a node with work start.
Weeks boundOf(const LinkPlan& link, const Span& from, const Happened& before)
{
    const bool fromStart = link.type == LinkType::startToStart;
    const std::optional<Weeks> actual = fromStart ? before.start : from.hasWork ? std::nullopt : before.finish;
    if (actual)
        return *actual + link.lag;
    return (fromStart ? from.start : from.finish) + (from.hasWork ? link.lag : Weeks{});
}

} // namespace

bool canStartNow(const Plan& plan, const ItemPlan& item)
{
    if (item.happened.any())
        return true;
    const std::string& phase = plan.phases[item.phase].id;
    return std::ranges::none_of(plan.links, [&](const LinkPlan& link) {
        if ((link.to != item.id && link.to != phase) ||
            (link.type != LinkType::finishToStart && link.type != LinkType::startToStart))
            return false;
        const PhasePlan* fromPhase = plan.findPhase(link.from);
        const ItemPlan* fromItem = plan.findItem(link.from);
        return (fromPhase ? boundOf(link, fromPhase->when.likely, fromPhase->happened)
                          : boundOf(link, fromItem->when.likely, fromItem->happened)) > kEpsilon;
    });
}

std::optional<NextItem> nextItem(const Plan& plan)
{
    const auto isBefore = [](const ItemPlan& a, const ItemPlan& b) {
        return a.happened.any() != b.happened.any() ? b.happened.any()
                                                    : a.when.likely.start < b.when.likely.start - kEpsilon;
    };
    const ItemPlan* next = nullptr;
    for (const std::uint32_t number : plan.order) {
        const ItemPlan& item = plan.items[number];
        if (item.hasWork && (!next || isBefore(item, *next)) && canStartNow(plan, item))
            next = &item;
    }
    if (!next)
        return std::nullopt;
    const Span& when = next->when.likely;
    return NextItem{next->id, peopleOn(*next), plan.calendar.startDate(when.start),
                    plan.calendar.lastDate(when.start, when.finish)};
}

} // namespace trestle
