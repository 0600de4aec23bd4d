#include "data/catalogue_json.h"
#include "models/plan/cost.h"
#include "models/risk/outlook.h"
#include "models/risk/promises.h"
#include "models/risk/simulated_spend.h"
#include "models/risk/simulation_inputs.h"
#include "models/risk/statistics.h"
#include "models/rounding.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <utility>

using namespace trestle;

namespace {

Plan planWith(const std::function<void(Inputs&)>& change)
{
    const auto loaded = builtinCatalogue();
    Inputs inputs = newInputs(*loaded->catalogue, "A", *parseDate("2027-01-04"));
    change(inputs);
    auto plan = makePlan(loaded->catalogue, inputs);
    if (!plan)
        qFatal("no plan");
    return std::move(*plan);
}

Risk simulated(const Plan& plan, std::uint32_t runs)
{
    SimulationOptions options;
    options.runs = runs;
    return *simulate(plan, options);
}

void withLeave(Inputs& inputs)
{
    inputs.team[0].leave.push_back({*parseDate("2027-02-01"), *parseDate("2027-02-03")});
    inputs.team[1].firstDay = parseDate("2027-01-18");
}

} // namespace

/// A simulation read at a plan's confidence and likely figures, and its spending over time.
class TestOutlook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void confidenceNamesItsPercentile();
    void likelyIsMetByTheRunsThatMeetBoth();
    void oddsCountTheProjectsThatKeepThePromise();
    void whatDoesNotVaryIsKeptByAll();
    void spendEndsWithTheTotals_data();
    void spendEndsWithTheTotals();
    void spendOfACertainPlanIsItsCourse();
    void spendIsTheSameOnAnyNumberOfThreads();
    void spendCanBeCancelled();
    void inputsThatNoRunLooksAt();
};

void TestOutlook::confidenceNamesItsPercentile()
{
    const Percentiles percentiles{1, 5, 8, 9};
    QCOMPARE(atConfidence(percentiles, 50), 5.0);
    QCOMPARE(atConfidence(percentiles, 80), 8.0);
    QCOMPARE(atConfidence(percentiles, 90), 9.0);
}

void TestOutlook::likelyIsMetByTheRunsThatMeetBoth()
{
    const Plan plan = planWith([](Inputs&) {});
    const Risk risk = simulated(plan, 2000);
    std::size_t met = 0;
    for (std::size_t n = 0; n < risk.finish.size(); ++n)
        met += plan.calendar.lastDate(0, risk.finish[n]) <= plan.finishDate.likely &&
                       Money::rounded(risk.total[n]) <= std::max(plan.total.likely, wholeDollars(plan.total.likely))
                   ? 1U
                   : 0U;
    QCOMPARE(chanceOfLikely(plan, risk).both.share, static_cast<double>(met) / 2000.0);
    QVERIFY(met > 0);
}

void TestOutlook::oddsCountTheProjectsThatKeepThePromise()
{
    const Risk risk = simulated(planWith([](Inputs&) {}), 2000);
    for (const auto& [confidence, kept] : {std::pair{50, 10U}, {80, 16U}, {90, 18U}}) {
        const CountableOdds odds = countableOdds(risk, confidence);
        QCOMPARE(odds.kept, kept);
        QCOMPARE(odds.promise, risk.finishAt(confidence / 100.0));
        QCOMPARE(odds.finish[0], risk.sortedFinish[49]); // P_2.5 of 2,000
        QCOMPARE(odds.finish[19], risk.sortedFinish[1949]);
        QVERIFY(std::ranges::is_sorted(odds.finish));
    }
}

void TestOutlook::whatDoesNotVaryIsKeptByAll()
{
    Risk risk;
    risk.sortedFinish.assign(100, 4.0);
    QCOMPARE(countableOdds(risk, 50).kept, CountableOdds::kProjects);
}

void TestOutlook::spendEndsWithTheTotals_data()
{
    QTest::addColumn<bool>("retained");
    QTest::addColumn<bool>("leave");
    QTest::newRow("worked") << false << false;
    QTest::newRow("worked, leave and a late start") << false << true;
    QTest::newRow("retained, leave and a late start") << true << true;
}

