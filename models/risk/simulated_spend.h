#pragma once

#include "models/risk/simulation.h"

#include <vector>

namespace trestle {

/// Dollars that simulated plans have spent by a moment: a tenth of them at most `p10`, half `p50`, nine tenths `p90`.
struct SpendSpread {
    Weeks at = 0;
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;
    friend bool operator==(const SpendSpread&, const SpendSpread&) = default;
};

/// Runs that the spread is taken from. Each is scheduled again for its spending day by day, on the draws of the
/// simulation's own first runs. Sobol' points fill the range evenly from the start, so the tenths of a thousand runs
/// lie within some tenths of a per cent of those of ten thousand.
inline constexpr std::uint32_t kSpendRuns = 1'000;

/// Money spent over time, from what was spent before time 0 to the latest finish of the simulation `risk` of this
/// plan; a run has its months after launch on top from its finish on. The last point is what the whole simulation
/// costs. Points lie one working day apart, or a few where the plan is long; between them money is spent evenly.
/// Errors: those of makePlan; cancelled. Options as given to simulate(); runs beyond kSpendRuns are not made.
Result<std::vector<SpendSpread>> simulateSpend(const Plan& plan, const Risk& risk, SimulationOptions options = {});

} // namespace trestle
