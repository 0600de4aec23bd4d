#include "data/scanner/excerpt.h"

#include "data/scanner/mask.h"
#include "data/scanner/shown_text.h"
#include "data/unicode.h"
#include "models/evidence.h"

#include <algorithm>

namespace trestle::scanner {

namespace {

constexpr std::string_view kSpaces = " \t\r\n\v\f";
/// Of a long line, what is shown before the find at most.
constexpr std::size_t kWidestLead = 120;

} // namespace

std::string_view lineAround(std::string_view text, std::size_t at)
{
    at = std::min(at, text.size());
    const std::size_t lineBegin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1; // npos + 1 is 0
    std::string_view line = text.substr(lineBegin, text.find('\n', at) - lineBegin);
    std::size_t place = at - lineBegin;

    // A word that is cut could be a part of a secret that nobody would know for one.
    if (place > kWidestLead) {
        const std::size_t space = line.find_first_of(kSpaces, place - kWidestLead);
        const std::size_t begin = space < place ? space + 1 : place;
        line.remove_prefix(begin);
        place -= begin;
    }
    if (line.size() > kWidestLine) {
        const std::size_t space = line.find_last_of(kSpaces, kWidestLine);
        line = line.substr(0, space != std::string_view::npos && space > place ? space : kWidestLine);
    }
    return line;
}

std::string shownExcerpt(std::string_view line)
{
    constexpr std::string_view ellipsis = "\u2026";
    std::string shown = shownText(line, false);
    const std::size_t begin = std::min(shown.find_first_not_of(kSpaces), shown.size());
    shown = masked(std::string_view(shown).substr(begin));
    shown.erase(shown.find_last_not_of(kSpaces) + 1);
    if (shown.size() <= kLongestExcerpt)
        return shown;
    std::size_t end = 0;
    while (true) {
        const std::size_t next = end + characterLength(std::string_view(shown).substr(end));
        if (next + ellipsis.size() > kLongestExcerpt)
            break;
        end = next;
    }
    return shown.substr(0, end) + std::string(ellipsis);
}

} // namespace trestle::scanner
