#include "models/risk/outlook.h"

#include "models/risk/statistics.h"

#include <algorithm>

namespace trestle {

double atConfidence(const Percentiles& percentiles, int confidence)
{
    return confidence <= 50 ? percentiles.p50 : confidence <= 80 ? percentiles.p80 : percentiles.p90;
}

Histogram histogramOf(std::span<const double> sorted, std::size_t bins)
{
    constexpr double kFarthest = 0.001;
    Histogram histogram{quantileOf(sorted, kFarthest), quantileOf(sorted, 1.0 - kFarthest), {}};
    const double width = histogram.to - histogram.from;
    if (width <= kEpsilon || bins == 0)
        return histogram;
    histogram.shares.assign(bins, 0.0);
    for (const double value : sorted) {
        const double bin = (value - histogram.from) / width * static_cast<double>(bins);
        const auto index = static_cast<std::size_t>(std::max(bin, 0.0));
        histogram.shares[std::min(index, bins - 1)] += 1.0 / static_cast<double>(sorted.size());
    }
    return histogram;
}

} // namespace trestle
