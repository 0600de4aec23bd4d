#include "models/availability.h"
#include "models/plan/cost.h"
#include "tests/models/support/small_catalogue.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

using namespace trestle;
using namespace trestle::small;

/// What leave does to a plan, by figures worked out by hand.
class TestLeave : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiveDaysInARowAreAHandOver_data();
    void fiveDaysInARowAreAHandOver();
    void aFreePersonTakesOver();
    void shortLeaveKeepsThePlace();
    void whoeverComesBackIsFree();
    void anItemWithoutCrewWaits();
    void workThatEndsWithTheWeekIsNotHandedOver();
    void aHandOverFreesAPlaceInThePhase();
    void costsFollowTheHandOver();
    void coordinationCountsWhoIsThere();
    void slackEndsAtLeave();
    void slackWhereLeaveDoesNotMatter();
    void slackOfWhatIsHandedOver();
    void leaveIsTheReason();
};

void TestLeave::fiveDaysInARowAreAHandOver_data()
{
    QTest::addColumn<std::vector<DateRange>>("leave");
    QTest::addColumn<std::vector<DayOff>>("daysOff");
    QTest::addColumn<bool>("handsOver");
    using Leave = std::vector<DateRange>;
    using Off = std::vector<DayOff>;
    QTest::newRow("a week") << Leave{{day(6), day(10)}} << Off{} << true;
    QTest::newRow("four days") << Leave{{day(6), day(9)}} << Off{} << false;
    QTest::newRow("five days over a weekend") << Leave{{day(8), day(12)}} << Off{} << true;
    QTest::newRow("two entries, one after the other") << Leave{{day(9), day(12)}, {day(6), day(8)}} << Off{} << true;
    QTest::newRow("two entries with a day between") << Leave{{day(6), day(8)}, {day(10), day(12)}} << Off{} << false;
    QTest::newRow("a week with a public holiday") << Leave{{day(6), day(10)}} << Off{{day(8), "Holiday"}} << false;
    QTest::newRow("around a public holiday")
        << Leave{{day(6), day(7)}, {day(9), day(11)}} << Off{{day(8), "Holiday"}} << true;
}

void TestLeave::fiveDaysInARowAreAHandOver()
{
    QFETCH(const std::vector<DateRange>, leave);
    QFETCH(const std::vector<DayOff>, daysOff);
    QFETCH(const bool, handsOver);
    Person person;
    person.leave = leave;
    std::vector<Date> closed;
    for (const DayOff& off : daysOff)
        closed.push_back(off.date);
    const std::vector<Absence> away = absences(person, WorkCalendar(kMonday, closed));
    QCOMPARE(std::ranges::count(away, true, &Absence::handsOver), handsOver ? 1 : 0);
}

/// Ana begins A and is away in weeks 2 to 4; Ben is busy with B until the end of week 2, then takes A over.
void TestLeave::aFreePersonTakesOver()
{
    Draft draft;
    draft.catalogue.itemCrewLimit.value = 1;
    draft.phase("A", 3);
    draft.phase("B", 2);
    draft.person("Ana").leave = {{week(2), week(4) + std::chrono::days{4}}};
    draft.person("Ben");
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, 4);
    const std::vector<CrewTime>& crew = plan.items[0].crew.likely;
    QCOMPARE(crew.size(), std::size_t{2});
    QCOMPARE(crew[0], (CrewTime{0, 0, 1, 1}));
    QCOMPARE(crew[1], (CrewTime{1, 2, 4, 2}));
    QCOMPARE(peopleOn(plan.items[0]), (std::vector<std::size_t>{0, 1}));
}

/// The same with leave of four days: A waits for Ana.
void TestLeave::shortLeaveKeepsThePlace()
{
    Draft draft;
    draft.catalogue.itemCrewLimit.value = 1;
    draft.phase("A", 3);
    draft.phase("B", 1);
    draft.person("Ana").leave = {{day(6), day(9)}};
    draft.person("Ben");
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, 3.8);
    QCOMPARE(plan.items[0].crew.likely.size(), std::size_t{1});
}

