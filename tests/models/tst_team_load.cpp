#include "data/catalogue_json.h"
#include "models/plan/team_load.h"
#include "tests/models/support/random_plans.h"
#include "tests/models/support/small_catalogue.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <numeric>

using namespace trestle;
using namespace trestle::small;

/// Who does what in which week, own time, and what about a team deserves a word.
class TestTeamLoad : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownTimeIsAPartOfTheCost();
    void rolesArePlannedLikePeople();
    void weeksOfTwo();
    void daysOffAreNamed();
    void nothingLeftHasNoWeeks();
    void weeksAddUpToThePlan();
    void warnings();

private:
    static void compareLoad(const WeekLoad& found, double working, double leave, double notThere, double idle)
    {
        QVERIFY2(std::abs(found.working - working) < 1e-6 && std::abs(found.leave - leave) < 1e-6 &&
                     std::abs(found.notThere - notThere) < 1e-6 && std::abs(found.idle - idle) < 1e-6,
                 qPrintable(QStringLiteral("%1 working, %2 leave, %3 not there, %4 idle")
                                .arg(found.working)
                                .arg(found.leave)
                                .arg(found.notThere)
                                .arg(found.idle)));
    }
};

void TestTeamLoad::ownTimeIsAPartOfTheCost()
{
    Draft draft;
    draft.phase("A", ThreePoint{1, 2, 4}, "a");
    draft.phase("B", 3, "b");
    draft.person("Ana", 1, {"a"});
    draft.person("Ben", 0.5, {"b"}).weeklyRate = Money::dollars(4'000);
    const Plan before = draft.plan();
    QVERIFY(!before.hasOwnTime());
    QCOMPARE(before.ownTime.high, Money{});
    draft.inputs.team[0].paidOut = false;
    const Plan plan = draft.plan();
    QVERIFY(plan.hasOwnTime());
    QCOMPARE(plan.ownTime.low, Money::dollars(5'000));
    QCOMPARE(plan.ownTime.likely, Money::dollars(10'000));
    QCOMPARE(plan.ownTime.high, Money::dollars(20'000));
    QCOMPARE(plan.shown.ownTime.likely, plan.people[0].shownCost.likely);
    // It counts at its rate like any other.
    for (const Case which : kCases)
        QCOMPARE(plan.total.at(which), before.total.at(which));
    QVERIFY(!plan.people[0].paidOut && plan.people[1].paidOut);
}

void TestTeamLoad::rolesArePlannedLikePeople()
{
    Draft draft;
    draft.phase("A", 2);
    draft.person("Senior engineer");
    const Plan before = draft.plan();
    draft.inputs.team[0].isRole = true;
    const Plan plan = draft.plan();
    QVERIFY(plan.people[0].isRole);
    QCOMPARE(plan.finish.likely, before.finish.likely);
    QCOMPARE(plan.total.likely, before.total.likely);
}

/// Ana: A for a week and a half, with a day of leave in week 2. Ben comes in week 2 and goes after day 12; B takes him
/// two days and a half.
void TestTeamLoad::weeksOfTwo()
{
    Draft draft;
    draft.phase("A", 1.5, "a");
    draft.phase("B", 0.5, "b");
    draft.phase("C", 1, "a");
    draft.link("A", "C");
    draft.person("Ana", 1, {"a"}).leave = {{day(7), day(7)}};
    draft.person("Ben", 1, {"b"}).firstDay = week(2);
    draft.inputs.team[1].lastDay = day(12);
    const Plan plan = draft.plan();
    const TeamLoad load = teamLoad(plan);
    QCOMPARE(load.weeks.size(), std::size_t{3});
    QCOMPARE(load.weeks[1].monday, week(2));
    compareLoad(load.people[0][0], 5, 0, 0, 0);
    compareLoad(load.people[0][1], 4, 1, 0, 0);
    QCOMPARE(load.people[0][1].items, (std::vector<std::size_t>{0, 2}));
    compareLoad(load.people[0][2], 3.5, 0, 0, 0.5); // the plan ends at noon
    compareLoad(load.people[1][0], 0, 0, 5, 0);
    compareLoad(load.people[1][1], 2.5, 0, 0, 2.5);
    compareLoad(load.people[1][2], 0, 0, 2, 2);
    compareLoad(load.sumOf(1), 2.5, 0, 7, 4.5);
}

void TestTeamLoad::daysOffAreNamed()
{
    Draft draft;
    draft.phase("A", 2);
    draft.person("Ana");
    draft.inputs.daysOff = {{day(3), "Holiday"}};
    const TeamLoad load = teamLoad(draft.plan());
    QCOMPARE(load.weeks.size(), std::size_t{3});
    QCOMPARE(load.weeks[0].days, 4.0);
    QCOMPARE(load.weeks[0].off.size(), std::size_t{1});
    QCOMPARE(load.weeks[0].off[0].label, std::string("Holiday"));
    compareLoad(load.people[0][0], 4, 0, 0, 0);
    compareLoad(load.people[0][2], 1, 0, 0, 0);
}

void TestTeamLoad::nothingLeftHasNoWeeks()
{
    Draft draft;
    draft.phase("A", 2);
    draft.person("Ana");
    draft.set("A", ItemState::done);
    const Plan plan = draft.plan();
    QVERIFY(teamLoad(plan).weeks.empty());
    QVERIFY(teamWarnings(plan, teamLoad(plan)).empty());
}

/// Each week's parts are its working days, and the days at work those that the plan counts.
void TestTeamLoad::weeksAddUpToThePlan()
{
    QVERIFY(holds("weeks add up", 300, [] {
        const RandomPlan random = *randomPlans({.maxPhases = 4, .maxItems = 16, .maxPeople = 4});
        const Result<Plan> plan = makePlan(std::make_shared<Catalogue>(random.catalogue), random.inputs);
        RC_PRE(plan.has_value());
        const TeamLoad load = teamLoad(*plan);
        for (std::size_t p = 0; p < load.people.size(); ++p) {
            for (std::size_t w = 0; w < load.weeks.size(); ++w) {
                const WeekLoad& week = load.people[p][w];
                RC_ASSERT(std::abs(week.working + week.leave + week.notThere + week.idle - load.weeks[w].days) < 1e-6);
            }
            RC_ASSERT(std::abs(load.sumOf(p).working / 5 - double{plan->people[p].worked.likely}) < 1e-6);
        }
    }));
}

void TestTeamLoad::warnings()
{
    Draft draft;
    draft.phase("A", 10, "a");
    draft.phase("B", 1, "b");
    draft.phase("C", 1, "c");
    draft.set("C", ItemState::done);
    draft.person("Ana", 1, {"a"}).leave = {{kMonday - std::chrono::days{3}, kMonday - std::chrono::days{2}},
                                           {week(3), week(9)}};
    draft.person("Ben", 1, {"b"}).lastDay = week(5);
    const Plan plan = draft.plan();
    using enum TeamWarningKind;
    const std::vector<TeamWarning> expected{{earlyLeave, "Ana", 0, kMonday - std::chrono::days{3}},
                                            {longLeave, "Ana", 43, week(3)},
                                            {leavesEarly, "Ben", 0, week(5)},
                                            {mostlyIdle, "Ben", 16, {}},
                                            {nobodyAble, "c", 0, {}}};
    const std::vector<TeamWarning> found = teamWarnings(plan, teamLoad(plan));
    QCOMPARE(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        QVERIFY2(found[i] == expected[i], qPrintable(QString::number(i)));
    draft.inputs.team[0].leave = {{week(3), week(9) - std::chrono::days{1}}}; // six weeks
    draft.inputs.team[1].lastDay.reset();
    QCOMPARE(teamWarnings(draft.plan(), teamLoad(draft.plan())).size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestTeamLoad)
#include "tst_team_load.moc"
