#include "models/typed/typed_text.h"

#include <algorithm>
#include <array>

namespace trestle::typed {

namespace {

constexpr int kMostDigits = 15;
constexpr std::uint64_t kTooLarge = 1'000'000'000'000'000'000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

struct Replacement {
    std::string_view from;
    char to;
};

/// In UTF-8: no-break space, spaces of U+2000 to U+200A, narrow no-break space, hyphens and dashes, minus.
constexpr std::array kReplacements{
    Replacement{"\u00A0", ' '}, Replacement{"\u2000", ' '}, Replacement{"\u2001", ' '}, Replacement{"\u2002", ' '},
    Replacement{"\u2003", ' '}, Replacement{"\u2004", ' '}, Replacement{"\u2005", ' '}, Replacement{"\u2006", ' '},
    Replacement{"\u2007", ' '}, Replacement{"\u2008", ' '}, Replacement{"\u2009", ' '}, Replacement{"\u200A", ' '},
    Replacement{"\u202F", ' '}, Replacement{"\u2010", '-'}, Replacement{"\u2011", '-'}, Replacement{"\u2012", '-'},
    Replacement{"\u2013", '-'}, Replacement{"\u2014", '-'}, Replacement{"\u2212", '-'}};

/// Three digits, and no fourth.
bool isGroup(std::string_view text)
{
    return text.size() >= 3 && std::all_of(text.begin(), text.begin() + 3, isDigit) &&
           (text.size() == 3 || !isDigit(text[3]));
}

} // namespace

std::optional<std::string> plain(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        char c = text.front();
        std::size_t length = 1;
        for (const Replacement& replacement : kReplacements)
            if (text.starts_with(replacement.from)) {
                c = replacement.to;
                length = replacement.from.size();
            }
        text.remove_prefix(length);
        if (c == '\t' || c == '\r' || c == '\n')
            c = ' ';
        if (c < ' ' || c > '~') // every byte of another letter in UTF-8 is one or the other
            return std::nullopt;
        if (c == ' ' && (result.empty() || result.back() == ' '))
            continue;
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (result.size() > kLongest)
            return std::nullopt;
    }
    if (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

double Decimal::value() const
{
    double power = 1;
    for (int i = 0; i < places; ++i)
        power *= 10;
    return static_cast<double>(digits) / power; // both exact, so that the result is the nearest double
}

std::optional<Decimal> takeDecimal(std::string_view& text)
{
    std::string_view rest = text;
    Decimal number;
    int count = 0;
    const auto takeDigits = [&] {
        const std::size_t before = rest.size();
        while (!rest.empty() && isDigit(rest.front())) {
            if (++count <= kMostDigits)
                number.digits = number.digits * 10 + static_cast<std::uint64_t>(rest.front() - '0');
            rest.remove_prefix(1);
        }
        return static_cast<int>(before - rest.size());
    };
    constexpr int kGroup = 3;
    const int whole = takeDigits();
    if (whole >= 1 && whole <= kGroup && !rest.empty()) {
        const char separator = rest.front();
        while ((separator == ',' || separator == ' ') && rest.starts_with(separator) && isGroup(rest.substr(1))) {
            rest.remove_prefix(1);
            takeDigits();
        }
    }
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        number.places = takeDigits();
        if (number.places == 0)
            return std::nullopt;
    }
    // What would go on as a number is none: "1,20,000", "1.2.3".
    const bool goesOn = rest.size() > 1 && (rest.front() == ',' || rest.front() == '.') && isDigit(rest[1]);
    if (count == 0 || goesOn)
        return std::nullopt;
    if (count > kMostDigits)
        number = {kTooLarge, 0};
    text = rest;
    return number;
}

std::string_view takeWord(std::string_view& text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isLetter);
    const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(word.size());
    return word;
}

void skipSpace(std::string_view& text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
}

bool take(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

} // namespace trestle::typed
