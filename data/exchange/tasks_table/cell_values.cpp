#include "data/exchange/tasks_table/cell_values.h"

#include "data/exchange/tasks_table/cell_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace trestle {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Digits with commas and points as a number.
std::optional<double> numberOfRun(std::string_view run, bool decimalComma)
{
    constexpr std::size_t longest = 40;
    if (run.empty() || run.size() > longest)
        return {};
    const std::size_t comma = run.rfind(',');
    const std::size_t point = run.rfind('.');
    constexpr std::size_t none = std::string_view::npos;
    std::size_t decimal = none;
    if (comma != none && point != none)
        decimal = std::max(comma, point);
    else if (const std::size_t only = comma != none ? comma : point; only != none) {
        const char sign = run[only];
        const bool isGroup = run.size() - only == 4 && only > 0 && only <= 3 && !run.starts_with('0');
        const bool isOnce = run.find(sign) == only;
        const bool isUsual = (sign == ',') == decimalComma;
        decimal = isOnce && (isUsual || !isGroup) ? only : none;
    }
    std::string plain;
    for (std::size_t i = 0; i < run.size(); ++i)
        if (isDigit(run[i]))
            plain += run[i];
        else if (i == decimal)
            plain += '.';
    double number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(number))
        return {};
    return number;
}

struct UnitWord {
    std::string_view word;
    double inHours = 0;
    std::optional<TimeUnit> unit{}; ///< where numbers of a column may be in it
};
constexpr double kHoursPerDay = kTableHoursPerWeek / 5;
constexpr double kElapsedDay = kTableHoursPerWeek / 7;
constexpr auto kUnits = std::to_array<UnitWord>({
    {"m", 1.0 / 60},
    {"s", 1.0 / 3600, TimeUnit::seconds},
    {"sec", 1.0 / 3600, TimeUnit::seconds},
    {"secs", 1.0 / 3600, TimeUnit::seconds},
    {"second", 1.0 / 3600, TimeUnit::seconds},
    {"seconds", 1.0 / 3600, TimeUnit::seconds},
    {"min", 1.0 / 60, TimeUnit::minutes},
    {"mins", 1.0 / 60, TimeUnit::minutes},
    {"minute", 1.0 / 60, TimeUnit::minutes},
    {"minutes", 1.0 / 60, TimeUnit::minutes},
    {"h", 1, TimeUnit::hours},
    {"hr", 1, TimeUnit::hours},
    {"hrs", 1, TimeUnit::hours},
    {"hour", 1, TimeUnit::hours},
    {"hours", 1, TimeUnit::hours},
    {"d", kHoursPerDay, TimeUnit::days},
    {"dy", kHoursPerDay, TimeUnit::days},
    {"day", kHoursPerDay, TimeUnit::days},
    {"days", kHoursPerDay, TimeUnit::days},
    {"w", kTableHoursPerWeek, TimeUnit::weeks},
    {"wk", kTableHoursPerWeek, TimeUnit::weeks},
    {"wks", kTableHoursPerWeek, TimeUnit::weeks},
    {"week", kTableHoursPerWeek, TimeUnit::weeks},
    {"weeks", kTableHoursPerWeek, TimeUnit::weeks},
    {"mo", 20 * kHoursPerDay},
    {"mon", 20 * kHoursPerDay},
    {"mons", 20 * kHoursPerDay},
    {"month", 20 * kHoursPerDay},
    {"months", 20 * kHoursPerDay},
    {"ehr", kElapsedDay / 24},
    {"ehrs", kElapsedDay / 24},
    {"ed", kElapsedDay},
    {"eday", kElapsedDay},
    {"edays", kElapsedDay},
    {"ewk", kTableHoursPerWeek},
    {"ewks", kTableHoursPerWeek},
    {"eweek", kTableHoursPerWeek},
    {"eweeks", kTableHoursPerWeek},
    {"p", kHoursPerDay},
    {"pt", kHoursPerDay, TimeUnit::points},
    {"pts", kHoursPerDay, TimeUnit::points},
    {"sp", kHoursPerDay, TimeUnit::points},
    {"point", kHoursPerDay, TimeUnit::points},
    {"points", kHoursPerDay, TimeUnit::points},
});

double hoursIn(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::seconds: return 1.0 / 3600;
    case TimeUnit::minutes: return 1.0 / 60;
    case TimeUnit::hours: return 1;
    case TimeUnit::days:
    case TimeUnit::points: return kHoursPerDay;
    case TimeUnit::weeks: return kTableHoursPerWeek;
    }
    return 0;
}

