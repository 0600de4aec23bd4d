#include "data/exchange/html/html_text.h"

#include "data/exchange/csv_table.h"

#include <array>
#include <cstdlib>

namespace trestle::html {

namespace {

using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string dayOf(Date date)
{
    return std::to_string(static_cast<unsigned>(year_month_day{date}.day()));
}

std::string yearOf(Date date)
{
    return std::to_string(static_cast<int>(year_month_day{date}.year()));
}

} // namespace

std::string Escaper::operator()(std::string_view text)
{
    std::string out;
    const std::string clean = m_cleaner.clean(text);
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const char c = clean[i];
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        case '\r': out += clean.substr(i + 1, 1) == "\n" ? "" : "\n"; break;
        default: out += c;
        }
    }
    return out;
}

std::string isolated(const std::string& escaped)
{
    return "<bdi>" + escaped + "</bdi>";
}

std::string cell(std::string_view kind, const std::string& text, std::string_view label)
{
    std::string out = "<td";
    if (!kind.empty())
        out.append(" class=\"").append(kind).append("\"");
    if (!label.empty())
        out.append(" data-label=\"").append(label).append("\"");
    return out + '>' + text + "</td>";
}

std::string_view monthName(std::chrono::month month)
{
    return kMonths.at(static_cast<unsigned>(month) - 1);
}

std::string longDay(Date day)
{
    return dayOf(day).append(" ").append(monthName(year_month_day{day}.month())).append(" ").append(yearOf(day));
}

std::string shortDay(Date day)
{
    return dayOf(day).append(" ").append(monthName(year_month_day{day}.month()).substr(0, 3));
}

std::string daysText(Date first, Date last)
{
    const std::string end = shortDay(last) + ' ' + yearOf(last);
    if (first == last)
        return end;
    if (monthOf(first) == monthOf(last))
        return dayOf(first) + " to " + end;
    return shortDay(first) + (yearOf(first) == yearOf(last) ? "" : ' ' + yearOf(first)) + " to " + end;
}

std::string amountText(Money amount)
{
    const std::int64_t cents = std::abs(amount.cents);
    std::string digits = std::to_string(cents / 100);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, 1, ',');
    if (cents % 100 != 0)
        digits.append(cents % 100 < 10 ? ".0" : ".").append(std::to_string(cents % 100));
    return (amount.cents < 0 ? "\u2212" : "") + digits;
}

std::string percentText(ToldChance chance)
{
    switch (chance.kind) {
    case ChanceKind::never: return "0 %";
    case ChanceKind::rarely: return "under 1 %";
    case ChanceKind::percent: return std::to_string(chance.percent) + " %";
    case ChanceKind::nearlyAlways: return "over 99 %";
    case ChanceKind::always: return "100 %";
    }
    return {};
}

std::string figureText(double value, int decimals)
{
    return decimalText(value, decimals);
}

std::string fixedText(double value)
{
    const std::string text = decimalText(value, 1);
    return text.contains('.') ? text : text + ".0";
}

} // namespace trestle::html
