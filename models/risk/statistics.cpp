#include "models/risk/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trestle {

double quantileOf(std::span<const double> sorted, double q)
{
    if (sorted.empty())
        return 0.0;
    // 0.8 × 10 000 is a hair above 8 000 in binary; the hair must not become a rank.
    const double rank = std::ceil(q * static_cast<double>(sorted.size()) - 1e-6);
    const auto index = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
    return sorted[std::min(index, sorted.size() - 1)];
}

Percentiles percentilesOf(std::span<const double> sorted)
{
    return {quantileOf(sorted, 0.1), quantileOf(sorted, 0.5), quantileOf(sorted, 0.8), quantileOf(sorted, 0.9)};
}

std::vector<double> ranksOf(std::span<const double> sample)
{
    std::vector<std::uint32_t> order(sample.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return sample[i]; });
    std::vector<double> ranks(sample.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first + 1;
        while (last < order.size() && sample[order[last]] <= sample[order[first]])
            ++last;
        const double shared = static_cast<double>(first + last - 1) / 2.0;
        for (std::size_t k = first; k < last; ++k)
            ranks[order[k]] = shared;
        first = last;
    }
    return ranks;
}

double correlationOf(std::span<const double> a, std::span<const double> b)
{
    const auto n = static_cast<double>(a.size());
    const double meanA = std::accumulate(a.begin(), a.end(), 0.0) / n;
    const double meanB = std::accumulate(b.begin(), b.end(), 0.0) / n;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - meanA) * (b[i] - meanB);
        aa += (a[i] - meanA) * (a[i] - meanA);
        bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa > 0.0 && bb > 0.0 ? ab / std::sqrt(aa * bb) : 0.0;
}

} // namespace trestle
