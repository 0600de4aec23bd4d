#include "data/catalogue_json.h"
#include "models/pert.h"
#include "models/risk/simulation.h"
#include "models/risk/statistics.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace trestle;

namespace {

std::shared_ptr<const Catalogue> catalogue()
{
    const auto loaded = builtinCatalogue();
    return loaded ? loaded->catalogue : nullptr;
}

Inputs nothingTicked()
{
    return newInputs(*catalogue(), "A", *parseDate("2027-01-04"));
}

// Phases in a chain, one item each, for one person: the finish is the sum of the efforts.
std::shared_ptr<const Catalogue> chain(const std::vector<ThreePoint>& efforts)
{
    auto made = std::make_shared<Catalogue>();
    made->itemCrewLimit.value = 2;
    made->phaseCrewLimit.value = 3;
    for (const ThreePoint& effort : efforts) {
        Phase phase;
        phase.id = "phase-" + std::to_string(made->phases.size());
        phase.effort.value = effort;
        Item item;
        item.id = phase.id + "-item";
        item.share.value = 1.0;
        phase.items.push_back(item);
        if (!made->phases.empty()) {
            Link link;
            link.from = made->phases.back().id;
            link.to = phase.id;
            made->links.push_back(link);
        }
        made->phases.push_back(std::move(phase));
    }
    made->team.push_back({"Ana", 1.0, Money::dollars(5000)});
    return made;
}

Risk simulated(const std::shared_ptr<const Catalogue>& source, double rho, SimulationOptions options = {})
{
    Inputs inputs = newInputs(*source, "A", *parseDate("2027-01-04"));
    inputs.correlation = rho;
    const auto plan = makePlan(source, inputs);
    Q_ASSERT(plan.has_value());
    auto risk = simulate(*plan, options);
    Q_ASSERT(risk.has_value());
    return std::move(*risk);
}

double pertMean(const ThreePoint& range)
{
    return (range.low + 4 * range.likely + range.high) / 6;
}

double meanOf(const std::vector<double>& sample)
{
    return std::accumulate(sample.begin(), sample.end(), 0.0) / static_cast<double>(sample.size());
}

} // namespace

class TestRisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenPercentiles_data();
    void goldenPercentiles();
    void sameOnAnyNumberOfThreads();
    void anotherSeedIsAnotherSample();
    void scenariosShareTheirDraws();
    void singlePhaseEqualsItsPertQuantiles_data();
    void singlePhaseEqualsItsPertQuantiles();
    void phasesInLockstep();
    void independentPhasesSpreadLess();
    void meanOfAChain_data();
    void meanOfAChain();
    void phaseWithoutSpreadMovesNothing();
    void nothingLeftToDo();
    void noPhaseHasSpread();
    void manyItems();
    void sobolSpreadsLessThanIndependentDraws();
    void ranksShareTies_data();
    void ranksShareTies();
    void quantilesAndCorrelationsAsByHand();
    void percentileIsTheCeilingRank();
    void chances();
    void refusesNoRuns();
    void refusesCorrelationOutOfRange_data();
    void refusesCorrelationOutOfRange();
    void stopsWhenAsked();
    void stopsBeforeItStarts();
    void tellsItsProgress();
    void tablesMatchTheQuantiles_data();
    void tablesMatchTheQuantiles();
    void samplerSeeks_data();
    void samplerSeeks();
    void samplerIsNormal_data();
    void samplerIsNormal();
};

void TestRisk::goldenPercentiles_data()
{
    QTest::addColumn<QStringList>("done");
    QTest::addColumn<QStringList>("partial");
    QTest::addColumn<QStringList>("conditions");
    QTest::addColumn<QString>("scale");
    QTest::addColumn<QList<double>>("weeks"); // P10, P50, P80, P90
    QTest::addColumn<double>("tolerance");
    QTest::addColumn<QList<double>>("labour"); // P50, P80

    const QStringList none;
    QTest::newRow("nothing ticked") << none << none << none << "10k" << QList<double>{21.7, 24.4, 26.25, 27.2} << 0.25
                                    << QList<double>{182'900, 196'900};
    QTest::newRow("five in place, two partly")
        << QStringList{"password-hashing", "sessions", "indexes", "automated-deployment", "tls"}
        << QStringList{"unit-tests", "environments"} << none << "10k" << QList<double>{19.0, 21.36, 23.05, 23.85}
        << 0.25 << QList<double>{160'200, 172'900};
    QTest::newRow("payments and enterprise, 100k")
        << none << none << QStringList{"payments", "enterprise"} << "100k" << QList<double>{25.5, 28.7, 30.9, 32.1}
        << 0.3 << QList<double>{215'100, 231'800};
}

