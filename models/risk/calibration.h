#pragma once

#include "models/inputs.h"

#include <array>
#include <span>
#include <string>
#include <vector>

/// How well the percentages of a plan hold: an outside view put beside what projects of public records took.
namespace trestle {

/// A record of projects: what each took ÷ what it was estimated at, as a table of quantiles.
struct ReferenceSet {
    static constexpr std::size_t points = 19; ///< at 5, 10 … 95 %

    std::string id;
    std::string title;
    std::string source;
    std::string note;
    bool isEffort = true; ///< else durations
    int projects = 0;
    std::array<double, points> quantiles{}; ///< ascending, above 0
    friend bool operator==(const ReferenceSet&, const ReferenceSet&) = default;
};

/// How far a plan's own ranges spread its finish ÷ the likely finish, before the project varies as a whole: a lognormal
/// distribution. The figures are those of the default plan.
struct InsideSpread {
    double median = 1.017;
    double logDeviation = 0.088;
};

/// Of promises made at each percentile: the share that projects kept, 0 to 1.
struct HitRates {
    double atP50 = 0;
    double atP80 = 0;
    double atP90 = 0;
    double inBand = 0; ///< from P10 to P90
    double crps = 0;   ///< mean continuous ranked probability score of actual ÷ estimate; less is better
    friend bool operator==(const HitRates&, const HitRates&) = default;
};

/// The share of a set's projects at or below `ratio`: linear between the table's points, 2.5 % below the first, 97.5 %
/// above the last.
double shareAtOrBelow(const ReferenceSet& set, double ratio);

/// What would have been kept of promises made with this outside view. The score is the mean over the 20 values at 2.5,
/// 7.5 … 97.5 %: linear, the two ends half a step further in the logarithm.
HitRates hitRates(const ReferenceSet& set, const OutsideView& view, const InsideSpread& inside = {});
/// The mean of sets, each weighing the same.
HitRates meanOf(std::span<const HitRates> rates);

/// What promises aim at with the usual outside view, over the sets of effort.
struct CalibrationAim {
    struct Range {
        double from = 0;
        double to = 1;
        [[nodiscard]] bool contains(double value) const { return value >= from && value <= to; }
    };
    Range atP50{0.44, 0.54};
    Range atP80{0.78, 0.84};
    Range atP90{0.85, 0.92};
    Range inBand{0.78, 0.84};
    double mostCrps = 0.23;
    [[nodiscard]] bool isMet(const HitRates& rates) const;
};

} // namespace trestle
