#include "models/effort.h"
#include "tests/models/support/small_catalogue.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

using namespace trestle;
using namespace trestle::small;

/// What is done, not needed or likely takes nothing, and what hangs on it.
class TestNoWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lagsCountBetweenWorkAlone_data();
    void lagsCountBetweenWorkAlone();
    void nothingLeftTakesNoTimeAndCostsNothing();
    void linksPassOn();
    void likelyNothingIsToBuild();
    void milestones();
    void statesOfPhases();
    void ownEstimatesAreNotScaled();
};

void TestNoWork::lagsCountBetweenWorkAlone_data()
{
    QTest::addColumn<ItemState>("a");
    QTest::addColumn<ItemState>("b");
    QTest::addColumn<bool>("items"); // the link joins the items, not the phases
    QTest::addColumn<double>("weeks");
    using enum ItemState;
    for (const bool items : {false, true}) {
        const char* of = items ? "items" : "phases";
        QTest::addRow("%s, both to build", of) << missing << missing << items << 4.0;
        QTest::addRow("%s, the later not needed", of) << missing << excluded << items << 1.0;
        QTest::addRow("%s, the later done", of) << missing << done << items << 1.0;
        QTest::addRow("%s, the earlier done", of) << done << missing << items << 1.0;
        QTest::addRow("%s, both done", of) << done << done << items << 0.0;
        QTest::addRow("%s, neither needed", of) << excluded << excluded << items << 0.0;
    }
}

void TestNoWork::lagsCountBetweenWorkAlone()
{
    QFETCH(const ItemState, a);
    QFETCH(const ItemState, b);
    QFETCH(const bool, items);
    QFETCH(const double, weeks);
    Draft draft;
    draft.phase("A", 1);
    draft.phase("B", 1).runningCosts.push_back({"Service", {{200, 200, 200}, {}}});
    draft.link(items ? "a-A" : "A", items ? "a-B" : "B", 2);
    draft.set("A", a);
    draft.set("B", b);
    draft.person("Ana");
    draft.inputs.costMode = CostMode::retained;
    const Plan plan = draft.plan();
    compareWeeks(plan.finish.likely, weeks);
    QCOMPARE(plan.labour.likely, Money::rounded(5000 * weeks));
    if (weeks == 0)
        QCOMPARE(plan.total.likely, Money{});
    const Risk simulated = risk(plan);
    compareWeeks(simulated.finishAt(0.9), weeks);
}

void TestNoWork::nothingLeftTakesNoTimeAndCostsNothing()
{
    Draft draft;
    draft.phase("A", 1);
    draft.phase("B", 2);
    draft.phase("C", 3).runningCosts.push_back({"Service", {{200, 200, 200}, {}}});
    draft.link("A", "B", 3, LinkType::startToStart);
    draft.link("B", "C", 4, LinkType::finishToFinish);
    draft.person("Ana");
    draft.inputs.costMode = CostMode::retained;
    for (const char* phase : {"A", "B", "C"})
        draft.set(phase, ItemState::done);
    const Plan plan = draft.plan();
    QVERIFY(plan.nothingLeft());
    QCOMPARE(plan.finish.likely, 0.0);
    QCOMPARE(plan.total.high, Money{});
}

/// A → B → C with B not needed: C still waits for A, without lags.
void TestNoWork::linksPassOn()
{
    Draft draft;
    draft.phase("A", 2);
    draft.phase("B", 1);
    draft.phase("C", 1);
    draft.link("A", "B", 1);
    draft.link("B", "C", 1);
    draft.set("B", ItemState::excluded);
    draft.person("Ana");
    draft.person("Ben");
    const Plan plan = draft.plan();
    compareWeeks(plan.items[2].when.likely.start, 1);
    compareWeeks(plan.finish.likely, 1.5);
    QCOMPARE(plan.items[2].waitsFor.kind, WaitKind::link);
}

