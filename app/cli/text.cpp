#include "app/cli/text.h"

#include <locale.h>
#include <wchar.h>

#include <array>
#include <cstdint>
#include <memory>

namespace trestle::cli {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kBroken = 0xFFFFFFFF;
constexpr int kMostMarks = 8; // on one character; no script stacks more, and a pile hides its neighbours

/// One character off the front of the text; broken UTF-8 costs a byte and gives kBroken.
char32_t takeCharacter(std::string_view& text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(0);
    std::size_t length = lead < 0x80                   ? 1
                         : lead >= 0xC2 && lead < 0xE0 ? 2
                         : lead >= 0xE0 && lead < 0xF0 ? 3
                         : lead >= 0xF0 && lead < 0xF5 ? 4
                                                       : 0;
    char32_t value = length == 1 ? lead : length == 0 ? 0 : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= text.size() || (byte(i) & 0xC0U) != 0x80U) {
            length = 0;
            break;
        }
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool sound = length != 0 && value >= least[length] && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    text.remove_prefix(sound ? length : 1);
    return sound ? value : kBroken;
}

void append(std::string& out, char32_t c)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
        return;
    }
    const int length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    constexpr std::array<std::uint32_t, 5> lead{0, 0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(lead[static_cast<std::size_t>(length)] | (c >> (6 * (length - 1))));
    for (int i = length - 2; i >= 0; --i)
        out += static_cast<char>(0x80U | ((c >> (6 * i)) & 0x3FU));
}

bool isUnfit(char32_t c)
{
    return c == kBroken || c < 0x20 || (c >= 0x7F && c < 0xA0) // C0, DEL, C1
           || c == 0x2028 || c == 0x2029                       // line and paragraph separator
           || c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069)                               // direction marks and overrides
           || (c >= 0xE0000 && c <= 0xE007F)                          // tags
           || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); // no characters
}

/// The C library's table of widths. It comes with a locale, and must not depend on the user's.
class WidthTable {
public:
    int operator()(char32_t c) const
    {
        if (c < 0x80 || !m_locale)
            return 1;
        const locale_t before = uselocale(m_locale.get());
        const int width = wcwidth(static_cast<wchar_t>(c));
        uselocale(before);
        return width < 0 ? 1 : width;
    }

private:
    struct Free {
        void operator()(locale_t locale) const { freelocale(locale); }
    };
    std::unique_ptr<std::remove_pointer_t<locale_t>, Free> m_locale{newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)};
};

int widthOf(char32_t c)
{
    if (c < 0x80)
        return 1;
    static const WidthTable table;
    return table(c);
}

/// The longest start of the text that fits, and its width.
std::pair<std::string_view, std::size_t> head(std::string_view text, std::size_t width)
{
    std::string_view rest = text;
    std::size_t used = 0;
    while (!rest.empty()) {
        std::string_view after = rest;
        const auto next = static_cast<std::size_t>(widthOf(takeCharacter(after)));
        if (used + next > width)
            break;
        used += next;
        rest = after;
    }
    return {text.substr(0, text.size() - rest.size()), used};
}

} // namespace

std::string printable(std::string_view text, bool utf8)
{
    std::string out;
    out.reserve(text.size());
    int marks = 0;
    while (!text.empty()) {
        char32_t c = takeCharacter(text);
        if (isUnfit(c))
            c = kReplacement;
        if (!utf8 && c >= 0x80) {
            if (widthOf(c) > 0)
                out += '?';
            continue;
        }
        marks = widthOf(c) == 0 ? marks + 1 : 0;
        if (marks <= kMostMarks)
            append(out, c);
    }
    return out;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty())
        if (takeCharacter(text) == kBroken)
            return false;
    return true;
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty())
        width += static_cast<std::size_t>(widthOf(takeCharacter(text)));
    return width;
}

std::string shortened(std::string_view text, std::size_t width, bool glyphs)
{
    if (displayWidth(text) <= width)
        return std::string(text);
    const std::string_view mark = glyphs ? "…" : "..";
    const std::size_t markWidth = glyphs ? 1 : 2;
    if (width < markWidth)
        return std::string(head(text, width).first);
    return std::string(head(text, width - markWidth).first).append(mark);
}

std::string leftAligned(std::string_view text, std::size_t width, bool glyphs)
{
    std::string out = shortened(text, width, glyphs);
    return out.append(width - displayWidth(out), ' ');
}

std::string rightAligned(std::string_view text, std::size_t width, bool glyphs)
{
    const std::string out = shortened(text, width, glyphs);
    return std::string(width - displayWidth(out), ' ').append(out);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> lines;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (word.empty())
            continue;
        const std::size_t wordWidth = displayWidth(word);
        if (lines.empty() || used + 1 + wordWidth > width) {
            lines.emplace_back(word);
            used = wordWidth;
        } else {
            lines.back().append(" ").append(word);
            used += 1 + wordWidth;
        }
    }
    return lines;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string out;
    for (const std::string& part : parts)
        out.append(out.empty() ? "" : separator).append(part);
    return out;
}

std::string inked(std::string_view text, Ink ink, const Style& style)
{
    if (!style.colour || ink == Ink::plain || text.empty())
        return std::string(text);
    const std::string_view code = ink == Ink::bold ? "\x1b[1m" : ink == Ink::faint ? "\x1b[2m" : "\x1b[33m";
    return std::string(code).append(text).append("\x1b[0m");
}

} // namespace trestle::cli
