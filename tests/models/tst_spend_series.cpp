#include "models/risk/spend_series.h"
#include "tests/models/support/small_catalogue.h"

#include <array>

using namespace trestle;

namespace {

/// Two phases one after the other: a week, then two to six of them.
Plan twoPhases()
{
    small::Draft draft;
    draft.phase("A", 1);
    draft.phase("B", ThreePoint{1, 2, 6});
    draft.link("A", "B");
    draft.person("Ana");
    return draft.plan();
}

} // namespace

class TestSpendSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithThePlan();
    void holdsTheSimulatedBand();
    void isTheLikelyCourseBeforeTheSimulation();
    void budgetIsPassedWhenTheLineCrossesIt();
    void emptyHasNothing();
};

void TestSpendSeries::agreesWithThePlan()
{
    const Plan plan = twoPhases();
    const SpendSeries series = SpendSeries::ofPlan(plan);
    for (std::size_t i = 1; i < series.points().size(); ++i) {
        const SpendReading& before = series.points()[i - 1];
        const SpendReading& point = series.points()[i];
        QVERIFY(point.at > before.at);
        QVERIFY(point.likely >= before.likely);
        QVERIFY(point.least <= point.likely && point.likely <= point.most);
    }
    QCOMPARE(series.at(0).likely, 0.0);
    QVERIFY(std::abs(series.at(plan.finish.likely).likely - plan.total.likely.inDollars()) < 0.01);
    QVERIFY(std::abs(series.most() - plan.total.high.inDollars()) < 0.01);
    // After its finish the plan spends nothing more, and before the start nothing was spent.
    QCOMPARE(series.at(1000).likely, series.at(plan.finish.likely).likely);
    QCOMPARE(series.at(-3).likely, 0.0);
    // Between two points money is spent evenly.
    const SpendReading half = series.at(1.5);
    QVERIFY(std::abs(half.likely - (series.at(1).likely + series.at(2).likely) / 2) < 1e-6);
}

void TestSpendSeries::holdsTheSimulatedBand()
{
    const Plan plan = twoPhases();
    const std::array<SpendSpread, 2> spread{{{0, 0, 0, 0}, {4, 12'000, 20'000, 28'000}}};
    const SpendSeries series = SpendSeries::ofSimulation(plan, spread);
    QCOMPARE(series.points().size(), std::size_t{2});
    const SpendReading last = series.points().back();
    QCOMPARE(last.least, 12'000.0);
    QCOMPARE(last.most, 28'000.0);
    QVERIFY(std::abs(last.likely - plan.total.likely.inDollars()) < 0.01);
}

void TestSpendSeries::isTheLikelyCourseBeforeTheSimulation()
{
    const Plan plan = twoPhases();
    const SpendSeries series = SpendSeries::ofSimulation(plan, {});
    QVERIFY(!series.points().empty());
    for (const SpendReading& point : series.points())
        QVERIFY(point.least == point.likely && point.likely == point.most);
    QVERIFY(std::abs(series.most() - plan.total.likely.inDollars()) < 0.01);
}

void TestSpendSeries::budgetIsPassedWhenTheLineCrossesIt()
{
    const Plan plan = twoPhases();
    const SpendSeries series = SpendSeries::ofPlan(plan);
    QVERIFY(!series.likelyBeyond(plan.total.likely.inDollars()));
    const auto week = series.likelyBeyond(7'000);
    QVERIFY(week);
    QVERIFY(std::abs(series.at(*week).likely - 7'000) < 0.01);
    small::compareWeeks(*week, 1.4); // 5,000 a week
    QVERIFY(*series.mostBeyond(7'000) <= *week);
    QVERIFY(series.mostBeyond(plan.total.likely.inDollars()));
}

void TestSpendSeries::emptyHasNothing()
{
    const SpendSeries none;
    QVERIFY(!none.likelyBeyond(0) && !none.mostBeyond(0));
    QCOMPARE(none.most(), 0.0);
    QCOMPARE(none.at(3).likely, 0.0);
}

QTEST_APPLESS_MAIN(TestSpendSeries)
#include "tst_spend_series.moc"