/// What a date is made of: up to three numbers and the name of a month; a time behind them is none of it.
struct DateParts {
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
    std::size_t count = 0;
    std::optional<unsigned> month;
    std::size_t before = 0; ///< numbers before the month
};

std::optional<unsigned> monthFrom(std::string_view word)
{
    constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
    if (word.size() < 3)
        return {};
    for (unsigned i = 0; i < months.size(); ++i)
        if (months.at(i).starts_with(word) || (word == "sept" && i == 8))
            return i + 1;
    return {};
}

bool isWeekdayName(std::string_view word)
{
    constexpr std::array<std::string_view, 7> days{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
    return word.size() >= 2 && std::ranges::any_of(days, [&](std::string_view day) { return day.starts_with(word); });
}

std::optional<DateParts> partsOf(std::string_view text)
{
    DateParts parts;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t from = at;
        if (isDigit(text[at])) {
            while (at < text.size() && isDigit(text[at]))
                ++at;
            if (at < text.size() && text[at] == ':')
                break; // the time of day
            if (parts.count == parts.numbers.size())
                return parts.count == 3 && from > 0 && text[from - 1] == ' ' ? std::optional(parts) : std::nullopt;
            if (at - from > 4)
                return {};
            parts.digits.at(parts.count) = at - from;
            std::from_chars(text.data() + from, text.data() + at, parts.numbers.at(parts.count++));
        } else if ((text[at] >= 'a' && text[at] <= 'z')) {
            while (at < text.size() && text[at] >= 'a' && text[at] <= 'z')
                ++at;
            const std::string_view word = text.substr(from, at - from);
            if (word == "t" && parts.count == 3)
                break;
            const bool isOrdinal = word == "st" || word == "nd" || word == "rd" || word == "th" || word == "of";
            if (isOrdinal || (isWeekdayName(word) && !parts.month && parts.count == 0))
                continue;
            const auto month = monthFrom(word);
            if (!month || parts.month)
                return {};
            parts.month = month;
            parts.before = parts.count;
        } else if (std::string_view(" ,./-\t").contains(text[at]))
            ++at;
        else
            return {};
    }
    return parts;
}

std::optional<Date> dayOf(int year, std::size_t digits, int month, int day)
{
    if (digits <= 2)
        year += 2000;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1970 || year > 9999 || !date.ok())
        return {};
    return Date(date);
}

} // namespace

bool isVoid(std::string_view text)
{
    const std::string word = inSmallLetters(withoutSpaces(text));
    constexpr std::array<std::string_view, 10> none{"",    "-",    "\xE2\x80\x93", "\xE2\x80\x94", "na",
                                                    "n/a", "none", "null",         "tbd",          "?"};
    return std::ranges::find(none, word) != none.end();
}

std::optional<double> wholeNumber(std::string_view text, bool decimalComma)
{
    text = withoutSpaces(text);
    const bool isNegative = text.starts_with('-');
    text.remove_prefix(isNegative || text.starts_with('+') ? 1 : 0);
    if (text.empty() || !std::ranges::all_of(text, [](char c) { return isDigit(c) || c == '.' || c == ','; }))
        return {};
    const auto number = numberOfRun(text, decimalComma);
    return number ? std::optional(isNegative ? -*number : *number) : std::nullopt;
}

char decimalSign(std::string_view text)
{
    text = withoutSpaces(text);
    text.remove_prefix(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    const std::size_t at = text.find_first_of(",.");
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size())
        return 0;
    const std::string_view whole = text.substr(0, at);
    const std::string_view part = text.substr(at + 1);
    const bool isGroup = part.size() == 3 && whole.size() <= 3 && !whole.starts_with('0');
    return !isGroup && std::ranges::all_of(whole, isDigit) && std::ranges::all_of(part, isDigit) ? text[at] : '\0';
}

std::optional<TimeUnit> unitFrom(std::string_view word)
{
    const auto found = std::ranges::find(kUnits, word, &UnitWord::word);
    return found == kUnits.end() ? std::nullopt : found->unit;
}

Weeks weeksOf(double number, TimeUnit unit)
{
    return number * hoursIn(unit) / kTableHoursPerWeek;
}

