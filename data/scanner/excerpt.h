#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// What evidence shows of a line.
namespace trestle::scanner {

/// The line of `text` that has the byte `at`, or of a long one the words around it, as they stand in the file: at most
/// kWidestLine bytes. Where people shall not see its beginning, kShownFrom stands before what they see: what is
/// before it may name a secret behind it. A Hit's excerpt: scanFolder() makes those of them that it tells into
/// shownExcerpt()s.
std::string lineAround(std::string_view text, std::size_t at);
inline constexpr std::size_t kWidestLine = 1000;
inline constexpr char kShownFrom = '\x01';

/// How much of a line could be a secret.
enum class Masks : std::uint8_t {
    likely, ///< what looks like one
    values, ///< the line was found because it may hold one: all but names
};

/// The same for people: one line without spaces at its ends, valid UTF-8, secrets masked, at most kLongestExcerpt
/// bytes.
std::string shownExcerpt(std::string_view line, Masks masks = Masks::likely);
/// For lines that this signal found ("secrets.key"), or that speak of this item ("secrets.").
Masks masksOf(std::string_view rule);

} // namespace trestle::scanner
