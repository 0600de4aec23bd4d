#include "models/calendar/holiday_rules.h"

#include <array>

namespace trestle {

/// Not file-local: the names are short, and the library's files are compiled several at a time.
namespace holiday_tables {

using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Tuesday;
using enum WeekendRule;

constexpr int kFirst = kFirstHolidayYear;
constexpr int kLast = kLastHolidayYear;

constexpr YearDay on(unsigned month, unsigned day)
{
    return {YearDay::Kind::fixed, month, day, 0, {}};
}

constexpr YearDay nth(int number, std::chrono::weekday weekday, unsigned month)
{
    return {YearDay::Kind::nth, month, 1, number, weekday};
}

constexpr YearDay onOrAfter(std::chrono::weekday weekday, unsigned month, unsigned day)
{
    return {YearDay::Kind::onOrAfter, month, day, 0, weekday};
}

constexpr YearDay afterLast(std::chrono::weekday weekday, unsigned month, int days = 0)
{
    return {YearDay::Kind::last, month, 1, days, weekday};
}

constexpr YearDay easter(int days)
{
    return {YearDay::Kind::easter, 1, 1, days, {}};
}

constexpr Date ymd(int year, unsigned month, unsigned day)
{
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

// Those that all states have alike.
constexpr HolidayRule kAustraliaDay{"Australia Day", on(1, 26), movesToMonday};
constexpr HolidayRule kGoodFriday{"Good Friday", easter(-2)};
constexpr HolidayRule kEasterSaturday{"Easter Saturday", easter(-1)};
constexpr HolidayRule kEasterSunday{"Easter Sunday", easter(0)};
constexpr HolidayRule kEasterMonday{"Easter Monday", easter(1)};
constexpr HolidayRule kKingsBirthday{"King's Birthday", nth(2, Monday, 6)};

constexpr HolidayRule newYear(WeekendRule rule = addsMonday)
{
    return {"New Year's Day", on(1, 1), rule};
}

constexpr HolidayRule anzacDay(WeekendRule rule)
{
    return {"Anzac Day", on(4, 25), rule};
}

constexpr HolidayRule christmas(WeekendRule rule)
{
    return {"Christmas Day", on(12, 25), rule};
}

constexpr HolidayRule boxingDay(WeekendRule rule, std::string_view name = "Boxing Day")
{
    return {name, on(12, 26), rule};
}

// Public Holidays Act 2010 (NSW), sections 4 and 5.
constexpr std::array kNsw{
    newYear(),
    kAustraliaDay,
    kGoodFriday,
    kEasterSaturday,
    kEasterSunday,
    kEasterMonday,
    anzacDay(stays),
    kKingsBirthday,
    HolidayRule{"Labour Day", nth(1, Monday, 10)},
    christmas(addsMonOrTue),
    boxingDay(addsMonOrTue),
};
constexpr std::string_view kNswAnzac = "Public Holidays Amendment (Anzac Day) Order 2026 (NSW)";
constexpr std::array kNswListed{
    ListedHoliday{ymd(2026, 4, 27), "Anzac Day", kNswAnzac},
    ListedHoliday{ymd(2027, 4, 26), "Anzac Day", kNswAnzac},
};

// Public Holidays Act 1993 (Vic), sections 6 and 7; the Grand Final's Friday follows the AFL's fixture.
constexpr std::string_view kGrandFinal = "Friday before the AFL Grand Final";
constexpr std::string_view kVicPage = "Public Holidays Act 1993 (Vic), date as on business.vic.gov.au";
constexpr std::array kVic{
    newYear(),
    kAustraliaDay,
    HolidayRule{"Labour Day", nth(2, Monday, 3)},
    kGoodFriday,
    kEasterSaturday,
    kEasterSunday,
    kEasterMonday,
    anzacDay(stays),
    kKingsBirthday,
    HolidayRule{kGrandFinal, afterLast(Saturday, 9, -1), stays, kFirst, kLast, HolidayState::expected,
                "Public Holidays Act 1993 (Vic); the AFL sets the date each year"},
    HolidayRule{"Melbourne Cup Day", nth(1, Tuesday, 11)},
    christmas(addsMonOrTue),
    boxingDay(addsMonOrTue),
};
constexpr std::array kVicListed{
    ListedHoliday{ymd(2024, 9, 27), kGrandFinal, kVicPage},
    ListedHoliday{ymd(2025, 9, 26), kGrandFinal, kVicPage},
    ListedHoliday{ymd(2026, 9, 25), kGrandFinal, kVicPage},
};

// Holidays Act 1983 (Qld), schedule.
constexpr std::array kQld{
    newYear(),
    kAustraliaDay,
    kGoodFriday,
    kEasterSaturday,
    kEasterSunday,
    kEasterMonday,
    anzacDay(sundayMoves),
    HolidayRule{"Labour Day", nth(1, Monday, 5)},
    HolidayRule{"King's Birthday", nth(1, Monday, 10)},
    christmas(addsMonOrTue),
    boxingDay(addsMonOrTue),
};

// Public and Bank Holidays Act 1972 (WA), second schedule. Its amendment of 2025 adds two days and moves three from
// 2028 on.
constexpr std::string_view kWaPage =
    "Public and Bank Holidays Act 1972 (WA), proclaimed date as on wa.gov.au (public holidays)";
constexpr std::string_view kWaReform = "Public and Bank Holidays Amendment Bill 2025 (WA), to begin in 2028";
constexpr int kWaOld = 2027;
constexpr int kWaNew = 2028;
constexpr int kWaElection = 2029;
constexpr auto kExpected = HolidayState::expected;
constexpr std::array kWa{
    newYear(),
    kAustraliaDay,
    HolidayRule{"Labour Day", nth(1, Monday, 3), stays, kFirst, kWaOld},
    HolidayRule{"Labour Day", nth(2, Monday, 3), stays, kWaNew, kWaElection - 1, kExpected, kWaReform},
    HolidayRule{"Labour Day", nth(3, Monday, 3), stays, kWaElection, kWaElection, kExpected, kWaReform},
    HolidayRule{"Labour Day", nth(2, Monday, 3), stays, kWaElection + 1, kLast, kExpected, kWaReform},
    kGoodFriday,
    HolidayRule{"Easter Saturday", easter(-1), stays, kWaNew, kLast, kExpected, kWaReform},
    kEasterSunday,
    kEasterMonday,
    anzacDay(addsMonday),
    HolidayRule{"Western Australia Day", nth(1, Monday, 6), stays, kFirst, kWaOld},
    HolidayRule{"King's Birthday", nth(2, Monday, 6), stays, kWaNew, kLast, kExpected, kWaReform},
    HolidayRule{"Show Day", afterLast(Monday, 9), stays, kWaNew, kLast, kExpected, kWaReform},
    HolidayRule{"Western Australia Day", nth(2, Monday, 11), stays, kWaNew, kLast, kExpected, kWaReform},
    christmas(addsMonday),
    boxingDay(addsAfterChristmas),
};
constexpr std::array kWaListed{
    ListedHoliday{ymd(2024, 9, 23), "King's Birthday", kWaPage},
    ListedHoliday{ymd(2025, 9, 29), "King's Birthday", kWaPage},
    ListedHoliday{ymd(2026, 9, 28), "King's Birthday", kWaPage},
    ListedHoliday{ymd(2027, 9, 27), "King's Birthday", kWaPage},
};

// Public Holidays Act 2023 (SA), section 3.
constexpr std::array kSa{
    newYear(),
    kAustraliaDay,
    HolidayRule{"Adelaide Cup Day", nth(2, Monday, 3)},
    kGoodFriday,
    kEasterSaturday,
    kEasterSunday,
    kEasterMonday,
    anzacDay(stays),
    kKingsBirthday,
    HolidayRule{"Labour Day", nth(1, Monday, 10)},
    christmas(addsMonday),
    boxingDay(addsAfterChristmas, "Proclamation Day"),
};

// Statutory Holidays Act 2000 (Tas), section 4 and schedule 1.
constexpr std::array kTas{
    newYear(movesToMonday),
    kAustraliaDay,
    HolidayRule{"Eight Hours Day", nth(2, Monday, 3)},
    kGoodFriday,
    kEasterMonday,
    anzacDay(stays),
    kKingsBirthday,
    christmas(addsMonOrTue),
    boxingDay(movesMonOrTue),
};

// Public Holidays Act 1981 (NT), schedule 2.
constexpr std::array kNt{
    newYear(),
    kAustraliaDay,
    kGoodFriday,
    kEasterSaturday,
    kEasterSunday,
    kEasterMonday,
    anzacDay(sundayMoves),
    HolidayRule{"May Day", nth(1, Monday, 5)},
    kKingsBirthday,
    HolidayRule{"Picnic Day", nth(1, Monday, 8)},
    christmas(addsMonday),
    boxingDay(addsAfterChristmas),
};

// Holidays Act 1958 (ACT), section 3.
constexpr std::array kAct{
    newYear(),
    kAustraliaDay,
    HolidayRule{"Canberra Day", nth(2, Monday, 3)},
    kGoodFriday,
    kEasterSaturday,
    kEasterSunday,
    kEasterMonday,
    anzacDay(sundayMoves),
    HolidayRule{"Reconciliation Day", onOrAfter(Monday, 5, 27)},
    kKingsBirthday,
    HolidayRule{"Labour Day", nth(1, Monday, 10)},
    christmas(addsMonOrTue),
    boxingDay(addsMonOrTue),
};
constexpr std::array kActListed{
    ListedHoliday{ymd(2026, 4, 27), "Anzac Day", "Holidays Act 1958 (ACT), declared for 2026 as on act.gov.au"},
};

constexpr std::array kRegions{
    HolidayRegion{"nsw", "New South Wales", "Public Holidays Act 2010 (NSW)", "local public holidays; the Bank Holiday",
                  ymd(2027, 12, 31), kNsw, kNswListed},
    HolidayRegion{"vic", "Victoria", "Public Holidays Act 1993 (Vic)",
                  "days that a regional council has in place of Melbourne Cup Day", ymd(2026, 12, 31), kVic,
                  kVicListed},
    HolidayRegion{"qld",
                  "Queensland",
                  "Holidays Act 1983 (Qld)",
                  "show days, as Brisbane's in August; Christmas Eve from 6 pm",
                  ymd(2027, 12, 31),
                  kQld,
                  {}},
    HolidayRegion{"wa", "Western Australia", "Public and Bank Holidays Act 1972 (WA)",
                  "other dates of the King's Birthday in some towns", ymd(2027, 12, 31), kWa, kWaListed},
    HolidayRegion{"sa",
                  "South Australia",
                  "Public Holidays Act 2023 (SA)",
                  "Christmas Eve and New Year's Eve from 7 pm",
                  ymd(2027, 12, 31),
                  kSa,
                  {}},
    HolidayRegion{"tas",
                  "Tasmania",
                  "Statutory Holidays Act 2000 (Tas)",
                  "Royal Hobart Regatta, Recreation Day and show days; Easter Tuesday of the public service",
                  ymd(2027, 12, 31),
                  kTas,
                  {}},
    HolidayRegion{"act", "Australian Capital Territory", "Holidays Act 1958 (ACT)", "the Bank Holiday",
                  ymd(2027, 12, 31), kAct, kActListed},
    HolidayRegion{"nt",
                  "Northern Territory",
                  "Public Holidays Act 1981 (NT)",
                  "show days; Christmas Eve and New Year's Eve from 7 pm",
                  ymd(2027, 12, 31),
                  kNt,
                  {}},
};

} // namespace holiday_tables

std::span<const HolidayRegion> holidayRegions()
{
    return holiday_tables::kRegions;
}

} // namespace trestle
