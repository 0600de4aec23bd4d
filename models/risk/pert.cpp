#include "models/risk/pert.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>

namespace trestle {

namespace {

constexpr double kFarthestDraw = 6.0; // standard deviations; one draw in a thousand million lies beyond
constexpr std::size_t kCells = 120;   // cubic interpolation is then right to about a millionth of the range

// Plain doubles: promotion to long double takes three times as long and changes nothing that a table keeps.
using QuantilePolicy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

double standardQuantile(double shape, double u)
{
    const boost::math::beta_distribution<double, QuantilePolicy> beta(1.0 + 4.0 * shape, 1.0 + 4.0 * (1.0 - shape));
    return boost::math::quantile(beta, std::clamp(u, 0.0, 1.0));
}

double shapeOf(const ThreePoint& range)
{
    return std::clamp((range.likely - range.low) / (range.high - range.low), 0.0, 1.0);
}

bool hasSpread(const ThreePoint& range)
{
    return range.high - range.low > kEpsilon;
}

} // namespace

double pertQuantile(const ThreePoint& range, double u)
{
    return hasSpread(range) ? range.low + (range.high - range.low) * standardQuantile(shapeOf(range), u) : range.low;
}

PertTable::PertTable(double shape)
    : m_table(-kFarthestDraw, kFarthestDraw, kCells, [shape](double z) {
          // From the nearer end, so that the far tail keeps its digits.
          const boost::math::normal_distribution<double, QuantilePolicy> normal;
          return z <= 0.0 ? standardQuantile(shape, boost::math::cdf(normal, z))
                          : 1.0 - standardQuantile(1.0 - shape, boost::math::cdf(normal, -z));
      })
{
}

PertDraw PertDraws::draw(const ThreePoint& range)
{
    if (!hasSpread(range))
        return {range.likely, 0.0, nullptr};
    const double shape = shapeOf(range);
    auto found = std::ranges::find_if(
        m_tables, [shape](const auto& entry) { return entry.first - shape < 1e-12 && shape - entry.first < 1e-12; });
    if (found == m_tables.end())
        found = m_tables.insert(found, {shape, std::make_shared<const PertTable>(shape)});
    return {range.low, range.high - range.low, found->second};
}

} // namespace trestle
