#pragma once

#include "models/decisions/goal_trial.h"

#include <functional>

namespace trestle {

/// The least of one change that meets a goal, by few runs.
class GoalSteps {
public:
    GoalSteps(const Goal& goal, GoalTrial& trial) : m_goal(goal), m_trial(trial) {}

    using Step = std::function<Way(int)>; ///< a way with so many steps of a change
    static constexpr int kManySteps = 64; ///< halvings that find the one place among any number
    /// The way with the fewest of 1 to `most` steps that seems to meet the goal; nothing where none does.
    Result<std::optional<Way>> fewest(int most, const Step& with, int halvings = kManySteps);

private:
    struct Stepped {
        Way way;
        int steps = 0;
    };
    // The same of a goal with conditions, which may come and go from step to step; fewer than `first` are not enough.
    Result<std::optional<Way>> fewestFrom(int first, int most, const Step& with);
    // The fewest steps that do, by halving: as many as `found` has do, `tooFew` do not.
    Result<Stepped> fewer(Stepped found, int tooFew, int halvings, const Step& with, auto does);

    const Goal& m_goal;
    GoalTrial& m_trial;
};

} // namespace trestle
