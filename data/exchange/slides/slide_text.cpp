#include "data/exchange/slides/slide_text.h"

#include "data/unicode.h"

#include <algorithm>
#include <array>

namespace trestle::slides {

namespace {

constexpr double kLine = 1.2; // of the size of its letters
constexpr double kBolder = 1.08;
constexpr double kSpare = 0.97; // of the width: readers set text a little wider or closer
constexpr std::string_view kEllipsis = "\u2026";

/// Thousandths of the size, from the space to the tilde.
constexpr std::array<int, 95> kWidths{278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                                      556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                                      1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                                      667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                                      333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                                      556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

char32_t codeOf(std::string_view character)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
    if (character.size() == 1)
        return byte(0);
    char32_t code = byte(0) & (0x7FU >> character.size());
    for (std::size_t i = 1; i < character.size(); ++i)
        code = code << 6U | (byte(i) & 0x3FU);
    return code;
}

bool isBetween(char32_t code, char32_t first, char32_t last)
{
    return code >= first && code <= last;
}

/// Signs of direction and joiners, which are not drawn.
bool isUndrawn(char32_t code)
{
    return isBetween(code, 0x200B, 0x200F) || isBetween(code, 0x202A, 0x202E) || isBetween(code, 0x2066, 0x2069) ||
           isBetween(code, 0xFE00, 0xFE0F);
}

bool runsLeft(char32_t code)
{
    return isBetween(code, 0x0590, 0x08FF) || isBetween(code, 0xFB1D, 0xFDFF) || isBetween(code, 0xFE70, 0xFEFF) ||
           isBetween(code, 0x10800, 0x10FFF) || isBetween(code, 0x1E800, 0x1EFFF) || isBetween(code, 0x202A, 0x202E);
}

/// Of one character of UTF-8.
int thousandths(std::string_view character)
{
    constexpr int kLetter = 667; // Latin, Greek and Cyrillic
    constexpr int kOther = 1100; // with the wider lines that other fonts set
    const char32_t code = codeOf(character);
    if (code < 0x7F)
        return code >= 0x20 ? kWidths.at(code - 0x20) : 0;
    return isUndrawn(code) ? 0 : code < 0x0590 ? kLetter : kOther;
}

std::string_view firstCharacter(std::string_view text)
{
    return text.substr(0, std::max<std::size_t>(characterLength(text), 1));
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    constexpr std::string_view kSpaces = " \t\r\n";
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t start = text.find_first_not_of(kSpaces);
        if (start == std::string_view::npos)
            return words;
        const std::size_t end = std::min(text.find_first_of(kSpaces, start), text.size());
        words.push_back(text.substr(start, end - start));
        text.remove_prefix(end);
    }
}

/// As much of a word as fits, and at least a character.
std::string_view headOf(std::string_view word, const Type& type, double width)
{
    std::size_t length = firstCharacter(word).size();
    while (length < word.size()) {
        const std::size_t next = length + firstCharacter(word.substr(length)).size();
        if (widthOf(word.substr(0, next), type) > width)
            break;
        length = next;
    }
    return word.substr(0, length);
}

/// The last line with an ellipsis, shortened as far as it needs.
std::string cut(std::string line, const Type& type, double width)
{
    while (!line.empty() && widthOf(line + std::string(kEllipsis), type) > width) {
        std::size_t last = line.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(line[last]) & 0xC0U) == 0x80)
            --last;
        line.resize(last);
    }
    while (line.ends_with(' '))
        line.pop_back();
    return line.append(kEllipsis);
}

} // namespace

double lineHeight(const Type& type)
{
    return kLine * type.points / kPointsPerInch;
}

double widthOf(std::string_view text, const Type& type)
{
    double sum = 0;
    while (!text.empty()) {
        const std::string_view character = firstCharacter(text);
        sum += thousandths(character);
        text.remove_prefix(character.size());
    }
    return sum / 1000 * type.points / kPointsPerInch * (type.bold ? kBolder : 1);
}

std::string isolated(std::string text)
{
    bool isMixed = false;
    for (std::string_view rest = text; !rest.empty() && !isMixed;) {
        const std::string_view character = firstCharacter(rest);
        isMixed = runsLeft(codeOf(character));
        rest.remove_prefix(character.size());
    }
    return isMixed ? "\u2068" + text + "\u2069" : text;
}

FittedText fittedText(std::string_view text, const Type& type, double width, std::size_t lines)
{
    const double room = width * kSpare;
    struct Line {
        std::string text;
        bool goesOn = false; ///< inside a word
    };
    std::vector<Line> all{{}};
    for (std::string_view word : wordsOf(text)) {
        std::string& line = all.back().text;
        if (const std::string longer = line.empty() ? std::string(word) : line + ' ' + std::string(word);
            widthOf(longer, type) <= room) {
            line = longer;
            continue;
        }
        if (!line.empty())
            all.emplace_back();
        while (widthOf(word, type) > room) {
            const std::string_view head = headOf(word, type, room);
            all.back().text = head;
            word.remove_prefix(head.size());
            all.push_back({{}, true});
        }
        all.back().text = word;
    }
    FittedText fitted;
    fitted.isCut = all.size() > lines;
    if (fitted.isCut) {
        all.resize(lines);
        all.back().text = cut(std::move(all.back().text), type, room);
    }
    for (const Line& line : all) {
        fitted.whole.append(fitted.whole.empty() || line.goesOn ? "" : " ").append(line.text);
        fitted.lines.push_back(line.text);
    }
    return fitted;
}

} // namespace trestle::slides
