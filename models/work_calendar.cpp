#include "models/work_calendar.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

Date mondayOf(Date date)
{
    const unsigned day = std::chrono::weekday{date}.iso_encoding();
    return date - std::chrono::days{day - 1};
}

// Weekdays (Monday to Friday) from `monday` up to `date`, the date itself not counted.
int weekdaysBefore(Date monday, Date date)
{
    const auto days = static_cast<int>((date - monday).count());
    const int weeks = days >= 0 ? days / 7 : -((6 - days) / 7);
    const int rest = days - weeks * 7;
    return weeks * 5 + std::min(rest, 5);
}

} // namespace

WorkCalendar::WorkCalendar(Date origin, std::vector<Date> daysOff) : m_monday(mondayOf(origin))
{
    for (const Date day : daysOff)
        if (isWeekday(day))
            m_daysOff.push_back(weekdaysBefore(m_monday, day));
    std::ranges::sort(m_daysOff);
    m_daysOff.erase(std::unique(m_daysOff.begin(), m_daysOff.end()), m_daysOff.end());

    m_offset = weekdaysBefore(m_monday, origin);
    for (const int off : m_daysOff)
        if (off == m_offset)
            ++m_offset;
    const auto first = std::ranges::lower_bound(m_daysOff, m_offset);
    m_before.assign(m_daysOff.begin(), first);
    m_daysOff.erase(m_daysOff.begin(), first);
}

bool WorkCalendar::isWorkingDay(Date date) const
{
    if (!isWeekday(date))
        return false;
    const int weekday = weekdaysBefore(m_monday, date);
    return !std::ranges::binary_search(weekday < m_offset ? m_before : m_daysOff, weekday);
}

Date WorkCalendar::dateOf(int index) const
{
    if (index < 0) {
        int weekday = m_offset + index;
        for (auto off = m_before.rbegin(); off != m_before.rend() && *off >= weekday; ++off)
            --weekday;
        return dateOfWeekday(weekday);
    }
    // The k-th day off stands behind off_k − m_offset − k working days; those at or before `index` push it on.
    std::size_t low = 0;
    std::size_t high = m_daysOff.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        const int workingDaysBefore = m_daysOff[middle] - m_offset - static_cast<int>(middle);
        if (workingDaysBefore <= index)
            low = middle + 1;
        else
            high = middle;
    }
    const int weekday = m_offset + index + static_cast<int>(low);
    return dateOfWeekday(weekday);
}

Date WorkCalendar::dateOfWeekday(int weekday) const
{
    const int week = weekday >= 0 ? weekday / 5 : -((4 - weekday) / 5);
    return m_monday + std::chrono::days{week * 7 + (weekday - week * 5)};
}

int WorkCalendar::indexOnOrAfter(Date date) const
{
    const int weekday = weekdaysBefore(m_monday, date);
    if (weekday <= m_offset)
        return 0;
    const auto off = std::ranges::lower_bound(m_daysOff, weekday) - m_daysOff.begin();
    return weekday - m_offset - static_cast<int>(off);
}

int WorkCalendar::dayNumber(Date date) const
{
    const int weekday = weekdaysBefore(m_monday, date);
    if (weekday >= m_offset)
        return indexOnOrAfter(date);
    const auto off = m_before.end() - std::ranges::lower_bound(m_before, weekday);
    return weekday - m_offset + static_cast<int>(off);
}

int WorkCalendar::startIndex(Weeks at)
{
    return static_cast<int>(std::floor(at * kWorkingDaysPerWeek + 1e-6));
}

int WorkCalendar::lastIndex(Weeks start, Weeks finish)
{
    return std::max(startIndex(start), static_cast<int>(std::ceil(finish * kWorkingDaysPerWeek - 1e-6)) - 1);
}

} // namespace trestle
