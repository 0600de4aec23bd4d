#include "data/catalogue_json.h"
#include "models/bill_rate.h"
#include "models/money/price.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace trestle;
using namespace std::chrono_literals;

namespace {

constexpr Date kStart = std::chrono::sys_days{2027y / 1 / 4};

struct Priced {
    Plan plan;
    Risk risk;
    PriceFigures figures;
};

Inputs agency(Money first, Money second, double markUp)
{
    Inputs inputs = newInputs(*builtinCatalogue()->catalogue, "Agency", kStart);
    inputs.team.at(0).billRate = first;
    inputs.team.at(1).billRate = second;
    inputs.price.markUpPercent = markUp;
    return inputs;
}

Priced priced(const Inputs& inputs)
{
    auto plan = makePlan(builtinCatalogue()->catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    SimulationOptions options;
    options.price = true;
    auto risk = simulate(*plan, options);
    if (!risk)
        qFatal("no simulation: %s", risk.error().what.c_str());
    PriceFigures figures = priceFigures(*plan, *risk, priceConfidence(inputs));
    return {std::move(*plan), std::move(*risk), std::move(figures)};
}

void isNear(double figure, double expected, double share)
{
    QVERIFY2(std::abs(figure - expected) <= share,
             qPrintable(QStringLiteral("%1, expected %2").arg(figure).arg(expected)));
}

} // namespace

class TestPrice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goldenWithMarkUp();
    void goldenOfThreeKinds();
    void ofProjectsLikeIt();
    void aMissingBillRateIsTheCostWithTheMargin();
    void roundsUp();
    void everyRunKeepsItsMargin();
    void figuresDoNotDependOnThreads();
    void theHeadlineStaysAsItIs();
    void ratesOfNothing();
};

void TestPrice::goldenWithMarkUp()
{
    Inputs inputs = agency(Money::dollars(7000), Money::dollars(6000), 10);
    inputs.price.step = Money{1};
    const Priced made = priced(inputs);
    QCOMPARE(made.figures.likelyValue.cents, 24'149'618);
    QCOMPARE(made.figures.likelyCost.cents, 18'136'016);
    isNear(made.figures.meanCost, 184'730, 1'847);
    isNear(made.figures.fixed.price.inDollars(), 264'320, 2'643);
    isNear(made.figures.fixed.margin.mean, 79'590, 2'643);
}

