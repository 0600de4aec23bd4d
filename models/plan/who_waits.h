#pragma once

#include "models/plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

/// Who waits for whom in a likely plan, beyond what stands at each item (ItemPlan::waitsFor).
namespace trestle {

/// The item of a phase that starts first, of those with work; null where none has any.
const ItemPlan* firstToStart(const Plan& plan, const PhasePlan& phase);
/// A phase starts with the first of its items, and waits for what that one waits for.
WaitReason waitOf(const Plan& plan, const PhasePlan& phase);

/// The item whose people, or whose place in the phase's crew, an item waits for; empty for neither.
std::string_view itemWaitedFor(const ItemPlan& item);
/// The same for a node; for a phase, that of the first of its items.
std::string_view itemWaitedFor(const Plan& plan, std::string_view node);

/// The nodes that an item holds up: those that it links to, then the items that wait for its people or its place.
std::vector<std::string> heldUpBy(const Plan& plan, const ItemPlan& item);

} // namespace trestle
