#pragma once

#include "models/plan/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// A rule that every plan keeps. `on` and `with` of PlanProblem name what breaks it, by id or a person by name.
enum class PlanRule : std::uint8_t {
    effortInOrder,    ///< on: node; 0 <= low <= likely <= high
    effortAddsUp,     ///< on: phase, empty for the plan; its effort is that of its items
    timesInOrder,     ///< on: node; 0 <= start <= work done <= finish <= the plan's finish
    phaseHoldsItems,  ///< on: phase; with: an item that starts before it or finishes after it
    finishIsTheLast,  ///< the plan's finish is the latest of its nodes
    linkHolds,        ///< on: from; with: to
    crewWorks,        ///< on: item; it has a crew if it has work, there while the item is worked on
    crewIsAble,       ///< on: item; with: a person who lacks its skill
    crewFits,         ///< on: item or phase; with more people at once than the limit
    onePlaceAtATime,  ///< on: item; with: a person who is on another item meanwhile
    workedTimeAddsUp, ///< on: person; what they worked is what they worked on items
    orderIsComplete,  ///< the order of priority holds each item once
    slackIsDriving,   ///< on: node; slack is not negative, and the node drives the finish where it has none
    readinessCounts,  ///< every item has one state, and the fraction is in [0, 1]
    costsAddUp,       ///< on: phase, empty for the plan; lines add up to their totals, to the cent
    shownCostsAddUp,  ///< on: phase, empty for the plan; the same of amounts as they are shown
    monthsAddUp,      ///< costs by month add up to the plan's
};
inline constexpr std::size_t kPlanRules = static_cast<std::size_t>(PlanRule::monthsAddUp) + 1;

struct PlanProblem {
    PlanRule rule = PlanRule::effortInOrder;
    std::optional<Case> which; ///< absent where the rule is about no single case
    std::string on;
    std::string with;

    friend bool operator==(const PlanProblem&, const PlanProblem&) = default;
};

/// The rules that a plan breaks, each with everything that breaks it: nothing for a plan that makePlan() made. Debug
/// builds assert that, and `trestle check` reports it.
std::vector<PlanProblem> problems(const Plan& plan);

} // namespace trestle
