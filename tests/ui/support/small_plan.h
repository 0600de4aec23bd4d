#pragma once

#include "models/plan/plan.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Plans written by hand, for tests that must know every time in them.
namespace trestle::testing {

inline Date day(const char* iso)
{
    return parseDate(iso).value();
}

inline Span worked(Weeks start, Weeks finish)
{
    return {start, finish, finish, finish > start};
}

inline ItemPlan smallItem(std::string id, std::size_t phase, Weeks start, Weeks finish)
{
    ItemPlan item;
    item.title = "The " + id;
    item.id = std::move(id);
    item.phase = phase;
    item.hasWork = finish > start;
    item.state = item.hasWork ? ItemState::missing : ItemState::done;
    item.when = {worked(start, finish), worked(start, finish), worked(start, finish)};
    item.effort = {finish - start, finish - start, 2 * (finish - start)};
    item.cost = {Money::dollars(1000), Money::dollars(1000), Money::dollars(2000)};
    item.shownCost = item.cost;
    return item;
}

/// A phase over items that stand in the plan already, from `first` on; its high finish lies `more` behind its finish.
inline PhasePlan smallPhase(const Plan& plan, std::string id, std::size_t first, ReferenceWindow window, Weeks more)
{
    PhasePlan phase;
    phase.title = "Phase " + id;
    phase.shortTitle = phase.title;
    phase.id = std::move(id);
    phase.reference = window;
    phase.firstItem = first;
    phase.itemCount = plan.items.size() - first;
    Weeks start = 1e9;
    Weeks finish = 0;
    for (std::size_t i = first; i < plan.items.size(); ++i)
        if (const ItemPlan& item = plan.items[i]; item.hasWork) {
            start = std::min(start, item.when.likely.start);
            finish = std::max(finish, item.when.likely.finish);
            phase.effort.low += item.effort.low;
            phase.effort.high += item.effort.high;
            phase.cost.high += item.cost.high;
        }
    phase.shownCost = phase.cost;
    phase.hasWork = finish > 0;
    phase.state = phase.hasWork ? ItemState::missing : ItemState::done;
    if (!phase.hasWork)
        start = 0;
    phase.when = {worked(start, finish), worked(start, finish), worked(start, finish + more)};
    return phase;
}

/// Three phases from 2027-01-04: "one" with items a (weeks 0–1), b (1–2) and c (in place), "two" with d (2–4) and
/// e (4–5), and "three", which is in place. One links to two (tight) and d to e (not tight: e waits for Ana).
inline Plan smallPlan()
{
    Plan plan;
    plan.inputs.start = day("2027-01-04");
    plan.startDate = plan.inputs.start;
    plan.calendar = WorkCalendar(plan.inputs.start, {});
    plan.items.push_back(smallItem("a", 0, 0, 1));
    plan.items.push_back(smallItem("b", 0, 1, 2));
    plan.items.push_back(smallItem("c", 0, 2, 2));
    plan.phases.push_back(smallPhase(plan, "one", 0, {1, 2}, 0.5));
    plan.items.push_back(smallItem("d", 1, 2, 4));
    plan.items.push_back(smallItem("e", 1, 4, 5));
    plan.phases.push_back(smallPhase(plan, "two", 3, {3, 6}, 2.5));
    plan.items.push_back(smallItem("f", 2, 5, 5));
    plan.phases.push_back(smallPhase(plan, "three", 5, {7, 8}, 0));
    plan.items[4].waitsFor = {WaitKind::person, {"Ana", "d"}};
    plan.items[4].slack = 1.5;
    plan.links.push_back({"one", "two", LinkType::finishToStart, 0, "", true});
    plan.links.push_back({"a", "e", LinkType::finishToStart, 0, "", false});
    plan.links.push_back({"two", "three", LinkType::finishToStart, 0, "", true});
    plan.finish = {5, 5, 7.5};
    return plan;
}

} // namespace trestle::testing
