#include "models/calendar/holiday_rules.h"
#include "models/calendar/holidays.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

using namespace trestle;

namespace {

/// Which of the two has a day that the other lacks.
enum class Side { ours, theirs };

/// Side, region, year, name.
using Difference = std::tuple<Side, std::string, int, std::string>;

struct Explained {
    Side side;
    std::vector<std::string> regions;
    std::string name;
    std::vector<int> years;
    const char* why;
};

const std::vector<std::string> kAll{"nsw", "vic", "qld", "wa", "sa", "tas", "act", "nt"};
const std::vector<int> kEach{2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032};
const std::vector<int> kReform{2028, 2029, 2030, 2031, 2032};

/// What python3-holidays 0.10.1, of January 2021, has otherwise, and why ours stands.
const std::vector<Explained> kExplained{
    {Side::theirs,
     kAll,
     "Australia Day",
     {2025, 2030, 2031},
     "kept on the Monday alone where the 26th is a weekend day"},
    {Side::theirs, {"qld", "act", "nt"}, "Anzac Day", {2027, 2032}, "the Monday in place of a Sunday"},
    {Side::theirs,
     {"nt"},
     "Anzac Day (Observed)",
     {2026},
     "only a Sunday moves (Public Holidays Act 1981, schedule 2)"},
    {Side::theirs, {"sa"}, "Anzac Day (Observed)", {2027, 2032}, "no longer since the Public Holidays Act 2023"},
    {Side::ours, {"nsw"}, "Anzac Day", {2026, 2027}, "added by an order of 2026"},
    {Side::ours, {"act"}, "Anzac Day", {2026}, "declared for 2026"},
    {Side::ours, {"wa", "sa", "nt"}, "Easter Sunday", kEach, "a holiday there since 2022 (WA) and 2024 (SA, NT)"},
    {Side::theirs,
     {"tas"},
     "New Year's Day",
     {2028},
     "moved from a weekend to the Monday (Statutory Holidays Act 2000)"},
    {Side::theirs, {"tas"}, "Boxing Day", {2026, 2027, 2032}, "moved from a weekend (Statutory Holidays Act 2000)"},
    {Side::theirs, {"nsw"}, "Bank Holiday", kEach, "for banks alone since the Public Holidays Act 2010"},
    {Side::theirs, {"qld"}, "The Royal Queensland Show", kEach, "of Brisbane alone"},
    {Side::theirs, {"wa"}, "Queen's Birthday", {2024}, "proclaimed a week earlier"},
    {Side::ours, {"wa"}, "King's Birthday", {2024}, "as proclaimed"},
    {Side::ours, {"wa"}, "Easter Saturday", kReform, "the changes of 2028"},
    {Side::ours, {"wa"}, "Labour Day", kReform, "the changes of 2028"},
    {Side::theirs, {"wa"}, "Labour Day", kReform, "the changes of 2028"},
    {Side::ours, {"wa"}, "Western Australia Day", kReform, "the changes of 2028"},
    {Side::theirs, {"wa"}, "Western Australia Day", kReform, "the changes of 2028"},
    {Side::ours, {"wa"}, "King's Birthday", kReform, "the changes of 2028; before, in September"},
    {Side::ours, {"wa"}, "Show Day", {2029}, "the changes of 2028; else their Queen's Birthday is on the same day"},
    {Side::theirs, {"wa"}, "Queen's Birthday", {2029}, "the changes of 2028"},
};

/// Region and date → name.
using Days = std::map<std::pair<std::string, std::string>, std::string>;

Days ourDays()
{
    Days days;
    for (const HolidayRegion& region : holidayRegions())
        for (const int year : kEach)
            for (const Holiday& day : holidaysOf(region, year))
                days.emplace(std::pair(std::string(region.code), isoDate(day.date)), std::string(day.name));
    return days;
}

// The package is the system's, and so is the Python that finds it.
const QString kPython = QStringLiteral("/usr/bin/python3");
const QString kScript = QStringLiteral(R"(
import holidays
print(holidays.__version__)
for state in ("NSW", "VIC", "QLD", "WA", "SA", "TAS", "ACT", "NT"):
    for day, name in sorted(holidays.Australia(prov=state, years=range(2024, 2033)).items()):
        if 2024 <= day.year <= 2032:
            print(state.lower(), day.isoformat(), name, sep="|")
)");

std::string shown(const Difference& difference)
{
    const auto& [side, region, year, name] = difference;
    return (side == Side::ours ? "ours alone: " : "theirs alone: ") + region + ' ' + std::to_string(year) + ' ' + name;
}

std::set<Difference> missingFrom(const Days& other, const Days& days, Side side)
{
    std::set<Difference> missing;
    for (const auto& [key, name] : days)
        if (!other.contains(key))
            missing.emplace(side, key.first, std::stoi(key.second), name);
    return missing;
}

std::vector<std::string> datesOf(const char* region, const char* name, int year)
{
    std::vector<std::string> dates;
    for (const Holiday& day : holidaysOf(*findRegion(region), year))
        if (day.name == name)
            dates.push_back(isoDate(day.date));
    return dates;
}

} // namespace

