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
/// What is kept before that, to know the names of what is shown.
constexpr std::size_t kWidestNames = 400;

} // namespace

std::string lineAround(std::string_view text, std::size_t at)
{
    at = std::min(at, text.size());
    const std::size_t lineBegin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1; // npos + 1 is 0
    std::string_view line = text.substr(lineBegin, text.find('\n', at) - lineBegin);
    std::size_t place = at - lineBegin;

    // A word that is cut could be a part of a secret that nobody would know for one.
    std::string result;
    if (place > kWidestLead) {
        const std::size_t space = line.find_first_of(kSpaces, place - kWidestLead);
        const std::size_t begin = space < place ? space + 1 : place;
        result = line.substr(0, begin);
        if (begin > kWidestNames) {
            const std::size_t cut = result.find_first_of(kSpaces, begin - kWidestNames);
            result.erase(0, cut < result.size() ? cut + 1 : begin - kWidestNames);
        }
        result += kShownFrom;
        line.remove_prefix(begin);
        place -= begin;
    }
    const std::size_t widest = kWidestLine - result.size();
    if (line.size() > widest) {
        const std::size_t space = line.find_last_of(kSpaces, widest);
        line = line.substr(0, space != std::string_view::npos && space > place ? space : widest);
    }
    return result.append(line);
}

Masks masksOf(std::string_view rule)
{
    return rule.starts_with("secrets.") ? Masks::values : Masks::likely;
}

std::string shownExcerpt(std::string_view line, Masks masks)
{
    constexpr std::string_view ellipsis = "\u2026";
    const std::size_t cut = line.find(kShownFrom);
    std::string shown = shownText(line.substr(0, cut), false);
    if (cut != std::string_view::npos)
        shown += kShownFrom + shownText(line.substr(cut + 1), false);
    shown = masks == Masks::values ? maskedStrictly(shown) : masked(shown);
    // A mask that covers the cut is shown with what is before it.
    shown.erase(0, shown.find(kShownFrom) + 1); // npos + 1 is 0
    shown.erase(0, shown.find_first_not_of(kSpaces));
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
