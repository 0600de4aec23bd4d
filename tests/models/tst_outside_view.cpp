#include "data/catalogue_json.h"
#include "models/pert.h"
#include "models/draws/uniform_table.h"
#include "models/risk/simulation.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <cmath>

using namespace trestle;

namespace {

std::shared_ptr<const Catalogue> catalogue()
{
    const auto loaded = builtinCatalogue();
    return loaded ? loaded->catalogue : nullptr;
}

Inputs nothingTicked(const char* preset)
{
    Inputs inputs = newInputs(*catalogue(), "A", *parseDate("2027-01-04"));
    inputs.outsideView = outsideViewOf(*catalogue(), preset).value();
    return inputs;
}

Risk simulated(const Inputs& inputs, SimulationOptions options = {})
{
    const auto plan = makePlan(catalogue(), inputs);
    Q_ASSERT(plan.has_value());
    auto risk = simulate(*plan, options);
    Q_ASSERT(risk.has_value());
    return std::move(*risk);
}

bool isNear(double found, double expected)
{
    return std::abs(found - expected) <= 0.01 * expected;
}

} // namespace

class TestOutsideView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenPercentiles_data();
    void goldenPercentiles();
    void presetsAreThoseOfTheDesign();
    void drawsWithinTwoDeviationsAreThoseOfBefore_data();
    void drawsWithinTwoDeviationsAreThoseOfBefore();
    void tailsGoOnWithTheirSlope_data();
    void tailsGoOnWithTheirSlope();
    void aLikelyPlanDoesNotVary();
    void noSpreadMultipliesEveryRunAlike();
    void theProjectMovesThePlanMoreThanAnyPhase();
    void runningCostsAndDrawsOfPhasesStay();
    void refusesWhatIsOutOfRange_data();
    void refusesWhatIsOutOfRange();
};

void TestOutsideView::goldenPercentiles_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QStringList>("done");
    QTest::addColumn<QStringList>("partial");
    QTest::addColumn<QStringList>("conditions");
    QTest::addColumn<QString>("scale");
    QTest::addColumn<QList<double>>("weeks"); // P10, P50, P80, P90
    QTest::addColumn<QList<double>>("labour");
    const QStringList none;
    QTest::newRow("estimates") << "estimates" << none << none << none << "10k"
                               << QList<double>{21.73, 24.39, 26.27, 27.24}
                               << QList<double>{162'980, 182'920, 197'010, 204'280};
    QTest::newRow("usual") << "usual" << none << none << none << "10k" << QList<double>{17.16, 25.60, 33.30, 38.19}
                           << QList<double>{128'690, 192'010, 249'760, 286'450};
    QTest::newRow("overrunning") << "overrunning" << none << none << none << "10k"
                                 << QList<double>{17.61, 29.75, 41.98, 50.26}
                                 << QList<double>{132'040, 223'100, 314'820, 376'950};
    QTest::newRow("five in place, two partly, usual")
        << "usual" << QStringList{"password-hashing", "sessions", "indexes", "automated-deployment", "tls"}
        << QStringList{"unit-tests", "environments"} << none << "10k" << QList<double>{15.06, 22.48, 29.24, 33.55}
        << QList<double>{112'940, 168'570, 219'320, 251'600};
    QTest::newRow("payments and enterprise, 100k, usual")
        << "usual" << none << none << QStringList{"payments", "enterprise"} << "100k"
        << QList<double>{20.17, 30.13, 39.23, 45.01} << QList<double>{151'240, 225'990, 294'190, 337'580};
}

void TestOutsideView::goldenPercentiles()
{
    QFETCH(QString, preset);
    QFETCH(QStringList, done);
    QFETCH(QStringList, partial);
    QFETCH(QStringList, conditions);
    QFETCH(QString, scale);
    QFETCH(QList<double>, weeks);
    QFETCH(QList<double>, labour);

    Inputs inputs = nothingTicked(preset.toUtf8().constData());
    for (const QString& id : done)
        inputs.items[id.toStdString()].progress.state = ItemState::done;
    for (const QString& id : partial)
        inputs.items[id.toStdString()].progress.state = ItemState::partial;
    for (const QString& id : conditions)
        inputs.profile.conditions.insert(id.toStdString());
    inputs.profile.scale = scale.toStdString();
    SimulationOptions options;
    options.threads = 1;
    const Risk risk = simulated(inputs, options);
    for (const unsigned threads : {2U, 7U}) {
        options.threads = threads;
        QVERIFY(simulated(inputs, options) == risk);
    }
    const auto compare = [](const Percentiles& found, const QList<double>& expected) {
        const QList<double> values{found.p10, found.p50, found.p80, found.p90};
        for (qsizetype i = 0; i < values.size(); ++i)
            QVERIFY2(isNear(values[i], expected[i]),
                     qPrintable(QStringLiteral("%1 instead of %2").arg(values[i]).arg(expected[i])));
    };
    compare(risk.finishPercentiles(), weeks);
    compare(risk.labourPercentiles(), labour);
}

