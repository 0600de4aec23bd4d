#include "data/exchange/html/html_axis.h"

#include "data/exchange/html/html_text.h"

#include <algorithm>

namespace trestle::html {

namespace {

std::string thousandths(double part)
{
    return figureText(part * 1000);
}

std::string rectangle(std::string_view kind, double from, double to, std::string_view top, std::string_view height)
{
    return std::string("<rect class=\"").append(kind) + "\" x=\"" + thousandths(from) + "\" " + std::string(top) +
           " width=\"" + thousandths(std::max(to - from, 0.004)) + "\" " + std::string(height) + "/>";
}

} // namespace

TimeAxis::TimeAxis(Date first, Date last)
    : m_first(Date{monthOf(first) / 1}), m_end(Date{(monthOf(last) + std::chrono::months{1}) / 1})
{
}

double TimeAxis::at(Date day) const
{
    const auto part = static_cast<double>((day - m_first).count()) / static_cast<double>((m_end - m_first).count());
    return std::clamp(part, 0.0, 1.0);
}

std::vector<Date> TimeAxis::ticks() const
{
    const auto months = (monthOf(m_end) - monthOf(m_first)).count();
    const std::chrono::months step{std::max<std::int64_t>(1, (months + 7) / 8)};
    std::vector<Date> days;
    for (auto month = monthOf(m_first); Date{month / 1} < m_end; month += step)
        days.emplace_back(month / 1);
    return days;
}

std::string bar(std::string_view kind, double from, double to)
{
    return rectangle(kind, from, to, "y=\"5\"", "height=\"14\"");
}

std::string thinBar(std::string_view kind, double from, double to)
{
    return rectangle(kind, from, to, "y=\"21\"", "height=\"3\"");
}

std::string upright(std::string_view kind, double at)
{
    return std::string("<line class=\"").append(kind) + "\" x1=\"" + thousandths(at) + "\" x2=\"" + thousandths(at) +
           "\" y1=\"0\" y2=\"24\"/>";
}

std::string percentAt(double part)
{
    return figureText(part * 100, 2) + '%';
}

} // namespace trestle::html
