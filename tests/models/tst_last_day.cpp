#include "models/plan/cost.h"
#include "tests/models/support/small_catalogue.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

using namespace trestle;
using namespace trestle::small;

namespace {

/// The Friday of a week, counted from 1.
Date friday(int number)
{
    return week(number) + std::chrono::days{4};
}

Result<Plan> planOf(const Draft& draft)
{
    return makePlan(std::make_shared<Catalogue>(draft.catalogue), draft.inputs);
}

} // namespace

/// What a last day does to a plan, by figures worked out by hand.
class TestLastDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workIsHandedOver();
    void whoLeavesBeforeTheStartIsNeverThere();
    void leaveAndLastDayJoin();
    void retentionEndsWithIt();
    void workedCostsAddUp();
    void coordinationCountsWhoIsLeft();
    void slackEndsAtIt();
    void nobodyIsLeft_data();
    void nobodyIsLeft();
    void whoDoesTheLastOfItMayLeave();
    void nobodyIsLeftInSomeRuns();
    void theOtherOrderMayBeTheWay();
};

/// Ana does a week of A; Ben is busy with B until the end of week 2, then takes A over.
void TestLastDay::workIsHandedOver()
{
    Draft draft;
    draft.catalogue.itemCrewLimit.value = 1;
    draft.phase("A", 3);
    draft.phase("B", 2);
    draft.person("Ana").lastDay = friday(1);
    draft.person("Ben");
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, 4);
    const std::vector<CrewTime>& crew = plan.items[0].crew.likely;
    QCOMPARE(crew.size(), std::size_t{2});
    QCOMPARE(crew[0], (CrewTime{0, 0, 1, 1}));
    QCOMPARE(crew[1], (CrewTime{1, 2, 4, 2}));
    // On a weekend it is the Friday before.
    draft.inputs.team[0].lastDay = friday(1) + std::chrono::days{2};
    QCOMPARE(draft.plan().items[0].crew.likely, crew);
}

void TestLastDay::whoLeavesBeforeTheStartIsNeverThere()
{
    Draft draft;
    draft.phase("A", 3);
    draft.person("Ana").lastDay = kMonday - std::chrono::days{1};
    draft.person("Ben");
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, 3);
    QCOMPARE(plan.peopleAtOnce, std::size_t{1});
    QCOMPARE(plan.people[0].worked.likely, Weeks{});
    QCOMPARE(plan.people[0].cost.likely, Money{});
}

void TestLastDay::leaveAndLastDayJoin()
{
    Person person;
    person.leave = {{day(4), day(5)}, {day(20), day(40)}};
    person.lastDay = day(5);
    const WorkCalendar calendar(kMonday, {});
    const std::vector<Absence> away = absences(person, calendar);
    QCOMPARE(away.size(), std::size_t{1});
    compareWeeks(away[0].from, 0.6);
    QVERIFY(away[0].to == kNoEnd && away[0].handsOver);
    compareWeeks(lastWeek(person, calendar), 1);
}

