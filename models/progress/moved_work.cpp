#include "models/progress/moved_work.h"

#include "models/learning.h"

#include <algorithm>

namespace trestle {

namespace {

bool isProjectWork(ItemState state)
{
    return state != ItemState::done && state != ItemState::excluded;
}

/// What stood in the plan then and would not by the conditions of now.
void addConditionsOfThen(const Plan& plan, Inputs& inputs)
{
    for (const auto& [id, promised] : plan.inputs.baseline->items)
        if (const Item* item = findItem(*plan.catalogue, id); item && !item->condition.empty())
            inputs.profile.conditions.insert(item->condition);
}

} // namespace

Inputs inputsOfThen(const Plan& plan)
{
    const Baseline& baseline = *plan.inputs.baseline;
    Inputs inputs = plan.inputs;
    inputs.baseline.reset();
    inputs.actualCosts.clear();
    inputs.scopes.clear(); // what is offered apart is excluded, as its state says below
    inputs.asOf.reset();
    if (baseline.taken > inputs.start)
        inputs.asOf = baseline.taken;
    for (auto& [id, item] : inputs.items) {
        const auto then = baseline.items.find(id);
        item.progress.state = then == baseline.items.end() ? ItemState::excluded : then->second.state;
        const std::optional<double> spent = item.actual.spent;
        item.actual = {};
        if (item.progress.state == ItemState::done)
            item.actual.spent = spent; // which said something of the rest then
    }
    for (const auto& [id, then] : baseline.items)
        if (findItem(*plan.catalogue, id))
            inputs.items[id].progress.state = then.state;
    addConditionsOfThen(plan, inputs);
    return inputs;
}

MovedWork::MovedWork(const Plan& plan) : m_plan(plan), m_then(remainingWork(*plan.catalogue, inputsOfThen(plan)))
{
    for (const auto& [id, promised] : plan.inputs.baseline->items)
        m_items[id] = {promised.state, promised.effort};
}

double MovedWork::effort() const
{
    double sum = 0;
    for (const auto& [id, item] : m_items)
        sum += item.effort;
    return sum;
}

double MovedWork::effortOf(std::size_t phase) const
{
    double sum = 0;
    for (const ScopeItem& entry : m_then.items)
        if (entry.phase == phase)
            if (const auto item = m_items.find(entry.item->id); item != m_items.end())
                sum += item->second.effort;
    return sum;
}

void MovedWork::estimate()
{
    for (const ScopeItem& entry : m_then.items) {
        const auto item = m_items.find(entry.item->id);
        // How much had been spent by then on what was under way is not known: it stays as it was promised.
        if (item != m_items.end() && item->second.state != ItemState::underWay)
            item->second.effort = entry.remaining.likely;
    }
}

void MovedWork::changeScope()
{
    for (const ItemPlan& item : m_plan.items)
        changeScopeOf(item);
    for (auto it = m_items.begin(); it != m_items.end();) {
        if (m_plan.findItem(it->first)) {
            ++it;
            continue;
        }
        if (isProjectWork(it->second.state))
            dropped.push_back(it->first);
        it = m_items.erase(it);
    }
}

void MovedWork::changeScopeOf(const ItemPlan& item)
{
    const auto found = m_items.find(item.id);
    const ItemState then = found == m_items.end() ? ItemState::excluded : found->second.state;
    const bool wasWork = isProjectWork(then);
    if (item.state == ItemState::excluded) {
        if (wasWork)
            dropped.push_back(item.id);
        m_items[item.id] = {ItemState::excluded, 0};
        return;
    }
    const bool isToDo = item.state == ItemState::missing || item.state == ItemState::partial;
    const bool isBegun = item.state == ItemState::underWay || (item.state == ItemState::done && item.actual.any());
    const bool wasDone = then == ItemState::done && item.state == ItemState::done;
    const bool isNew = wasWork ? isToDo && item.state != then : isToDo || (isBegun && !wasDone);
    if (!isNew)
        return;
    (then == ItemState::excluded ? added : changed).push_back(item.id);
    m_items[item.id] = fresh(item);
}

StepItem MovedWork::fresh(const ItemPlan& item) const
{
    const bool partly = item.state == ItemState::partial || item.actual.partlyBefore;
    const double part = partly ? m_plan.catalogue->partialFactor.value : 1.0;
    return {ItemState::missing, item.fullEffort.likely * part * m_then.learning.phases[item.phase].factor};
}

double MovedWork::spentSince(const ItemPlan& item) const
{
    const double spent = item.actual.spent.value_or(0);
    const auto& promised = m_plan.inputs.baseline->items;
    const auto then = promised.find(item.id);
    if (then == promised.end() || then->second.state != ItemState::underWay)
        return spent;
    // How much had been spent by then is not known; on the day of the baseline all of it, unless less is left now.
    const bool isSameDay = statusDate(m_plan.inputs) <= m_plan.inputs.baseline->taken;
    if (isSameDay && item.state == ItemState::underWay && item.effort.likely >= then->second.effort - kEpsilon)
        return 0;
    return std::max(0.0, spent - std::max(0.0, fresh(item).effort - then->second.effort));
}

void MovedWork::pace(std::size_t phase)
{
    for (const ItemPlan& item : m_plan.items) {
        const auto found = m_items.find(item.id);
        if (item.phase != phase || found == m_items.end())
            continue;
        StepItem& step = found->second;
        const auto promised = m_plan.inputs.baseline->items.find(item.id);
        const bool isOld = promised != m_plan.inputs.baseline->items.end() && promised->second.state == ItemState::done;
        if (item.state == ItemState::underWay) {
            const double spent = spentSince(item);
            step.effort = spent + (item.actual.left ? item.actual.left->likely : leftAfter(step.effort, spent));
        } else if (item.actual.spent && !isOld && !isProjectWork(item.state)) {
            step.effort = spentSince(item);
            if (item.state == ItemState::excluded)
                step.state = ItemState::missing; // what went into it was work
        }
    }
}

void MovedWork::learn()
{
    for (const ItemPlan& item : m_plan.items) {
        const auto found = m_items.find(item.id);
        if (found == m_items.end() || !isProjectWork(item.state))
            continue;
        const double spent = item.state == ItemState::underWay ? spentSince(item) : 0;
        found->second.effort = spent + item.effort.likely;
    }
}

} // namespace trestle