void TestOutsideView::presetsAreThoseOfTheDesign()
{
    QCOMPARE(outsideViewOf(*catalogue(), "estimates"), (OutsideView{"estimates", 0, 0}));
    QCOMPARE(outsideViewOf(*catalogue(), "usual"), (OutsideView{"usual", 0.05, 0.3}));
    QCOMPARE(outsideViewOf(*catalogue(), "overrunning"), (OutsideView{"overrunning", 0.2, 0.4}));
    QVERIFY(!outsideViewOf(*catalogue(), OutsideView::own));
    const Date start = *parseDate("2027-01-04");
    QCOMPARE(newInputs(*catalogue(), "A", start).outsideView, OutsideView());
    QCOMPARE(userInputs(*catalogue(), "A", start).outsideView.preset, std::string("usual"));
    // A catalogue that says nothing of it, as those of before, has the built-in presets.
    const auto small = loadCatalogueFile(TRESTLE_FIXTURES "/catalogues/small.json");
    QVERIFY(small.has_value());
    QVERIFY(small->catalogue->outsideViews == catalogue()->outsideViews);
}

void TestOutsideView::drawsWithinTwoDeviationsAreThoseOfBefore_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("likely");
    QTest::addColumn<double>("high");
    QTest::newRow("likely is low") << 3.0 << 3.0 << 8.0;
    QTest::newRow("middle") << 4.0 << 6.0 << 8.0;
    QTest::newRow("likely is high") << 2.0 << 3.0 << 3.0;
    QTest::newRow("a quarter of the way") << 4.0 << 4.5 << 6.0;
    QTest::newRow("from nothing") << 0.0 << 1.0 << 7.0;
}

