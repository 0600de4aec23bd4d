#include "data/catalogue_json.h"
#include "data/file_io.h"
#include "data/reference_json.h"
#include "models/risk/simulation.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace trestle;

class TestCalibration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheRecords();
    void sharesAreLinearBetweenThePoints();
    void scoreIsThatOfItsIntegral();
    void usualMeetsItsAims();
    void goldenMeans_data();
    void goldenMeans();
    void thePageHasTheTable();
    void insideSpreadIsThatOfTheDefaultPlan();

private:
    [[nodiscard]] HitRates meanFor(const OutsideView& view, bool effortAlone) const;
    [[nodiscard]] OutsideView view(const char* preset) const { return outsideViewOf(*m_catalogue, preset).value(); }

    std::shared_ptr<const Catalogue> m_catalogue;
    std::vector<ReferenceSet> m_sets;
};

void TestCalibration::initTestCase()
{
    m_catalogue = builtinCatalogue().value().catalogue;
    m_sets = referenceSets().value();
}

HitRates TestCalibration::meanFor(const OutsideView& view, bool effortAlone) const
{
    std::vector<HitRates> rates;
    for (const ReferenceSet& set : m_sets)
        if (set.isEffort || !effortAlone)
            rates.push_back(hitRates(set, view));
    return meanOf(rates);
}

void TestCalibration::readsTheRecords()
{
    QCOMPARE(m_sets.size(), std::size_t{5});
    int ofEffort = 0;
    for (const ReferenceSet& set : m_sets) {
        QVERIFY(!set.id.empty() && !set.title.empty() && !set.source.empty() && !set.note.empty());
        QVERIFY(set.quantiles.front() > 0);
        QVERIFY(std::ranges::is_sorted(set.quantiles));
        ofEffort += set.isEffort ? set.projects : 0;
    }
    QCOMPARE(ofEffort, 247);
}

void TestCalibration::sharesAreLinearBetweenThePoints()
{
    ReferenceSet set;
    std::iota(set.quantiles.begin(), set.quantiles.end(), 1.0); // 5 % at 1, 95 % at 19
    const auto isNear = [](double found, double expected) { return std::abs(found - expected) < 1e-12; };
    QVERIFY(isNear(shareAtOrBelow(set, 0.99), 0.025));
    QVERIFY(isNear(shareAtOrBelow(set, 1), 0.05));
    QVERIFY(isNear(shareAtOrBelow(set, 4.5), 0.225));
    QVERIFY(isNear(shareAtOrBelow(set, 19), 0.95));
    QVERIFY(isNear(shareAtOrBelow(set, 19.01), 0.975));
    set.quantiles[3] = 3; // as many at one value
    QVERIFY(isNear(shareAtOrBelow(set, 3), 0.2));
}

// CRPS is the integral of the squared distance between the distribution of the promise and the step at the outcome.
void TestCalibration::scoreIsThatOfItsIntegral()
{
    ReferenceSet point; // every project took 1.3 times its estimate
    point.quantiles.fill(1.3);
    const OutsideView wide{"own", 0.1, 0.4};
    const InsideSpread inside;
    const double mu = std::log(inside.median) + wide.m;
    const double sigma = std::hypot(inside.logDeviation, wide.s);
    double integral = 0;
    constexpr double step = 1e-4;
    for (double x = step / 2; x < 12; x += step) {
        const double below = 0.5 * std::erfc(-(std::log(x) - mu) / sigma / std::sqrt(2.0));
        const double distance = below - (x >= 1.3 ? 1 : 0);
        integral += distance * distance * step;
    }
    QVERIFY(std::abs(hitRates(point, wide).crps - integral) < 1e-4);
}

void TestCalibration::usualMeetsItsAims()
{
    const CalibrationAim aim;
    QVERIFY(aim.isMet(meanFor(view("usual"), true)));
    QVERIFY(!aim.isMet(meanFor(view("estimates"), true)));
    QVERIFY(!aim.isMet(meanFor(view("overrunning"), true)));
}

void TestCalibration::goldenMeans_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<bool>("effortAlone");
    QTest::addColumn<QList<double>>("percents");
    QTest::addColumn<double>("crps");
    QTest::newRow("usual") << "usual" << true << QList<double>{47, 81, 87, 81} << 0.221;
    QTest::newRow("estimates") << "estimates" << true << QList<double>{38, 50, 55, 36} << 0.259;
    QTest::newRow("overrunning, with durations") << "overrunning" << false << QList<double>{57, 81, 88, 82} << 0.311;
}

void TestCalibration::goldenMeans()
{
    QFETCH(QString, preset);
    QFETCH(bool, effortAlone);
    QFETCH(QList<double>, percents);
    QFETCH(double, crps);
    const HitRates mean = meanFor(view(preset.toUtf8().constData()), effortAlone);
    const QList<double> found{mean.atP50, mean.atP80, mean.atP90, mean.inBand};
    for (qsizetype i = 0; i < found.size(); ++i)
        QVERIFY2(std::abs(100 * found[i] - percents[i]) < 1, qPrintable(QString::number(100 * found[i])));
    QVERIFY2(std::abs(mean.crps - crps) < 0.000'6, qPrintable(QString::number(mean.crps)));
}

void TestCalibration::thePageHasTheTable()
{
    const std::string page = readTextFile(TRESTLE_SOURCE "/resources/docs/how-sure.md").value_or("");
    const auto isThere = [&](const std::string& title, const std::string& set, int projects, const HitRates& rates) {
        const QString line = QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 | %8 |")
                                 .arg(QString::fromStdString(title), QString::fromStdString(set))
                                 .arg(projects)
                                 .arg(100 * rates.atP50, 0, 'f', 1)
                                 .arg(100 * rates.atP80, 0, 'f', 1)
                                 .arg(100 * rates.atP90, 0, 'f', 1)
                                 .arg(100 * rates.inBand, 0, 'f', 1)
                                 .arg(rates.crps, 0, 'f', 3);
        QVERIFY2(page.find(line.toStdString()) != std::string::npos, qPrintable(line));
    };
    for (const OutsideViewPreset& preset : m_catalogue->outsideViews) {
        const OutsideView one = view(preset.id.c_str());
        int all = 0;
        for (const ReferenceSet& set : m_sets) {
            isThere(preset.title, set.title, set.projects, hitRates(set, one));
            QVERIFY(page.find(set.source.substr(0, set.source.find(','))) != std::string::npos);
            all += set.projects;
        }
        isThere(preset.title, "All sets", all, meanFor(one, false));
        isThere(preset.title, "The four sets of effort", 247, meanFor(one, true));
    }
}

void TestCalibration::insideSpreadIsThatOfTheDefaultPlan()
{
    const auto plan = makePlan(m_catalogue, newInputs(*m_catalogue, "A", *parseDate("2027-01-04")));
    const auto risk = simulate(plan.value());
    double sum = 0;
    double squares = 0;
    for (const double finish : risk->finish) {
        const double ratio = std::log(finish / plan->finish.likely);
        sum += ratio;
        squares += ratio * ratio;
    }
    const auto runs = static_cast<double>(risk->runs);
    const InsideSpread inside;
    QVERIFY(std::abs(risk->finishAt(0.5) / plan->finish.likely - inside.median) < 0.001);
    QVERIFY(std::abs(std::sqrt(squares / runs - sum * sum / runs / runs) - inside.logDeviation) < 0.002);
}

QTEST_APPLESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
