#pragma once

#include "data/exchange/foreign/foreign_project.h"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace trestle {

/// How tasks of any depth become phases and items. A task that holds all others is the project itself; the summary
/// tasks below it are phases, and tasks without any below them are items of the phase that they are in, however deep.
struct TaskOutline {
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    struct Phase {
        std::size_t summary = none; ///< none: of tasks outside every summary task
        std::vector<std::size_t> items;
    };

    std::vector<std::size_t> parent; ///< per task; none at the top
    std::vector<std::size_t> end;    ///< per task: one past the last task below it
    std::vector<Phase> phases;
    std::vector<std::size_t> phaseOf; ///< per task; none for those above the phases
    std::size_t whole = none;         ///< the task that is the project itself

    [[nodiscard]] bool isItem(std::size_t task) const { return end[task] == task + 1; }
    [[nodiscard]] bool isPhase(std::size_t task) const
    {
        return phaseOf[task] != none && phases[phaseOf[task]].summary == task;
    }
    [[nodiscard]] bool isWithin(std::size_t task, std::size_t above) const { return task > above && task < end[above]; }
};

TaskOutline outlineOf(const std::vector<ForeignTask>& tasks);

} // namespace trestle
