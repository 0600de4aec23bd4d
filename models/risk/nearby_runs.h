#pragma once

#include "models/risk/simulation.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace trestle {

/// Percentiles of a plan that differs little from one whose simulation is known: an item less, a tick more.
///
/// 1. The runs around the percentile of the known plan are scheduled for the variant.
/// 2. Their largest gain and loss, and twice the distance between the two on top, bound what any other run is taken to
///    change by. Runs that could cross the percentile by that much are scheduled as well, until there are none.
/// 3. Where that would be most runs, all are scheduled.
///
/// The bound is an estimate, not a proof: with several people one run in thousands may change by more than all those
/// looked at. Then the percentile is that of a neighbouring rank. `tst_answers` compares it with whole simulations.
class NearbyRuns {
public:
    /// The known simulation outlives this.
    explicit NearbyRuns(const Risk& known);

    struct Percentile {
        Weeks finish = 0;
        double total = 0; ///< dollars
    };
    /// At `q`, 0 < q <= 1, of finish and total each for itself. Errors: those of simulate().
    Result<Percentile> of(const Plan& variant, double q, const SimulationOptions& options) const;

private:
    const Risk& m_known;
    std::vector<std::uint32_t> m_byFinish; // runs in order
    std::vector<std::uint32_t> m_byTotal;
};

} // namespace trestle
