#include "models/effort.h"
#include "models/scenario.h"

#include <QTest>

#include "support/small_catalogue.h"

using namespace trestle;

/// What is left of an item by its progress, in the base and where a scenario has its own.
class TestItemProgress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leavesAPart_data();
    void leavesAPart();
    void isWhatEffortIsWorkedOutFrom();
    void ofAScenarioTakesThePlaceOfTheBases();
};

void TestItemProgress::leavesAPart_data()
{
    QTest::addColumn<ItemState>("state");
    QTest::addColumn<double>("partLeft");
    QTest::addColumn<double>("inPlace");
    QTest::addColumn<bool>("inScope");
    QTest::newRow("to build") << ItemState::missing << 1.0 << 0.0 << true;
    QTest::newRow("partly in place: as the catalogue says, counted as half")
        << ItemState::partial << 0.3 << 0.5 << true;
    QTest::newRow("in place") << ItemState::done << 0.0 << 1.0 << true;
    QTest::newRow("not needed") << ItemState::excluded << 0.0 << 0.0 << false;
}

void TestItemProgress::leavesAPart()
{
    QFETCH(ItemState, state);
    QFETCH(double, partLeft);
    Catalogue catalogue;
    catalogue.partialFactor.value = 0.3;
    const ItemProgress progress{state};
    QCOMPARE(progress.partLeft(catalogue), partLeft);
    QCOMPARE(progress.left({2, 3, 5}, catalogue), (ThreePoint{2 * partLeft, 3 * partLeft, 5 * partLeft}));
    QTEST(progress.inPlace(), "inPlace");
    QTEST(progress.isInScope(), "inScope");
}

void TestItemProgress::isWhatEffortIsWorkedOutFrom()
{
    small::Draft draft;
    draft.catalogue.partialFactor.value = 0.25;
    draft.phase("A", {2, 4, 8});
    draft.person("Ana");
    draft.set("A", ItemState::partial);
    const Plan plan = draft.plan();
    QCOMPARE(plan.items[0].effort, (ThreePoint{0.5, 1, 2}));
    QCOMPARE(plan.items[0].fullEffort, (ThreePoint{2, 4, 8}));
    QCOMPARE(plan.phases[0].progress, 0.75);
    QCOMPARE(plan.phases[0].inPlace, 0.5);
    small::compareWeeks(plan.finish.likely, 1);
}

void TestItemProgress::ofAScenarioTakesThePlaceOfTheBases()
{
    Inputs base;
    base.items["kept"] = {{ItemState::partial}, {}, "note", "Ana", {}, {}};
    base.items["changed"] = {{ItemState::missing}, {}, "another", "Ben", {}, {}};
    Scenario scenario;
    scenario.items["changed"] = {ItemState::done};
    scenario.items["not listed"] = {ItemState::excluded};
    const Inputs own = applyScenario(base, scenario);
    QCOMPARE(stateOf(own, "kept"), ItemState::partial);
    QCOMPARE(stateOf(own, "changed"), ItemState::done);
    QCOMPARE(own.items.at("changed").note, std::string("another"));
    QCOMPARE(stateOf(own, "not listed"), ItemState::excluded);
}

QTEST_APPLESS_MAIN(TestItemProgress)
#include "tst_item_progress.moc"
