#include "models/calendar/days_off.h"
#include "models/happened.h"
#include "models/plan/cost.h"
#include "models/plan/plan_problems.h"
#include "tests/models/support/small_catalogue.h"

#include <QTest>

using namespace trestle;
using namespace trestle::small;

namespace {

/// "A", then "B", of two weeks each; one person.
Draft oneAfterTheOther(LinkType type, Weeks lag = 0)
{
    Draft draft;
    draft.phase("A", 2);
    draft.phase("B", 2);
    draft.link("A", "B", lag, type);
    draft.person("Ana");
    draft.inputs.asOf = week(3);
    return draft;
}

ItemActual& actual(Draft& draft, const std::string& item, ItemState state)
{
    draft.inputs.items[item].progress.state = state;
    return draft.inputs.items[item].actual;
}

Plan planOf(const Draft& draft)
{
    auto plan = makePlan(std::make_shared<Catalogue>(draft.catalogue), draft.inputs);
    if (!plan)
        qFatal("%s at %s", plan.error().what.c_str(), plan.error().where.c_str());
    if (!problems(*plan).empty())
        qFatal("the plan breaks a rule");
    return std::move(*plan);
}

Weeks startOf(const Plan& plan, const char* item)
{
    return plan.findItem(item)->when.likely.start;
}

} // namespace

/// What had begun and finished by the status date, in the plan that goes on from there.
class TestHappened : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void daysBeforeTheFirstHaveNumbers();
    void countsWorkingDaysBeforeTheStatusDate();
    void aFinishOnTheStatusDateIsNow();
    void aPhaseBeginsWithItsFirstItemAndEndsWithItsLast();
    void whatIsUnderWayIsNotHeld();
    void whatIsUnderWayTakesPeopleFirst();
    void aLagCountsFromTheActualFinish();
    void aLagCountsFromTheActualStart();
    void aLagThatNobodyWaitsForIsNoPlan();
    void aBegunPhaseHoldsItsOtherItems();
    void runningCostsMeetAtTheStatusDate();
};

void TestHappened::daysBeforeTheFirstHaveNumbers()
{
    Inputs inputs;
    inputs.start = kMonday - std::chrono::days{60};
    inputs.region = "nsw";
    inputs.closures.push_back(
        {{std::chrono::December, std::chrono::day{20}}, {std::chrono::January, std::chrono::day{6}}, "Closed"});
    inputs.daysOff.push_back({kMonday - std::chrono::days{30}, "Away"});
    const Date origin = kMonday + std::chrono::days{9};
    const WorkCalendar calendar(origin, daysOffOf(inputs, origin));
    const WorkCalendar fromStart(inputs.start, daysOffOf(inputs, inputs.start));
    const int before = fromStart.indexOnOrAfter(calendar.dateOf(0));
    QVERIFY(before > 20);
    for (int index = -before; index < 30; ++index) {
        QCOMPARE(calendar.dateOf(index), fromStart.dateOf(before + index));
        QCOMPARE(calendar.dayNumber(calendar.dateOf(index)), index);
    }
    for (Date day = inputs.start; day < origin; day += std::chrono::days{1}) {
        QCOMPARE(calendar.dayNumber(day), fromStart.indexOnOrAfter(day) - before);
        QCOMPARE(calendar.isWorkingDay(day), fromStart.isWorkingDay(day));
    }
}

void TestHappened::countsWorkingDaysBeforeTheStatusDate()
{
    Draft draft = oneAfterTheOther(LinkType::finishToStart);
    actual(draft, "a-A", ItemState::done) = {day(1), day(9), {}, {}, false};
    draft.inputs.daysOff.push_back({day(10), "Closed"});
    const Plan plan = planOf(draft);
    QCOMPARE(*plan.findItem("a-A")->happened.start, Weeks{-1.8}); // nine days, one of ten off
    QCOMPARE(*plan.findItem("a-A")->happened.finish, Weeks{0});   // the end of the last of them
    QVERIFY(!plan.findItem("a-B")->happened.any());
    compareWeeks(startOf(plan, "a-B"), 0);
}

