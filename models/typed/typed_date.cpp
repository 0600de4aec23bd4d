#include "models/typed/typed_date.h"

#include "models/typed/typed_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace trestle {

namespace {

using TypedDate = std::expected<Date, DateProblem>;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2200;

std::unexpected<DateProblem> no(DateProblem problem)
{
    return std::unexpected(problem);
}

/// The place, from 1, of the name that `word` begins with at least three letters; 0 for none.
template <std::size_t Count>
unsigned named(const std::array<std::string_view, Count>& names, std::string_view word)
{
    constexpr std::size_t kShortest = 3;
    if (word.size() < kShortest)
        return 0;
    const auto found = std::ranges::find_if(names, [word](std::string_view name) { return name.starts_with(word); });
    return found == names.end() ? 0 : static_cast<unsigned>(found - names.begin()) + 1;
}

TypedDate inRange(const std::chrono::year_month_day& date)
{
    if (!date.ok())
        return no(DateProblem::noSuchDay);
    const int typedYear = static_cast<int>(date.year());
    if (typedYear < kFirstYear || typedYear > kLastYear)
        return no(DateProblem::outOfRange);
    return std::chrono::sys_days{date};
}

TypedDate inRange(Date date)
{
    return inRange(std::chrono::year_month_day{date});
}

/// Text cut into numbers, words and other characters; spaces and commas part and are dropped.
struct Token {
    enum class Kind : std::uint8_t { Number, Word, Sign } kind;
    std::string_view text;
    int number = -1; ///< of at most eight digits
};

std::optional<std::vector<Token>> tokens(std::string_view text)
{
    constexpr std::size_t kMostDigits = 8;
    std::vector<Token> result;
    while (!text.empty()) {
        if (text.front() == ' ' || text.front() == ',') {
            text.remove_prefix(1);
            continue;
        }
        if (const std::string_view word = typed::takeWord(text); !word.empty()) {
            result.push_back({Token::Kind::Word, word});
            continue;
        }
        const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
        const auto end = std::ranges::find_if_not(text, isDigit);
        const auto length = static_cast<std::size_t>(end - text.begin());
        if (length > kMostDigits)
            return std::nullopt;
        Token token{length > 0 ? Token::Kind::Number : Token::Kind::Sign,
                    text.substr(0, std::max<std::size_t>(length, 1))};
        if (length > 0) {
            token.number = 0;
            for (const char digit : token.text)
                token.number = token.number * 10 + (digit - '0');
        }
        result.push_back(token);
        text.remove_prefix(token.text.size());
    }
    return result;
}

class Reader {
public:
    Reader(std::vector<Token> tokens, const DateContext& context) : m_tokens(std::move(tokens)), m_context(context) {}

    TypedDate read()
    {
        if (const auto date = relative())
            return *date;
        const unsigned day = takeWeekday();
        if (day != 0 && m_at == m_tokens.size())
            return inRange(weekdayAfterToday(day));
        const TypedDate date = absolute();
        if (date && day != 0 && std::chrono::weekday{*date}.iso_encoding() != day)
            return no(DateProblem::otherWeekday);
        return date;
    }

private:
    [[nodiscard]] const Token* at(std::size_t place) const
    {
        return place < m_tokens.size() ? &m_tokens[place] : nullptr;
    }
    [[nodiscard]] bool isWord(std::size_t place, std::string_view word) const
    {
        return at(place) && at(place)->kind == Token::Kind::Word && at(place)->text == word;
    }
    [[nodiscard]] bool isNumber(std::size_t place) const { return at(place) && at(place)->kind == Token::Kind::Number; }
    [[nodiscard]] unsigned monthAt(std::size_t place) const
    {
        return at(place) && at(place)->kind == Token::Kind::Word ? named(kMonths, at(place)->text) : 0;
    }

    /// "today", "next Monday", "in 3 weeks", "+10d", "end of June"; nothing for any other text.
    std::optional<TypedDate> relative()
    {
        const Date today = m_context.today;
        if (m_tokens.size() == 1 && isWord(0, "today"))
            return today;
        if (m_tokens.size() == 1 && isWord(0, "tomorrow"))
            return inRange(today + std::chrono::days(1));
        if (m_tokens.size() == 1 && isWord(0, "yesterday"))
            return inRange(today - std::chrono::days(1));
        if (isWord(0, "next") || isWord(0, "this"))
            return next();
        if (isWord(0, "end"))
            return endOfMonth();
        return fromNow();
    }

    TypedDate next()
    {
        m_at = 1;
        const unsigned day = takeWeekday();
        if (day != 0 && m_at == m_tokens.size())
            return inRange(weekdayAfterToday(day));
        if (m_tokens.size() == 2 && isWord(0, "next") && isWord(1, "week"))
            return inRange(weekdayAfterToday(1));
        if (m_tokens.size() == 2 && isWord(0, "next") && isWord(1, "month")) {
            const std::chrono::year_month_day today{m_context.today};
            return inRange(std::chrono::year_month_day{today.year() / today.month() / std::chrono::day{1}} +
                           std::chrono::months(1));
        }
        return no(DateProblem::notUnderstood);
    }