void TestPrice::goldenOfThreeKinds()
{
    const Priced made = priced(agency(Money::dollars(5400), Money::dollars(5400), 0));
    QCOMPARE(made.figures.likelyValue.cents, 19'576'016);
    QCOMPARE(made.figures.fixed.price, Money::dollars(215'000));
    isNear(valueAt(made.risk, 80).inDollars(), 214'260, 2'143);
    isNear(made.figures.fixed.margin.mean, 30'270, 2'150);
    isNear(made.figures.fixed.lossChance, 0.03, 0.01);
    QCOMPARE(made.figures.capped.price, Money::dollars(215'000));
    isNear(made.figures.capped.margin.mean, 12'850, 2'150);
    isNear(made.figures.capped.binds, 0.19, 0.01);
    QCOMPARE(made.figures.time.lossChance, 0.0);
    QCOMPARE(made.figures.contingency(), made.figures.fixed.price - made.figures.likelyValue);
}

void TestPrice::ofProjectsLikeIt()
{
    Inputs inputs = agency(Money::dollars(5400), Money::dollars(5400), 0);
    inputs.outsideView = *outsideViewOf(*builtinCatalogue()->catalogue, "usual");
    const Priced made = priced(inputs);
    isNear(made.figures.fixed.price.inDollars(), 272'000, 2'720);
    isNear(made.figures.fixed.lossChance, 0.14, 0.01);
}

void TestPrice::aMissingBillRateIsTheCostWithTheMargin()
{
    Person person{"Ana", 0.5, Money::dollars(6500), {}, {}, {}};
    QCOMPARE(billRateOf(person, PriceTerms{}), Money::dollars(10'000));
    QCOMPARE(billedPerWeek(person, PriceTerms{}), 5'000.0);
    person.billRate = Money{};
    QCOMPARE(billRateOf(person, PriceTerms{}), Money{});
}

void TestPrice::roundsUp()
{
    const Money step = Money::dollars(1000);
    QCOMPARE(roundedUp(Money{}, step), Money{});
    QCOMPARE(roundedUp(Money{1}, step), step);
    QCOMPARE(roundedUp(step, step), step);
    QCOMPARE(roundedUp(Money{100'001}, step), Money::dollars(2000));
    QCOMPARE(roundedUp(Money{12'345}, Money{1}), Money{12'345});
}

// Against the plain definition, run by run.
void TestPrice::everyRunKeepsItsMargin()
{
    Inputs inputs = agency(Money::dollars(5400), Money::dollars(5400), 25);
    inputs.costMode = CostMode::retained;
    const Priced made = priced(inputs);
    const double price = made.figures.fixed.price.inDollars();
    const std::vector<double> fixed = marginsByRun(made.risk, PriceKind::fixed, made.figures.fixed.price);
    const std::vector<double> capped = marginsByRun(made.risk, PriceKind::capped, made.figures.capped.price);
    const std::vector<double> time = marginsByRun(made.risk, PriceKind::timeAndMaterials, {});
    double sum = 0;
    std::size_t losses = 0;
    for (std::size_t run = 0; run < fixed.size(); ++run) {
        const double cost = made.risk.total[run];
        QCOMPARE(fixed[run], price - cost);
        QCOMPARE(time[run], made.risk.value[run] - cost);
        QCOMPARE(capped[run], std::min(made.risk.value[run], price) - cost);
        sum += fixed[run];
        losses += cost > price + 0.005 ? 1 : 0;
    }
    isNear(made.figures.fixed.margin.mean, sum / static_cast<double>(fixed.size()), 1e-6);
    QCOMPARE(made.figures.fixed.lossChance, static_cast<double>(losses) / static_cast<double>(fixed.size()));
    std::vector<double> sorted = fixed;
    std::ranges::sort(sorted);
    QCOMPARE(made.figures.fixed.margin.p10, sorted.at(999));
    QCOMPARE(made.figures.fixed.margin.p50, sorted.at(4999));
}

void TestPrice::figuresDoNotDependOnThreads()
{
    const Inputs inputs = agency(Money::dollars(7000), Money::dollars(6000), 10);
    const auto plan = makePlan(builtinCatalogue()->catalogue, inputs);
    QVERIFY(plan);
    const auto with = [&](unsigned threads) {
        SimulationOptions options;
        options.price = true;
        options.threads = threads;
        return priceFigures(*plan, *simulate(*plan, options), 90);
    };
    const PriceFigures one = with(1);
    QVERIFY(one == with(2));
    QVERIFY(one == with(7));
}

void TestPrice::theHeadlineStaysAsItIs()
{
    const auto plan = makePlan(builtinCatalogue()->catalogue, agency(Money::dollars(7000), Money::dollars(6000), 10));
    QVERIFY(plan);
    SimulationOptions options;
    Risk without = *simulate(*plan, options);
    QVERIFY(without.value.empty());
    options.price = true;
    Risk with = *simulate(*plan, options);
    with.value.clear();
    with.sortedValue.clear();
    QVERIFY(with == without);
}

void TestPrice::ratesOfNothing()
{
    Inputs inputs = agency(Money{}, Money{}, 0);
    for (Person& person : inputs.team)
        person.weeklyRate = Money{};
    const Priced made = priced(inputs);
    QVERIFY(std::isfinite(made.figures.fixed.marginPart.mean));
    QCOMPARE(made.figures.time.lossChance, 0.0);
}

QTEST_APPLESS_MAIN(TestPrice)
#include "tst_price.moc"
