#pragma once

#include "models/units.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace trestle {

/// The PERT distribution on [a, b] with mode m is Beta(1 + 4(m−a)/(b−a), 1 + 4(b−m)/(b−a)) stretched over the range;
/// its mean is (a + 4m + b) / 6. `shape` is (m−a)/(b−a), 0 to 1.
///
/// What is drawn has open tails: beyond ±2 standard deviations of the normal draw the quantile q goes on as
/// q(±2)·exp(±k(|z|−2)), with the logarithmic slope k that it has at ±2. So "8 weeks" can become 8.1.

/// The exact quantile of the PERT distribution, u in [0, 1]. A range without spread is its one value.
double pertQuantile(const ThreePoint& range, double u);

/// Where the tails begin, in standard deviations of the normal draw.
inline constexpr double kTailsFrom = 2.0;

/// PERT quantiles of one shape as a function of a standard normal draw: where the draws are joined by a normal copula,
/// that saves the way through the uniform distribution.
struct PertShape {
    static constexpr double farthestDraw = 6.0; ///< standard deviations; exceeded once in 10⁹ draws
    static constexpr std::size_t cells = 120;   ///< cubic interpolation is then right to about a millionth of the range
    static constexpr double perUnit = static_cast<double>(cells) / (2.0 * farthestDraw);

    explicit PertShape(double shape);
    static double drawAt(std::size_t point);

    std::array<double, cells + 1> values{}; ///< the part of the way from a to b, at evenly spaced draws
    double lowSlope = 0;                    ///< per standard deviation, at −2
    double highSlope = 0;                   ///< … at 2
};

/// The quantile with open tails. Each cell keeps the four points that it is interpolated through, so that tails and
/// middle do not run into each other, and reading takes no branch. Draws beyond the farthest have its value.
class PertTable {
public:
    /// `lowest` is a/(b−a), on which the slope of the tails depends.
    PertTable(const PertShape& shape, double lowest);
    /// The part of the way from a to b, below 0 and above 1 in the tails.
    double operator()(double z) const
    {
        const double at = (std::clamp(z, -PertShape::farthestDraw, PertShape::farthestDraw) + PertShape::farthestDraw) *
                          PertShape::perUnit;
        const std::size_t cell = std::clamp<std::size_t>(static_cast<std::size_t>(at), 1, PertShape::cells - 2);
        const double t = at - static_cast<double>(cell);
        const Cell& y = m_cells[cell];
        const double a = t + 1.0;
        const double b = t - 1.0;
        const double c = t - 2.0;
        return (y[0] * t * b * c * -1.0 + y[3] * a * t * b) / 6.0 + (y[1] * a * b * c - y[2] * a * t * c) / 2.0;
    }

private:
    using Cell = std::array<double, 4>; // at the point before, the two ends and the point after
    std::array<Cell, PertShape::cells> m_cells{};
};

/// A range drawn from: a + (b−a) · table(z).
struct PertDraw {
    double low = 0;
    double spread = 0;
    std::shared_ptr<const PertTable> table; ///< null where there is no spread
    double operator()(double z) const { return table ? low + spread * (*table)(z) : low; }
    void draw(const double* z, std::size_t count, double* out) const
    {
        for (std::size_t j = 0; j < count; ++j)
            out[j] = (*this)(z[j]);
    }
};

/// Makes draws, one table for all ranges of the same shape and proportions.
class PertDraws {
public:
    PertDraw draw(const ThreePoint& range);

private:
    struct Known {
        double shape;
        double lowest;
        std::shared_ptr<const PertTable> table;
    };
    const PertShape& shapeOf(double shape);

    std::vector<std::pair<double, std::unique_ptr<const PertShape>>> m_shapes;
    std::vector<Known> m_tables;
};

} // namespace trestle
