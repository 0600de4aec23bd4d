#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace trestle {

/// The cash of each simulated run, month end by month end: dollars.
struct CashRuns {
    std::vector<double> balances;      ///< run after run, each from the month of the start to the end of its buffer
    std::vector<std::size_t> first;    ///< per run, into `balances`, and one past the last
    std::vector<std::uint32_t> launch; ///< per run: the month of its finish, counted from the month of the start
    /// Per run and, in it, per phase: the working day on which it is finished, counted from the first. Kept where
    /// something is invoiced at the finish of a phase (needsPhaseEnds), else empty.
    std::vector<std::int32_t> phaseEnds;

    [[nodiscard]] std::size_t runs() const { return launch.size(); }
    /// The month ends of a run.
    [[nodiscard]] std::span<const double> of(std::size_t run) const
    {
        return std::span(balances).subspan(first[run], first[run + 1] - first[run]);
    }
    friend bool operator==(const CashRuns&, const CashRuns&) = default;
};

} // namespace trestle
