#include "data/unicode.h"

#include <algorithm>

namespace trestle {

namespace {

unsigned unsignedByte(char c)
{
    return static_cast<unsigned char>(c);
}

} // namespace

std::size_t characterLength(std::string_view text)
{
    if (text.empty())
        return 0;
    const unsigned first = unsignedByte(text[0]);
    if (first < 0x80)
        return 1;
    const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || text.size() < length)
        return 0;
    const auto continues = [](char c) { return (unsignedByte(c) & 0xC0U) == 0x80; };
    if (!std::ranges::all_of(text.substr(1, length - 1), continues))
        return 0;
    const unsigned second = unsignedByte(text[1]);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F); // surrogates; > U+10FFFF
    return overlong || outside ? 0 : length;
}

void appendUtf8(std::string& text, char32_t character)
{
    const auto byte = [&](char32_t value) { text += static_cast<char>(value); };
    if (character < 0x80)
        byte(character);
    else if (character < 0x800) {
        byte(0xC0U | character >> 6U);
        byte(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        byte(0xE0U | character >> 12U);
        byte(0x80U | (character >> 6U & 0x3FU));
        byte(0x80U | (character & 0x3FU));
    } else {
        byte(0xF0U | character >> 18U);
        byte(0x80U | (character >> 12U & 0x3FU));
        byte(0x80U | (character >> 6U & 0x3FU));
        byte(0x80U | (character & 0x3FU));
    }
}

bool isUtf16(std::string_view bytes)
{
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string fromUtf16(std::string_view bytes)
{
    constexpr char32_t unknown = 0xFFFD;
    const bool littleEndian = bytes.starts_with("\xFF");
    bytes.remove_prefix(2);
    const auto unitAt = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(littleEndian ? first | second << 8U : first << 8U | second);
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t unit = unitAt(at);
        const bool isHigh = unit >= 0xD800 && unit < 0xDC00;
        if (isHigh && at + 3 < bytes.size() && unitAt(at + 2) >= 0xDC00 && unitAt(at + 2) < 0xE000) {
            unit = 0x10000 + ((unit - 0xD800) << 10U) + (unitAt(at + 2) - 0xDC00);
            at += 2;
        } else if (unit >= 0xD800 && unit < 0xE000)
            unit = unknown;
        appendUtf8(text, unit);
    }
    return text;
}

} // namespace trestle