// The table of before: one for the whole way, interpolated across ±2 as anywhere else.
void TestOutsideView::drawsWithinTwoDeviationsAreThoseOfBefore()
{
    QFETCH(double, low);
    QFETCH(double, likely);
    QFETCH(double, high);
    const PertShape shape((likely - low) / (high - low));
    std::size_t point = 0;
    const UniformTable before(-6.0, 6.0, 120, [&](double) { return shape.values[point++]; });
    PertDraws draws;
    const PertDraw now = draws.draw({low, likely, high});
    for (double z = -2.0; z <= 2.0; z += 0.000'37)
        QVERIFY(now(z) == low + (high - low) * before(z));
    QVERIFY(now(2.0) == low + (high - low) * before(2.0));
    QVERIFY(now(-2.1) != low + (high - low) * before(-2.1));
}

void TestOutsideView::tailsGoOnWithTheirSlope_data()
{
    drawsWithinTwoDeviationsAreThoseOfBefore_data();
}

void TestOutsideView::tailsGoOnWithTheirSlope()
{
    QFETCH(double, low);
    QFETCH(double, likely);
    QFETCH(double, high);
    const ThreePoint range{low, likely, high};
    const auto quantile = [&](double z) { return pertQuantile(range, 0.5 * std::erfc(-z / std::sqrt(2.0))); };
    PertDraws draws;
    const PertDraw draw = draws.draw(range);
    for (const double sign : {-1.0, 1.0}) {
        constexpr double h = 1e-5;
        const double at = quantile(2 * sign);
        const double slope = (std::log(quantile(2 * sign + h)) - std::log(quantile(2 * sign - h))) / (2 * h);
        for (double beyond = 0.03; beyond < 3; beyond += 0.11) {
            const double expected = at * std::exp(sign * slope * beyond);
            const double found = draw(sign * (2 + beyond));
            QVERIFY2(std::abs(found - expected) < 1e-6 * high,
                     qPrintable(QStringLiteral("%1 instead of %2").arg(found).arg(expected)));
        }
    }
    QVERIFY(draw(-5.5) > 0);
    const PertDraw point = draws.draw({likely, likely, likely});
    QCOMPARE(point(5.0), likely);
}

void TestOutsideView::aLikelyPlanDoesNotVary()
{
    const auto alone = makePlan(catalogue(), nothingTicked("estimates"));
    const auto usual = makePlan(catalogue(), nothingTicked("usual"));
    QCOMPARE(usual->finish.low, alone->finish.low);
    QCOMPARE(usual->finish.likely, alone->finish.likely);
    QCOMPARE(usual->finish.high, alone->finish.high);
    QCOMPARE(usual->total.likely, alone->total.likely);
}

// One crew does the default plan in series: e^m times the effort takes e^m times as long.
void TestOutsideView::noSpreadMultipliesEveryRunAlike()
{
    Inputs inputs = nothingTicked("estimates");
    const Risk alone = simulated(inputs);
    inputs.outsideView = {std::string(OutsideView::own), 0.25, 0};
    const Risk longer = simulated(inputs);
    for (std::size_t n = 0; n < alone.finish.size(); ++n)
        QVERIFY(std::abs(longer.finish[n] - std::exp(0.25) * alone.finish[n]) < 1e-9);
    QVERIFY(!alone.outside && !longer.outside);
}

void TestOutsideView::theProjectMovesThePlanMoreThanAnyPhase()
{
    const Risk alone = simulated(nothingTicked("estimates"));
    const Risk usual = simulated(nothingTicked("usual"));
    QVERIFY(usual.outside.has_value());
    for (const PhaseRisk& phase : usual.phases) {
        QVERIFY(usual.outside->finishCorrelation > phase.finishCorrelation);
        QVERIFY(usual.outside->finishWhenHigh > phase.finishWhenHigh);
    }
    // A phase's rank correlation is that of its own draw, which tells less of the finish than before.
    for (std::size_t p = 0; p < usual.phases.size(); ++p)
        QVERIFY(usual.phases[p].finishCorrelation < alone.phases[p].finishCorrelation);
}

// Its dimension is its own: with s nearly 0 the runs are those of the estimates alone.
void TestOutsideView::runningCostsAndDrawsOfPhasesStay()
{
    Inputs inputs = nothingTicked("estimates");
    const Risk alone = simulated(inputs);
    inputs.outsideView = {std::string(OutsideView::own), 0, 1e-12};
    const Risk nearly = simulated(inputs);
    for (std::size_t n = 0; n < alone.finish.size(); ++n) {
        QVERIFY(std::abs(nearly.finish[n] - alone.finish[n]) < 1e-9);
        QVERIFY(std::abs(nearly.total[n] - alone.total[n]) < 1e-4);
    }
}

void TestOutsideView::refusesWhatIsOutOfRange_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<double>("m");
    QTest::addColumn<double>("s");
    QTest::addColumn<bool>("fits");
    QTest::newRow("s of 0") << "own" << 0.3 << 0.0 << true;
    QTest::newRow("at both ends") << "own" << 1.0 << 1.5 << true;
    QTest::newRow("far below") << "own" << -1.0 << 0.5 << true;
    QTest::newRow("m over 1") << "own" << 1.01 << 0.3 << false;
    QTest::newRow("m under -1") << "own" << -1.01 << 0.3 << false;
    QTest::newRow("negative s") << "own" << 0.0 << -0.01 << false;
    QTest::newRow("s over 1.5") << "own" << 0.0 << 1.51 << false;
    QTest::newRow("no number") << "own" << std::nan("") << 0.3 << false;
    QTest::newRow("unknown preset") << "often" << 0.05 << 0.3 << false;
}

void TestOutsideView::refusesWhatIsOutOfRange()
{
    QFETCH(QString, preset);
    QFETCH(double, m);
    QFETCH(double, s);
    QFETCH(bool, fits);
    Inputs inputs = nothingTicked("estimates");
    inputs.outsideView = {preset.toStdString(), m, s};
    const auto plan = makePlan(catalogue(), inputs);
    QCOMPARE(plan.has_value(), fits);
    if (!fits) {
        QVERIFY(plan.error().where.starts_with("/outsideView/"));
        return;
    }
    const auto risk = simulate(*plan);
    QVERIFY(risk.has_value());
    QVERIFY(std::isfinite(risk->sortedFinish.back()));
}

QTEST_APPLESS_MAIN(TestOutsideView)
#include "tst_outside_view.moc"
