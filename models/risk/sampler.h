#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace trestle {

enum class DrawMethod : std::uint8_t {
    sobol,        ///< a Sobol' sequence under a digital shift by the seed: evenly spread, converges faster
    pseudoRandom, ///< independent draws, for comparison
};

/// Standard normal draws that are a function of (seed, run, dimension) alone: the same whatever thread asks, in
/// whatever order, and for scenarios that share a seed. Dimensions beyond those of the Sobol' table (3,667) are drawn
/// pseudo-randomly.
class Sampler {
public:
    Sampler(std::uint64_t seed, std::size_t dimensions, DrawMethod method = DrawMethod::sobol);
    ~Sampler();
    Sampler(Sampler&&) noexcept;
    Sampler& operator=(Sampler&&) noexcept;

    /// The next call of next() gives this run's draws.
    void seek(std::uint64_t run);
    /// Draws of one run, one per dimension; then moves on to the next run.
    void next(std::span<double> normals);

private:
    class Source;
    std::unique_ptr<Source> m_source;
};

/// The quantile of the standard normal distribution, 0 < u < 1.
double normalQuantile(double u);

} // namespace trestle
