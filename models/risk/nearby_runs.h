#pragma once

#include "models/risk/simulation.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace trestle {

/// Percentiles of a plan that differs little from one whose simulation is known: an item less, a tick more. Of the runs
/// only those are scheduled that come to lie near the percentile, a tenth of them or so; the others surely stay on
/// their side of it. What a run gains or loses is seen in the runs that are scheduled, and they reach as far beyond the
/// percentile as the largest gain and the largest loss among them, and as far again. Where that would be most runs, all
/// are scheduled. The figures are those of the whole simulation.
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
