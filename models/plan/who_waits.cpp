#include "models/plan/who_waits.h"

#include <algorithm>

namespace trestle {

const ItemPlan* firstToStart(const Plan& plan, const PhasePlan& phase)
{
    const ItemPlan* first = nullptr;
    for (std::size_t i = 0; i < phase.itemCount; ++i) {
        const ItemPlan& item = plan.items[phase.firstItem + i];
        if (item.hasWork && (!first || item.when.likely.start < first->when.likely.start))
            first = &item;
    }
    return first;
}

WaitReason waitOf(const Plan& plan, const PhasePlan& phase)
{
    const ItemPlan* first = firstToStart(plan, phase);
    return first ? first->waitsFor : WaitReason{};
}

std::string_view itemWaitedFor(const ItemPlan& item)
{
    const WaitReason& wait = item.waitsFor;
    if (!item.hasWork)
        return {};
    if (wait.kind == WaitKind::person && wait.on.size() > 1)
        return wait.on[1];
    if (wait.kind == WaitKind::place && !wait.on.empty())
        return wait.on[0];
    return {};
}

std::string_view itemWaitedFor(const Plan& plan, std::string_view node)
{
    const ItemPlan* item = plan.findItem(node);
    if (!item)
        if (const PhasePlan* phase = plan.findPhase(node))
            item = firstToStart(plan, *phase);
    return item ? itemWaitedFor(*item) : std::string_view();
}

std::vector<std::string> heldUpBy(const Plan& plan, const ItemPlan& item)
{
    std::vector<std::string> held;
    const auto add = [&](const std::string& id) {
        if (std::ranges::find(held, id) == held.end())
            held.push_back(id);
    };
    for (const LinkPlan& link : plan.links)
        if (link.from == item.id)
            add(link.to);
    for (const ItemPlan& other : plan.items)
        if (itemWaitedFor(other) == item.id)
            add(other.id);
    return held;
}

} // namespace trestle
