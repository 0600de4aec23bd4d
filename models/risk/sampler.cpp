#include "models/risk/sampler.h"

#include "models/risk/uniform_table.h"

#include <boost/math/special_functions/erf.hpp>
#include <boost/random/sobol.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

namespace trestle {

namespace {

constexpr std::size_t kSobolDimensions = 3667;
constexpr double kTail = 1.0 / 64.0; // beyond, the quantile bends too much for the table

// A well-mixed word for each (seed, run, dimension): the finaliser of a counter-based generator.
std::uint64_t mix(std::uint64_t word)
{
    word ^= word >> 32;
    word *= 0xd6e8feb86659fd93ULL;
    word ^= word >> 32;
    word *= 0xd6e8feb86659fd93ULL;
    word ^= word >> 32;
    return word;
}

std::uint64_t word(std::uint64_t seed, std::uint64_t run, std::uint64_t dimension)
{
    constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;
    return mix(mix(mix(seed + golden) + (run + 1) * golden) + (dimension + 1) * golden);
}

// The middle of one of 2^53 cells: never 0 and never 1.
double unit(std::uint64_t bits)
{
    return (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53;
}

double exactNormalQuantile(double u)
{
    using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * u, Policy());
}

} // namespace

double normalQuantile(double u)
{
    return exactNormalQuantile(u);
}

class Sampler::Source {
public:
    Source(std::uint64_t seed, std::size_t dimensions, DrawMethod method)
        : m_seed(seed), m_dimensions(dimensions),
          m_central(kTail, 1.0 - kTail, 2048, [](double u) { return exactNormalQuantile(u); })
    {
        const std::size_t evenly = method == DrawMethod::sobol ? std::min(dimensions, kSobolDimensions) : 0;
        if (evenly > 0)
            m_sobol.emplace(evenly);
        for (std::size_t k = 0; k < evenly; ++k)
            m_shift.push_back(word(seed, ~std::uint64_t{0}, k));
    }

    void seek(std::uint64_t run)
    {
        m_run = run;
        if (m_sobol) {
            m_sobol->seed();
            m_sobol->discard(run * m_shift.size());
        }
    }

    void next(std::span<double> normals)
    {
        std::size_t k = 0;
        for (; k < m_shift.size(); ++k)
            normals[k] = quantile(unit((*m_sobol)() ^ m_shift[k]));
        for (; k < m_dimensions; ++k)
            normals[k] = quantile(unit(word(m_seed, m_run, k)));
        ++m_run;
    }

private:
    [[nodiscard]] double quantile(double u) const
    {
        return u >= kTail && u <= 1.0 - kTail ? m_central(u) : exactNormalQuantile(u);
    }

    std::uint64_t m_seed;
    std::size_t m_dimensions;
    UniformTable m_central;
    std::optional<boost::random::sobol> m_sobol;
    std::vector<std::uint64_t> m_shift; // per Sobol' dimension
    std::uint64_t m_run = 0;
};

Sampler::Sampler(std::uint64_t seed, std::size_t dimensions, DrawMethod method)
    : m_source(std::make_unique<Source>(seed, dimensions, method))
{
}
Sampler::~Sampler() = default;
Sampler::Sampler(Sampler&&) noexcept = default;
Sampler& Sampler::operator=(Sampler&&) noexcept = default;

void Sampler::seek(std::uint64_t run)
{
    m_source->seek(run);
}

void Sampler::next(std::span<double> normals)
{
    m_source->next(normals);
}

} // namespace trestle
