#pragma once

#include "models/draws/uniform_table.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace trestle {

enum class DrawMethod : std::uint8_t {
    sobol,        ///< a Sobol' sequence under a digital shift by the seed: evenly spread, converges faster
    pseudoRandom, ///< independent draws, for comparison
};

/// Standard normal draws that are a function of (seed, run, dimension) alone: the same whatever thread asks, in
/// whatever order, and for scenarios that share a seed. Dimensions beyond those of the Sobol' table (3,667) are drawn
/// pseudo-randomly. A copy draws the same; making a copy is cheap beside making the first.
class Sampler {
public:
    /// Of the first `dimensions`.
    Sampler(std::uint64_t seed, std::size_t dimensions, DrawMethod method = DrawMethod::sobol);
    /// Of these dimensions, ascending: each draws what it does among all of them.
    Sampler(std::uint64_t seed, std::vector<std::uint32_t> dimensions, DrawMethod method = DrawMethod::sobol);

    /// The next draws are those of this run.
    void seek(std::uint64_t run);
    /// Draws of one run, one per dimension, in order; then moves on to the next run.
    void next(std::span<double> normals) { next(1, 1, normals); }
    /// Draws of `count` runs, `stride` or fewer: the k-th dimension of the j-th at normals[k * stride + j]. Then moves
    /// on.
    void next(std::size_t count, std::size_t stride, std::span<double> normals);

private:
    [[nodiscard]] double quantile(double u) const;

    std::uint64_t m_seed;
    std::vector<std::uint32_t> m_dimensions;
    std::shared_ptr<const UniformTable> m_central;
    std::vector<std::uint64_t> m_directions; // of each Sobol' dimension: one word per bit of the run
    std::vector<std::uint64_t> m_shift;      // per Sobol' dimension
    std::vector<std::uint64_t> m_state;      // per Sobol' dimension: the current point, shifted
    std::uint64_t m_run = 0;
};

/// The quantile of the standard normal distribution, 0 < u < 1.
double normalQuantile(double u);

} // namespace trestle
