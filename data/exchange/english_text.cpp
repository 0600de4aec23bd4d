#include "data/exchange/english_text.h"

#include <array>
#include <cstdlib>

namespace trestle::english {

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

std::string_view monthName(std::chrono::month month)
{
    return kMonths.at(static_cast<unsigned>(month) - 1);
}

std::string longDay(Date day)
{
    return dayOf(day).append(" ").append(monthName(year_month_day{day}.month())).append(" ").append(yearOf(day));
}

std::string mediumDay(Date day)
{
    return shortDay(day) + ' ' + yearOf(day);
}

std::string shortDay(Date day)
{
    return dayOf(day).append(" ").append(monthName(year_month_day{day}.month()).substr(0, 3));
}

std::string daysText(Date first, Date last)
{
    const std::string end = mediumDay(last);
    if (first == last)
        return end;
    if (monthOf(first) == monthOf(last))
        return dayOf(first) + " to " + end;
    return shortDay(first) + (yearOf(first) == yearOf(last) ? "" : ' ' + yearOf(first)) + " to " + end;
}

std::string monthYear(std::chrono::year_month month)
{
    return std::string(monthName(month.month())) + ' ' + std::to_string(static_cast<int>(month.year()));
}

std::string dueText(int days)
{
    return days == 0 ? "due at once" : "due within " + std::to_string(days) + (days == 1 ? " day" : " days");
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

} // namespace trestle::english