void TestRisk::goldenPercentiles()
{
    QFETCH(QStringList, done);
    QFETCH(QStringList, partial);
    QFETCH(QStringList, conditions);
    QFETCH(QString, scale);
    QFETCH(QList<double>, weeks);
    QFETCH(double, tolerance);
    QFETCH(QList<double>, labour);

    Inputs inputs = nothingTicked();
    for (const QString& id : done)
        inputs.items[id.toStdString()].progress.state = ItemState::done;
    for (const QString& id : partial)
        inputs.items[id.toStdString()].progress.state = ItemState::partial;
    for (const QString& id : conditions)
        inputs.profile.conditions.insert(id.toStdString());
    inputs.profile.scale = scale.toStdString();
    const auto plan = makePlan(catalogue(), inputs);
    QVERIFY(plan.has_value());
    SimulationOptions options;
    options.threads = 1;
    const auto risk = simulate(*plan, options);
    QVERIFY(risk.has_value());
    for (const unsigned threads : {2U, 7U}) {
        options.threads = threads;
        QVERIFY(*simulate(*plan, options) == *risk);
    }

    const Percentiles finish = risk->finishPercentiles();
    const QList<double> found{finish.p10, finish.p50, finish.p80, finish.p90};
    for (qsizetype i = 0; i < found.size(); ++i)
        QVERIFY2(std::abs(found[i] - weeks[i]) <= tolerance,
                 qPrintable(QStringLiteral("%1 instead of %2").arg(found[i]).arg(weeks[i])));
    const Percentiles cost = risk->labourPercentiles();
    QVERIFY2(std::abs(cost.p50 - labour[0]) <= 0.01 * labour[0], qPrintable(QString::number(cost.p50)));
    QVERIFY2(std::abs(cost.p80 - labour[1]) <= 0.01 * labour[1], qPrintable(QString::number(cost.p80)));
}

