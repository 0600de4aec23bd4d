#pragma once

#include "models/risk/uniform_table.h"
#include "models/units.h"

#include <memory>
#include <vector>

namespace trestle {

/// The PERT distribution on [a, b] with mode m is Beta(1 + 4(m−a)/(b−a), 1 + 4(b−m)/(b−a)) stretched over the range;
/// its mean is (a + 4m + b) / 6. `shape` is (m−a)/(b−a), 0 to 1.

/// The exact quantile of the PERT distribution, u in [0, 1]. A range without spread is its one value.
double pertQuantile(const ThreePoint& range, double u);

/// The quantile as a function of a standard normal draw: where the draws are joined by a normal copula, that saves the
/// way through the uniform distribution. Tabled once per shape.
class PertTable {
public:
    explicit PertTable(double shape);
    /// The part of the way from a to b, 0 to 1.
    double operator()(double z) const { return m_table(z); }

private:
    UniformTable m_table;
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

/// Makes draws, one table for all ranges of the same shape.
class PertDraws {
public:
    PertDraw draw(const ThreePoint& range);

private:
    std::vector<std::pair<double, std::shared_ptr<const PertTable>>> m_tables;
};

} // namespace trestle
