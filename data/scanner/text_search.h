#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trestle::scanner {

/// Finds many pieces of text at once, without regard to the case of ASCII letters, in one pass over a text: the
/// automaton of Aho and Corasick (CACM 18(6), 1975), its failure links resolved into a table.
class TextSearch {
public:
    /// The pieces are in lower case and not empty.
    explicit TextSearch(const std::vector<std::string>& pieces);

    /// Calls `found(piece, end)` for each, in the order of their ends; `end` is the place behind it.
    template <class Found>
    void search(std::string_view text, Found found) const
    {
        std::uint32_t state = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const std::uint32_t next = m_next[state + m_class[static_cast<unsigned char>(text[i])]];
            state = next & ~kEnds;
            if (next & kEnds)
                for (const std::uint32_t piece : m_ends[state / m_width])
                    found(piece, i + 1);
        }
    }

private:
    static constexpr std::uint32_t kEnds = std::uint32_t{1} << 31U; ///< in m_next: pieces end there

    std::array<std::uint8_t, 256> m_class{};        ///< bytes that the pieces do not hold are all one class
    std::uint32_t m_width = 1;                      ///< of the classes
    std::vector<std::uint32_t> m_next;              ///< the row of the state after a class, by row + class
    std::vector<std::vector<std::uint32_t>> m_ends; ///< by state
};

} // namespace trestle::scanner