/// Holidays by rule against a table made by others, and each rule's own cases.
class TestPublicHolidays : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void differFromThePackageWhereExplained();
    void easter_data();
    void easter();
    void substitutes_data();
    void substitutes();
    void proclaimedDaysComeBeforeExpectedOnes();
    void eachSaysItsSource();
    void yearsThatAreNotCovered();
    void weekdaysOfASpan();
};

void TestPublicHolidays::differFromThePackageWhereExplained()
{
    QProcess python;
    python.start(kPython, {QStringLiteral("-c"), kScript});
    QVERIFY2(python.waitForFinished(), "python3 did not run");
    const QByteArray trouble = python.readAllStandardError();
    QVERIFY2(python.exitCode() == 0, ("install python3-holidays: " + trouble).constData());
    QList<QByteArray> lines = python.readAllStandardOutput().trimmed().split('\n');
    // The explanations are of one version; Debian 12 has it.
    const QByteArray version = lines.takeFirst();
    if (version != "0.10.1")
        QSKIP(("the differences are explained for 0.10.1, not for " + version).constData());

    Days theirs;
    for (const QByteArray& line : std::as_const(lines)) {
        const QList<QByteArray> parts = line.split('|');
        QCOMPARE(parts.size(), 3);
        theirs.emplace(std::pair(parts[0].toStdString(), parts[1].toStdString()), parts[2].toStdString());
    }
    const Days ours = ourDays();
    QVERIFY(theirs.size() > 8 * 9 * 10);
    std::set<Difference> found = missingFrom(theirs, ours, Side::ours);
    found.merge(missingFrom(ours, theirs, Side::theirs));

    for (const Explained& row : kExplained)
        for (const std::string& region : row.regions)
            for (const int year : row.years) {
                const Difference expected(row.side, region, year, row.name);
                QVERIFY2(found.erase(expected) == 1, ("no such difference any more: " + shown(expected)).c_str());
            }
    for (const Difference& unexplained : found)
        QFAIL(shown(unexplained).c_str());
}

void TestPublicHolidays::easter_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<QByteArray>("sunday");
    // The earliest and the latest there are, and years with an exception of the lunar cycle.
    QTest::newRow("earliest") << 1818 << QByteArray("1818-03-22");
    QTest::newRow("latest") << 1943 << QByteArray("1943-04-25");
    QTest::newRow("a week earlier than the cycle alone") << 1981 << QByteArray("1981-04-19");
    QTest::newRow("the second exception") << 1954 << QByteArray("1954-04-18");
    QTest::newRow("2024") << 2024 << QByteArray("2024-03-31");
    QTest::newRow("2027") << 2027 << QByteArray("2027-03-28");
    QTest::newRow("2032") << 2032 << QByteArray("2032-03-28");
    QTest::newRow("next on the latest day") << 2038 << QByteArray("2038-04-25");
}

void TestPublicHolidays::easter()
{
    QFETCH(int, year);
    QFETCH(QByteArray, sunday);
    QCOMPARE(QByteArray::fromStdString(isoDate(easterSunday(year))), sunday);
}

void TestPublicHolidays::substitutes_data()
{
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("year");
    QTest::addColumn<QByteArrayList>("dates");
    const auto row = [](const char* what, const char* region, const char* name, int year, QByteArrayList dates) {
        QTest::newRow(what) << QByteArray(region) << QByteArray(name) << year << std::move(dates);
    };
    // 1 January 2028 is a Saturday, 25 April 2027 a Sunday, 25 December 2027 a Saturday.
    row("a Saturday, and the Monday", "nsw", "New Year's Day", 2028, {"2028-01-01", "2028-01-03"});
    row("the Monday alone", "tas", "New Year's Day", 2028, {"2028-01-03"});
    row("Australia Day on a Saturday", "vic", "Australia Day", 2030, {"2030-01-28"});
    row("Anzac Day on a Sunday, WA", "wa", "Anzac Day", 2027, {"2027-04-25", "2027-04-26"});
    row("Anzac Day on a Sunday, Queensland", "qld", "Anzac Day", 2027, {"2027-04-26"});
    row("Anzac Day on a Sunday, Victoria", "vic", "Anzac Day", 2027, {"2027-04-25"});
    row("Anzac Day on a Saturday, Queensland", "qld", "Anzac Day", 2026, {"2026-04-25"});
    row("Anzac Day added by order", "nsw", "Anzac Day", 2027, {"2027-04-25", "2027-04-26"});
    row("Anzac Day after the order", "nsw", "Anzac Day", 2032, {"2032-04-25"});
    row("Christmas on a Saturday", "vic", "Christmas Day", 2027, {"2027-12-25", "2027-12-27"});
    row("Boxing Day on a Sunday", "vic", "Boxing Day", 2027, {"2027-12-26", "2027-12-28"});
    row("Boxing Day on a Sunday, Tasmania", "tas", "Boxing Day", 2027, {"2027-12-28"});
    row("Proclamation Day on a Saturday", "sa", "Proclamation Day", 2026, {"2026-12-26", "2026-12-28"});
    row("Reconciliation Day on its Monday", "act", "Reconciliation Day", 2024, {"2024-05-27"});
    row("and a week less a day later", "act", "Reconciliation Day", 2025, {"2025-06-02"});
    row("Labour Day in WA in the year of an election", "wa", "Labour Day", 2029, {"2029-03-19"});
    row("King's Birthday in Queensland", "qld", "King's Birthday", 2027, {"2027-10-04"});
    row("none of a district", "tas", "Royal Hobart Regatta", 2027, {});
}

