#include "data/scanner/text_search.h"

#include <queue>

#include <utility>

namespace trestle::scanner {

TextSearch::TextSearch(const std::vector<std::string>& pieces)
{
    for (const std::string& piece : pieces)
        for (const char c : piece)
            if (std::uint8_t& own = m_class[static_cast<unsigned char>(c)]; own == 0)
                own = static_cast<std::uint8_t>(m_width++);
    for (unsigned char upper = 'A'; upper <= 'Z'; ++upper)
        m_class[upper] = m_class[static_cast<unsigned char>(upper - 'A' + 'a')];

    // The tree of the pieces; row 0 is its root.
    const std::size_t width = m_width;
    std::vector<std::vector<std::uint32_t>> ends(1);
    m_next.assign(width, 0);
    for (std::uint32_t piece = 0; piece < pieces.size(); ++piece) {
        std::size_t state = 0;
        for (const char c : pieces[piece]) {
            const std::size_t at = state * width + m_class[static_cast<unsigned char>(c)];
            if (m_next[at] == 0) {
                m_next[at] = static_cast<std::uint32_t>(ends.size());
                ends.emplace_back();
                m_next.resize(m_next.size() + width, 0);
            }
            state = m_next[at];
        }
        ends[state].push_back(piece);
    }

    // Breadth first: a state without a child for a class goes where its longest proper suffix goes.
    std::vector<std::uint32_t> suffix(ends.size(), 0);
    std::queue<std::uint32_t> waiting;
    waiting.push(0);
    while (!waiting.empty()) {
        const std::size_t state = waiting.front();
        waiting.pop();
        for (std::size_t c = 0; c < width; ++c) {
            std::uint32_t& child = m_next[state * width + c];
            const std::uint32_t otherwise = state == 0 ? 0 : m_next[suffix[state] * width + c];
            if (child == 0) {
                child = otherwise;
                continue;
            }
            suffix[child] = otherwise;
            ends[child].insert(ends[child].end(), ends[otherwise].begin(), ends[otherwise].end());
            waiting.push(child);
        }
    }

    for (std::uint32_t& next : m_next)
        next = next * m_width | (ends[next].empty() ? 0 : kEnds);
    m_ends = std::move(ends);
}

} // namespace trestle::scanner
