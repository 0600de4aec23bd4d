#include "data/catalogue_json.h"
#include "tests/models/support/simulated_projects.h"

#include <QTest>

using namespace trestle;

/// Forecasts on the way, of projects that come about as the model says: they hold as often as they say, and what
/// finished work says makes them better. tests/bench/bench_forecast prints the figures.
class TestForecastLearns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsAsOftenAsItSays_data();
    void holdsAsOftenAsItSays();
    void learnsFromAFactorThatNobodyTold();

private:
    static const std::shared_ptr<const Catalogue>& catalogue();
    static Inputs inputs() { return userInputs(*catalogue(), "A", *parseDate("2027-01-04")); }
    static void isBetter(const FollowedProjects& at);
};

const std::shared_ptr<const Catalogue>& TestForecastLearns::catalogue()
{
    static const auto loaded = builtinCatalogue();
    return loaded.value().catalogue;
}

void TestForecastLearns::isBetter(const FollowedProjects& at)
{
    QVERIFY2(at.learning.crps < at.without.crps, qPrintable(QString("%1 of the way: CRPS %2, without learning %3")
                                                                .arg(at.part)
                                                                .arg(at.learning.crps)
                                                                .arg(at.without.crps)));
}

void TestForecastLearns::holdsAsOftenAsItSays_data()
{
    QTest::addColumn<Truth>("truth");
    QTest::addColumn<bool>("several"); // several items under way at once, phases finished in part
    QTest::addColumn<int>("projects");
    QTest::newRow("one item after another") << Truth::drawn << false << 400;
    QTest::newRow("side by side") << Truth::noisy << true << 200;
}

void TestForecastLearns::holdsAsOftenAsItSays()
{
    QFETCH(const Truth, truth);
    QFETCH(const bool, several);
    QFETCH(const int, projects);
    FollowOptions options;
    options.truth = truth;
    options.projects = static_cast<std::uint32_t>(projects);
    for (const FollowedProjects& at : followProjects(catalogue(), several ? sideBySide(inputs()) : inputs(), options)) {
        QVERIFY(at.underWay >= (several ? 1.2 : 0.9));
        QVERIFY2(at.learning.inBand >= .75 && at.learning.inBand <= .85,
                 qPrintable(QString("%1 of the way: %2 in the band").arg(at.part).arg(at.learning.inBand)));
        isBetter(at);
    }
}

void TestForecastLearns::learnsFromAFactorThatNobodyTold()
{
    FollowOptions options;
    options.truth = Truth::fixedFactor;
    options.projects = 100;
    for (const FollowedProjects& at : followProjects(catalogue(), inputs(), options))
        isBetter(at);
}

QTEST_APPLESS_MAIN(TestForecastLearns)
#include "tst_forecast_learns.moc"
