#pragma once

namespace trestle {

/// An axis from 0 in round steps (1, 2, 2.5 or 5 times a power of ten).
struct NiceScale {
    double step = 1;
    int steps = 1;
    [[nodiscard]] double top() const { return step * steps; }
};

/// Reaches at least `most` in about `wanted` steps, at most one more, with little room to spare.
NiceScale niceScale(double most, int wanted);

} // namespace trestle
