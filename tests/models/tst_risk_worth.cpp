#include "data/catalogue_json.h"
#include "models/decisions/risk_worth.h"
#include "models/risk/risk_place.h"
#include "models/risk_catalogue.h"

#include <QTest>

#include <algorithm>

using namespace trestle;

namespace {

std::shared_ptr<const Catalogue> catalogue()
{
    static const auto loaded = builtinCatalogue().value().catalogue;
    return loaded;
}

RiskEvent riskOf(const char* id, double p, const char* phase, const ThreePoint& effort, const ThreePoint& delay = {},
                 const ThreePoint& money = {})
{
    RiskEvent made;
    made.id = id;
    made.p = p;
    made.phase = phase;
    made.effort = effort;
    made.delay = delay;
    made.money = money;
    return made;
}

/// One that takes money, one that takes time, and one that did not happen.
Inputs withThree()
{
    Inputs inputs = newInputs(*catalogue(), "A", *parseDate("2027-01-04"));
    addRisk(inputs.risks, riskOf("audit", 0.5, "operations", {}, {}, {5'000, 10'000, 25'000}));
    addRisk(inputs.risks, riskOf("store", 0.3, "deployment", {}, {8, 9, 10})).status = RiskStatus::notHappened;
    addRisk(inputs.risks, riskOf("hole", 0.5, "security", {2, 4, 8}));
    return inputs;
}

QuestionOptions fewRuns()
{
    QuestionOptions options;
    options.runs = 2'000;
    return options;
}

Plan planOf(const Inputs& inputs)
{
    return makePlan(catalogue(), inputs).value();
}

} // namespace

/// What the risks of a plan are worth, and where they stand in the picture.
class TestRiskWorth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void worstFirstAndOverLast();
    void togetherIsThePlanWithoutThem();
    void aResponseIsWorthWhatItSavesLessItsCost();
    void withoutRisksThereIsNothing();
    void placesAtTheEdges_data();
    void placesAtTheEdges();
    void responsesMoveOnlyWhereInThePlan();
    void idsAreFree();
};

void TestRiskWorth::worstFirstAndOverLast()
{
    const auto worth = registerWorth(planOf(withThree()), fewRuns());
    QVERIFY(worth.has_value());
    QCOMPARE(worth->risks.size(), std::size_t{3});
    QCOMPARE(worth->risks[0].id, std::string("hole"));
    QCOMPARE(worth->risks[1].id, std::string("audit"));
    QCOMPARE(worth->risks[2].id, std::string("store"));
    QVERIFY(worth->risks[0].adds.weeks > 0.5);
    QVERIFY(std::abs(worth->risks[1].adds.weeks) < 1e-9); // money takes no time
    QVERIFY(worth->risks[1].adds.cost > Money::dollars(1'000));
    QCOMPARE(worth->risks[2].adds, Delta{});
}

void TestRiskWorth::togetherIsThePlanWithoutThem()
{
    const Inputs inputs = withThree();
    Inputs without = inputs;
    without.risks = {};
    const auto worth = registerWorth(planOf(inputs), fewRuns());
    const Delta difference = deltaTo(planOf(without), inputs, fewRuns()).value();
    QVERIFY(worth.has_value());
    QVERIFY(std::abs(worth->together.weeks - difference.weeks) < 1e-9);
    QCOMPARE(worth->together.cost, difference.cost);
    QVERIFY(worth->together.weeks > 0.5);
    // The layers of the plan's own simulation say the same.
    QuestionOptions options = fewRuns();
    SimulationOptions layered = simulationOf(options);
    layered.layers = true;
    options.known = std::make_shared<const Risk>(simulate(planOf(inputs), layered).value());
    QCOMPARE(options.known->layers.size(), std::size_t{1});
    QCOMPARE(registerWorth(planOf(inputs), options)->together, worth->together);
}

void TestRiskWorth::aResponseIsWorthWhatItSavesLessItsCost()
{
    Inputs inputs = withThree();
    RiskResponse response;
    response.cost = Money::dollars(500);
    response.p = 0;
    findRisk(inputs.risks, "hole")->response = response;
    const auto open = registerWorth(planOf(inputs), fewRuns());
    QVERIFY(open && open->risks[0].response);
    // A response that leaves nothing of a risk saves what the risk adds.
    QVERIFY(std::abs(open->risks[0].response->saves - open->risks[0].adds.weeks) < 1e-9);
    QCOMPARE(open->risks[0].response->savesCost, open->risks[0].adds.cost);
    QCOMPARE(open->risks[0].response->net, Money::dollars(500) - open->risks[0].adds.cost);
    // It is worth the same once it is in the plan.
    findRisk(inputs.risks, "hole")->status = RiskStatus::responded;
    const auto responded = registerWorth(planOf(inputs), fewRuns());
    QVERIFY(responded.has_value());
    const auto hole = std::ranges::find(responded->risks, "hole", &RiskWorth::id);
    QVERIFY(hole != responded->risks.end() && hole->response);
    QVERIFY(std::abs(hole->response->saves - open->risks[0].response->saves) < 1e-9);
    QCOMPARE(hole->response->net, open->risks[0].response->net);
}

void TestRiskWorth::withoutRisksThereIsNothing()
{
    QCOMPARE(registerWorth(planOf(newInputs(*catalogue(), "A", *parseDate("2027-01-04"))), fewRuns()).value(),
             RegisterWorth{});
}

void TestRiskWorth::placesAtTheEdges_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("weeks");
    QTest::addColumn<int>("likely");
    QTest::addColumn<int>("bad");
    const auto row = [](const char* name, double p, double weeks, RiskPlace::Likely likely, RiskPlace::Bad bad) {
        QTest::newRow(name) << p << weeks << static_cast<int>(likely) << static_cast<int>(bad);
    };
    using enum RiskPlace::Likely;
    using enum RiskPlace::Bad;
    row("14 %", 0.14, 0, unlikely, upToAWeek);
    row("15 %", 0.15, 0, possible, upToAWeek);
    row("30 %", 0.30, 0, possible, upToAWeek);
    row("three tenths", 0.1 + 0.2, 0, possible, upToAWeek);
    row("31 %", 0.31, 0, RiskPlace::Likely::likely, upToAWeek);
    row("a week", 0.2, 1, possible, upToAWeek);
    row("more than a week", 0.2, 1.1, possible, upToAMonth);
    row("nearly four weeks", 0.2, 3.9, possible, upToAMonth);
    row("four weeks", 0.2, 4, possible, monthOrMore);
}

void TestRiskWorth::placesAtTheEdges()
{
    QFETCH(double, p);
    QFETCH(double, weeks);
    const double half = weeks / 2; // work and wait count together
    const RiskPlace place = placeOf({p, {0, half, weeks}, {half, half, half}, {1e6, 1e6, 1e6}});
    QTEST(static_cast<int>(place.likely), "likely");
    QTEST(static_cast<int>(place.bad), "bad");
}

void TestRiskWorth::responsesMoveOnlyWhereInThePlan()
{
    Inputs inputs = withThree();
    RiskResponse response;
    response.p = 0.05;
    response.effort = ThreePoint{0, 0.5, 1};
    findRisk(inputs.risks, "hole")->response = response;
    auto placed = placedRisks(inputs.risks);
    QCOMPARE(placed.size(), std::size_t{2}); // what did not happen has no place
    QCOMPARE(placed[1].number, 3);
    QVERIFY(!placed[1].after);
    findRisk(inputs.risks, "hole")->status = RiskStatus::responded;
    placed = placedRisks(inputs.risks);
    QCOMPARE(placed[1].before, (RiskPlace{RiskPlace::Likely::likely, RiskPlace::Bad::monthOrMore}));
    QCOMPARE(placed[1].after.value(), (RiskPlace{RiskPlace::Likely::unlikely, RiskPlace::Bad::upToAWeek}));
}

void TestRiskWorth::idsAreFree()
{
    RiskRegister risks;
    QCOMPARE(freeRiskId(risks, "The load test fails!"), std::string("the-load-test-fails"));
    QCOMPARE(freeRiskId(risks, "…"), std::string("risk"));
    addRisk(risks, riskOf("risk", 0.1, "security", {1, 1, 1}));
    QCOMPARE(freeRiskId(risks, ""), std::string("risk-2"));
}

QTEST_GUILESS_MAIN(TestRiskWorth)
#include "tst_risk_worth.moc"