void TestLastDay::retentionEndsWithIt()
{
    Draft draft;
    draft.inputs.costMode = CostMode::retained;
    draft.phase("A", 1, "a");
    draft.phase("B", 4, "b");
    draft.person("Ana", 1, {"a"}).lastDay = friday(2);
    draft.person("Ben", 1, {"b"});
    const Plan plan = draft.plan();
    QCOMPARE(plan.people[0].cost.likely, Money::dollars(10'000));
    QCOMPARE(plan.people[1].cost.likely, Money::dollars(20'000));
    Money spent;
    for (const MonthCost& month : costByMonth(plan, Case::likely))
        spent += month.labour;
    QCOMPARE(spent, plan.labour.likely);
    QCOMPARE(cumulativeSpend(plan, Case::likely)[3].total, Money::dollars(25'000));
    QCOMPARE(risk(plan).totalAt(0.5), Money::dollars(30'000));
}

void TestLastDay::workedCostsAddUp()
{
    Draft draft;
    draft.catalogue.itemCrewLimit.value = 1;
    draft.phase("A", 3);
    draft.phase("B", 2);
    draft.person("Ana").lastDay = friday(1);
    draft.person("Ben").weeklyRate = Money::dollars(4000);
    const Plan plan = draft.plan();
    QCOMPARE(plan.people[0].cost.likely, Money::dollars(5000));
    QCOMPARE(plan.people[1].cost.likely, Money::dollars(16'000));
    QCOMPARE(cumulativeSpend(plan, Case::likely)[1].total, Money::dollars(9000));
    QCOMPARE(risk(plan).totalAt(0.5), plan.total.likely);
}

/// 5 % from the third who is there: a week in which all three work, then two without the third.
void TestLastDay::coordinationCountsWhoIsLeft()
{
    Draft draft;
    draft.catalogue.coordination.value = 0.05;
    draft.catalogue.itemCrewLimit.value = 3;
    draft.phase("A", 3 / 1.05 + 4);
    draft.person("Ana");
    draft.person("Ben");
    draft.person("Cy").lastDay = friday(1);
    compareWeeks(draft.plan().finish.likely, 3);
}

/// Ana ends A with week 1 and is gone after week 2; C needs A and B, which ends with week 3.
void TestLastDay::slackEndsAtIt()
{
    Draft draft;
    draft.phase("A", 1, "a");
    draft.phase("B", 3, "b");
    draft.phase("C", 1, "b");
    draft.link("A", "C");
    draft.link("B", "C");
    draft.person("Ana", 1, {"a"}).lastDay = friday(2);
    draft.person("Ben", 1, {"b"});
    const Plan plan = draft.plan();
    compareWeeks(plan.items[0].slack, 1);
    compareWeeks(plan.items[0].slackByLinks, 2);
    draft.inputs.team[0].lastDay = friday(8);
    compareWeeks(draft.plan().items[0].slack, 2);
}

void TestLastDay::nobodyIsLeft_data()
{
    QTest::addColumn<ThreePoint>("effort");
    QTest::addColumn<bool>("benStays");
    QTest::newRow("in the likely case") << ThreePoint{1, 3, 3} << false;
    QTest::newRow("in the high case alone") << ThreePoint{1, 1, 3} << false;
    QTest::newRow("another stays, who cannot do it") << ThreePoint{1, 3, 3} << true;
}

void TestLastDay::nobodyIsLeft()
{
    QFETCH(const ThreePoint, effort);
    QFETCH(const bool, benStays);
    Draft draft;
    draft.phase("A", effort, benStays ? "a" : "");
    draft.phase("B", 0.2);
    draft.link("A", "B");
    draft.person("Zoe", 1, {"a"}).lastDay = friday(1);
    draft.person("Ana", 1, {"a"}).lastDay = day(8);
    if (benStays)
        draft.person("Ben", 1, {"b"});
    draft.catalogue.itemCrewLimit.value = 1;
    const Result<Plan> plan = planOf(draft);
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error(), (Error{ErrorCode::nobodyLeft, "a-A", "/team", "Ana"}));
}

void TestLastDay::whoDoesTheLastOfItMayLeave()
{
    Draft draft;
    draft.phase("A", 2);
    draft.person("Ana").lastDay = friday(2);
    compareWeeks(draft.plan().finish.likely, 2);
    draft.inputs.team[0].lastDay = friday(2) - std::chrono::days{1};
    const Result<Plan> late = planOf(draft);
    QVERIFY(!late.has_value() && late.error().code == ErrorCode::nobodyLeft);
}

/// Every case is done in time, and no run without an outside view takes longer; with one some do.
void TestLastDay::nobodyIsLeftInSomeRuns()
{
    Draft draft;
    draft.phase("A", ThreePoint{1, 2, 3});
    draft.person("Ana").lastDay = friday(4);
    const Plan plan = draft.plan();
    QVERIFY(risk(plan).sortedFinish.back() < 4);
    draft.inputs.outsideView = {"own", 0, 0.5};
    const Result<Risk> runs = simulate(draft.plan());
    QVERIFY(!runs.has_value());
    QCOMPARE(runs.error(), (Error{ErrorCode::nobodyLeft, "a-A", "/runs", "Ana"}));
    draft.inputs.team[0].lastDay.reset();
    QVERIFY(simulate(draft.plan()).has_value());
}

/// In the catalogue's order Ana, who alone can do B, does A first and is gone before B is begun. Ben comes when she goes.
void TestLastDay::theOtherOrderMayBeTheWay()
{
    Draft draft;
    draft.catalogue.itemCrewLimit.value = 1;
    draft.phase("A", 2);
    draft.phase("B", 1, "b");
    draft.person("Ana", 1, {"b"}).lastDay = friday(2);
    draft.person("Ben", 0.5, {"c"}).firstDay = week(3);
    const Result<Plan> inOrder = planOf(draft);
    QVERIFY(!inOrder.has_value());
    QCOMPARE(inOrder.error(), (Error{ErrorCode::nobodyLeft, "a-B", "/team", "Ana"}));
    draft.inputs.order = OrderKind::optimised;
    compareWeeks(draft.plan().finish.likely, 4);
}

QTEST_APPLESS_MAIN(TestLastDay)
#include "tst_last_day.moc"
