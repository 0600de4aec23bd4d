#pragma once

#include "models/plan.h"

#include <optional>
#include <vector>

namespace trestle {

/// Money spent by a moment of the plan, dollars.
struct SpendReading {
    Weeks at = 0;
    double least = 0; ///< over the cases
    double likely = 0;
    double most = 0;
    friend bool operator==(const SpendReading&, const SpendReading&) = default;
};

/// Cumulative spend of the three cases on one time line, so that it can be drawn and read at any moment. Between the
/// points money is spent evenly; after its finish a case spends nothing more.
class SpendSeries {
public:
    SpendSeries() = default;
    static SpendSeries ofPlan(const Plan& plan);

    [[nodiscard]] const std::vector<SpendReading>& points() const { return m_points; } ///< by rising time, from 0
    [[nodiscard]] SpendReading at(Weeks when) const;
    [[nodiscard]] double most() const { return m_points.empty() ? 0 : m_points.back().most; }
    /// When the likely plan and the dearest case first go beyond an amount; absent: never.
    [[nodiscard]] std::optional<Weeks> likelyBeyond(double dollars) const;
    [[nodiscard]] std::optional<Weeks> mostBeyond(double dollars) const;

private:
    [[nodiscard]] std::optional<Weeks> firstBeyond(double dollars, double SpendReading::*spent) const;
    std::vector<SpendReading> m_points;
};

} // namespace trestle
