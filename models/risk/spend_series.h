#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulated_spend.h"

#include <optional>
#include <span>
#include <vector>

namespace trestle {

/// Money spent by a moment of the plan, dollars.
struct SpendReading {
    Weeks at = 0;
    double least = 0; ///< of the band
    double likely = 0;
    double most = 0; ///< of the band
    friend bool operator==(const SpendReading&, const SpendReading&) = default;
};

/// Cumulative spend of the likely plan in a band, on one time line, so that it can be drawn and read at any moment. The
/// band is that of the low and high plan, or of simulated ones. Between the points money is spent evenly; after its
/// finish a plan spends nothing more.
class SpendSeries {
public:
    SpendSeries() = default;
    static SpendSeries ofPlan(const Plan& plan); ///< from the least to the most of the three cases
    /// From the tenth to the ninetieth of 100 simulated plans; without any the likely course alone.
    static SpendSeries ofSimulation(const Plan& plan, std::span<const SpendSpread> spend);

    [[nodiscard]] const std::vector<SpendReading>& points() const { return m_points; } ///< by rising time, from 0
    [[nodiscard]] SpendReading at(Weeks when) const;
    [[nodiscard]] double most() const { return m_points.empty() ? 0 : m_points.back().most; }
    /// When the likely plan and the dearest case first go beyond an amount; absent: never.
    [[nodiscard]] std::optional<Weeks> likelyBeyond(double dollars) const;
    [[nodiscard]] std::optional<Weeks> mostBeyond(double dollars) const;

private:
    [[nodiscard]] std::optional<Weeks> firstBeyond(double dollars, double SpendReading::* spent) const;
    std::vector<SpendReading> m_points;
};

} // namespace trestle
