#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace trestle {

/// A set of small numbers that finds its least member from a given one on in a few machine words, however large the
/// range: one bit per number, and above each level one bit per word of it that is not empty.
class RankSet {
public:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    explicit RankSet(std::uint32_t size)
    {
        std::size_t words = size;
        do {
            words = (words + 63) / 64;
            m_levels.emplace_back(words == 0 ? 1 : words, 0);
        } while (words > 1);
    }

    void insert(std::uint32_t rank)
    {
        for (auto& level : m_levels) {
            const bool wasEmpty = level[rank / 64] == 0;
            level[rank / 64] |= std::uint64_t{1} << (rank % 64);
            if (!wasEmpty)
                return;
            rank /= 64;
        }
    }

    void erase(std::uint32_t rank)
    {
        for (auto& level : m_levels) {
            level[rank / 64] &= ~(std::uint64_t{1} << (rank % 64));
            if (level[rank / 64] != 0)
                return;
            rank /= 64;
        }
    }

    /// The least member that is not less than `rank`; none if there is none.
    [[nodiscard]] std::uint32_t firstFrom(std::uint32_t rank) const
    {
        for (std::size_t l = 0; l < m_levels.size(); ++l) {
            const auto& level = m_levels[l];
            if (rank / 64 >= level.size())
                return none;
            if (const std::uint64_t rest = level[rank / 64] >> (rank % 64)) {
                std::uint32_t found = rank + static_cast<std::uint32_t>(std::countr_zero(rest));
                while (l-- > 0)
                    found = found * 64 + static_cast<std::uint32_t>(std::countr_zero(m_levels[l][found]));
                return found;
            }
            rank = rank / 64 + 1;
        }
        return none;
    }

private:
    std::vector<std::vector<std::uint64_t>> m_levels;
};

} // namespace trestle
