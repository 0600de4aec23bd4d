#pragma once

#include "data/scanner/text_search.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Many regular expressions, each looked for within single lines of a text, in one pass over it.
///
/// Each pattern holds pieces of plain text without which it cannot match (re2::FilteredRE2 knows them). All pieces are
/// searched for at once; a pattern is tried on the lines alone that hold one of its own.
namespace trestle::scanner {

/// Longer lines are made by machines and not looked at.
inline constexpr std::size_t kLongestLine = 4096;

/// Lines that begin so are comments.
enum class CommentStyle : std::uint8_t { none, slashes, hash, dashes, markup };
CommentStyle commentStyle(std::string_view path);
bool isComment(std::string_view line, CommentStyle style);

/// Whether that is a pattern for a text as a whole; an empty one is none, and asks for nothing.
bool isTextPattern(const std::string& pattern);

class LinePatterns {
public:
    LinePatterns();
    ~LinePatterns();
    LinePatterns(const LinePatterns&) = delete;
    LinePatterns& operator=(const LinePatterns&) = delete;

    /// Its number, from 0 on; nothing where it is no pattern or holds no plain text. `except`: a line in which this is
    /// found as well does not count; may be empty. Before compile().
    std::optional<std::size_t> add(const std::string& pattern, const std::string& except, bool inComments);
    void compile();

    /// The patterns that are looked for in files of one sort.
    struct Choice {
        std::vector<std::vector<std::uint32_t>> patternsOfPiece;
        bool isEmpty = true;
    };
    [[nodiscard]] Choice choice(const std::vector<std::size_t>& patterns) const;

    struct Place {
        std::size_t pattern = 0;
        int line = 0;       ///< from 1
        std::size_t at = 0; ///< byte of the text where the match begins
    };
    /// In the order of the lines, each pattern once in a line.
    [[nodiscard]] std::vector<Place> find(std::string_view text, const Choice& choice, CommentStyle comments) const;

private:
    struct Pattern;
    std::vector<std::unique_ptr<Pattern>> m_patterns;
    std::unique_ptr<TextSearch> m_search;
    std::size_t m_pieceCount = 0;
};

} // namespace trestle::scanner
