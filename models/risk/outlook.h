#pragma once

#include "models/risk/simulation.h"

#include <span>
#include <vector>

/// A simulation read at what a plan promises and shown at a glance. Each function takes the plan that was simulated.
namespace trestle {

/// The percentile of a confidence as inputs carry it: 50, 80 or 90.
double atConfidence(const Percentiles& percentiles, int confidence);

/// How a sample spreads: the shares that fall into bins of equal width. The farthest thousandth at either end is
/// counted in the outermost bin, so that single runs don't stretch the picture. No bins where nothing varies.
struct Histogram {
    double from = 0;
    double to = 0;
    std::vector<double> shares; ///< they add up to 1
    friend bool operator==(const Histogram&, const Histogram&) = default;
};
Histogram histogramOf(std::span<const double> sorted, std::size_t bins);

} // namespace trestle