void TestRisk::sameOnAnyNumberOfThreads()
{
    Inputs inputs = nothingTicked();
    inputs.team.push_back({"Kim", 0.8, Money::dollars(4'000), {}, {}, {}});
    const auto plan = makePlan(catalogue(), inputs);
    SimulationOptions options;
    options.runs = 3'001;
    options.threads = 1;
    const auto one = simulate(*plan, options);
    for (const unsigned threads : {2U, 7U}) {
        options.threads = threads;
        const auto several = simulate(*plan, options);
        QVERIFY(*one == *several);
    }
}

void TestRisk::anotherSeedIsAnotherSample()
{
    const auto plan = makePlan(catalogue(), nothingTicked());
    SimulationOptions options;
    options.runs = 500;
    const auto first = simulate(*plan, options);
    options.seed = 2;
    const auto second = simulate(*plan, options);
    QVERIFY(first->finish != second->finish);
    QVERIFY(std::abs(first->finishAt(0.5) - second->finishAt(0.5)) < 0.25);
}

// With the same draws, doing away with an item never makes a one-person run longer: no noise between scenarios.
void TestRisk::scenariosShareTheirDraws()
{
    Inputs inputs = nothingTicked();
    inputs.team.resize(1);
    const auto base = simulate(*makePlan(catalogue(), inputs));
    inputs.items["indexes"].progress.state = ItemState::done;
    const auto ticked = simulate(*makePlan(catalogue(), inputs));
    for (std::size_t n = 0; n < base->finish.size(); ++n)
        QVERIFY(ticked->finish[n] < base->finish[n]);
}

void TestRisk::singlePhaseEqualsItsPertQuantiles_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("likely");
    QTest::addColumn<double>("high");
    QTest::newRow("likely is low") << 3.0 << 3.0 << 8.0;
    QTest::newRow("middle") << 4.0 << 6.0 << 8.0;
    QTest::newRow("likely is high") << 2.0 << 3.0 << 3.0;
    QTest::newRow("a quarter of the way") << 4.0 << 4.5 << 6.0;
}

void TestRisk::singlePhaseEqualsItsPertQuantiles()
{
    QFETCH(double, low);
    QFETCH(double, likely);
    QFETCH(double, high);
    const ThreePoint range{low, likely, high};
    for (const double rho : {0.0, 0.5, 1.0}) {
        const Risk risk = simulated(chain({range}), rho);
        for (const double q : {0.1, 0.5, 0.8, 0.9})
            QVERIFY2(std::abs(risk.finishAt(q) - pertQuantile(range, q)) < 0.005 * (high - low),
                     qPrintable(QStringLiteral("rho %1, q %2: %3").arg(rho).arg(q).arg(risk.finishAt(q))));
    }
}

// ρ = 1: all phases at the same quantile at once, so quantiles add up.
void TestRisk::phasesInLockstep()
{
    const std::vector<ThreePoint> efforts{{3, 3, 8}, {2, 3, 4}, {4, 6, 8}};
    const Risk risk = simulated(chain(efforts), 1.0);
    for (const double q : {0.1, 0.5, 0.8, 0.9}) {
        double sum = 0;
        for (const ThreePoint& effort : efforts)
            sum += pertQuantile(effort, q);
        QVERIFY(std::abs(risk.finishAt(q) - sum) < 0.03);
    }
}

// ρ = 0: variances add up; PERT's is (mean − a)(b − mean) / 7.
void TestRisk::independentPhasesSpreadLess()
{
    const std::vector<ThreePoint> efforts(6, ThreePoint{4, 6, 8});
    const Risk risk = simulated(chain(efforts), 0.0);
    const double mean = meanOf(risk.finish);
    double variance = 0;
    for (const double finish : risk.finish)
        variance += (finish - mean) * (finish - mean);
    variance /= static_cast<double>(risk.finish.size());
    const double expected = 6.0 * (2.0 * 2.0 / 7.0);
    QVERIFY2(std::abs(variance / expected - 1.0) < 0.03, qPrintable(QString::number(variance / expected)));
}

void TestRisk::meanOfAChain_data()
{
    QTest::addColumn<double>("rho");
    QTest::newRow("independent") << 0.0;
    QTest::newRow("half together") << 0.5;
    QTest::newRow("in lockstep") << 1.0;
}

void TestRisk::meanOfAChain()
{
    QFETCH(double, rho);
    const std::vector<ThreePoint> efforts{{3, 3, 8}, {2, 3, 3}, {4, 4.5, 6}, {4, 6, 8}};
    double expected = 0;
    for (const ThreePoint& effort : efforts)
        expected += pertMean(effort);
    const Risk risk = simulated(chain(efforts), rho);
    QVERIFY2(std::abs(meanOf(risk.finish) - expected) < 0.01, qPrintable(QString::number(meanOf(risk.finish))));
}

void TestRisk::phaseWithoutSpreadMovesNothing()
{
    const Risk risk = simulated(chain({{3, 3, 3}, {4, 6, 8}}), 0.5);
    QCOMPARE(risk.phases[0].finishCorrelation, 0.0);
    QCOMPARE(risk.phases[0].finishWhenHigh, 0.0);
    QCOMPARE(risk.phases[0].finishWeek.p10, risk.phases[0].finishWeek.p90);
    QVERIFY(risk.phases[1].finishCorrelation > 0.999);
    QVERIFY(risk.oneCrewInSeries);
}

void TestRisk::nothingLeftToDo()
{
    Inputs inputs = nothingTicked();
    const auto source = catalogue(); // a range-for does not keep a temporary alive
    for (const Phase& phase : source->phases)
        for (const Item& item : phase.items)
            inputs.items[item.id].progress.state = ItemState::done;
    const auto risk = simulate(*makePlan(catalogue(), inputs));
    QVERIFY(risk.has_value());
    QCOMPARE(risk->finishAt(0.9), 0.0);
    QCOMPARE(risk->totalAt(0.9), Money{});
    QCOMPARE(risk->chanceOfBoth(0.0, Money{}), 1.0);
}

void TestRisk::noPhaseHasSpread()
{
    const Risk risk = simulated(chain({{3, 3, 3}, {4, 4, 4}}), 0.5);
    QCOMPARE(risk.finishAt(0.01), risk.finishAt(1.0));
    QVERIFY(std::abs(risk.finishAt(0.5) - 7.0) < 1e-9);
    QCOMPARE(risk.chanceBy(7.0 + 1e-6), 1.0);
    for (const PhaseRisk& phase : risk.phases) {
        QCOMPARE(phase.finishCorrelation, 0.0);
        QCOMPARE(phase.finishWhenLow, 0.0);
    }
}

// 500 items in 25 phases for three people: more than one screen of anything, and schedules that hardly ever repeat.
void TestRisk::manyItems()
{
    auto made = std::make_shared<Catalogue>(*chain(std::vector<ThreePoint>(25, ThreePoint{4, 6, 9})));
    made->links.clear();
    for (std::size_t p = 0; p < made->phases.size(); ++p) {
        Phase& phase = made->phases[p];
        for (std::size_t i = 0; i < 20; ++i) {
            Item& item = i == 0 ? phase.items.front() : phase.items.emplace_back();
            item.id = phase.id + "-item-" + std::to_string(i);
            item.share.value = 0.05;
        }
        if (p >= 3) {
            Link link;
            link.from = made->phases[p - 3].id;
            link.to = phase.id;
            made->links.push_back(link);
        }
    }
    made->team = {
        {"Ana", 1.0, Money::dollars(5000)}, {"Ben", 1.0, Money::dollars(5000)}, {"Cas", 0.5, Money::dollars(5000)}};
    SimulationOptions options;
    options.runs = 1'000;
    options.drivingRuns = 100;
    options.threads = 1;
    const Risk risk = simulated(made, 0.5, options);
    options.threads = 2;
    QVERIFY(simulated(made, 0.5, options) == risk);
    const double least = 25 * 4.0 / 2.5;
    QVERIFY(risk.sortedFinish.front() >= least);
    QVERIFY(std::ranges::is_sorted(risk.sortedFinish));
    QVERIFY(std::abs(meanOf(risk.finish) - 25 * pertMean({4, 6, 9}) / 2.5) < 3.0);
}

// Twenty seeds are for tests/bench/bench_convergence; eight show the same.
void TestRisk::sobolSpreadsLessThanIndependentDraws()
{
    const auto plan = makePlan(catalogue(), nothingTicked());
    const auto spread = [&](DrawMethod method, double q) {
        std::vector<double> found;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            SimulationOptions options;
            options.runs = 1'024;
            options.seed = seed;
            options.method = method;
            options.drivingRuns = 0;
            found.push_back(simulate(*plan, options)->finishAt(q));
        }
        const double mean = meanOf(found);
        double squares = 0;
        for (const double value : found)
            squares += (value - mean) * (value - mean);
        return std::sqrt(squares / static_cast<double>(found.size()));
    };
    for (const double q : {0.5, 0.8})
        QVERIFY2(spread(DrawMethod::sobol, q) < 0.5 * spread(DrawMethod::pseudoRandom, q),
                 qPrintable(QString::number(q)));
}

void TestRisk::ranksShareTies_data()
{
    QTest::addColumn<QList<double>>("sample");
    QTest::addColumn<QList<int>>("twice"); // twice the rank of each
    QTest::newRow("in order") << QList<double>{1, 2, 3} << QList<int>{0, 2, 4};
    QTest::newRow("backwards") << QList<double>{3, 2, 1} << QList<int>{4, 2, 0};
    QTest::newRow("a pair") << QList<double>{5, 1, 5, 9} << QList<int>{3, 0, 3, 6};
    QTest::newRow("all alike") << QList<double>{4, 4, 4} << QList<int>{2, 2, 2};
    QTest::newRow("a hair apart") << QList<double>{1.0 + 4e-16, 1.0, 1e6, 1.0 + 2.3e-16} << QList<int>{4, 0, 6, 2};
    QTest::newRow("below zero") << QList<double>{0, -1, 1, -0.0, -1e9} << QList<int>{5, 2, 8, 5, 0};
}

void TestRisk::ranksShareTies()
{
    QFETCH(QList<double>, sample);
    QFETCH(QList<int>, twice);
    const std::vector<double> values(sample.begin(), sample.end());
    std::vector<double> sorted;
    const Ranking ranking(values, &sorted);
    QVERIFY(
        std::ranges::equal(ranking.twice(), twice, [](std::uint32_t a, int b) { return static_cast<int>(a) == b; }));
    QVERIFY(std::ranges::is_sorted(sorted));
    QVERIFY(std::ranges::is_permutation(sorted, values));
}

// Against textbook code on a sample with ties: sort, and look ranks up.
void TestRisk::quantilesAndCorrelationsAsByHand()
{
    std::vector<double> a;
    std::vector<float> b;
    Sampler sampler(3, 2, DrawMethod::pseudoRandom);
    std::vector<double> draws(2);
    for (int n = 0; n < 5'000; ++n) {
        sampler.next(draws);
        a.push_back(std::round(draws[0] * 100) / 100);
        b.push_back(static_cast<float>(std::round((draws[0] + draws[1]) * 50) / 50));
    }
    const auto ranks = [](const auto& sample) {
        auto sorted = sample;
        std::ranges::sort(sorted);
        std::vector<double> found;
        for (const auto value : sample) {
            const auto [first, last] = std::ranges::equal_range(sorted, value);
            found.push_back(static_cast<double>((first - sorted.begin()) + (last - sorted.begin()) - 1) / 2.0);
        }
        return found;
    };
    const auto byHand = [](const std::vector<double>& x, const std::vector<double>& y) {
        const double meanX = meanOf(x);
        const double meanY = meanOf(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (std::size_t n = 0; n < x.size(); ++n) {
            xy += (x[n] - meanX) * (y[n] - meanY);
            xx += (x[n] - meanX) * (x[n] - meanX);
            yy += (y[n] - meanY) * (y[n] - meanY);
        }
        return xy / std::sqrt(xx * yy);
    };
    const Ranking rankedA(a);
    const Ranking rankedB{std::span<const float>(b)};
    QVERIFY(std::abs(correlationOf(rankedA, rankedB) - byHand(ranks(a), ranks(b))) < 1e-12);
    QVERIFY(std::abs(correlationOf(rankedA, rankedA) - 1.0) < 1e-12);
    QCOMPARE(correlationOf(rankedA, Ranking(std::vector<double>(5'000, 1.0))), 0.0);

    std::vector<float> sortedB = b;
    std::ranges::sort(sortedB);
    const Percentiles found = percentilesOf(b);
    QCOMPARE(found.p10, static_cast<double>(sortedB[499]));
    QCOMPARE(found.p80, static_cast<double>(sortedB[3'999]));
}

void TestRisk::percentileIsTheCeilingRank()
{
    const std::vector<double> ten{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    QCOMPARE(quantileOf(ten, 0.1), 1.0);
    QCOMPARE(quantileOf(ten, 0.5), 5.0);
    QCOMPARE(quantileOf(ten, 0.8), 8.0);
    QCOMPARE(quantileOf(ten, 0.81), 9.0);
    QCOMPARE(quantileOf(ten, 1.0), 10.0);
    QCOMPARE(quantileOf(std::vector<double>{7}, 0.1), 7.0);
}

void TestRisk::chances()
{
    const auto plan = makePlan(catalogue(), nothingTicked());
    const auto risk = simulate(*plan);
    const Weeks p80 = risk->finishAt(0.8);
    QVERIFY(std::abs(risk->chanceBy(p80) - 0.8) < 1e-3);
    QVERIFY(std::abs(risk->chanceUnder(risk->totalAt(0.5)) - 0.5) < 1e-3);
    QVERIFY(risk->chanceOfBoth(p80, risk->totalAt(0.5)) <= 0.5 + 1e-3);
    QCOMPARE(risk->chanceBy(0.0), 0.0);
    QCOMPARE(risk->chanceOfBoth(1e6, Money::dollars(1'000'000'000)), 1.0);

    // A promise for the likely finish date is kept by the likely plan itself, and not one day earlier.
    const Date finish = plan->finishDate.likely;
    QVERIFY(plan->finish.likely <= latestFinishBy(plan->calendar, finish));
    QVERIFY(plan->finish.likely > latestFinishBy(plan->calendar, finish - std::chrono::days{1}));
}

void TestRisk::refusesNoRuns()
{
    SimulationOptions options;
    options.runs = 0;
    const auto risk = simulate(*makePlan(catalogue(), nothingTicked()), options);
    QVERIFY(!risk.has_value());
    QCOMPARE(risk.error().code, ErrorCode::invalidValue);
    QCOMPARE(risk.error().where, std::string("/runs"));
}

void TestRisk::refusesCorrelationOutOfRange_data()
{
    QTest::addColumn<double>("rho");
    QTest::newRow("negative") << -0.01;
    QTest::newRow("more than one") << 1.01;
    QTest::newRow("not a number") << std::nan("");
}

void TestRisk::refusesCorrelationOutOfRange()
{
    QFETCH(double, rho);
    Inputs inputs = nothingTicked();
    inputs.correlation = rho;
    const auto plan = makePlan(catalogue(), inputs);
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().where, std::string("/correlation"));
}

void TestRisk::stopsWhenAsked()
{
    std::stop_source source;
    SimulationOptions options;
    options.runs = 1'000'000;
    options.stop = source.get_token();
    options.progress = [&](double) { source.request_stop(); };
    const auto risk = simulate(*makePlan(catalogue(), nothingTicked()), options);
    QVERIFY(!risk.has_value());
    QCOMPARE(risk.error().code, ErrorCode::cancelled);
}

void TestRisk::stopsBeforeItStarts()
{
    std::stop_source source;
    source.request_stop();
    SimulationOptions options;
    options.stop = source.get_token();
    const auto risk = simulate(*makePlan(catalogue(), nothingTicked()), options);
    QVERIFY(!risk.has_value());
    QCOMPARE(risk.error().code, ErrorCode::cancelled);
}

void TestRisk::tellsItsProgress()
{
    SimulationOptions options;
    options.threads = 1;
    std::vector<double> told;
    options.progress = [&](double part) { told.push_back(part); };
    QVERIFY(simulate(*makePlan(catalogue(), nothingTicked()), options).has_value());
    QVERIFY(std::ranges::is_sorted(told));
    QCOMPARE(told.back(), 1.0);
}

void TestRisk::tablesMatchTheQuantiles_data()
{
    QTest::addColumn<double>("shape");
    for (const double shape : {0.0, 0.1, 0.25, 0.5, 0.75, 1.0})
        QTest::addRow("shape %g", shape) << shape;
}

void TestRisk::tablesMatchTheQuantiles()
{
    QFETCH(double, shape);
    const PertTable table(PertShape(shape), 0.0);
    for (double z = -2.0; z <= 2.0; z += 0.037) {
        const double u = 0.5 * std::erfc(-z / std::sqrt(2.0));
        const double exact = pertQuantile({0.0, shape, 1.0}, u);
        QVERIFY2(std::abs(table(z) - exact) < 1e-6,
                 qPrintable(QStringLiteral("z %1: %2 instead of %3").arg(z).arg(table(z)).arg(exact)));
    }
}

void TestRisk::samplerSeeks_data()
{
    QTest::addColumn<DrawMethod>("method");
    QTest::newRow("Sobol'") << DrawMethod::sobol;
    QTest::newRow("pseudo-random") << DrawMethod::pseudoRandom;
}

void TestRisk::samplerSeeks()
{
    QFETCH(DrawMethod, method);
    Sampler straight(7, 5, method);
    std::vector<std::vector<double>> runs(300, std::vector<double>(5));
    for (auto& run : runs)
        straight.next(run);
    Sampler jumping(7, 5, method);
    std::vector<double> run(5);
    for (const std::size_t n : {0U, 1U, 127U, 128U, 255U, 3U, 299U}) {
        jumping.seek(n);
        jumping.next(run);
        QCOMPARE(run, runs[n]);
    }
}

void TestRisk::samplerIsNormal_data()
{
    samplerSeeks_data();
}

void TestRisk::samplerIsNormal()
{
    QFETCH(DrawMethod, method);
    constexpr std::size_t runs = 20'000;
    Sampler sampler(1, 12, method);
    std::vector<std::vector<double>> columns(12);
    std::vector<double> run(12);
    for (std::size_t n = 0; n < runs; ++n) {
        sampler.next(run);
        for (std::size_t k = 0; k < run.size(); ++k)
            columns[k].push_back(run[k]);
    }
    for (auto& column : columns) {
        std::ranges::sort(column);
        for (const double q : {0.01, 0.1, 0.5, 0.9, 0.99})
            QVERIFY(std::abs(quantileOf(column, q) - normalQuantile(q)) < 0.1);
    }
}

QTEST_GUILESS_MAIN(TestRisk)
#include "tst_risk.moc"