void TestHappened::aFinishOnTheStatusDateIsNow()
{
    Draft draft = oneAfterTheOther(LinkType::finishToStart, 1);
    actual(draft, "a-A", ItemState::done).finished = draft.inputs.asOf;
    const Plan plan = planOf(draft);
    QCOMPARE(*plan.findItem("a-A")->happened.finish, Weeks{0});
    compareWeeks(startOf(plan, "a-B"), 1);
}

void TestHappened::aPhaseBeginsWithItsFirstItemAndEndsWithItsLast()
{
    Draft draft = oneAfterTheOther(LinkType::finishToStart);
    Phase& phase = draft.catalogue.phases.front();
    phase.items.push_back(phase.items.front());
    phase.items.back().id = "b-A";
    phase.items.front().share.value = phase.items.back().share.value = 0.5;
    actual(draft, "a-A", ItemState::done) = {day(2), day(5), {}, {}, false};
    QVERIFY(!planOf(draft).phases[0].actualFinish); // b-A is left
    actual(draft, "b-A", ItemState::underWay);
    QCOMPARE(planOf(draft).phases[0].actualStart, std::optional(day(2)));
    actual(draft, "b-A", ItemState::done) = {day(1), day(3), {}, {}, false};
    const Plan plan = planOf(draft);
    QCOMPARE(plan.phases[0].actualStart, std::optional(day(1)));
    QCOMPARE(plan.phases[0].actualFinish, std::optional(day(5)));
    QVERIFY(!plan.phases[1].actualStart);
    // What is not needed any more does not keep a phase from being finished, though it began it.
    actual(draft, "b-A", ItemState::excluded) = {day(1), {}, {}, {}, false};
    QCOMPARE(planOf(draft).phases[0].actualStart, std::optional(day(1)));
    QCOMPARE(planOf(draft).phases[0].actualFinish, std::optional(day(5)));
    // Without the day of a start, the phase had begun when something of it was finished.
    actual(draft, "a-A", ItemState::done).started.reset();
    actual(draft, "b-A", ItemState::excluded) = {};
    QCOMPARE(planOf(draft).phases[0].actualStart, std::optional(day(5)));
    // Under way, since when is not said: since now.
    actual(draft, "a-A", ItemState::underWay) = {};
    QCOMPARE(planOf(draft).phases[0].actualStart, std::optional(week(3)));
}

void TestHappened::whatIsUnderWayIsNotHeld()
{
    Draft draft = oneAfterTheOther(LinkType::finishToStart, 3);
    draft.person("Ben");
    draft.catalogue.itemCrewLimit.value = 1;
    actual(draft, "a-B", ItemState::underWay).spent = 0.5;
    const Plan plan = planOf(draft);
    compareWeeks(startOf(plan, "a-B"), 0);
    compareWeeks(plan.findItem("a-B")->when.likely.finish, 1.5);
    compareWeeks(plan.finish.likely, 2);
    QCOMPARE(plan.findItem("a-B")->waitsFor.kind, WaitKind::start);
    QVERIFY(!plan.links.front().tight);
}

/// A is before B in priority; of the one person B has had the beginning.
void TestHappened::whatIsUnderWayTakesPeopleFirst()
{
    Draft draft = oneAfterTheOther(LinkType::finishToFinish);
    actual(draft, "a-B", ItemState::underWay).spent = 0.5;
    const Plan plan = planOf(draft);
    compareWeeks(plan.findItem("a-B")->when.likely.workDone, 1.5);
    compareWeeks(startOf(plan, "a-A"), 1.5);
    compareWeeks(plan.finish.likely, 3.5);
}

