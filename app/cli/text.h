#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text in a terminal: what may be sent there, how wide it is, and how it fits into a column. All text is UTF-8; names
/// come from files that anyone may have written.
namespace trestle::cli {

/// What the reader's terminal can show.
struct Style {
    std::size_t width = 100; ///< columns
    bool glyphs = false;     ///< block glyphs, dashes and dots beyond ASCII
    bool utf8 = true;        ///< names as they are; else ASCII with question marks
    bool colour = false;
};

/// The text without anything that a terminal would obey or that would break the line: control characters (C0, DEL, C1,
/// line separators), direction overrides and broken UTF-8 become U+FFFD, or '?' where only ASCII can be shown. Of
/// marks piled up on one character the first few are kept.
std::string printable(std::string_view text, bool utf8 = true);

bool isUtf8(std::string_view text);

/// Terminal columns that printable text takes: East Asian wide characters 2, combining marks 0.
std::size_t displayWidth(std::string_view text);

/// At most `width` columns of the text, the end marked where it was cut.
std::string shortened(std::string_view text, std::size_t width, bool glyphs);
/// Exactly `width` columns: shortened or filled with spaces, the text at the left or at the right.
std::string leftAligned(std::string_view text, std::size_t width, bool glyphs);
std::string rightAligned(std::string_view text, std::size_t width, bool glyphs);

/// Words of printable text on lines of at most `width` columns; a longer word has a line of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

std::string joined(const std::vector<std::string>& parts, std::string_view separator);

enum class Ink { plain, bold, faint, warning };
/// The text in an ink, where the style has colour.
std::string inked(std::string_view text, Ink ink, const Style& style);

} // namespace trestle::cli
