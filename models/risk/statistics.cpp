#include "models/risk/statistics.h"

#include "models/draws/radix_sort.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace trestle {

namespace {

// 0.8 × 10 000 is slightly above 8 000 in binary; the difference absorbed here must not add a rank.
std::size_t indexOf(double q, std::size_t size)
{
    const double rank = std::ceil(q * static_cast<double>(size) - 1e-6);
    const auto index = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
    return std::min(index, size - 1);
}

std::uint32_t indexIn(std::uint64_t placed)
{
    return static_cast<std::uint32_t>(placed);
}

// Values that agree in all that the key holds of them are put in order one by one.
void sortAlike(std::span<const double> sample, std::vector<std::uint64_t>& placed)
{
    for (std::size_t first = 0; first < placed.size();) {
        std::size_t last = first + 1;
        while (last < placed.size() && placed[last] >> 32 == placed[first] >> 32)
            ++last;
        if (last - first > 1)
            std::ranges::stable_sort(placed.begin() + static_cast<std::ptrdiff_t>(first),
                                     placed.begin() + static_cast<std::ptrdiff_t>(last), {},
                                     [&](std::uint64_t entry) { return sample[indexIn(entry)]; });
        first = last;
    }
}

// The sample in order, as words of a key in the upper half and an index into the sample in the lower. Of the bits in
// which the values differ, the key has the upper 32.
std::vector<std::uint64_t> inOrder(std::span<const double> sample)
{
    std::vector<std::uint64_t> placed(sample.size());
    if (sample.empty())
        return placed;
    const auto [least, most] = std::ranges::minmax(sample);
    const std::uint64_t from = orderedBits(least);
    const auto width = static_cast<unsigned>(std::bit_width(orderedBits(most) - from));
    const unsigned shift = std::max(width, 32U) - 32;
    for (std::uint32_t n = 0; n < sample.size(); ++n)
        placed[n] = (orderedBits(sample[n]) - from) >> shift << 32 | n;
    std::vector<std::uint64_t> scratch;
    radixSort(placed, scratch, [](std::uint64_t entry) { return entry; }, 32);
    if (shift > 0)
        sortAlike(sample, placed);
    return placed;
}

} // namespace

double quantileOf(std::span<const double> sorted, double q)
{
    return sorted.empty() ? 0.0 : sorted[indexOf(q, sorted.size())];
}

Percentiles percentilesOf(std::span<const double> sorted)
{
    return {quantileOf(sorted, 0.1), quantileOf(sorted, 0.5), quantileOf(sorted, 0.8), quantileOf(sorted, 0.9)};
}

Percentiles percentilesOf(std::vector<float> sample)
{
    if (sample.empty())
        return {};
    std::vector<float> scratch;
    radixSort(sample, scratch, [](float value) { return orderedBits(value); });
    const auto at = [&](double q) { return static_cast<double>(sample[indexOf(q, sample.size())]); };
    return {at(0.1), at(0.5), at(0.8), at(0.9)};
}

Ranking::Ranking(std::span<const double> sample, std::vector<double>* sorted) : m_twice(sample.size())
{
    const std::vector<std::uint64_t> placed = inOrder(sample);
    setRanks(sample, placed);
    if (sorted == nullptr)
        return;
    sorted->resize(sample.size());
    std::ranges::transform(placed, sorted->begin(), [&](std::uint64_t entry) { return sample[indexIn(entry)]; });
}

// A float and its index fit one word.
Ranking::Ranking(std::span<const float> sample) : m_twice(sample.size())
{
    std::vector<std::uint64_t> placed(sample.size());
    for (std::uint32_t n = 0; n < sample.size(); ++n)
        placed[n] = std::uint64_t{orderedBits(sample[n])} << 32 | n;
    std::vector<std::uint64_t> scratch;
    radixSort(placed, scratch, [](std::uint64_t entry) { return entry; }, 32);
    setRanks(sample, placed);
}

template <class Value>
void Ranking::setRanks(std::span<const Value> sample, std::span<const std::uint64_t> placed)
{
    for (std::size_t first = 0; first < placed.size();) {
        const Value value = sample[indexIn(placed[first])];
        std::size_t last = first + 1;
        while (last < placed.size() && sample[indexIn(placed[last])] <= value)
            ++last;
        for (std::size_t k = first; k < last; ++k)
            m_twice[indexIn(placed[k])] = static_cast<std::uint32_t>(first + last - 1);
        m_varies = m_varies || last - first < placed.size();
        first = last;
    }
}

double correlationOf(const Ranking& a, const Ranking& b)
{
    if (!a.varies() || !b.varies())
        return 0.0;
    const auto mean = static_cast<double>(a.size() - 1); // of any ranks, twice, with ties or without
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t n = 0; n < a.size(); ++n) {
        const double fromA = a.twice()[n] - mean;
        const double fromB = b.twice()[n] - mean;
        ab += fromA * fromB;
        aa += fromA * fromA;
        bb += fromB * fromB;
    }
    return ab / std::sqrt(aa * bb);
}

} // namespace trestle