void TestNoWork::likelyNothingIsToBuild()
{
    Draft draft;
    draft.phase("A", 2);
    draft.phase("C", ThreePoint{0, 0, 3});
    draft.link("A", "C");
    draft.person("Ana");
    const Plan plan = draft.plan();
    const PhasePlan& phase = plan.phases[1];
    QVERIFY(!phase.hasWork);
    QVERIFY(phase.mayHaveWork() && plan.items[1].mayHaveWork());
    QCOMPARE(phase.state, ItemState::missing);
    QCOMPARE(phase.progress, 0.0);
    QVERIFY(*plan.readiness.fraction < 1);
    compareWeeks(plan.finish.likely, 2);
    compareWeeks(plan.finish.high, 5);
    const Risk simulated = risk(plan);
    QVERIFY(simulated.phases[1].hasWork);
    QVERIFY(simulated.phases[1].finishWeek.p50 > 2);
    QVERIFY(simulated.phases[1].drivesFinish > 0.99);

    draft.set("C", ItemState::done);
    QCOMPARE(draft.plan().phases[1].state, ItemState::done);
    QCOMPARE(draft.plan().phases[1].progress, 1.0);
}

/// Nothing to do and not reached: no work and no dates, but to build until it is ticked; links pass through it.
void TestNoWork::milestones()
{
    Draft draft;
    draft.phase("A", 2);
    draft.phase("M", 0.0);
    draft.phase("C", 1);
    draft.link("A", "M", 1);
    draft.link("M", "C", 1);
    draft.person("Ana");
    const Plan plan = draft.plan();
    QCOMPARE(plan.phases[1].state, ItemState::missing);
    QCOMPARE(plan.phases[1].progress, 0.0);
    QVERIFY(!plan.phases[1].mayHaveWork());
    compareWeeks(plan.finish.likely, 3);

    // A plan of milestones alone takes no time, but is not ready before they are ticked.
    Draft alone;
    alone.phase("M", 0.0);
    alone.phase("N", 0.0);
    alone.person("Ana");
    QCOMPARE(alone.plan().readiness.fraction.value(), 0.2);
    alone.set("M", ItemState::done);
    QCOMPARE(alone.plan().readiness.fraction.value(), 0.6);
    alone.set("N", ItemState::excluded);
    QCOMPARE(alone.plan().readiness.fraction.value(), 1.0);
}

void TestNoWork::statesOfPhases()
{
    Draft draft;
    Phase& phase = draft.phase("A", 2);
    phase.items[0].share.value = 0.5;
    Item other = phase.items[0];
    other.id = "b-A";
    phase.items.push_back(other);
    draft.person("Ana");
    const auto stateWith = [&](ItemState a, ItemState b) {
        draft.inputs.items["a-A"].progress.state = a;
        draft.inputs.items["b-A"].progress.state = b;
        return draft.plan().phases[0].state;
    };
    using enum ItemState;
    QCOMPARE(stateWith(missing, missing), missing);
    QCOMPARE(stateWith(missing, partial), partial);
    QCOMPARE(stateWith(missing, done), partial);
    QCOMPARE(stateWith(done, done), done);
    QCOMPARE(stateWith(done, excluded), done);
    QCOMPARE(stateWith(missing, excluded), missing);
    QCOMPARE(stateWith(excluded, excluded), excluded);
}

void TestNoWork::ownEstimatesAreNotScaled()
{
    Draft draft;
    for (const auto& [id, factor] : {std::pair("few", 1.0), std::pair("many", 1.5)}) {
        ScaleStep& step = draft.catalogue.scales.emplace_back();
        step.id = step.title = id;
        step.factor.value = factor;
    }
    draft.phase("A", 2).scaled = true;
    draft.phase("B", 2).scaled = true;
    draft.person("Ana");
    draft.inputs.profile.scale = "many";
    draft.inputs.estimates["B"].effort = {4, 6, 8};
    const Plan plan = draft.plan();
    QCOMPARE(plan.phases[0].effort, (ThreePoint{3, 3, 3}));
    QCOMPARE(plan.phases[1].effort, (ThreePoint{4, 6, 8}));
    const Risk simulated = risk(plan);
    QVERIFY(simulated.finishAt(0.95) <= 11 + 1e-9); // the open tail of B may go on above 8
    QCOMPARE(scaledPhaseEffort(draft.catalogue, draft.catalogue.phases[0], draft.inputs), (ThreePoint{3, 3, 3}));
    QCOMPARE(scaledPhaseEffort(draft.catalogue, draft.catalogue.phases[1], draft.inputs), (ThreePoint{4, 6, 8}));
}

QTEST_GUILESS_MAIN(TestNoWork)
#include "tst_no_work.moc"
