#include "models/risk/calibration.h"

#include "models/draws/sampler.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace trestle {

namespace {

constexpr double kStep = 0.05; // between the table's points

double normalCdf(double z)
{
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

struct Lognormal {
    double mu = 0;
    double sigma = 1;

    [[nodiscard]] double quantile(double q) const { return std::exp(mu + sigma * normalQuantile(q)); }
    // Gneiting, Raftery, Westveld and Goldman 2005 give the normal's; this is the lognormal's.
    [[nodiscard]] double crps(double y) const
    {
        const double omega = (std::log(y) - mu) / sigma;
        return y * (2 * normalCdf(omega) - 1) -
               2 * std::exp(mu + sigma * sigma / 2) *
                   (normalCdf(omega - sigma) + normalCdf(sigma / std::numbers::sqrt2) - 1);
    }
};

Lognormal promiseOf(const OutsideView& view, const InsideSpread& inside)
{
    return {std::log(inside.median) + view.m, std::hypot(inside.logDeviation, view.s)};
}

// Half a step beyond `end`, as it goes from `before` to `end`.
double halfAStepBeyond(double before, double end)
{
    return end * std::sqrt(end / before);
}

std::array<double, ReferenceSet::points + 1> scoredValues(const ReferenceSet& set)
{
    const auto& q = set.quantiles;
    std::array<double, ReferenceSet::points + 1> values{};
    values.front() = halfAStepBeyond(q[1], q[0]);
    for (std::size_t k = 1; k < q.size(); ++k)
        values[k] = (q[k - 1] + q[k]) / 2;
    values.back() = halfAStepBeyond(q[q.size() - 2], q.back());
    return values;
}

} // namespace

double shareAtOrBelow(const ReferenceSet& set, double ratio)
{
    const auto& q = set.quantiles;
    if (ratio < q.front())
        return kStep / 2;
    if (ratio > q.back())
        return 1 - kStep / 2;
    const auto above = static_cast<std::size_t>(std::ranges::upper_bound(q, ratio) - q.begin());
    if (above == q.size())
        return kStep * static_cast<double>(above);
    return kStep * (static_cast<double>(above) + (ratio - q[above - 1]) / (q[above] - q[above - 1]));
}

HitRates hitRates(const ReferenceSet& set, const OutsideView& view, const InsideSpread& inside)
{
    const Lognormal promise = promiseOf(view, inside);
    const auto kept = [&](double q) { return shareAtOrBelow(set, promise.quantile(q)); };
    HitRates rates{kept(0.5), kept(0.8), kept(0.9), kept(0.9) - kept(0.1), 0};
    const auto values = scoredValues(set);
    for (const double value : values)
        rates.crps += promise.crps(value) / static_cast<double>(values.size());
    return rates;
}

HitRates meanOf(std::span<const HitRates> rates)
{
    HitRates mean;
    for (double HitRates::* part :
         {&HitRates::atP50, &HitRates::atP80, &HitRates::atP90, &HitRates::inBand, &HitRates::crps})
        for (const HitRates& one : rates)
            mean.*part += one.*part / static_cast<double>(rates.size());
    return mean;
}

bool CalibrationAim::isMet(const HitRates& rates) const
{
    return atP50.contains(rates.atP50) && atP80.contains(rates.atP80) && atP90.contains(rates.atP90) &&
           inBand.contains(rates.inBand) && rates.crps <= mostCrps;
}

} // namespace trestle
