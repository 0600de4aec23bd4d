#pragma once

#include "models/risk/simulation.h"

#include <cstdint>
#include <span>
#include <vector>

namespace trestle {

/// The ⌈qN⌉-th smallest of a sorted sample.
double quantileOf(std::span<const double> sorted, double q);
Percentiles percentilesOf(std::span<const double> sorted);
/// Of a sample in any order, which is sorted on the way.
Percentiles percentilesOf(std::vector<float> sample);

/// The rank of each value of a sample, from 0; ties share their mean rank.
class Ranking {
public:
    /// Where `sorted` is given it gets the sample in order.
    explicit Ranking(std::span<const double> sample, std::vector<double>* sorted = nullptr);
    explicit Ranking(std::span<const float> sample);

    [[nodiscard]] std::size_t size() const { return m_twice.size(); }
    /// Twice the rank, which is a whole number.
    [[nodiscard]] std::span<const std::uint32_t> twice() const { return m_twice; }
    [[nodiscard]] bool varies() const { return m_varies; }

private:
    template <class Value>
    void setRanks(std::span<const Value> sample, std::span<const std::uint64_t> placed);

    std::vector<std::uint32_t> m_twice;
    bool m_varies = false;
};

/// Spearman's correlation of two samples of equal size: Pearson's of their ranks. 0 where one of them does not vary.
double correlationOf(const Ranking& a, const Ranking& b);

} // namespace trestle