void TestPublicHolidays::substitutes()
{
    QFETCH(QByteArray, region);
    QFETCH(QByteArray, name);
    QFETCH(int, year);
    QFETCH(QByteArrayList, dates);
    QByteArrayList found;
    for (const std::string& date : datesOf(region.constData(), name.constData(), year))
        found.append(QByteArray::fromStdString(date));
    QCOMPARE(found, dates);
}

void TestPublicHolidays::proclaimedDaysComeBeforeExpectedOnes()
{
    const auto states = [](const char* region, const char* name, int year) {
        std::vector<HolidayState> found;
        for (const Holiday& day : holidaysOf(*findRegion(region), year))
            if (day.name == name)
                found.push_back(day.state);
        return found;
    };
    const char* const grandFinal = "Friday before the AFL Grand Final";
    QCOMPARE(datesOf("vic", grandFinal, 2026), std::vector<std::string>{"2026-09-25"});
    QCOMPARE(states("vic", grandFinal, 2026), std::vector{HolidayState::set});
    QCOMPARE(datesOf("vic", grandFinal, 2027), std::vector<std::string>{"2027-09-24"});
    QCOMPARE(states("vic", grandFinal, 2027), std::vector{HolidayState::expected});
    QCOMPARE(datesOf("wa", "King's Birthday", 2024), std::vector<std::string>{"2024-09-23"});
    QCOMPARE(states("wa", "King's Birthday", 2028), std::vector{HolidayState::expected});
    // What is verified is set.
    for (const HolidayRegion& region : holidayRegions())
        for (const int year : kEach)
            for (const Holiday& day : holidaysOf(region, year))
                QVERIFY2(day.state == HolidayState::set || day.date > region.verifiedTo, isoDate(day.date).c_str());
}

void TestPublicHolidays::eachSaysItsSource()
{
    QCOMPARE(holidayRegions().size(), kAll.size());
    for (const std::string& code : kAll) {
        const HolidayRegion* region = findRegion(code);
        QVERIFY2(region, code.c_str());
        QVERIFY(!region->act.empty() && !region->name.empty());
        QVERIFY(region->verifiedTo <= kLastHolidayDate);
        for (const int year : kEach) {
            const std::vector<Holiday> days = holidaysOf(*region, year);
            QVERIFY(std::ranges::is_sorted(days, {}, &Holiday::date));
            for (const Holiday& day : days) {
                QVERIFY(!day.source.empty() && !day.name.empty());
                QCOMPARE(static_cast<int>(std::chrono::year_month_day{day.date}.year()), year);
            }
        }
    }
    QVERIFY(!findRegion(""));
    QVERIFY(!findRegion("NSW"));
}

void TestPublicHolidays::yearsThatAreNotCovered()
{
    QVERIFY(holidaysOf(*findRegion("nsw"), kFirstHolidayYear - 1).empty());
    QVERIFY(holidaysOf(*findRegion("nsw"), kLastHolidayYear + 1).empty());
}

void TestPublicHolidays::weekdaysOfASpan()
{
    const auto isoOf = [](const char* first, const char* last) {
        std::vector<std::string> dates;
        for (const Holiday& day : weekdayHolidays(*findRegion("nsw"), *parseDate(first), *parseDate(last)))
            dates.push_back(isoDate(day.date));
        return dates;
    };
    // Both ends belong to it; Easter Saturday and Sunday are no weekdays.
    QCOMPARE(isoOf("2027-03-26", "2027-03-29"), (std::vector<std::string>{"2027-03-26", "2027-03-29"}));
    QCOMPARE(isoOf("2027-12-20", "2028-01-10"), (std::vector<std::string>{"2027-12-27", "2027-12-28", "2028-01-03"}));
    QVERIFY(isoOf("2033-01-01", "2040-01-01").empty());
    QVERIFY(isoOf("2027-03-29", "2027-03-26").empty());
}

QTEST_APPLESS_MAIN(TestPublicHolidays)
#include "tst_public_holidays.moc"
