#include "data/exchange/html/html_text.h"
#include "data/exchange/slides/slide_pages.h"

#include <array>

namespace trestle::slides {

std::string countWord(std::size_t count)
{
    constexpr std::array<std::string_view, 13> kWords{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return count < kWords.size() ? std::string(kWords.at(count)) : std::to_string(count);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return countWord(count).append(" ").append(count == 1 ? one : many);
}

std::string capital(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string dayAndMonth(Date day)
{
    const std::chrono::year_month_day date{day};
    return std::to_string(static_cast<unsigned>(date.day())).append(" ").append(html::monthName(date.month()));
}

std::string costUnit(const Plan& plan)
{
    return plan.inputs.gst == GstBasis::price ? "incl. GST" : "ex GST";
}

} // namespace trestle::slides
