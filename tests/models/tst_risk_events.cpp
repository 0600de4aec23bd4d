#include "data/catalogue_json.h"
#include "models/draws/effort_sampler.h"
#include "models/risk/simulation.h"
#include "models/risk/simulation_setting.h"
#include "models/risk_catalogue.h"
#include "models/schedule.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace trestle;

namespace {

std::shared_ptr<const Catalogue> catalogue()
{
    static const auto loaded = builtinCatalogue().value().catalogue;
    return loaded;
}

/// Without running costs, so that a total is labour and what the events cost.
std::shared_ptr<const Catalogue> withoutServices()
{
    auto made = std::make_shared<Catalogue>(*catalogue());
    for (Phase& phase : made->phases)
        phase.runningCosts.clear();
    return made;
}

Inputs nothingTicked(const char* preset = "estimates")
{
    Inputs inputs = newInputs(*catalogue(), "A", *parseDate("2027-01-04"));
    inputs.outsideView = outsideViewOf(*catalogue(), preset).value();
    return inputs;
}

RiskEvent riskEvent(const char* id, double p, const char* phase, const ThreePoint& effort, const ThreePoint& delay = {},
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

/// The three of the golden figures.
Inputs withThree(const char* preset)
{
    Inputs inputs = nothingTicked(preset);
    addRisk(inputs.risks, riskEvent("hole", 0.3, "security", {1, 2, 4}));
    addRisk(inputs.risks, riskEvent("store", 0.1, "deployment", {}, {2, 4, 8}));
    addRisk(inputs.risks, riskEvent("audit", 0.2, "operations", {}, {}, {5'000, 10'000, 25'000}));
    return inputs;
}

Plan planOf(const Inputs& inputs, const std::shared_ptr<const Catalogue>& from = catalogue())
{
    auto plan = makePlan(from, inputs);
    if (!plan)
        qFatal("%s at %s", plan.error().what.c_str(), plan.error().where.c_str());
    return std::move(*plan);
}

Risk simulated(const Inputs& inputs, SimulationOptions options = {},
               const std::shared_ptr<const Catalogue>& from = catalogue())
{
    const Plan plan = planOf(inputs, from);
    auto risk = simulate(plan, options);
    if (!risk)
        qFatal("%s", risk.error().what.c_str());
    return std::move(*risk);
}

/// Four weeks in: two phases are finished, of two others the first item is under way.
void begin(Inputs& inputs)
{
    inputs.asOf = inputs.start + std::chrono::days{28};
    const auto& phases = catalogue()->phases;
    for (const std::size_t p : {0U, 1U})
        for (const Item& item : phases[p].items) {
            setState(inputs, item.id, ItemState::done);
            inputs.items[item.id].actual = {inputs.start, *inputs.asOf - std::chrono::days{7 * p}, 0.3, std::nullopt,
                                            false};
        }
    for (const std::size_t p : {2U, 3U})
        setState(inputs, phases[p].items.front().id, ItemState::underWay);
}

/// Runs one after the other, by the scheduler alone.
std::vector<double> scheduledOneByOne(const Plan& plan, std::size_t runs)
{
    const auto setting = simulationSetting(plan).value();
    Scheduler scheduler(setting.network);
    EffortSampler sampler(setting.effort, kSimulationSeed);
    std::vector<double> finish;
    for (std::size_t n = 0; n < runs; ++n) {
        sampler.next();
        finish.push_back(scheduler.run(sampler.work(), sampler.delay()).end);
    }
    std::ranges::sort(finish);
    return finish;
}

} // namespace

class TestRiskEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenPercentiles_data();
    void goldenPercentiles();
    void sameAsScheduledOneByOne_data();
    void sameAsScheduledOneByOne();
    void noRiskIsNoChange();
    void certainAndImpossible();
    void leavingOneOutMovesNoOtherDraw();
    void aDelayCountsWhereNothingFollows();
    void aDelayAfterAPhaseWithoutWork();
    void delaysOfOnePhaseAddUp();
    void aPhaseWithoutWorkHasSomeWhereItHappens();
    void itsItemIsTheLastOfItsPhase();
    void nobodyBecomesASpecialist();
    void aResponseCostsInEveryRun();
    void whatHappenedIsAnItem();
    void whatDidNotHappenIsNothing();
    void openEventsAreInNoLikelyPlan();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void refusesWhatNobodyCanDo();
    void numbersAreGivenOnce();
};

void TestRiskEvents::goldenPercentiles_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QList<double>>("weeks"); // P10, P50, P80, P90
    QTest::addColumn<QList<double>>("cost");  // labour and event money
    QTest::newRow("estimates") << "estimates" << QList<double>{22.15, 25.11, 27.37, 28.70}
                               << QList<double>{166'710, 188'390, 203'730, 211'810};
    QTest::newRow("usual") << "usual" << QList<double>{17.82, 26.50, 34.30, 39.24}
                           << QList<double>{133'630, 197'760, 255'720, 292'560};
}

void TestRiskEvents::goldenPercentiles()
{
    QFETCH(QString, preset);
    QFETCH(QList<double>, weeks);
    QFETCH(QList<double>, cost);
    const Inputs inputs = withThree(preset.toUtf8().constData());
    SimulationOptions options;
    options.threads = 1;
    const Risk risk = simulated(inputs, options, withoutServices());
    for (const unsigned threads : {2U, 7U}) {
        options.threads = threads;
        QVERIFY(simulated(inputs, options, withoutServices()) == risk);
    }
    const auto compare = [](const Percentiles& found, const QList<double>& expected) {
        const QList<double> values{found.p10, found.p50, found.p80, found.p90};
        for (qsizetype i = 0; i < values.size(); ++i)
            QVERIFY2(std::abs(values[i] - expected[i]) <= 0.01 * expected[i],
                     qPrintable(QStringLiteral("%1 instead of %2").arg(values[i]).arg(expected[i])));
    };
    compare(risk.finishPercentiles(), weeks);
    compare(risk.totalPercentiles(), cost);
}

void TestRiskEvents::sameAsScheduledOneByOne_data()
{
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("people");
    QTest::addColumn<bool>("begun");
    for (const int events : {3, 20, 70})
        for (const int people : {2, 4})
            for (const bool begun : {false, true})
                QTest::addRow("%d events, %d people%s", events, people, begun ? ", some weeks in" : "")
                    << events << people << begun;
}

// What the replay makes of runs in which this or that happens is to the bit what the scheduler makes of each.
void TestRiskEvents::sameAsScheduledOneByOne()
{
    QFETCH(int, events);
    QFETCH(int, people);
    QFETCH(bool, begun);
    Inputs inputs = nothingTicked("usual");
    if (begun)
        begin(inputs);
    for (int n = 2; n < people; ++n)
        inputs.team.push_back({"Person " + std::to_string(n), 1, Money::dollars(4'000), {}, {}, {}});
    const auto& phases = catalogue()->phases;
    for (int n = 0; n < events; ++n) {
        const bool delays = n % 3 == 1;
        addRisk(inputs.risks, riskEvent(("e" + std::to_string(n)).c_str(), 0.1 + 0.03 * (n % 7),
                                        phases[static_cast<std::size_t>(n) % phases.size()].id.c_str(),
                                        delays ? ThreePoint{} : ThreePoint{0.5, 1, 2},
                                        delays ? ThreePoint{0.5, 1, 3} : ThreePoint{}));
    }
    const Plan plan = planOf(inputs);
    SimulationOptions options;
    options.runs = 2'048;
    const auto risk = simulate(plan, options);
    QVERIFY(risk.has_value());
    QCOMPARE(risk->sortedFinish, scheduledOneByOne(plan, options.runs));
}

void TestRiskEvents::noRiskIsNoChange()
{
    Inputs inputs = nothingTicked("usual");
    const Risk without = simulated(inputs);
    inputs.risks.given = 7;
    QVERIFY(simulated(inputs) == without);
}

void TestRiskEvents::certainAndImpossible()
{
    Inputs inputs = nothingTicked();
    const Risk without = simulated(inputs);
    addRisk(inputs.risks, riskEvent("never", 0, "security", {1, 2, 4}, {1, 2, 3}, {1, 2, 3}));
    QVERIFY(simulated(inputs).finish == without.finish);
    inputs.risks.events.front().p = 1;
    inputs.risks.events.front().effort = {3, 3, 3}; // two weeks for one and a half people
    inputs.risks.events.front().delay = {};
    inputs.risks.events.front().money = {100, 100, 100};
    const Risk always = simulated(inputs);
    for (std::size_t n = 0; n < without.finish.size(); ++n) {
        QVERIFY(std::abs(always.finish[n] - without.finish[n] - 2) < 1e-9);
        QVERIFY(always.total[n] > without.total[n] + 15'099);
    }
}

void TestRiskEvents::leavingOneOutMovesNoOtherDraw()
{
    Inputs inputs = withThree("usual");
    const Risk all = simulated(inputs);
    inputs.risks.events.erase(inputs.risks.events.begin()); // the effort in security
    const Risk two = simulated(inputs);
    std::size_t same = 0;
    for (std::size_t n = 0; n < all.finish.size(); ++n) {
        QVERIFY(two.finish[n] <= all.finish[n] + 1e-9);
        same += two.finish[n] == all.finish[n] ? 1U : 0U;
    }
    QVERIFY(std::abs(static_cast<double>(same) / static_cast<double>(all.finish.size()) - 0.7) < 0.01);
}

void TestRiskEvents::aDelayCountsWhereNothingFollows()
{
    Inputs inputs = nothingTicked();
    const Risk without = simulated(inputs);
    addRisk(inputs.risks, riskEvent("wait", 1, "operations", {}, {3, 3, 3}));
    const Risk delayed = simulated(inputs);
    for (std::size_t n = 0; n < without.finish.size(); ++n)
        QVERIFY(std::abs(delayed.finish[n] - without.finish[n] - 3) < 1e-9);
    QCOMPARE(delayed.sortedLabour, without.sortedLabour); // no one works meanwhile
    inputs.costMode = CostMode::retained;
    QVERIFY(simulated(inputs).labourPercentiles().p50 > without.labourPercentiles().p50 + 20'000);
}

void TestRiskEvents::aDelayAfterAPhaseWithoutWork()
{
    Inputs inputs = nothingTicked();
    for (const Item& item : catalogue()->phases.front().items)
        inputs.items[item.id].progress.state = ItemState::done;
    const Risk without = simulated(inputs);
    addRisk(inputs.risks, riskEvent("wait", 1, catalogue()->phases.front().id.c_str(), {}, {5, 5, 5}));
    const Risk delayed = simulated(inputs);
    for (std::size_t n = 0; n < without.finish.size(); ++n)
        QVERIFY(std::abs(delayed.finish[n] - without.finish[n] - 5) < 1e-9);
    // With nothing left at all it is all there is.
    for (const Phase& phase : catalogue()->phases)
        for (const Item& item : phase.items)
            inputs.items[item.id].progress.state = ItemState::done;
    QVERIFY(std::abs(simulated(inputs).finishAt(0.5) - 5) < 1e-9);
}

void TestRiskEvents::delaysOfOnePhaseAddUp()
{
    Inputs inputs = nothingTicked();
    const Risk without = simulated(inputs);
    addRisk(inputs.risks, riskEvent("one", 1, "deployment", {}, {1, 1, 1}));
    addRisk(inputs.risks, riskEvent("two", 1, "deployment", {}, {2, 2, 2}));
    const Risk delayed = simulated(inputs);
    // Deployment holds up all but authentication, testing and observability, which may fill the wait.
    QVERIFY(delayed.finishAt(0.5) > without.finishAt(0.5));
    inputs.risks.events.clear();
    addRisk(inputs.risks, riskEvent("three", 1, "deployment", {}, {3, 3, 3}));
    QCOMPARE(simulated(inputs).sortedFinish, delayed.sortedFinish);
}

void TestRiskEvents::aPhaseWithoutWorkHasSomeWhereItHappens()
{
    Inputs inputs = nothingTicked();
    for (const Phase& phase : catalogue()->phases)
        for (const Item& item : phase.items)
            inputs.items[item.id].progress.state = ItemState::done;
    addRisk(inputs.risks, riskEvent("redo", 0.25, "database", {3, 3, 3}));
    const Risk risk = simulated(inputs);
    QCOMPARE(risk.finishAt(0.7), 0.0);
    QVERIFY(std::abs(risk.finishAt(0.8) - 2) < 1e-9);
}

void TestRiskEvents::itsItemIsTheLastOfItsPhase()
{
    Inputs inputs = withThree("usual");
    inputs.profile.conditions = {"payments"};
    inputs.order = OrderKind::optimised;
    inputs.team.push_back({"Kim", 1, Money::dollars(4'000), {}, {}, {}});
    const Plan plan = planOf(inputs);
    const auto setting = simulationSetting(plan).value();
    const std::uint32_t item = setting.effort.risks.front().item;
    const std::uint32_t phase = setting.network.phaseOf[item];
    QCOMPARE(catalogue()->phases[phase].id, std::string("security"));
    QCOMPARE(setting.network.firstItem[phase + 1], item + 1);
    for (std::uint32_t i = setting.network.firstItem[phase]; i < item; ++i)
        QVERIFY(setting.network.rankOf[i] < setting.network.rankOf[item]);
    std::vector<std::uint32_t> order = setting.network.order;
    std::ranges::sort(order);
    for (std::uint32_t i = 0; i < order.size(); ++i)
        QCOMPARE(order[i], i);
    // The others stand as in the plan.
    std::vector<std::string> ranks;
    for (const std::uint32_t i : plan.order)
        ranks.push_back(plan.items[i].id);
    QCOMPARE(setting.network.order.size(), ranks.size() + 1);
}

void TestRiskEvents::nobodyBecomesASpecialist()
{
    Inputs inputs = nothingTicked();
    inputs.team = {{"Ana", 1, Money::dollars(5'000), {}, {}, {}},
                   {"Ben", 1, Money::dollars(3'000), {"audits"}, {}, {}},
                   {"Cas", 1, Money::dollars(3'000), {}, {}, {}}};
    const Risk without = simulated(inputs);
    RiskEvent skilled = riskEvent("audit", 1e-9, "security", {1, 2, 4});
    skilled.skill = "audits";
    addRisk(inputs.risks, skilled);
    QVERIFY(simulated(inputs).finish == without.finish);
}

void TestRiskEvents::aResponseCostsInEveryRun()
{
    Inputs inputs = withThree("estimates");
    RiskEvent& first = inputs.risks.events.front();
    first.response = RiskResponse{Money::dollars(4'000), 0.1, ThreePoint{0.5, 1, 2}, {}, {}, {}};
    const Plan open = planOf(inputs);
    const Risk before = simulated(inputs);
    first.status = RiskStatus::responded;
    const Plan responded = planOf(inputs);
    const Risk after = simulated(inputs);
    QCOMPARE(responded.total.likely, open.total.likely + Money::dollars(4'000));
    QCOMPARE(responded.finish.likely, open.finish.likely);
    QVERIFY(after.finishAt(0.8) < before.finishAt(0.8));
    QVERIFY(std::abs(after.sortedTotal.front() - before.sortedTotal.front() - 4'000) < 1'000);
    inputs.risks.events.front().response.reset();
    QCOMPARE(makePlan(catalogue(), inputs).error().code, ErrorCode::noResponse);
}

void TestRiskEvents::whatHappenedIsAnItem()
{
    Inputs inputs = withThree("estimates");
    const Plan open = planOf(inputs);
    inputs.risks.events.front().status = RiskStatus::happened;
    inputs.risks.events.back().status = RiskStatus::happened;
    const Plan happened = planOf(inputs);
    const ItemPlan* item = happened.findItem("risk:hole");
    QVERIFY(item != nullptr);
    QCOMPARE(item->effort, (ThreePoint{1, 2, 4}));
    QCOMPARE(happened.items.size(), open.items.size() + 1);
    QCOMPARE(happened.effort.likely, open.effort.likely + 2);
    QVERIFY(happened.finish.likely > open.finish.likely + 1);
    QCOMPARE(happened.riskTotal.likely, Money::dollars(10'000));
    QCOMPARE(happened.total.likely, happened.labour.likely + happened.runningTotal.likely + Money::dollars(10'000));
    QVERIFY(findItem(*happened.catalogue, "risk:hole") != nullptr);
    // It is ticked like any other.
    inputs.items["risk:hole"].progress.state = ItemState::done;
    QCOMPARE(planOf(inputs).effort.likely, open.effort.likely);
    // What was ticked of it says nothing of an event that is open.
    inputs.risks.events.front().status = RiskStatus::open;
    inputs.risks.events.back().status = RiskStatus::open;
    QVERIFY(simulated(inputs) == simulated(withThree("estimates")));
    // A plan's own catalogue makes the same plan again, and another without what happened.
    QVERIFY(planOf(inputs, happened.catalogue).items.size() == open.items.size());
}

void TestRiskEvents::whatDidNotHappenIsNothing()
{
    Inputs inputs = withThree("usual");
    for (RiskEvent& one : inputs.risks.events)
        one.status = RiskStatus::notHappened;
    QVERIFY(simulated(inputs) == simulated(nothingTicked("usual")));
}

void TestRiskEvents::openEventsAreInNoLikelyPlan()
{
    const Plan without = planOf(nothingTicked());
    const Plan with = planOf(withThree("estimates"));
    QCOMPARE(with.finish.high, without.finish.high);
    QCOMPARE(with.total.high, without.total.high);
    QCOMPARE(with.items.size(), without.items.size());
}

void TestRiskEvents::refusesWhatIsWrong_data()
{
    QTest::addColumn<RiskEvent>("wrong");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<std::string>("where");
    const auto row = [](const char* name, RiskEvent wrong, ErrorCode code, const std::string& where) {
        QTest::newRow(name) << std::move(wrong) << code << "/risks/events/0/" + where;
    };
    row("unknown phase", riskEvent("a", 0.5, "marketing", {1, 2, 3}), ErrorCode::unknownPhase, "phase");
    row("p over 1", riskEvent("a", 1.01, "security", {1, 2, 3}), ErrorCode::invalidValue, "p");
    row("negative p", riskEvent("a", -0.01, "security", {1, 2, 3}), ErrorCode::invalidValue, "p");
    row("p is no number", riskEvent("a", std::numeric_limits<double>::quiet_NaN(), "security", {1, 2, 3}),
        ErrorCode::invalidValue, "p");
    row("effort out of order", riskEvent("a", 0.5, "security", {3, 2, 1}), ErrorCode::invalidEstimate, "effort");
    row("negative delay", riskEvent("a", 0.5, "security", {}, {-1, 0, 1}), ErrorCode::invalidEstimate, "delay");
    row("money beyond all", riskEvent("a", 0.5, "security", {}, {}, {0, 0, 1e13}), ErrorCode::invalidEstimate, "money");
    row("no id", riskEvent("", 0.5, "security", {1, 2, 3}), ErrorCode::invalidValue, "id");
    row("an id with a colon", riskEvent("a:b", 0.5, "security", {1, 2, 3}), ErrorCode::invalidValue, "id");
}

void TestRiskEvents::refusesWhatIsWrong()
{
    QFETCH(RiskEvent, wrong);
    QFETCH(ErrorCode, code);
    QFETCH(std::string, where);
    Inputs inputs = nothingTicked();
    addRisk(inputs.risks, wrong);
    const auto plan = makePlan(catalogue(), inputs);
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().code, code);
    QCOMPARE(plan.error().where, where);
}

void TestRiskEvents::refusesWhatNobodyCanDo()
{
    Inputs inputs = nothingTicked();
    inputs.team.front().skills = {"engineering"};
    inputs.team.back().skills = {"engineering"};
    RiskEvent legal = riskEvent("legal", 0.5, "security", {1, 2, 3});
    legal.skill = "law";
    addRisk(inputs.risks, legal);
    const auto plan = makePlan(catalogue(), inputs);
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().code, ErrorCode::nobodyAble);
    QCOMPARE(plan.error().what, std::string("risk:legal"));
    QVERIFY(plan.error().fix == Detail("law"));
    // Without effort no one has to do anything.
    inputs.risks.events.front().effort = {};
    inputs.risks.events.front().delay = {1, 2, 3};
    QVERIFY(makePlan(catalogue(), inputs).has_value());
    inputs.risks.events.front().effort = {1, 2, 3};
    inputs.risks.events.front().p = 0;
    QVERIFY(makePlan(catalogue(), inputs).has_value());
}

void TestRiskEvents::numbersAreGivenOnce()
{
    RiskRegister risks;
    QCOMPARE(addRisk(risks, riskEvent("a", 0.1, "security", {})).number, 1);
    QCOMPARE(addRisk(risks, riskEvent("b", 0.1, "security", {})).number, 2);
    risks.events.pop_back();
    QCOMPARE(addRisk(risks, riskEvent("c", 0.1, "security", {})).number, 3);
    Inputs inputs = nothingTicked();
    inputs.risks = risks;
    inputs.risks.events.back().number = 1;
    QCOMPARE(makePlan(catalogue(), inputs).error().where, std::string("/risks/events/1/number"));
    inputs.risks.events.back().number = 4;
    QCOMPARE(makePlan(catalogue(), inputs).error().where, std::string("/risks/events/1/number"));
    inputs.risks.events.back().number = 3;
    inputs.risks.events.back().id = "a";
    QCOMPARE(makePlan(catalogue(), inputs).error().code, ErrorCode::duplicateId);
}

QTEST_APPLESS_MAIN(TestRiskEvents)
#include "tst_risk_events.moc"
