#pragma once

#include "models/effort.h"
#include "models/plan/plan.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

/// Between the steps of movedSinceBaseline() alone: the work that was to be done from the baseline on, as one cause
/// after another changes it.
namespace trestle {

/// Person-weeks of an item from the baseline's day on, and how it stood then.
struct StepItem {
    ItemState state = ItemState::missing;
    double effort = 0;
};

/// By id; an item that is not listed does not belong.
using StepItems = std::map<std::string, StepItem>;

/// A plan with a baseline, as it was on the baseline's day: nothing recorded since, the profile's conditions of then.
Inputs inputsOfThen(const Plan& plan);

/// The work as the baseline had it, then changed by one cause after another.
class MovedWork {
public:
    explicit MovedWork(const Plan& plan);

    [[nodiscard]] const StepItems& items() const { return m_items; }
    [[nodiscard]] double effort() const;
    [[nodiscard]] double effortOf(std::size_t phase) const;

    void estimate();              ///< as it would be estimated now
    void changeScope();           ///< what belongs now
    void pace(std::size_t phase); ///< what was spent on the phase's items, with what is left of those under way
    void learn();                 ///< the rest as it is expected now

    // By changeScope(), in the plan's order.
    std::vector<std::string> added;
    std::vector<std::string> dropped;
    std::vector<std::string> changed;

private:
    void changeScopeOf(const ItemPlan& item);
    /// Of an item before the work on it since the baseline: all of it, or what was left where it was partly in place.
    [[nodiscard]] StepItem fresh(const ItemPlan& item) const;
    /// Person-weeks since the baseline.
    [[nodiscard]] double spentSince(const ItemPlan& item) const;

    const Plan& m_plan;
    Scope m_then; ///< of inputsOfThen(), estimated as now
    StepItems m_items;
};

} // namespace trestle
