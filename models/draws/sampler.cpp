#include "models/draws/sampler.h"

#include <boost/math/special_functions/erf.hpp>
#include <boost/random/sobol.hpp>

#include <algorithm>
#include <bit>
#include <numbers>
#include <numeric>

namespace trestle {

namespace {

constexpr std::uint32_t kSobolDimensions = 3667;
constexpr std::size_t kRunBits = 40; // more runs than anyone waits for
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

std::vector<std::uint32_t> firstOf(std::size_t count)
{
    std::vector<std::uint32_t> dimensions(count);
    std::iota(dimensions.begin(), dimensions.end(), 0U);
    return dimensions;
}

double exactNormalQuantile(double u)
{
    using NormalPolicy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * u, NormalPolicy());
}

} // namespace

double normalQuantile(double u)
{
    return exactNormalQuantile(u);
}

Sampler::Sampler(std::uint64_t seed, std::size_t dimensions, DrawMethod method)
    : Sampler(seed, firstOf(dimensions), method)
{
}

Sampler::Sampler(std::uint64_t seed, std::vector<std::uint32_t> dimensions, DrawMethod method)
    : m_seed(seed), m_dimensions(std::move(dimensions)),
      m_central(std::make_shared<const UniformTable>(kTail, 1.0 - kTail, 2048,
                                                     [](double u) { return exactNormalQuantile(u); }))
{
    const std::span all(m_dimensions);
    const auto sobol =
        all.first(static_cast<std::size_t>(std::ranges::lower_bound(all, kSobolDimensions) - all.begin()));
    const std::size_t evenly = method == DrawMethod::sobol ? sobol.size() : 0;
    m_directions.resize(evenly * kRunBits);
    for (std::size_t k = 0; k < evenly; ++k)
        m_shift.push_back(word(seed, ~std::uint64_t{0}, sobol[k]));
    m_state = m_shift;
    if (evenly == 0)
        return;
    // Point i of the sequence is the sum (exclusive or) of the directions at the bits of i's Gray code, so the points
    // at powers of two tell them. Boost's engine leaves out point 0.
    boost::random::sobol engine(sobol.back() + 1);
    for (std::size_t r = 0; r < kRunBits; ++r) {
        engine.seed((std::uint64_t{1} << r) - 1);
        std::uint32_t drawn = 0;
        for (std::size_t k = 0; k < evenly; ++k) {
            engine.discard(sobol[k] - drawn);
            drawn = sobol[k] + 1;
            m_directions[k * kRunBits + r] = engine() ^ (r == 0 ? 0 : m_directions[k * kRunBits + r - 1]);
        }
    }
    seek(0);
}

void Sampler::seek(std::uint64_t run)
{
    m_run = run;
    m_state = m_shift;
    for (std::uint64_t gray = run ^ (run >> 1); gray != 0; gray &= gray - 1)
        for (std::size_t k = 0; k < m_state.size(); ++k)
            m_state[k] ^= m_directions[k * kRunBits + static_cast<std::size_t>(std::countr_zero(gray))];
}

void Sampler::next(std::size_t count, std::size_t stride, std::span<double> normals)
{
    for (std::size_t k = 0; k < m_state.size(); ++k) {
        const std::uint64_t* directions = m_directions.data() + k * kRunBits;
        double* out = normals.data() + k * stride;
        std::uint64_t state = m_state[k];
        for (std::size_t j = 0; j < count; ++j) {
            state ^= directions[std::countr_zero(m_run + j + 1)]; // the one bit in which the Gray codes differ
            out[j] = unit(state);
        }
        m_state[k] = state;
    }
    for (std::size_t k = m_state.size(); k < m_dimensions.size(); ++k)
        for (std::size_t j = 0; j < count; ++j)
            normals[k * stride + j] = unit(word(m_seed, m_run + j, m_dimensions[k]));
    for (std::size_t k = 0; k < m_dimensions.size(); ++k)
        for (double& u : normals.subspan(k * stride, count))
            u = quantile(u);
    m_run += count;
}

double Sampler::quantile(double u) const
{
    return u >= kTail && u <= 1.0 - kTail ? (*m_central)(u) : exactNormalQuantile(u);
}

} // namespace trestle