    TypedDate endOfMonth()
    {
        std::size_t place = isWord(1, "of") ? 2 : 1;
        const unsigned named = monthAt(place++);
        if (named == 0)
            return no(DateProblem::notUnderstood);
        const auto lastDay = [named](int typedYear) {
            return std::chrono::year_month_day{std::chrono::year{typedYear} / std::chrono::month{named} /
                                               std::chrono::last};
        };
        if (place == m_tokens.size()) {
            const int first = static_cast<int>(std::chrono::year_month_day{notBefore()}.year());
            return inRange(std::chrono::sys_days{lastDay(first)} < notBefore() ? lastDay(first + 1) : lastDay(first));
        }
        const std::optional<int> typedYear = place + 1 == m_tokens.size() ? yearAt(place) : std::nullopt;
        return typedYear ? inRange(lastDay(*typedYear)) : no(DateProblem::notUnderstood);
    }

    std::optional<TypedDate> fromNow()
    {
        std::size_t place = 0;
        const bool plus = at(0) && at(0)->text == "+";
        const bool led = plus || isWord(0, "in");
        if (led)
            ++place;
        int count = 0;
        if (isWord(place, "a"))
            count = 1;
        else if (isNumber(place))
            count = at(place)->number;
        else
            return led ? std::optional<TypedDate>(no(DateProblem::notUnderstood)) : std::nullopt;
        const std::string_view unit = at(++place) ? at(place)->text : std::string_view();
        const auto is = [unit](std::string_view one, std::string_view many, std::string_view letter) {
            return unit == one || unit == many || unit == letter;
        };
        constexpr int kMost = 100'000; // further is out of range in any unit
        const bool isDays = is("day", "days", "d");
        const bool isWeeks = is("week", "weeks", "w");
        const bool isMonths = is("month", "months", "m");
        if ((!isDays && !isWeeks && !isMonths) || place + 1 != m_tokens.size())
            return led ? std::optional<TypedDate>(no(DateProblem::notUnderstood)) : std::nullopt;
        if (count > kMost)
            return no(DateProblem::outOfRange);
        if (!isMonths)
            return inRange(m_context.today + std::chrono::days(isWeeks ? count * 7 : count));
        // A month on from the 31st is the last day of a shorter one.
        const std::chrono::year_month_day then =
            std::chrono::year_month_day{m_context.today} + std::chrono::months(count);
        return inRange(then.ok() ? then : std::chrono::year_month_day{then.year() / then.month() / std::chrono::last});
    }

    /// The weekday that is next, 1 for Monday; 0 for none.
    unsigned takeWeekday()
    {
        const Token* token = at(m_at);
        if (!token || token->kind != Token::Kind::Word)
            return 0;
        const unsigned day = named(kWeekdays, token->text);
        if (day != 0)
            ++m_at;
        return day;
    }

    [[nodiscard]] Date weekdayAfterToday(unsigned isoDay) const
    {
        const unsigned now = std::chrono::weekday{m_context.today}.iso_encoding();
        return m_context.today + std::chrono::days(isoDay > now ? isoDay - now : isoDay + 7 - now);
    }

    [[nodiscard]] Date notBefore() const { return m_context.notBefore.value_or(m_context.today); }

    /// A year of four digits, or the one of this century that two digits name.
    [[nodiscard]] std::optional<int> yearAt(std::size_t place) const
    {
        if (!isNumber(place))
            return std::nullopt;
        const Token& token = *at(place);
        if (token.text.size() == 4)
            return token.number;
        constexpr int kCentury = 2000;
        return token.text.size() == 2 ? std::optional(kCentury + token.number) : std::nullopt;
    }

    /// Day, month and perhaps a year, in figures or with the month's name.
    TypedDate absolute()
    {
        std::vector<Token> parts;
        if (isWord(m_at, "the"))
            ++m_at;
        for (std::size_t place = m_at; place < m_tokens.size(); ++place) {
            const Token& token = m_tokens[place];
            if (token.kind == Token::Kind::Sign) {
                const bool between = token.text == "/" || token.text == "-" || token.text == ".";
                const bool placed = place > m_at && (place + 1 < m_tokens.size() || token.text == ".") &&
                                    m_tokens[place - 1].kind != Token::Kind::Sign;
                if (!between || !placed)
                    return no(DateProblem::notUnderstood);
                continue;
            }
            const bool ordinal = place > m_at && isNumber(place - 1) &&
                                 (token.text == "st" || token.text == "nd" || token.text == "rd" || token.text == "th");
            const bool of = place > m_at && token.text == "of";
            if (!ordinal && !of)
                parts.push_back(token);
        }
        m_tokens = std::move(parts);
        switch (m_tokens.size()) {
        case 1: return digitsOnly();
        case 2: return dayAndMonth();
        case 3: return dayMonthYear();
        default: return no(DateProblem::notUnderstood);
        }
    }

