#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <vector>

/// What stands where in the charts of exports that are drawn of shapes, whatever these are made of.
namespace trestle {

/// What the plan promises of a phase's end, where it is simulated.
Weeks sureFinish(const PhasePlan& phase, const Risk& risk, int confidence);

/// The countable odds (CountableOdds) as dots, stacked in columns along time. What breaks the promise stands behind it,
/// never in one column with what keeps it.
struct OddsDots {
    static constexpr int kColumns = 10;
    struct Dot {
        int column = 0;
        int height = 0; ///< 0: at the bottom
        bool kept = false;
    };
    std::vector<Dot> dots; ///< by time
    int tallest = 0;       ///< dots of a column
    int promised = 0;      ///< columns left of the promise
    std::size_t kept = 0;
};
OddsDots oddsDots(const Risk& risk, int confidence);

} // namespace trestle
