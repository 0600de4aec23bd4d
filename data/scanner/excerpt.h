#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What evidence shows of a line.
namespace trestle::scanner {

/// The line of `text` that has the byte `at`, or of a long one the words around it: at most kWidestLine bytes, as they
/// stand in the file. A Hit's excerpt: scanFolder() makes those of them that it tells into shownExcerpt()s.
std::string_view lineAround(std::string_view text, std::size_t at);
inline constexpr std::size_t kWidestLine = 400;

/// The same for people: one line without spaces at its ends, valid UTF-8, secrets masked, at most kLongestExcerpt
/// bytes.
std::string shownExcerpt(std::string_view line);

} // namespace trestle::scanner
