#pragma once

#include <cstddef>
#include <cstdint>

/// Eight runs side by side. `Row` is one figure of each of them; the arithmetic is that of a double, run by run, in
/// pairs as any 64-bit processor has instructions for. `double` and `Row` share the functions below, so that code can
/// be written once for one run and for eight.
namespace trestle {

inline constexpr std::size_t kLanes = 8;

using Pair [[gnu::vector_size(16), gnu::may_alias]] = double;
using PairBits [[gnu::vector_size(16)]] = std::int64_t;
inline constexpr std::size_t kPairs = kLanes / 2;

struct alignas(16) Row {
    Pair pairs[kPairs]; // a template argument would lose what makes a pair
};

struct RowBits {
    PairBits pairs[kPairs];
};

template <class Function>
inline Row eachPair(Function function)
{
    Row result;
    for (std::size_t k = 0; k < kPairs; ++k)
        result.pairs[k] = function(k);
    return result;
}

inline Row operator+(const Row& a, const Row& b)
{
    return eachPair([&](std::size_t k) { return a.pairs[k] + b.pairs[k]; });
}
inline Row operator-(const Row& a, const Row& b)
{
    return eachPair([&](std::size_t k) { return a.pairs[k] - b.pairs[k]; });
}
inline Row operator+(const Row& a, double b)
{
    return eachPair([&](std::size_t k) { return a.pairs[k] + b; });
}
inline Row operator*(double a, const Row& b)
{
    return eachPair([&](std::size_t k) { return a * b.pairs[k]; });
}
inline Row operator/(const Row& a, double b)
{
    return eachPair([&](std::size_t k) { return a.pairs[k] / b; });
}

// As std::max and std::min.
inline Row larger(const Row& a, const Row& b)
{
    return eachPair([&](std::size_t k) { return a.pairs[k] < b.pairs[k] ? b.pairs[k] : a.pairs[k]; });
}
inline Row smaller(const Row& a, const Row& b)
{
    return eachPair([&](std::size_t k) { return b.pairs[k] < a.pairs[k] ? b.pairs[k] : a.pairs[k]; });
}
inline double larger(double a, double b)
{
    return a < b ? b : a;
}
inline double smaller(double a, double b)
{
    return b < a ? b : a;
}

inline Row rowOf(double value)
{
    return eachPair([&](std::size_t) { return Pair{value, value}; });
}

// `bit` in the answers of those for which a <= b.
inline RowBits bitWhereAtMost(const Row& a, const Row& b, std::uint64_t bit)
{
    RowBits result;
    for (std::size_t k = 0; k < kPairs; ++k)
        result.pairs[k] = (a.pairs[k] <= b.pairs[k]) & static_cast<std::int64_t>(bit);
    return result;
}
inline std::uint64_t bitWhereAtMost(double a, double b, std::uint64_t bit)
{
    return a <= b ? bit : 0;
}
inline RowBits& operator|=(RowBits& a, const RowBits& b)
{
    for (std::size_t k = 0; k < kPairs; ++k)
        a.pairs[k] |= b.pairs[k];
    return a;
}
inline RowBits operator^(const RowBits& a, std::uint64_t bits)
{
    RowBits result;
    for (std::size_t k = 0; k < kPairs; ++k)
        result.pairs[k] = a.pairs[k] ^ static_cast<std::int64_t>(bits);
    return result;
}
inline std::int64_t laneOf(const RowBits& bits, std::size_t lane)
{
    return bits.pairs[lane / 2][lane % 2];
}
inline bool isAny(std::uint64_t bits)
{
    return bits != 0;
}
inline bool isAny(const RowBits& bits)
{
    PairBits all{};
    for (const PairBits& pair : bits.pairs)
        all |= pair;
    return (all[0] | all[1]) != 0;
}
inline bool allAlike(const RowBits& bits)
{
    const PairBits first{bits.pairs[0][0], bits.pairs[0][0]};
    PairBits different{};
    for (const PairBits& pair : bits.pairs)
        different |= pair ^ first;
    return (different[0] | different[1]) == 0;
}

} // namespace trestle