/// Ben has taken Ana's place on A, the only one; back, she starts C, which nothing held back but people.
void TestLeave::whoeverComesBackIsFree()
{
    Draft draft;
    draft.catalogue.itemCrewLimit.value = 1;
    draft.phase("A", 5);
    draft.phase("B", 1);
    draft.phase("C", 2);
    draft.person("Ana").leave = {{week(2), week(2) + std::chrono::days{4}}};
    draft.person("Ben");
    const Plan plan = draft.plan();
    compareWeeks(plan.items[0].when.likely.finish, 5);
    compareWeeks(plan.items[2].when.likely.start, 2);
    QCOMPARE(plan.items[2].waitsFor, (WaitReason{WaitKind::leave, {"Ana"}}));
}

void TestLeave::anItemWithoutCrewWaits()
{
    Draft draft;
    draft.phase("A", 2);
    draft.person("Ana").leave = {{week(2), week(3) + std::chrono::days{4}}};
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, 4);
    QCOMPARE(plan.items[0].crew.likely, (std::vector<CrewTime>{{0, 0, 1, 1}, {0, 3, 4, 1}}));
    compareWeeks(plan.people[0].worked.likely, 2);
    QCOMPARE(peopleOn(plan.items[0]).size(), std::size_t{1});
}

void TestLeave::workThatEndsWithTheWeekIsNotHandedOver()
{
    Draft draft;
    draft.phase("A", 1);
    draft.person("Ana").leave = {{week(2), week(3) + std::chrono::days{4}}};
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, 1);
    QCOMPARE(plan.items[0].crew.likely, (std::vector<CrewTime>{{0, 0, 1, 1}}));
}

/// One place on the phase: while Ana held it, Ben could not begin the other item.
void TestLeave::aHandOverFreesAPlaceInThePhase()
{
    Draft draft;
    draft.catalogue.phaseCrewLimit.value = 1;
    Phase& phase = draft.phase("A", 4);
    phase.items[0].share.value = 0.5;
    phase.items[0].skill = "a";
    Item other = phase.items[0];
    other.id = other.title = "b-A";
    other.skill = "b";
    phase.items.push_back(other);
    draft.person("Ana", 1, {"a"}).leave = {{week(2), week(4) + std::chrono::days{4}}};
    draft.person("Ben", 1, {"b"});
    const Plan plan = draft.plan();
    compareWeeks(plan.items[1].when.likely.start, 1);
    QCOMPARE(plan.items[1].waitsFor, (WaitReason{WaitKind::place, {"a-A"}}));
    compareWeeks(plan.items[1].when.likely.finish, 3);
    compareWeeks(plan.finish.likely, 5);
}

