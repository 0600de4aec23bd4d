#include "data/catalogue_json.h"
#include "models/risk/promises.h"
#include "models/rounding.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace trestle;

namespace {

/// The default plan with ticks left out, a target date and a budget as given.
Plan planWith(std::optional<const char*> target, std::optional<Money> budget)
{
    const auto catalogue = builtinCatalogue();
    if (!catalogue)
        qFatal("no catalogue");
    Inputs inputs = newInputs(*catalogue->catalogue, "P", *parseDate("2027-01-04"));
    if (target)
        inputs.targetDate = *parseDate(*target);
    inputs.budget = budget;
    auto plan = makePlan(catalogue->catalogue, inputs);
    if (!plan)
        qFatal("no plan");
    return std::move(*plan);
}

Risk simulated(const Plan& plan)
{
    SimulationOptions options;
    options.runs = 1000;
    auto risk = simulate(plan, options);
    if (!risk)
        qFatal("no risk");
    return std::move(*risk);
}

} // namespace

class TestPromises : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quartersCountTheRuns_data();
    void quartersCountTheRuns();
    void whatIsNotSetIsAbsent();
    void percentsAddUp_data();
    void percentsAddUp();
    void chancesAreTold_data();
    void chancesAreTold();
    void certaintyNeedsMoreThanAllRuns();
    void likelyPlanByTheDayAndTheDollar();
    void contingencyIsNeverNegative();
    void contingencyReachesTheConfidence_data();
    void contingencyReachesTheConfidence();
};

void TestPromises::quartersCountTheRuns_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("budget");
    QTest::newRow("near the middle") << QByteArray("2027-06-25") << 185'000;
    QTest::newRow("tight date") << QByteArray("2027-05-28") << 200'000;
    QTest::newRow("tight budget") << QByteArray("2027-07-30") << 170'000;
    QTest::newRow("before the start") << QByteArray("2026-12-01") << 200'000;
    QTest::newRow("no money") << QByteArray("2027-06-25") << 0;
    QTest::newRow("ample") << QByteArray("2030-01-01") << 900'000;
}

void TestPromises::quartersCountTheRuns()
{
    QFETCH(QByteArray, target);
    QFETCH(int, budget);
    const Plan plan = planWith(target.constData(), Money::dollars(budget));
    const Risk risk = simulated(plan);
    const TargetChance chance = targetChance(plan, risk);
    QVERIFY(chance.onTime && chance.inBudget && chance.quarters);

    // Counted run by run: a run is on time if the last day of its work is not after the target.
    double counted[2][2] = {};
    for (std::size_t run = 0; run < risk.finish.size(); ++run) {
        const bool late = plan.calendar.lastDate(0, risk.finish[run]) > *plan.inputs.targetDate;
        const bool over = Money::rounded(risk.total[run]) > *plan.inputs.budget;
        counted[late][over] += 1.0 / static_cast<double>(risk.finish.size());
    }
    const auto near = [](double a, double b) { return std::abs(a - b) < 1e-9; };
    QVERIFY(near(chance.quarters->both.share, counted[0][0]));
    QVERIFY(near(chance.quarters->onTimeOnly.share, counted[0][1]));
    QVERIFY(near(chance.quarters->inBudgetOnly.share, counted[1][0]));
    QVERIFY(near(chance.quarters->neither.share, counted[1][1]));
    QVERIFY(near(chance.onTime->share, counted[0][0] + counted[0][1]));
    QVERIFY(near(chance.inBudget->share, counted[0][0] + counted[1][0]));
}

void TestPromises::whatIsNotSetIsAbsent()
{
    const Plan dated = planWith("2027-06-25", std::nullopt);
    const TargetChance onlyDate = targetChance(dated, simulated(dated));
    QVERIFY(onlyDate.onTime && !onlyDate.inBudget && !onlyDate.quarters);
    const Plan none = planWith(std::nullopt, std::nullopt);
    const TargetChance nothing = targetChance(none, simulated(none));
    QVERIFY(!nothing.onTime && !nothing.inBudget && !nothing.quarters);
}

void TestPromises::percentsAddUp_data()
{
    QTest::addColumn<double>("both");
    QTest::addColumn<double>("onTimeOnly");
    QTest::addColumn<double>("inBudgetOnly");
    QTest::addColumn<QList<int>>("percents");
    QTest::newRow("thirds") << 1.0 / 3 << 1.0 / 3 << 1.0 / 3 << QList<int>{33, 34, 33, 0};
    QTest::newRow("halves of a per cent") << 0.905 << 0.005 << 0.005 << QList<int>{91, 1, 0, 8};
    QTest::newRow("all") << 1.0 << 0.0 << 0.0 << QList<int>{100, 0, 0, 0};
    QTest::newRow("none") << 0.0 << 0.0 << 0.0 << QList<int>{0, 0, 0, 100};
    QTest::newRow("rounding noise") << 0.25 << -1e-17 << 0.5 << QList<int>{25, 0, 50, 25};
}

