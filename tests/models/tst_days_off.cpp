#include "data/catalogue_json.h"
#include "models/calendar/days_off.h"
#include "models/plan/target.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>

using namespace trestle;

namespace {

Date day(const char* iso)
{
    return parseDate(iso).value();
}

std::chrono::month_day yearly(const char* text)
{
    return parseMonthDay(text).value();
}

YearlyClosure closure(const char* first, const char* last, std::string label = "Closed over Christmas")
{
    return {yearly(first), yearly(last), std::move(label)};
}

/// "2027-01-26 holiday Australia Day"
std::vector<std::string> shown(const std::vector<NamedDayOff>& days)
{
    std::vector<std::string> texts;
    for (const NamedDayOff& off : days) {
        const std::string kind = off.kind == DayOffKind::own       ? " own "
                                 : off.kind == DayOffKind::closure ? " closure "
                                                                   : " holiday ";
        texts.push_back(isoDate(off.date) + kind + off.label);
    }
    return texts;
}

/// Everything in place but the first phase, which takes one full-time person ten weeks.
Plan tenWeeks(const char* start, const std::string& region, const std::vector<YearlyClosure>& closures = {})
{
    const auto loaded = builtinCatalogue();
    if (!loaded)
        qFatal("no catalogue");
    const Catalogue& catalogue = *loaded->catalogue;
    Inputs inputs = newInputs(catalogue, "Ten weeks", day(start));
    const Phase& first = catalogue.phases.front();
    for (const Phase& phase : catalogue.phases)
        for (const Item& item : phase.items)
            inputs.items[item.id].progress.state = &phase == &first ? ItemState::missing : ItemState::done;
    inputs.estimates[first.id].effort = {10, 10, 10};
    inputs.team = {{"Ana", 1.0, Money::dollars(5'000), {}, {}, {}}};
    inputs.region = region;
    inputs.closures = closures;
    auto plan = makePlan(loaded->catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

} // namespace

/// Days off are one union with one home, and a plan's dates step over them.
class TestDaysOff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofAllKinds();
    void theFirstKindNamesADay();
    void closuresOverNewYear();
    void twentyNinthOfFebruary();
    void namedOnesAreTheSameDays();
    void withoutRegionTheyAreTheListedOnes();
    void everyRegionIsAllowed();
    void planStepsOverThem();
    void targetCountsThem();
    void yearsThatNobodyKnows();
};

void TestDaysOff::ofAllKinds()
{
    Inputs inputs;
    inputs.daysOff = {{day("2027-02-05"), "Retreat"}, {day("2027-02-06"), "a Saturday"}};
    inputs.region = "nsw";
    inputs.workedHolidays = {day("2027-03-26"), day("2027-03-02")};
    inputs.closures = {closure("02-15", "02-16", "Stocktake")};
    QCOMPARE(shown(namedDaysOff(inputs, day("2027-01-20"), day("2027-03-31"))),
             (std::vector<std::string>{"2027-01-26 holiday Australia Day", "2027-02-05 own Retreat",
                                       "2027-02-15 closure Stocktake", "2027-02-16 closure Stocktake",
                                       "2027-03-29 holiday Easter Monday"}));
}

void TestDaysOff::theFirstKindNamesADay()
{
    Inputs inputs;
    inputs.region = "vic";
    inputs.closures = {closure("12-27", "12-28")};
    inputs.daysOff = {{day("2027-12-28"), "Ours"}};
    QCOMPARE(shown(namedDaysOff(inputs, day("2027-12-20"), day("2028-01-10"))),
             (std::vector<std::string>{"2027-12-27 closure Closed over Christmas", "2027-12-28 own Ours",
                                       "2028-01-03 holiday New Year's Day"}));
}

void TestDaysOff::closuresOverNewYear()
{
    Inputs inputs;
    inputs.closures = {closure("12-30", "01-01")};
    // One that began the year before is still on, and one that begins in the last year is begun.
    QCOMPARE(shown(namedDaysOff(inputs, day("2027-01-01"), day("2027-12-31"))),
             (std::vector<std::string>{"2027-01-01 closure Closed over Christmas",
                                       "2027-12-30 closure Closed over Christmas",
                                       "2027-12-31 closure Closed over Christmas"}));
    QCOMPARE(closureIn(inputs.closures.front(), 2027), (DateRange{day("2027-12-30"), day("2028-01-01")}));
}

void TestDaysOff::twentyNinthOfFebruary()
{
    const YearlyClosure leap = closure("02-29", "03-01");
    QCOMPARE(closureIn(leap, 2028), (DateRange{day("2028-02-29"), day("2028-03-01")}));
    QCOMPARE(closureIn(leap, 2027), (DateRange{day("2027-02-28"), day("2027-03-01")}));
}

void TestDaysOff::namedOnesAreTheSameDays()
{
    for (const HolidayRegion& region : holidayRegions()) {
        Inputs inputs;
        inputs.region = region.code;
        inputs.closures = {closure("12-20", "01-05"), closure("04-20", "04-28", "Autumn")};
        inputs.daysOff = {{day("2027-06-01"), ""}, {day("2040-06-01"), ""}};
        std::set<Date> named;
        for (const NamedDayOff& off : namedDaysOff(inputs, day("2025-03-03"), day("2041-03-03")))
            QVERIFY(named.insert(off.date).second);
        const std::vector<Date> listed = daysOffBetween(inputs, day("2025-03-03"), day("2041-03-03"));
        QCOMPARE(named, std::set<Date>(listed.begin(), listed.end()));
    }
}

void TestDaysOff::withoutRegionTheyAreTheListedOnes()
{
    Inputs inputs;
    inputs.daysOff = {
        {day("2027-01-26"), "a"}, {day("2027-01-04"), ""}, {day("2199-01-04"), ""}, {day("2026-01-05"), ""}};
    std::vector<Date> listed;
    for (const DayOff& off : inputs.daysOff)
        listed.push_back(off.date);
    QVERIFY(WorkCalendar(day("2027-01-02"), daysOffOf(inputs, day("2027-01-02"))) ==
            WorkCalendar(day("2027-01-02"), listed));
}

void TestDaysOff::everyRegionIsAllowed()
{
    // The codes stand in two places, since the inputs do not know the rules.
    const auto loaded = builtinCatalogue();
    QVERIFY(loaded);
    Inputs inputs = newInputs(*loaded->catalogue, "Regions", day("2027-01-04"));
    for (const HolidayRegion& region : holidayRegions()) {
        inputs.region = region.code;
        QVERIFY2(checkInputs(*loaded->catalogue, inputs), inputs.region.c_str());
    }
    inputs.region = "nz";
    const auto refused = checkInputs(*loaded->catalogue, inputs);
    QVERIFY(!refused);
    QCOMPARE(refused.error().fix.arguments.size(), holidayRegions().size());
}

void TestDaysOff::planStepsOverThem()
{
    // Ten weeks from Monday 1 February 2027: fifty working days, to 9 April without days off.
    QCOMPARE(isoDate(tenWeeks("2027-02-01", "").finishDate.likely), std::string("2027-04-09"));
    // Good Friday and Easter Monday; in Victoria Labour Day too.
    QCOMPARE(isoDate(tenWeeks("2027-02-01", "nsw").finishDate.likely), std::string("2027-04-13"));
    QCOMPARE(isoDate(tenWeeks("2027-02-01", "vic").finishDate.likely), std::string("2027-04-14"));
    // Closed from 20 December to 8 January, which has Christmas and New Year in it.
    const std::vector<YearlyClosure> christmas{closure("12-20", "01-08")};
    const Plan plan = tenWeeks("2027-11-01", "nsw", christmas);
    QCOMPARE(isoDate(plan.finishDate.likely), std::string("2028-01-31"));
    QCOMPARE(plan.finish.likely, 10.0);
    QVERIFY(!plan.calendar.isWorkingDay(day("2027-12-22")));
    // The next year as well.
    QVERIFY(!plan.calendar.isWorkingDay(day("2028-12-21")));
    QVERIFY(plan.calendar.isWorkingDay(day("2028-01-10")));
    QVERIFY(!plan.calendar.isWorkingDay(day("2028-01-26")));
}

void TestDaysOff::targetCountsThem()
{
    const Plan plan = tenWeeks("2027-02-01", "nsw"); // to 13 April
    QCOMPARE(verdictOn(plan, Case::likely, day("2027-03-25")).workingDaysLate, 11);
    QCOMPARE(verdictOn(plan, Case::likely, day("2027-04-13")).workingDaysLate, 0);
    // Anzac Day's Monday is off by an order of that year.
    QCOMPARE(verdictOn(plan, Case::likely, day("2027-04-27")).workingDaysLate, -9);
}

void TestDaysOff::yearsThatNobodyKnows()
{
    Inputs inputs;
    QVERIFY(!isPastKnownHolidays(inputs, day("2040-01-01")));
    inputs.region = "sa";
    QVERIFY(isPastKnownHolidays(inputs, day("2033-01-01")));
    QVERIFY(!isPastKnownHolidays(inputs, day("2032-12-31")));
}

QTEST_APPLESS_MAIN(TestDaysOff)
#include "tst_days_off.moc"
