#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trestle {

/// How many bytes at the start of `text` are one character of UTF-8; 0 where they are none.
std::size_t characterLength(std::string_view text);

void appendUtf8(std::string& text, char32_t character);

/// Whether a byte order mark says so.
bool isUtf16(std::string_view bytes);
/// Of text that isUtf16(); without the mark, U+FFFD for what is no character.
std::string fromUtf16(std::string_view bytes);

} // namespace trestle
