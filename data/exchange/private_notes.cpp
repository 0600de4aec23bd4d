#include "data/exchange/private_notes.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr std::string_view kLineEnds = "\r\n";
constexpr std::string_view kNoBreakSpace = "\u00a0";

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// Without the spaces and signs before its first letter: "- **Private:** …" begins with the mark too.
std::string_view fromFirstLetter(std::string_view line)
{
    while (!line.empty()) {
        if (line.starts_with(kNoBreakSpace))
            line.remove_prefix(kNoBreakSpace.size());
        else if (static_cast<unsigned char>(line.front()) < 0x80 && !isLetterOrDigit(line.front()))
            line.remove_prefix(1);
        else
            break;
    }
    return line;
}

bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of(" \t\v\f\u00a0") == std::string_view::npos;
}

bool isPrivate(std::string_view line)
{
    const std::string_view text = fromFirstLetter(line);
    const std::string_view word = kPrivateMark.substr(0, kPrivateMark.size() - 1);
    if (text.size() < word.size() || !std::ranges::equal(text.substr(0, word.size()), word, {}, lowered, lowered))
        return false;
    const std::string_view rest = text.substr(word.size());
    const std::size_t sign = rest.find_first_not_of(" \t*_");
    return sign != std::string_view::npos && rest[sign] == kPrivateMark.back();
}

/// The first line with its end, which is taken off the text.
std::string_view takeLine(std::string_view& text)
{
    std::size_t end = std::min(text.find_first_of(kLineEnds), text.size());
    if (end < text.size())
        end += text.substr(end).starts_with("\r\n") ? 2U : 1U;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    return line;
}

std::string_view withoutEnd(std::string_view line)
{
    return line.substr(0, std::min(line.find_first_of(kLineEnds), line.size()));
}

} // namespace

std::string withoutPrivate(std::string_view note)
{
    std::string kept;
    bool isLeftOut = false; // the paragraph of the line
    bool isAny = false;
    bool isAfterBlank = true; // so that what is left out leaves no second empty line behind
    for (std::string_view rest = note; !rest.empty();) {
        const std::string_view line = takeLine(rest);
        const bool isBlank = isBlankLine(withoutEnd(line));
        if (isPrivate(withoutEnd(line)))
            isLeftOut = isAny = true;
        else if (isLeftOut && isBlank) {
            isLeftOut = false;
            if (isAfterBlank)
                continue;
        }
        if (isLeftOut)
            continue;
        kept += line;
        isAfterBlank = isBlank;
    }
    if (!isAny)
        return std::string(note);
    kept.erase(kept.find_last_not_of(kLineEnds) + 1);
    return kept;
}

} // namespace trestle