void TestHappened::aLagCountsFromTheActualFinish()
{
    Draft draft = oneAfterTheOther(LinkType::finishToStart, 1.6);
    actual(draft, "a-A", ItemState::done) = {day(1), day(5), {}, {}, false};
    compareWeeks(startOf(planOf(draft), "a-B"), 0.6); // finished a week before time 0
    draft.catalogue.links.front().lag = 1;
    compareWeeks(startOf(planOf(draft), "a-B"), 0);
    // Not known when: it is passed on without its lag, as ever.
    actual(draft, "a-A", ItemState::done) = {};
    draft.catalogue.links.front().lag = 5;
    compareWeeks(startOf(planOf(draft), "a-B"), 0);
}

void TestHappened::aLagCountsFromTheActualStart()
{
    Draft draft = oneAfterTheOther(LinkType::startToStart, 2.5);
    draft.person("Ben");
    draft.catalogue.itemCrewLimit.value = 1;
    actual(draft, "a-A", ItemState::underWay).started = day(1);
    compareWeeks(startOf(planOf(draft), "a-B"), 0.5); // two weeks after it began
    actual(draft, "a-A", ItemState::done).started = day(6);
    compareWeeks(startOf(planOf(draft), "a-B"), 1.5);
    draft.catalogue.links.front().type = LinkType::startToFinish;
    draft.catalogue.links.front().lag = 4;
    compareWeeks(startOf(planOf(draft), "a-B"), 0);
    compareWeeks(planOf(draft).finish.likely, 3);
}

void TestHappened::aLagThatNobodyWaitsForIsNoPlan()
{
    Draft draft = oneAfterTheOther(LinkType::finishToStart, 4);
    actual(draft, "a-A", ItemState::done).finished = day(10);
    actual(draft, "a-B", ItemState::done);
    const Plan plan = planOf(draft);
    compareWeeks(plan.finish.likely, 0);
    QCOMPARE(plan.labour.likely, Money{});
}

/// Work of it that has not begun still waits for what the phase waits for.
void TestHappened::aBegunPhaseHoldsItsOtherItems()
{
    Draft draft = oneAfterTheOther(LinkType::finishToStart);
    Phase& phase = draft.catalogue.phases.back();
    phase.items.push_back(phase.items.front());
    phase.items.back().id = "b-B";
    phase.items.front().share.value = phase.items.back().share.value = 0.5;
    draft.person("Ben");
    draft.catalogue.itemCrewLimit.value = 1;
    actual(draft, "a-B", ItemState::underWay);
    const Plan plan = planOf(draft);
    compareWeeks(startOf(plan, "a-B"), 0);
    compareWeeks(plan.phases[1].when.likely.start, 0);
    compareWeeks(startOf(plan, "b-B"), 2);
}

/// From the day on which the phase began to the last day of the plan, each day once.
void TestHappened::runningCostsMeetAtTheStatusDate()
{
    for (const int daysIn : {0, 1, 4, 5, 6, 7, 30}) {
        Draft draft = oneAfterTheOther(LinkType::finishToStart);
        RunningCost& cost = draft.catalogue.phases.front().runningCosts.emplace_back();
        cost.title = "Hosting";
        cost.monthly.value = {300, 300, 300};
        draft.inputs.asOf = kMonday + std::chrono::days{daysIn};
        actual(draft, "a-A", ItemState::underWay).started = kMonday;
        const Plan plan = planOf(draft);
        const auto days = static_cast<double>((plan.finishDate.likely - kMonday).count() + 1);
        const Money all = Money::rounded(300 * days / kDaysPerMonth);
        const Money sum = plan.actual.running + plan.runningTotal.likely;
        QVERIFY2(std::abs(sum.cents - all.cents) <= 1, qPrintable(QString::number(daysIn)));
        SimulationOptions options;
        options.runs = 64;
        const auto risk = simulate(plan, options);
        QVERIFY(risk);
        // Of all runs, that nothing varies in: what is still to come, and what was spent.
        QVERIFY(std::abs(risk->totalAt(.5).cents - plan.total.likely.cents) <= 1);
    }
}

QTEST_APPLESS_MAIN(TestHappened)
#include "tst_happened.moc"