std::optional<Weeks> weeksFrom(std::string_view text, TimeUnit unit, bool decimalComma)
{
    const std::string small = inSmallLetters(withoutSpaces(text));
    std::string_view left = small;
    const bool isNegative = left.starts_with('-');
    left.remove_prefix(isNegative || left.starts_with('+') || left.starts_with('~') ? 1 : 0);
    double hours = 0;
    bool isAny = false;
    while (!(left = withoutSpaces(left)).empty()) {
        if (isAny && (left == "?" || left == "estimated"))
            break;
        const std::size_t end = std::min(left.find_first_not_of("0123456789.,"), left.size());
        std::string_view run = left.substr(0, end);
        while (run.ends_with(',') || run.ends_with('.')) // "1 day, 2 hours"
            run.remove_suffix(1);
        const auto number = numberOfRun(run, decimalComma);
        if (!number)
            return {};
        left = withoutSpaces(left.substr(end));
        std::size_t letters = 0;
        while (letters < left.size() && left[letters] >= 'a' && left[letters] <= 'z')
            ++letters;
        const std::string_view word = left.substr(0, letters);
        left.remove_prefix(letters);
        while (left.starts_with(',') || left.starts_with('.'))
            left.remove_prefix(1);
        const auto found = std::ranges::find(kUnits, word, &UnitWord::word);
        if (!word.empty() && found == kUnits.end())
            return {};
        hours += *number * (word.empty() ? hoursIn(unit) : found->inHours);
        isAny = true;
    }
    if (!isAny)
        return {};
    return Weeks((isNegative ? -hours : hours) / kTableHoursPerWeek);
}

std::optional<CellDate> cellDate(std::string_view text, DateOrder order)
{
    constexpr std::size_t longest = 80;
    text = withoutSpaces(text);
    if (text.size() > longest)
        return {};
    const auto parts = partsOf(inSmallLetters(text));
    if (!parts)
        return {};
    const auto& [a, b, c] = parts->numbers;
    const auto& digits = parts->digits;
    const auto plain = [](std::optional<Date> date, DateOrder only = DateOrder::unknown) {
        return date ? std::optional(CellDate{*date, only, false}) : std::nullopt;
    };
    if (parts->month) {
        const int month = static_cast<int>(*parts->month);
        if (parts->count != 2)
            return {};
        return digits[0] == 4 ? plain(dayOf(a, 4, month, b)) : plain(dayOf(b, digits[1], month, a));
    }
    if (parts->count != 3)
        return {};
    if (digits[0] == 4)
        return plain(dayOf(a, 4, b, c));
    const auto dayFirst = dayOf(c, digits[2], b, a);
    const auto monthFirst = dayOf(c, digits[2], a, b);
    if (!dayFirst || !monthFirst)
        return dayFirst ? plain(dayFirst, DateOrder::dayFirst) : plain(monthFirst, DateOrder::monthFirst);
    if (*dayFirst == *monthFirst)
        return plain(dayFirst);
    return CellDate{order == DateOrder::monthFirst ? *monthFirst : *dayFirst, DateOrder::unknown, true};
}

std::optional<CellState> stateFrom(const TableCell& cell, bool decimalComma)
{
    if (cell.isPercent && cell.number)
        return CellState{*cell.number, false, false};
    if (cell.date)
        return CellState{1, false, false};
    if (cell.number)
        return CellState{*cell.number, true, false};
    std::string word = inSmallLetters(withoutSpaces(cell.text));
    if (word.ends_with('%')) {
        const auto number = wholeNumber(std::string_view(word).substr(0, word.size() - 1), decimalComma);
        return number ? std::optional(CellState{*number / 100, false, false}) : std::nullopt;
    }
    if (const auto number = wholeNumber(word, decimalComma))
        return CellState{*number, true, false};
    constexpr auto finished = std::to_array<std::string_view>({"done", "complete", "completed", "closed", "resolved",
                                                               "finished", "yes", "true", "y", "x", "shipped", "merged",
                                                               "released", "\xE2\x9C\x93", "\xE2\x9C\x94"});
    constexpr auto dropped =
        std::to_array<std::string_view>({"cancelled", "canceled", "won't do", "wont do", "won't fix", "duplicate",
                                         "not planned", "archived", "rejected"});
    if (std::ranges::find(finished, word) != finished.end() || cellDate(cell.text, DateOrder::dayFirst))
        return CellState{1, false, false};
    return CellState{0, false, std::ranges::find(dropped, word) != dropped.end()};
}

} // namespace trestle
