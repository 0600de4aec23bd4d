#pragma once

#include "models/decisions/estimate.h"
#include "models/scenario.h"

#include <optional>
#include <string>
#include <vector>

/// A way to a goal: what to change of a plan, with what that costs and gives up.
namespace trestle {

/// A person to add, at an allocation: a copy of one of today's, or, where the team is empty, an engineer who can do
/// anything.
struct AddedPerson {
    std::string copyOf; ///< empty: an engineer to hire
    double allocation = 1;
    Money weeklyRate{}; ///< for a full-time week
    [[nodiscard]] bool isHired() const { return copyOf.empty(); }
    friend bool operator==(const AddedPerson&, const AddedPerson&) = default;
};

struct Way {
    std::vector<AddedPerson> added;
    std::optional<Date> start;         ///< earlier than the plan's
    std::vector<std::string> deferred; ///< items left for after launch
    Chance chance;                     ///< of meeting all that the goal asks for together
    Chance chanceByDate;
    Chance chanceUnderBudget;
    Chance chanceOfBoth;                   ///< date and budget together
    std::optional<Chance> chanceCashLasts; ///< where the goal asks for it
    std::optional<Chance> chanceOfMargin;  ///< where the goal asks for it
    Headline headline;                     ///< at the goal's confidence
    Weeks weeksSaved = 0;                  ///< against the plan as it is
    Money costDifference;                  ///< positive: dearer than the plan as it is

    [[nodiscard]] bool changesPlan() const { return !added.empty() || start || !deferred.empty(); }
    /// How many kinds of change it takes.
    [[nodiscard]] int kinds() const { return (added.empty() ? 0 : 1) + (start ? 1 : 0) + (deferred.empty() ? 0 : 1); }
};

/// Whether two ways change the same.
bool isSameChange(const Way& a, const Way& b);

Inputs applyWay(const Inputs& inputs, const Way& way);
/// The way as a scenario of the inputs it was found for.
Scenario scenarioFor(const Inputs& inputs, const Way& way, std::string name);

/// Every addition of people worth trying: engineers at `hireRate`, and copies of up to three of the team who differ in
/// skills or rate and cost at least half of that. (Someone who costs less owns the product or is paid otherwise: there
/// is no second one to be had for that.) The smallest help first, and of the same help the engineer first.
std::vector<std::vector<AddedPerson>> additionsOf(const Inputs& inputs, Money hireRate);

} // namespace trestle