void TestPromises::percentsAddUp()
{
    QFETCH(double, both);
    QFETCH(double, onTimeOnly);
    QFETCH(double, inBudgetOnly);
    QFETCH(QList<int>, percents);
    const ToldQuarters made =
        told(TargetChance::Quarters{{both}, {onTimeOnly}, {inBudgetOnly}, {1 - both - onTimeOnly - inBudgetOnly}});
    const QList<int> parts{made.both.percent, made.onTimeOnly.percent, made.inBudgetOnly.percent, made.neither.percent};
    QCOMPARE(std::accumulate(parts.begin(), parts.end(), 0), 100);
    QCOMPARE(parts, percents);
}

void TestPromises::chancesAreTold_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("certain");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("percent");
    const auto row = [](const char* name, double share, bool certain, ChanceKind kind, int percent) {
        QTest::newRow(name) << share << certain << static_cast<int>(kind) << percent;
    };
    row("certainly not", 0, true, ChanceKind::never, 0);
    row("in no run", 0, false, ChanceKind::rarely, 0);
    row("in one run", 0.0001, false, ChanceKind::rarely, 0);
    row("half a per cent", 0.005, false, ChanceKind::percent, 1);
    row("likely", 0.4259, false, ChanceKind::percent, 43);
    row("just not sure", 0.9949, false, ChanceKind::percent, 99);
    row("all but a few", 0.9951, false, ChanceKind::nearlyAlways, 100);
    row("in every run", 1, false, ChanceKind::nearlyAlways, 100);
    row("certainly", 1, true, ChanceKind::always, 100);
}

void TestPromises::chancesAreTold()
{
    QFETCH(double, share);
    QFETCH(bool, certain);
    QFETCH(int, kind);
    QFETCH(int, percent);
    QCOMPARE(told(Chance{share, certain}), (ToldChance{static_cast<ChanceKind>(kind), percent}));
}

void TestPromises::certaintyNeedsMoreThanAllRuns()
{
    const Plan plan = planWith("2035-01-01", Money::dollars(10'000'000));
    const TargetChance sure = targetChance(plan, simulated(plan));
    QCOMPARE(*sure.both, (Chance{1.0, false}));
    const Plan early = planWith("2026-12-31", Money::dollars(10'000'000)); // the plan starts on 4 January
    const TargetChance never = targetChance(early, simulated(early));
    QCOMPARE(*never.onTime, (Chance{0.0, true}));
    QCOMPARE(*never.both, (Chance{0.0, true}));
    const Plan poor = planWith("2035-01-01", Money{});
    QCOMPARE(*targetChance(poor, simulated(poor)).both, (Chance{0.0, false}));
    QCOMPARE(pointsMore({0.435, false}, {0.464, false}), 2); // as both are told: 44 and 46
}

void TestPromises::likelyPlanByTheDayAndTheDollar()
{
    const Plan plan = planWith(std::nullopt, std::nullopt);
    const Risk risk = simulated(plan);
    const LikelyChance likely = chanceOfLikely(plan, risk);
    // Its own date and amount, set as a target, have the same chances.
    Plan targeted = planWith(isoDate(plan.finishDate.likely).c_str(), wholeDollars(plan.total.likely));
    const TargetChance same = targetChance(targeted, simulated(targeted));
    QCOMPARE(*same.onTime, likely.onTime);
    if (wholeDollars(plan.total.likely) >= plan.total.likely)
        QCOMPARE(*same.both, likely.both);
    // By the day: more than finish by the hour.
    QVERIFY(likely.onTime.share >= risk.chanceBy(plan.finish.likely));
    QVERIFY(likely.both.share <= std::min(likely.onTime.share, likely.inBudget.share));
}

void TestPromises::contingencyIsNeverNegative()
{
    const Plan plan = planWith(std::nullopt, std::nullopt);
    const Risk risk = simulated(plan);
    // At a low confidence the likely plan is dearer than what is promised.
    const Contingency none = contingency(plan, risk, 5, GstBasis::price);
    QVERIFY(risk.totalAt(0.05) < plan.total.likely);
    QVERIFY(!none.isNeeded);
    QCOMPARE(none.incGst(), Money{});
}

void TestPromises::contingencyReachesTheConfidence_data()
{
    QTest::addColumn<int>("confidence");
    for (const int confidence : {50, 80, 90})
        QTest::addRow("%d", confidence) << confidence;
}

void TestPromises::contingencyReachesTheConfidence()
{
    QFETCH(int, confidence);
    const Plan plan = planWith(std::nullopt, std::nullopt);
    const Risk risk = simulated(plan);
    const Contingency own = contingency(plan, risk, confidence, GstBasis::purchases);
    QVERIFY(own.isNeeded);
    // As shown, likely total and contingency add up to the promise.
    QCOMPARE((wholeDollars(plan.total.likely) + own.amount).cents,
             promised(headlineOf(plan, risk, confidence).total).cents);
    QCOMPARE(own.gst.cents, 0);
    const Contingency price = contingency(plan, risk, confidence, GstBasis::price);
    QCOMPARE(price.amount.cents, own.amount.cents);
    QVERIFY(std::abs(price.gst.inDollars() - price.amount.inDollars() / 10) <= 0.01);
    QCOMPARE(price.incGst().cents, (price.amount + price.gst).cents);
}

QTEST_APPLESS_MAIN(TestPromises)
#include "tst_promises.moc"
