#include "data/exchange/mspdi/working_clock.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kMinutesPerHour = 60;
constexpr int kMorning = 8 * kMinutesPerHour;
constexpr int kNoon = 12 * kMinutesPerHour;
constexpr int kAfternoon = 13 * kMinutesPerHour;
constexpr int kMostMinutesPerDay = 14 * kMinutesPerHour;

std::string twoDigits(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

WorkingClock::WorkingClock(const WorkCalendar& calendar, double hoursPerWeek)
    : m_calendar(calendar),
      m_minutesPerDay(static_cast<int>(
          std::clamp<long>(std::lround(hoursPerWeek * kMinutesPerHour / kWorkingDaysPerWeek), 1, kMostMinutesPerDay)))
{
}

std::vector<WorkingClock::Shift> WorkingClock::shifts() const
{
    constexpr int beforeNoon = kNoon - kMorning;
    std::vector<Shift> shifts{{kMorning, kMorning + std::min(m_minutesPerDay, beforeNoon)}};
    if (m_minutesPerDay > beforeNoon)
        shifts.push_back({kAfternoon, kAfternoon + m_minutesPerDay - beforeNoon});
    return shifts;
}

std::int64_t WorkingClock::minutes(Weeks at) const
{
    return std::llround(at * kWorkingDaysPerWeek * m_minutesPerDay);
}

std::string WorkingClock::start(Weeks at) const
{
    const int day = WorkCalendar::startIndex(at);
    const std::int64_t into =
        std::clamp<std::int64_t>(minutes(at) - std::int64_t{day} * m_minutesPerDay, 0, m_minutesPerDay - 1);
    const auto minute = kMorning + static_cast<int>(into);
    return mspdiTime(m_calendar.dateOf(day), minute < kNoon ? minute : minute + kAfternoon - kNoon);
}

std::string WorkingClock::finish(Weeks start, Weeks finish) const
{
    if (finish - start <= kEpsilon)
        return this->start(start);
    const int day = WorkCalendar::lastIndex(start, finish);
    const std::int64_t into =
        std::clamp<std::int64_t>(minutes(finish) - std::int64_t{day} * m_minutesPerDay, 1, m_minutesPerDay);
    const auto minute = kMorning + static_cast<int>(into);
    return mspdiTime(m_calendar.dateOf(day), minute <= kNoon ? minute : minute + kAfternoon - kNoon);
}

std::string mspdiTime(Date date, int minuteOfDay)
{
    return isoDate(date) + 'T' + twoDigits(minuteOfDay / kMinutesPerHour) + ':' +
           twoDigits(minuteOfDay % kMinutesPerHour) + ":00";
}

std::string mspdiDuration(std::int64_t minutes)
{
    return "PT" + std::to_string(minutes / kMinutesPerHour) + 'H' + std::to_string(minutes % kMinutesPerHour) + "M0S";
}

} // namespace trestle
