#include "models/pert.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>

#include <cmath>

namespace trestle {

namespace {

// Plain doubles: promotion to long double takes three times as long and changes nothing that a table keeps.
using QuantilePolicy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, QuantilePolicy>;
using Beta = boost::math::beta_distribution<double, QuantilePolicy>;

Beta betaOf(double shape)
{
    return Beta(1.0 + 4.0 * shape, 1.0 + 4.0 * (1.0 - shape));
}

double standardQuantile(double shape, double u)
{
    return boost::math::quantile(betaOf(shape), std::clamp(u, 0.0, 1.0));
}

// From the nearer end, so that the far tail keeps its digits.
double quantileAt(double shape, double z)
{
    return z <= 0.0 ? standardQuantile(shape, boost::math::cdf(Normal(), z))
                    : 1.0 - standardQuantile(1.0 - shape, boost::math::cdf(Normal(), -z));
}

double slopeAt(double shape, double z)
{
    return boost::math::pdf(Normal(), z) / boost::math::pdf(betaOf(shape), quantileAt(shape, z));
}

double shapeOf(const ThreePoint& range)
{
    return std::clamp((range.likely - range.low) / (range.high - range.low), 0.0, 1.0);
}

bool hasSpread(const ThreePoint& range)
{
    return range.high - range.low > kEpsilon;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-12;
}

} // namespace

double pertQuantile(const ThreePoint& range, double u)
{
    return hasSpread(range) ? range.low + (range.high - range.low) * standardQuantile(shapeOf(range), u) : range.low;
}

PertShape::PertShape(double shape) : lowSlope(slopeAt(shape, -kTailsFrom)), highSlope(slopeAt(shape, kTailsFrom))
{
    for (std::size_t i = 0; i <= cells; ++i)
        values[i] = quantileAt(shape, drawAt(i));
}

double PertShape::drawAt(std::size_t point)
{
    return -farthestDraw + 2.0 * farthestDraw * static_cast<double>(point) / static_cast<double>(cells);
}

PertTable::PertTable(const PertShape& shape, double lowest)
{
    constexpr auto lowEnd = static_cast<std::size_t>((PertShape::farthestDraw - kTailsFrom) * PertShape::perUnit);
    constexpr std::size_t highEnd = PertShape::cells - lowEnd;
    const auto tail = [&](std::size_t end, double slope, std::size_t point) {
        if (point == end)
            return shape.values[end];
        const double from = lowest + shape.values[end];
        return from * std::exp(slope / from * (PertShape::drawAt(point) - PertShape::drawAt(end))) - lowest;
    };
    for (std::size_t cell = 1; cell <= PertShape::cells - 2; ++cell)
        for (std::size_t k = 0; k < m_cells[cell].size(); ++k) {
            const std::size_t point = cell - 1 + k;
            m_cells[cell][k] = cell < lowEnd     ? tail(lowEnd, shape.lowSlope, point)
                               : cell >= highEnd ? tail(highEnd, shape.highSlope, point)
                                                 : shape.values[point];
        }
}

const PertShape& PertDraws::shapeOf(double shape)
{
    const auto found = std::ranges::find_if(m_shapes, [&](const auto& entry) { return isNear(entry.first, shape); });
    if (found != m_shapes.end())
        return *found->second;
    return *m_shapes.emplace_back(shape, std::make_unique<const PertShape>(shape)).second;
}

PertDraw PertDraws::draw(const ThreePoint& range)
{
    if (!hasSpread(range))
        return {range.likely, 0.0, nullptr};
    const double spread = range.high - range.low;
    const double shape = trestle::shapeOf(range);
    const double lowest = range.low / spread;
    auto found = std::ranges::find_if(
        m_tables, [&](const Known& known) { return isNear(known.shape, shape) && isNear(known.lowest, lowest); });
    if (found == m_tables.end()) {
        m_tables.push_back({shape, lowest, std::make_shared<const PertTable>(shapeOf(shape), lowest)});
        found = std::prev(m_tables.end());
    }
    return {range.low, spread, found->table};
}

} // namespace trestle