void TestOutlook::spendEndsWithTheTotals()
{
    QFETCH(bool, retained);
    QFETCH(bool, leave);
    const Plan plan = planWith([&](Inputs& inputs) {
        inputs.costMode = retained ? CostMode::retained : CostMode::worked;
        if (leave)
            withLeave(inputs);
    });
    const Risk risk = simulated(plan, kSpendRuns);
    const auto spend = simulateSpend(plan, risk);
    QVERIFY(spend);
    // In the end a run has spent its total: the same runs, so the same percentiles.
    const Percentiles totals = risk.totalPercentiles();
    QVERIFY(std::abs(spend->back().p10 - totals.p10) < 0.01);
    QVERIFY(std::abs(spend->back().p50 - totals.p50) < 0.01);
    QVERIFY(std::abs(spend->back().p90 - totals.p90) < 0.01);
    QVERIFY(spend->back().at >= risk.sortedFinish.back() - 1e-6);
    QVERIFY(spend->front() == SpendSpread{});
    for (std::size_t i = 1; i < spend->size(); ++i) {
        const SpendSpread& before = (*spend)[i - 1];
        const SpendSpread& point = (*spend)[i];
        QVERIFY(point.at > before.at);
        QVERIFY(point.p10 <= point.p50 && point.p50 <= point.p90);
        QVERIFY(point.p10 >= before.p10 - 1e-6 && point.p90 >= before.p90 - 1e-6);
    }
}

// Where nothing varies each run is the likely plan, whose spending is computed elsewhere.
void TestOutlook::spendOfACertainPlanIsItsCourse()
{
    auto source = std::make_shared<Catalogue>(*builtinCatalogue()->catalogue);
    for (Phase& phase : source->phases) {
        const double likely = phase.effort.value.likely;
        phase.effort.value = {likely, likely, likely};
        for (RunningCost& cost : phase.runningCosts)
            cost.monthly.value.low = cost.monthly.value.high = cost.monthly.value.likely;
    }
    Inputs inputs = newInputs(*source, "A", *parseDate("2027-01-04"));
    withLeave(inputs);
    const Plan plan = *makePlan(source, inputs);
    SimulationOptions options;
    options.runs = 100;
    const auto spend = simulateSpend(plan, simulated(plan, 100), options);
    QVERIFY(spend);
    std::size_t compared = 0;
    for (const SpendPoint& point : cumulativeSpend(plan, Case::likely))
        for (const SpendSpread& spread : *spend)
            if (std::abs(spread.at - point.at) < 1e-6) {
                QVERIFY2(std::abs(spread.p50 - point.total.inDollars()) < 0.02, qPrintable(QString::number(point.at)));
                QCOMPARE(spread.p10, spread.p90);
                ++compared;
            }
    QVERIFY(compared > 20);
}

void TestOutlook::spendIsTheSameOnAnyNumberOfThreads()
{
    const Plan plan = planWith(withLeave);
    const Risk risk = simulated(plan, 500);
    SimulationOptions options;
    options.threads = 1;
    const auto one = simulateSpend(plan, risk, options);
    options.threads = 7;
    QVERIFY(*simulateSpend(plan, risk, options) == *one);
}

void TestOutlook::spendCanBeCancelled()
{
    const Plan plan = planWith([](Inputs&) {});
    std::stop_source stop;
    stop.request_stop();
    SimulationOptions options;
    options.stop = stop.get_token();
    const auto spend = simulateSpend(plan, simulated(plan, 100), options);
    QVERIFY(!spend);
    QCOMPARE(spend.error().code, ErrorCode::cancelled);
}

void TestOutlook::inputsThatNoRunLooksAt()
{
    const Plan plain = planWith([](Inputs&) {});
    const Plan noted = planWith([](Inputs& inputs) {
        inputs.name = "B";
        inputs.client = "C";
        inputs.profile.validated = false;
        inputs.profile.maintainer = Maintainer::team;
        inputs.items["tls"].note = "note";
        inputs.phaseNotes["database"] = "note";
        inputs.confidence = 50;
        inputs.targetDate = parseDate("2027-07-01");
        inputs.budget = Money::dollars(1);
    });
    QVERIFY(simulationInputs(plain.inputs) == simulationInputs(noted.inputs));
    QVERIFY(simulated(plain, 500) == simulated(noted, 500));
    const Plan ticked = planWith([](Inputs& inputs) { inputs.items["tls"].progress.state = ItemState::partial; });
    QVERIFY(!(simulationInputs(plain.inputs) == simulationInputs(ticked.inputs)));
}

QTEST_GUILESS_MAIN(TestOutlook)
#include "tst_outlook.moc"
