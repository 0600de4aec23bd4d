#include "models/calendar/holidays.h"

#include "models/calendar/holiday_rules.h"

#include <algorithm>

namespace trestle {

namespace {

Date weekdayFrom(Date date, std::chrono::weekday wanted)
{
    return date + (wanted - std::chrono::weekday{date});
}

void addHoliday(std::vector<Holiday>& found, Holiday holiday, WeekendRule rule)
{
    using std::chrono::Monday;
    using std::chrono::Saturday;
    using std::chrono::Sunday;
    using std::chrono::Tuesday;
    const Date date = holiday.date;
    const std::chrono::weekday on{date};
    const bool weekend = on == Saturday || on == Sunday;
    const Date monOrTue = weekdayFrom(date, on == Saturday ? Monday : Tuesday);

    std::optional<Date> other;
    bool stays = true;
    switch (rule) {
    case WeekendRule::stays: break;
    case WeekendRule::movesToMonday: stays = !weekend; [[fallthrough]];
    case WeekendRule::addsMonday:
        if (weekend)
            other = weekdayFrom(date, Monday);
        break;
    case WeekendRule::sundayMoves:
        stays = on != Sunday;
        if (!stays)
            other = weekdayFrom(date, Monday);
        break;
    case WeekendRule::movesMonOrTue: stays = !weekend; [[fallthrough]];
    case WeekendRule::addsMonOrTue:
        if (weekend)
            other = monOrTue;
        break;
    case WeekendRule::addsAfterChristmas:
        if (weekend || on == Monday)
            other = monOrTue;
        break;
    }
    if (stays)
        found.push_back(holiday);
    if (other) {
        holiday.date = *other;
        found.push_back(holiday);
    }
}

int yearOf(Date date)
{
    return static_cast<int>(std::chrono::year_month_day{date}.year());
}

} // namespace

Date easterSunday(int year)
{
    // The Gregorian computus (Meeus, Jones, Butcher): the first Sunday after the first full moon from 21 March on.
    const int golden = year % 19;
    const int century = year / 100;
    const int ofCentury = year % 100;
    const int correction = (century + 8) / 25;
    const int epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    const int toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
    const int late = (golden + 11 * epact + 22 * toSunday) / 451;
    const int sum = epact + toSunday - 7 * late + 114;
    return std::chrono::year{year} / (sum / 31) / (sum % 31 + 1);
}

Date YearDay::in(int year) const
{
    const std::chrono::year y{year};
    const std::chrono::month m{month};
    switch (kind) {
    case Kind::fixed: return y / m / std::chrono::day{day};
    case Kind::nth: return weekdayFrom(y / m / 1, weekday) + std::chrono::days{7 * (number - 1)};
    case Kind::onOrAfter: return weekdayFrom(y / m / std::chrono::day{day}, weekday);
    case Kind::last: return Date{y / m / weekday[std::chrono::last]} + std::chrono::days{number};
    case Kind::easter: return easterSunday(year) + std::chrono::days{number};
    }
    return {};
}

const HolidayRegion* findRegion(std::string_view code)
{
    const auto regions = holidayRegions();
    const auto found = std::ranges::find(regions, code, &HolidayRegion::code);
    return found == regions.end() ? nullptr : &*found;
}

std::vector<Holiday> holidaysOf(const HolidayRegion& region, int year)
{
    std::vector<Holiday> found;
    if (year < kFirstHolidayYear || year > kLastHolidayYear)
        return found;
    const auto isListed = [&](std::string_view name) {
        return std::ranges::any_of(
            region.listed, [&](const ListedHoliday& day) { return day.name == name && yearOf(day.date) == year; });
    };
    for (const HolidayRule& rule : region.rules) {
        if (year < rule.from || year > rule.to || (rule.state == HolidayState::expected && isListed(rule.name)))
            continue;
        const std::string_view source = rule.source.empty() ? region.act : rule.source;
        addHoliday(found, {rule.day.in(year), rule.name, source, rule.state}, rule.weekend);
    }
    for (const ListedHoliday& day : region.listed)
        if (yearOf(day.date) == year)
            found.push_back({day.date, day.name, day.source, HolidayState::set});
    std::ranges::stable_sort(found, {}, &Holiday::date);
    return found;
}

std::vector<Holiday> weekdayHolidays(const HolidayRegion& region, Date first, Date last)
{
    std::vector<Holiday> found;
    for (int year = std::max(yearOf(first), kFirstHolidayYear); year <= std::min(yearOf(last), kLastHolidayYear);
         ++year)
        for (const Holiday& day : holidaysOf(region, year))
            if (day.date >= first && day.date <= last && isWeekday(day.date) &&
                (found.empty() || found.back().date != day.date))
                found.push_back(day);
    return found;
}

} // namespace trestle
