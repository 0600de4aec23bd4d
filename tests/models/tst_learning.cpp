#include "data/catalogue_json.h"
#include "models/learning.h"
#include "models/risk/simulation.h"

#include <QTest>

#include <cmath>

using namespace trestle;

namespace {

std::shared_ptr<const Catalogue> catalogue()
{
    const auto loaded = builtinCatalogue();
    return loaded ? loaded->catalogue : nullptr;
}

/// The default team, like other projects, the database in place.
Inputs databaseDone()
{
    Inputs inputs = userInputs(*catalogue(), "A", *parseDate("2027-01-04"));
    inputs.asOf = inputs.start;
    const auto source = catalogue();
    for (const Item& item : findPhase(*source, "database")->items)
        setState(inputs, item.id, ItemState::done);
    return inputs;
}

void spend(Inputs& inputs, const std::string& item, double spent)
{
    inputs.items[item].actual.spent = spent;
}

/// 4.5 person-weeks on the whole of the database, in proportion.
Inputs databaseTook()
{
    Inputs inputs = databaseDone();
    const auto source = catalogue();
    for (const Item& item : findPhase(*source, "database")->items)
        spend(inputs, item.id, 4.5 * item.share.value);
    return inputs;
}

Inputs twoMoreFinished()
{
    Inputs inputs = databaseTook();
    for (const auto& [item, spent] : {std::pair{"password-hashing", .4}, std::pair{"sessions", .6}}) {
        setState(inputs, item, ItemState::done);
        spend(inputs, item, spent);
    }
    return inputs;
}

Inputs oneUnderWay()
{
    Inputs inputs = twoMoreFinished();
    setState(inputs, "access-control", ItemState::underWay);
    spend(inputs, "access-control", .5);
    return inputs;
}

Plan planOf(const Inputs& inputs)
{
    auto plan = makePlan(catalogue(), inputs);
    Q_ASSERT(plan);
    return std::move(*plan);
}

bool isNear(double value, double wanted, double tolerance)
{
    if (std::abs(value - wanted) <= tolerance)
        return true;
    qWarning("%.6g, wanted %.6g", value, wanted);
    return false;
}

const PhaseLearning& phaseOf(const Learning& learning, std::string_view id)
{
    const auto source = catalogue();
    for (std::size_t p = 0; p < source->phases.size(); ++p)
        if (source->phases[p].id == id)
            return learning.phases[p];
    qFatal("no such phase");
}

} // namespace

/// What finished work says of the rest.
class TestLearning : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spreadOfPhases();
    void observations();
    void goldenFigures_data();
    void goldenFigures();
};

void TestLearning::spreadOfPhases()
{
    const Learning learning = learnFrom(*catalogue(), databaseTook());
    const std::vector<double> wanted{.1796, .1364, .0485, .0810, .0874, .1364, .1364, .1364};
    QCOMPARE(learning.phases.size(), wanted.size());
    for (std::size_t p = 0; p < wanted.size(); ++p)
        QVERIFY(isNear(learning.phases[p].sigma, wanted[p], .00005));
    QVERIFY(!learnFrom(*catalogue(), databaseDone()).says());
}

void TestLearning::observations()
{
    const Learning whole = learnFrom(*catalogue(), databaseTook());
    QVERIFY(isNear(phaseOf(whole, "database").d, .1601, .00005));
    QVERIFY(isNear(phaseOf(whole, "database").v, 0, 1e-12));
    QVERIFY(isNear(phaseOf(whole, "database").z, .2352, .00005));
    QVERIFY(isNear(phaseOf(whole, "authentication").z, .1176, .00005));
    QVERIFY(isNear(phaseOf(whole, "security").z, .1176, .00005));
    QVERIFY(isNear(whole.zeta, .2357, .00005));
    QVERIFY(isNear(whole.zetaSpread, .8573, .00005));

    const Learning part = learnFrom(*catalogue(), twoMoreFinished());
    const PhaseLearning& authentication = phaseOf(part, "authentication");
    QVERIFY(isNear(authentication.share, .25, 1e-12));
    QVERIFY(isNear(authentication.d, .2377, .00005));
    QVERIFY(isNear(authentication.v, .3258, .00005));
    QVERIFY(isNear(phaseOf(part, "database").z, .2153, .00005));
    QVERIFY(isNear(authentication.z, .1357, .00005));
    QVERIFY(isNear(phaseOf(part, "security").z, .1170, .00005));
    QVERIFY(isNear(part.zeta, .2463, .00005));
    QVERIFY(isNear(part.zetaSpread, .8646, .00005));
}

void TestLearning::goldenFigures_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QList<double>>("weeks");  // P10, P50, P80, P90
    QTest::addColumn<QList<double>>("labour"); // P50, P80
    QTest::newRow("nothing recorded") << 0 << QList<double>{15.39, 22.94, 29.80, 34.17}
                                      << QList<double>{172'050, 223'510};
    QTest::newRow("database took longer")
        << 1 << QList<double>{18.05, 24.94, 30.83, 34.46} << QList<double>{187'030, 231'240};
    QTest::newRow("and two more finished")
        << 2 << QList<double>{17.61, 24.44, 30.32, 33.95} << QList<double>{183'330, 227'410};
    QTest::newRow("and one under way") << 3 << QList<double>{17.28, 24.11, 29.99, 33.62}
                                       << QList<double>{180'830, 224'910};
}

void TestLearning::goldenFigures()
{
    QFETCH(const int, which);
    QFETCH(const QList<double>, weeks);
    QFETCH(const QList<double>, labour);
    const Inputs inputs = which == 0   ? databaseDone()
                          : which == 1 ? databaseTook()
                          : which == 2 ? twoMoreFinished()
                                       : oneUnderWay();
    const auto risk = simulate(planOf(inputs), {});
    QVERIFY(risk);
    const double part[]{.1, .5, .8, .9};
    for (int k = 0; k < 4; ++k)
        QVERIFY(isNear(double{risk->finishAt(part[k])}, weeks[k], weeks[k] * .01));
    const Percentiles dollars = risk->labourPercentiles();
    QVERIFY(isNear(dollars.p50, labour[0], labour[0] * .01));
    QVERIFY(isNear(dollars.p80, labour[1], labour[1] * .01));
}

QTEST_APPLESS_MAIN(TestLearning)
#include "tst_learning.moc"
