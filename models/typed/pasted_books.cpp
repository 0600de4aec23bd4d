#include "models/typed/pasted_books.h"

#include "models/typed/typed_date.h"
#include "models/typed/typed_figures.h"
#include "models/typed/typed_text.h"

#include <algorithm>

namespace trestle {

namespace {

std::string_view trimmedCellText(std::string_view text)
{
    const auto isBlankCharacter = [](char c) { return c == ' ' || c == '\r' || c == '"'; };
    while (!text.empty() && isBlankCharacter(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlankCharacter(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> booksCellsOf(std::string_view line)
{
    const char separator = line.find('\t') != std::string_view::npos ? '\t' : ';';
    std::vector<std::string_view> cells;
    for (;;) {
        const std::size_t end = line.find(separator);
        cells.push_back(trimmedCellText(line.substr(0, end)));
        if (end == std::string_view::npos)
            return cells;
        line.remove_prefix(end + 1);
    }
}

/// An amount, one below nothing too: "-500", "(500)".
std::optional<Money> readSignedAmount(std::string_view text)
{
    text = trimmedCellText(text);
    const bool inBrackets = text.size() > 2 && text.front() == '(' && text.back() == ')';
    if (inBrackets)
        text = text.substr(1, text.size() - 2);
    const bool isNegative = !inBrackets && text.starts_with('-');
    if (isNegative)
        text.remove_prefix(1);
    const auto amount = readTypedAmount(text);
    if (!amount)
        return std::nullopt;
    return inBrackets || isNegative ? Money{} - *amount : *amount;
}

std::optional<ActualCost> readBooksRow(const std::vector<std::string_view>& cells, Date today)
{
    if (cells.size() < 2)
        return std::nullopt;
    for (const bool monthFirst : {true, false}) {
        const auto month = readTypedMonth(cells[monthFirst ? 0 : 1], today);
        const auto amount = readSignedAmount(cells[monthFirst ? 1 : 0]);
        if (month && amount)
            return ActualCost{*month, *amount, cells.size() > 2 ? std::string(cells[2]) : std::string()};
    }
    return std::nullopt;
}

} // namespace

std::optional<std::chrono::year_month> readTypedMonth(std::string_view text, Date today)
{
    constexpr auto kYear = std::chrono::days(364);
    const auto plain = typed::plain(text);
    if (!plain || plain->empty())
        return std::nullopt;
    // As the first day of a month or a day within it; a day of its own says the month as well.
    for (const std::string& day : {"1 " + *plain, *plain + "-01", "1/" + *plain, *plain}) {
        const auto date = readTypedDate(day, {today, today - kYear});
        if (!date)
            continue;
        const std::chrono::year_month_day found(*date);
        return found.year() / found.month();
    }
    return std::nullopt;
}

PastedBooks readPastedBooks(std::string_view text, Date today)
{
    PastedBooks books;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmedCellText(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        if (auto cost = readBooksRow(booksCellsOf(line), today))
            books.costs.push_back(std::move(*cost));
        else
            books.unread.emplace_back(line);
    }
    return books;
}

} // namespace trestle
