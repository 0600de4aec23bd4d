#include "data/exchange/clean_text.h"

#include "data/unicode.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

unsigned byteOf(char c)
{
    return static_cast<unsigned char>(c);
}

/// Of a character of UTF-8 that is longer than a byte.
bool isControl(std::string_view character)
{
    const bool isC1 = character.size() == 2 && character[0] == '\xC2' && byteOf(character[1]) < 0xA0;
    return isC1 || character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF"; // U+FFFE and U+FFFF are none of XML's
}

} // namespace

std::string TextCleaner::clean(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
        const char c = character[0];
        const bool holds = length > 1    ? !isControl(character)
                           : length == 1 ? (byteOf(c) >= 0x20 && c != '\x7F') || m_kept.contains(c)
                                         : false;
        out += holds ? character : kReplacement;
        m_replaced += holds ? 0 : 1;
        text.remove_prefix(character.size());
    }
    return out;
}

std::string characterNames(std::string_view text, std::size_t most)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string names;
    while (!text.empty()) {
        const std::size_t length = std::max<std::size_t>(characterLength(text), 1);
        if (!names.empty())
            names += ", ";
        if (most-- == 0)
            return names + "\u2026";
        unsigned code = length == 1 ? byteOf(text[0]) : byteOf(text[0]) & (0x7FU >> length);
        for (const char c : text.substr(1, length - 1))
            code = code << 6U | (byteOf(c) & 0x3FU);
        names += "U+";
        for (int shift = code > 0xFFFFF ? 20 : code > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
            names += kHex[code >> static_cast<unsigned>(shift) & 0xFU];
        text.remove_prefix(length);
    }
    return names;
}

} // namespace trestle