void TestLeave::costsFollowTheHandOver()
{
    Draft draft;
    draft.catalogue.itemCrewLimit.value = 1;
    draft.phase("A", 3);
    draft.phase("B", 2);
    draft.person("Ana").leave = {{week(2), week(4) + std::chrono::days{4}}};
    draft.person("Ben").weeklyRate = Money::dollars(4000);
    const Plan plan = draft.plan();
    QCOMPARE(plan.people[0].cost.likely, Money::dollars(5000));
    QCOMPARE(plan.people[1].cost.likely, Money::dollars(16'000));
    QCOMPARE(plan.items[0].cost.likely, Money::dollars(13'000));
    Money spent;
    for (const MonthCost& month : costByMonth(plan, Case::likely))
        spent += month.labour;
    QCOMPARE(spent, plan.labour.likely);
    const std::vector<SpendPoint> points = cumulativeSpend(plan, Case::likely);
    QCOMPARE(points[1].total, Money::dollars(9000));
    QCOMPARE(points[2].total, Money::dollars(13'000));
}

/// 5 % from the third who is there at the time: a week in which all three work, then two without the third.
void TestLeave::coordinationCountsWhoIsThere()
{
    Draft draft;
    draft.catalogue.coordination.value = 0.05;
    draft.catalogue.itemCrewLimit.value = 3;
    draft.phase("A", 3 / 1.05 + 4);
    draft.person("Ana");
    draft.person("Ben");
    draft.person("Cy").leave = {{week(2), week(40)}};
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, 3);
    QCOMPARE(plan.peopleAtOnce, std::size_t{3});

    draft.inputs.team[2].leave.clear();
    draft.inputs.team[2].firstDay = week(100);
    const Plan later = draft.plan();
    compareWeeks(later.finish.likely, (3 / 1.05 + 4) / 2);
    QCOMPARE(later.peopleAtOnce, std::size_t{2});
    QCOMPARE(later.coordination, 1.0);

    draft.inputs.team.pop_back();
    QCOMPARE(draft.plan().finish.likely, later.finish.likely);
}

/// Ana ends A with week 1 and is away in weeks 2 to 4. B ends with week 3, and C needs both: A looks as though it had
/// two weeks, but a day later it would end after her leave.
void TestLeave::slackEndsAtLeave()
{
    Draft draft;
    draft.phase("A", 1, "a");
    draft.phase("B", 3, "b");
    draft.phase("C", 1, "b");
    draft.link("A", "C");
    draft.link("B", "C");
    draft.person("Ana", 1, {"a"}).leave = {{week(2), week(4) + std::chrono::days{4}}};
    draft.person("Ben", 1, {"b"});
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, 4);
    compareWeeks(plan.items[0].slack, 0);
    QVERIFY(plan.items[0].drivesFinish && plan.phases[0].drivesFinish);
    compareWeeks(plan.items[0].slackByLinks, 2);

    draft.inputs.team[0].firstDay = day(2);
    compareWeeks(draft.plan().finish.likely, 5.2);
    draft.inputs.team[0].firstDay.reset();

    // In the simulation it drives as often as in the plan.
    draft.catalogue.phases[0].effort.value = {0.7, 0.8, 0.9};
    QCOMPARE(risk(draft.plan()).phases[0].drivesFinish, 0.0); // every run ends before the leave, however far its tail
    draft.catalogue.phases[0].effort.value = {1, 1, 1.5};
    QVERIFY(risk(draft.plan()).phases[0].drivesFinish > 0.9); // the rest waits for Ana, and all for the rest
}

/// Half a week of room before the leave is room, and so is room without any leave in the way.
void TestLeave::slackWhereLeaveDoesNotMatter()
{
    Draft draft;
    draft.phase("A", 1, "a");
    draft.phase("B", 3, "b");
    draft.phase("C", 1, "b");
    draft.link("A", "C");
    draft.link("B", "C");
    draft.person("Ana", 1, {"a"}).leave = {{day(8), day(40)}};
    draft.person("Ben", 1, {"b"});
    compareWeeks(draft.plan().items[0].slack, 0.4);
    draft.inputs.team[0].leave = {{day(8), day(9)}}; // two days: by the end of week 3 A can be done all the same
    compareWeeks(draft.plan().items[0].slack, 2);
    draft.inputs.team[0].leave = {{week(10), week(12)}};
    compareWeeks(draft.plan().items[0].slack, 2);
    draft.inputs.team[0].leave = {{day(14), day(15)}}; // the two last days before C
    compareWeeks(draft.plan().items[0].slack, 1.6);
}

/// Ana leaves A to Ben after a week; what she did of it could not have been done later, Ben's part could.
void TestLeave::slackOfWhatIsHandedOver()
{
    Draft draft;
    draft.catalogue.itemCrewLimit.value = 1;
    draft.phase("A", 2, "a");
    draft.phase("B", 1, "b");
    draft.phase("D", 9, "d");
    draft.person("Ana", 1, {"a"}).leave = {{week(2), week(6) + std::chrono::days{4}}};
    draft.person("Ben", 1, {"a", "b"});
    draft.person("Dan", 1, {"d"});
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, 9);
    compareWeeks(plan.items[0].when.likely.finish, 2);
    // Later by a day, that day of Ana's falls into week 7, still before the end of week 9; later by two weeks as well.
    compareWeeks(plan.items[0].slack, 7);
    draft.catalogue.phases[2].effort.value = {6, 6, 6};
    compareWeeks(draft.plan().items[0].slack, 0); // now her leave lasts until the finish
}

void TestLeave::leaveIsTheReason()
{
    Draft draft;
    draft.phase("A", 1, "a");
    draft.phase("B", 1, "b");
    draft.person("Ana", 1, {"a"}).leave = {{week(1), week(2) + std::chrono::days{4}}};
    draft.person("Ben", 1, {"b"}).firstDay = week(4);
    const Plan plan = draft.plan();
    QCOMPARE(plan.items[0].waitsFor, (WaitReason{WaitKind::leave, {"Ana"}}));
    QCOMPARE(plan.items[1].waitsFor, (WaitReason{WaitKind::leave, {"Ben"}}));
}

QTEST_GUILESS_MAIN(TestLeave)
#include "tst_leave.moc"
