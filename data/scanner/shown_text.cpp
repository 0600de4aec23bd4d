#include "data/scanner/shown_text.h"

#include "data/scanner/folder_walk.h"
#include "data/unicode.h"

#include <cstdint>

namespace trestle::scanner {

namespace {

std::uint32_t byteOfText(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

/// Control characters, and those that turn the direction of what follows.
bool isControlCharacter(std::string_view character)
{
    const std::uint32_t first = byteOfText(character, 0);
    if (character.size() == 1)
        return first < 0x20U || first == 0x7FU;
    if (character.size() == 2)
        return first == 0xC2U && byteOfText(character, 1) < 0xA0U;
    if (character.size() != 3 || first != 0xE2U)
        return false;
    const std::uint32_t rest = byteOfText(character, 1) << 8U | byteOfText(character, 2);
    return (rest >= 0x80A8U && rest <= 0x80AEU) || (rest >= 0x81A6U && rest <= 0x81A9U);
}

void escapeBytes(std::string_view bytes, std::string& to)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        to += "\\x";
        to += digits[byteOfText(bytes, i) >> 4U];
        to += digits[byteOfText(bytes, i) & 15U];
    }
}

} // namespace

std::string shownText(std::string_view text, bool escapesControls)
{
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const std::string_view character = text.substr(0, length == 0 ? 1 : length);
        if (length == 0 || (escapesControls && isControlCharacter(character)))
            escapeBytes(character, shown);
        else if (isControlCharacter(character))
            shown += ' ';
        else
            shown += character;
        text.remove_prefix(character.size());
    }
    return shown;
}

std::string shownPath(std::string_view path)
{
    return shownText(path, true);
}

} // namespace trestle::scanner
