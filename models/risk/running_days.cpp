#include "models/risk/running_days.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr Weeks kFarthest = 2'000;

} // namespace

RunningDays::RunningDays(const WorkCalendar& calendar, Weeks horizon) : m_calendar(calendar)
{
    const int last = WorkCalendar::lastIndex(0, std::clamp(horizon, Weeks{}, kFarthest));
    for (int index = 0; index <= last; ++index)
        m_days.push_back(find(index));
}

int RunningDays::find(int index) const
{
    return static_cast<int>((m_calendar.dateOf(index) - m_calendar.dateOf(0)).count());
}

} // namespace trestle
