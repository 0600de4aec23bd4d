#include "models/risk/spend_series.h"

#include "models/plan/cost.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

double readAt(const std::vector<SpendPoint>& points, Weeks when)
{
    if (points.empty())
        return 0;
    const auto after = std::ranges::upper_bound(points, when, {}, &SpendPoint::at);
    if (after == points.begin())
        return points.front().total.inDollars();
    const SpendPoint& before = *std::prev(after);
    if (after == points.end())
        return before.total.inDollars();
    const double part = (when - before.at) / (after->at - before.at);
    return std::lerp(before.total.inDollars(), after->total.inDollars(), part);
}

SpendReading between(const SpendReading& before, const SpendReading& after, Weeks when)
{
    const double part = (when - before.at) / (after.at - before.at);
    return {when, std::lerp(before.least, after.least, part), std::lerp(before.likely, after.likely, part),
            std::lerp(before.most, after.most, part)};
}

} // namespace

SpendSeries SpendSeries::ofPlan(const Plan& plan)
{
    PerCase<std::vector<SpendPoint>> spent;
    std::vector<Weeks> times;
    for (const Case c : kCases) {
        spent.at(c) = cumulativeSpend(plan, c);
        for (const SpendPoint& point : spent.at(c))
            times.push_back(point.at);
    }
    std::ranges::sort(times);
    const auto repeated = std::ranges::unique(times, [](Weeks a, Weeks b) { return std::abs(a - b) <= kEpsilon; });
    times.erase(repeated.begin(), repeated.end());

    SpendSeries series;
    series.m_points.reserve(times.size());
    for (const Weeks at : times) {
        const double low = readAt(spent.low, at);
        const double likely = readAt(spent.likely, at);
        const double high = readAt(spent.high, at);
        series.m_points.push_back({at, std::min({low, likely, high}), likely, std::max({low, likely, high})});
    }
    return series;
}

SpendSeries SpendSeries::ofSimulation(const Plan& plan, std::span<const SpendSpread> spend)
{
    const std::vector<SpendPoint> likely = cumulativeSpend(plan, Case::likely);
    SpendSeries series;
    for (const SpendSpread& point : spend)
        series.m_points.push_back({point.at, point.p10, readAt(likely, point.at), point.p90});
    if (spend.empty())
        for (const SpendPoint& point : likely) {
            const double dollars = point.total.inDollars();
            series.m_points.push_back({point.at, dollars, dollars, dollars});
        }
    return series;
}

SpendReading SpendSeries::at(Weeks when) const
{
    if (m_points.empty())
        return {when, 0, 0, 0};
    const auto after = std::ranges::upper_bound(m_points, when, {}, &SpendReading::at);
    if (after == m_points.begin() || after == m_points.end()) {
        SpendReading edge = after == m_points.begin() ? m_points.front() : m_points.back();
        edge.at = when;
        return edge;
    }
    return between(*std::prev(after), *after, when);
}

std::optional<Weeks> SpendSeries::likelyBeyond(double dollars) const
{
    return firstBeyond(dollars, &SpendReading::likely);
}

std::optional<Weeks> SpendSeries::mostBeyond(double dollars) const
{
    return firstBeyond(dollars, &SpendReading::most);
}

std::optional<Weeks> SpendSeries::firstBeyond(double dollars, double SpendReading::* spent) const
{
    constexpr double kHalfCent = 0.005; // a plan that costs the budget to the cent keeps to it
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const SpendReading& point = m_points[i];
        if (point.*spent <= dollars + kHalfCent)
            continue;
        if (i == 0)
            return point.at;
        const SpendReading& before = m_points[i - 1];
        return std::lerp(before.at, point.at, (dollars - before.*spent) / (point.*spent - before.*spent));
    }
    return std::nullopt;
}

} // namespace trestle