    /// "20270415" or "15042027": no text is a date in both orders.
    TypedDate digitsOnly()
    {
        constexpr std::size_t kDigits = 8;
        constexpr int kTwo = 100;
        constexpr int kFour = 10'000;
        if (!isNumber(0) || at(0)->text.size() != kDigits)
            return no(DateProblem::notUnderstood);
        const int digits = at(0)->number;
        const TypedDate iso = made(digits / kFour, digits / kTwo % kTwo, digits % kTwo);
        return iso ? iso : made(digits % kFour, digits / kFour % kTwo, digits / kFour / kTwo);
    }

    TypedDate dayAndMonth()
    {
        const unsigned first = monthAt(0);
        const unsigned second = monthAt(1);
        if (first != 0 || second != 0) {
            const std::size_t place = first != 0 ? 1 : 0;
            if (!isNumber(place))
                return no(DateProblem::notUnderstood);
            if (at(place)->text.size() > 2)
                return no(at(place)->text.size() == 4 ? DateProblem::noDay : DateProblem::notUnderstood);
            return withoutYear(first + second, at(place)->number);
        }
        if (!isNumber(0) || !isNumber(1) || at(0)->text.size() > 2 || at(1)->text.size() > 2)
            return no(DateProblem::notUnderstood);
        if (isMonthFirst(at(0)->number, at(1)->number))
            return no(DateProblem::monthBeforeDay);
        return withoutYear(static_cast<unsigned>(at(1)->number), at(0)->number);
    }

    TypedDate dayMonthYear()
    {
        const bool iso = isNumber(0) && at(0)->text.size() == 4;
        const unsigned named = monthAt(iso ? 1 : monthAt(0) != 0 ? 0 : 1);
        const std::size_t dayPlace = iso ? 2 : named != 0 && monthAt(0) != 0 ? 1 : 0;
        const std::optional<int> typedYear = yearAt(iso ? 0 : 2);
        if (!typedYear || !isNumber(dayPlace) || at(dayPlace)->text.size() > 2)
            return no(DateProblem::notUnderstood);
        const int day = at(dayPlace)->number;
        if (named != 0)
            return made(*typedYear, static_cast<int>(named), day);
        if (!isNumber(1) || at(1)->text.size() > 2)
            return no(DateProblem::notUnderstood);
        if (!iso && isMonthFirst(day, at(1)->number))
            return no(DateProblem::monthBeforeDay);
        return made(*typedYear, at(1)->number, day);
    }

    static bool isMonthFirst(int first, int second)
    {
        constexpr int kMonthsInYear = 12;
        constexpr int kDaysInMonth = 31;
        return first >= 1 && first <= kMonthsInYear && second > kMonthsInYear && second <= kDaysInMonth;
    }

    static TypedDate made(int typedYear, int typedMonth, int day)
    {
        if (typedYear < kFirstYear || typedYear > kLastYear)
            return no(DateProblem::outOfRange);
        return inRange(std::chrono::year_month_day{std::chrono::year{typedYear},
                                                   std::chrono::month{static_cast<unsigned>(typedMonth)},
                                                   std::chrono::day{static_cast<unsigned>(day)}});
    }

    /// The first such day from the context's day on; 29 February may be years away.
    [[nodiscard]] TypedDate withoutYear(unsigned typedMonth, int day) const
    {
        constexpr int kLongestGap = 8; // between two 29 February
        const int first = static_cast<int>(std::chrono::year_month_day{notBefore()}.year());
        TypedDate date = no(DateProblem::noSuchDay);
        for (int ahead = 0; ahead <= kLongestGap; ++ahead) {
            date = made(first + ahead, static_cast<int>(typedMonth), day);
            if ((date && *date >= notBefore()) || (!date && date.error() == DateProblem::outOfRange))
                return date;
        }
        return no(DateProblem::noSuchDay);
    }

    std::vector<Token> m_tokens;
    const DateContext& m_context;
    std::size_t m_at = 0;
};

} // namespace

std::expected<Date, DateProblem> readTypedDate(std::string_view text, const DateContext& context)
{
    const std::optional<std::string> plain = typed::plain(text);
    if (!plain)
        return no(DateProblem::notUnderstood);
    std::optional<std::vector<Token>> parts = tokens(*plain);
    if (!parts)
        return no(DateProblem::notUnderstood);
    if (parts->empty())
        return no(DateProblem::empty);
    return Reader(std::move(*parts), context).read();
}

} // namespace trestle
