#include "app/cli/values.h"

#include "app/cli/text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace trestle::cli {

namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

bool isDigits(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits with at most one point between or after them.
bool isDecimal(std::string_view text)
{
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? "0" : text.substr(point + 1);
    return !whole.empty() && !fraction.empty() && isDigits(whole) && isDigits(fraction);
}

/// NAME:REST, split at the last colon: a name that was given in the window may hold one.
Result<std::pair<std::string, std::string>> readNamed(std::string_view text, const std::string& where,
                                                      const std::string& form)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return fail(ErrorCode::invalidValue, std::string(text), where, form);
    return std::pair{std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

} // namespace

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            break;
        text.remove_prefix(end + 1);
        if (text.empty())
            parts.emplace_back();
    }
    return parts;
}

std::string trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kWhiteSpace);
    return first == std::string_view::npos
               ? ""
               : std::string(text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1));
}

Result<std::string> readText(std::string_view text, const std::string& where)
{
    if (!isUtf8(text))
        return fail(ErrorCode::invalidValue, std::string(text), where, "text in UTF-8");
    return std::string(text);
}

Result<std::string> readName(std::string_view text, const std::string& where)
{
    if (isBlank(text))
        return fail(ErrorCode::invalidValue, std::string(text), where, "a name that is not empty");
    return readText(text, where);
}

Result<Money> readMoney(std::string_view text, const std::string& where)
{
    const auto bad = [&] {
        return fail(ErrorCode::invalidValue, std::string(text), where, "dollars, as in 5000 or 1360.50");
    };
    if (!isDecimal(text))
        return bad();
    const std::size_t point = text.find('.');
    std::string digits(text.substr(0, point));
    const std::string_view fraction = point == std::string_view::npos ? "" : text.substr(point + 1);
    if (fraction.size() > 2)
        return bad();
    digits.append(fraction).append(2 - fraction.size(), '0');
    Money amount;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), amount.cents).ec != std::errc{})
        return fail(ErrorCode::invalidValue, std::string(text), where, "a smaller amount");
    return amount;
}

Result<Money> readSignedMoney(std::string_view text, const std::string& where)
{
    const bool isOut = text.starts_with('-');
    auto amount = readMoney(text.substr(isOut ? 1 : 0), where);
    if (amount && isOut)
        amount->cents = -amount->cents;
    return amount;
}

Result<double> readNumber(std::string_view text, const std::string& where)
{
    double value = 0;
    if (!isDecimal(text) || std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{})
        return fail(ErrorCode::invalidValue, std::string(text), where, "a number, as in 0.5");
    return value;
}

Result<int> readConfidence(const std::optional<std::string>& text, int otherwise)
{
    if (!text)
        return otherwise;
    int value = 0;
    const char* end = text->data() + text->size();
    const auto [rest, error] = std::from_chars(text->data(), end, value);
    if (error != std::errc{} || rest != end || value < 1 || value > 99)
        return fail(ErrorCode::invalidValue, *text, "--sure", "1 to 99 per cent");
    return value;
}

Result<Date> readDate(std::string_view text, const std::string& where)
{
    if (const auto date = parseDate(text))
        return *date;
    return fail(ErrorCode::invalidDate, std::string(text), where, "a day, as in 2027-01-04");
}

Result<PersonText> readPerson(std::string_view text, const std::string& where)
{
    const std::vector<std::string> parts = split(text, ':');
    if (parts.size() < 3 || parts.size() > 4)
        return fail(ErrorCode::invalidValue, std::string(text), where, "NAME:FTE:RATE or NAME:FTE:RATE:SKILL+SKILL");
    const auto name = readName(parts[0], where);
    if (!name)
        return std::unexpected(name.error());
    PersonText person;
    person.name = *name;
    const auto allocation = readNumber(parts[1], where);
    if (!allocation || *allocation <= 0 || *allocation > 1)
        return fail(ErrorCode::invalidAllocation, person.name, where, parts[1]);
    person.allocation = *allocation;
    const auto rate = readMoney(parts[2], where + " " + person.name);
    if (!rate)
        return std::unexpected(rate.error());
    person.weeklyRate = *rate;
    if (parts.size() == 4)
        person.skills = split(parts[3], '+');
    for (const std::string& skill : person.skills.value_or(std::vector<std::string>()))
        if (!readName(skill, where))
            return fail(ErrorCode::invalidValue, parts[3], where + " " + person.name, "skills with + between them");
    return person;
}

Result<LeaveText> readLeave(std::string_view text)
{
    const std::string where = "--leave";
    const auto named = readNamed(text, where, "NAME:FROM..TO, with days as in 2027-01-04");
    if (!named)
        return std::unexpected(named.error());
    const std::string_view days = named->second;
    if (days.empty())
        return LeaveText{named->first, std::nullopt};
    const std::size_t dots = days.find("..");
    const auto first = readDate(days.substr(0, dots), where);
    const auto last = dots == std::string_view::npos ? first : readDate(days.substr(dots + 2), where);
    if (!first || !last)
        return std::unexpected((first ? last : first).error());
    if (*last < *first)
        return fail(ErrorCode::invalidValue, std::string(days), where, "the first day before the last");
    return LeaveText{named->first, DateRange{*first, *last}};
}

Result<YearlyClosure> readClosure(std::string_view text)
{
    const std::string where = "--closure";
    const std::size_t colon = text.find(':');
    const std::string_view range = text.substr(0, colon);
    const std::size_t dots = range.find("..");
    const auto first = parseMonthDay(range.substr(0, dots));
    const auto last = dots == std::string_view::npos ? first : parseMonthDay(range.substr(dots + 2));
    if (!first || !last)
        return fail(ErrorCode::invalidValue, std::string(text), where,
                    "FROM..TO:LABEL, as in '12-25..01-01:Closed over Christmas'");
    const auto label = readText(colon == std::string_view::npos ? "" : text.substr(colon + 1), where);
    if (!label)
        return std::unexpected(label.error());
    return YearlyClosure{*first, *last, trimmed(*label)};
}

Result<PersonDayText> readPersonDay(std::string_view text, const std::string& where)
{
    const auto named = readNamed(text, where, "NAME:DATE, with a day as in 2027-01-04");
    if (!named)
        return std::unexpected(named.error());
    if (named->second.empty())
        return PersonDayText{named->first, std::nullopt};
    const auto date = readDate(named->second, where);
    if (!date)
        return std::unexpected(date.error());
    return PersonDayText{named->first, *date};
}

Result<BillRateText> readBillRate(std::string_view text)
{
    const std::string where = "--bill-rate";
    const auto named = readNamed(text, where, "NAME:AUD, for a full-time week");
    if (!named)
        return std::unexpected(named.error());
    if (named->second.empty())
        return BillRateText{named->first, std::nullopt};
    const auto rate = readMoney(named->second, where + " " + named->first);
    if (!rate)
        return std::unexpected(rate.error());
    return BillRateText{named->first, *rate};
}

} // namespace trestle::cli
