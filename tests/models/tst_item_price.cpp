#include "data/catalogue_json.h"
#include "models/money/item_price.h"
#include "tests/models/support/random_plans.h"
#include "tests/models/support/small_catalogue.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace trestle;

namespace {

std::shared_ptr<const Catalogue> catalogue()
{
    static const auto loaded = builtinCatalogue().value().catalogue;
    return loaded;
}

/// The first items of three phases of the built-in catalogue.
std::string itemOf(std::size_t phase, std::size_t item = 0)
{
    return catalogue()->phases.at(phase).items.at(item).id;
}

Inputs agencyInputs(PriceKind kind = PriceKind::fixed)
{
    Inputs inputs = userInputs(*catalogue(), "Agency", *parseDate("2027-01-04"));
    inputs.team.at(0).billRate = Money::dollars(7000);
    inputs.team.at(1).billRate = Money::dollars(6000);
    inputs.price.kind = kind;
    return inputs;
}

SimulationOptions withPrice()
{
    SimulationOptions options;
    options.runs = 2'000;
    options.price = true;
    return options;
}

/// The plain way: a simulation of the whole plan, and its price.
Money slowPrice(const Inputs& inputs)
{
    const Plan plan = makePlan(catalogue(), inputs).value();
    const Risk risk = simulate(plan, withPrice()).value();
    if (inputs.price.kind == PriceKind::timeAndMaterials)
        return priceFigures(plan, risk, 80).likelyValue;
    const Percentiles value = priceFigures(plan, risk, 80).value;
    const int confidence = inputs.price.confidence.value_or(inputs.confidence);
    return Money::rounded(confidence == 50 ? value.p50 : confidence == 80 ? value.p80 : value.p90);
}

ItemPrices pricesOf(const Plan& plan)
{
    return itemPrices(plan, simulate(plan, withPrice()).value(), withPrice()).value();
}

ItemPrices pricesOf(const Inputs& inputs)
{
    return pricesOf(makePlan(catalogue(), inputs).value());
}

Inputs scoped(Inputs inputs, const std::vector<std::string>& items, ItemScope scope)
{
    for (const std::string& item : items)
        setScope(inputs, item, scope);
    return inputs;
}

} // namespace

/// What options and phase 2 are worth to a client.
class TestItemPrice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asTwoSimulationsSay_data();
    void asTwoSimulationsSay();
    void takingAnOptionCostsItsPrice();
    void takenOptionsAreWorthWhatTheyTakeOff();
    void upToAHundred();
    void inNoTotal();
    void withNothingApart();
    void whatIsInPlaceOrNotNeededIsWorthNothing();
    void anAddOnThatIsNotAskedForIsWorthNothing();
    void waitingForAnotherThatIsApart();
    void nobodyIsAble();
    void canBeStopped();
    void threadsMakeNoDifference();
    void anyPlanCostsMoreByThePriceOfItsOption();
};

void TestItemPrice::asTwoSimulationsSay_data()
{
    QTest::addColumn<PriceKind>("kind");
    QTest::addColumn<int>("confidence");
    QTest::newRow("fixed") << PriceKind::fixed << 80;
    QTest::newRow("fixed, 50") << PriceKind::fixed << 50;
    QTest::newRow("capped, 90") << PriceKind::capped << 90;
    QTest::newRow("time") << PriceKind::timeAndMaterials << 80;
}

void TestItemPrice::asTwoSimulationsSay()
{
    QFETCH(const PriceKind, kind);
    QFETCH(const int, confidence);
    Inputs inputs = agencyInputs(kind);
    inputs.price.confidence = confidence;
    inputs.price.markUpPercent = 10;
    inputs = scoped(inputs, {itemOf(1), itemOf(4)}, ItemScope::option);
    inputs = scoped(inputs, {itemOf(2), itemOf(2, 1)}, ItemScope::phase2);
    const Money asIs = slowPrice(inputs);
    const ItemPrices prices = pricesOf(inputs);
    QCOMPARE(prices.kind, kind);
    QCOMPARE(prices.confidence, confidence);
    for (const ItemScope scope : {ItemScope::option, ItemScope::phase2}) {
        QCOMPARE(prices.of(scope).items.size(), std::size_t{2});
        Inputs all = inputs;
        for (const ItemPrice& item : prices.of(scope).items) {
            Inputs with = inputs;
            with.scopes.erase(item.id);
            all.scopes.erase(item.id);
            QCOMPARE(item.exact, slowPrice(with) - asIs);
            QVERIFY(item.exact > Money{});
        }
        QCOMPARE(prices.of(scope).together.exact, slowPrice(all) - asIs);
    }
    QCOMPARE(prices.options.items.front().id, itemOf(1)); // as the catalogue has them
    QVERIFY(prices.taken.items.empty());
}

void TestItemPrice::takingAnOptionCostsItsPrice()
{
    const Inputs offered = scoped(agencyInputs(), {itemOf(1), itemOf(4)}, ItemScope::option);
    const Inputs taken = scoped(offered, {itemOf(4)}, ItemScope::taken);
    const ItemPrices before = pricesOf(offered);
    QCOMPARE(slowPrice(taken) - slowPrice(offered), before.options.items.at(1).exact);
    const ItemPrices after = pricesOf(taken);
    QCOMPARE(after.taken.items.size(), std::size_t{1});
    QCOMPARE(after.taken.items.front().exact, before.options.items.at(1).exact);
    QCOMPARE(after.options.items.front().exact + after.taken.together.exact, before.options.together.exact);
}

void TestItemPrice::takenOptionsAreWorthWhatTheyTakeOff()
{
    const std::vector<std::string> items{itemOf(1), itemOf(4), itemOf(6)};
    const Inputs offered = scoped(agencyInputs(), items, ItemScope::option);
    const ItemPrices all = pricesOf(scoped(offered, items, ItemScope::taken));
    QCOMPARE(all.taken.items.size(), items.size());
    QCOMPARE(all.taken.together, pricesOf(offered).options.together);
}

void TestItemPrice::upToAHundred()
{
    const ItemPrices prices = pricesOf(scoped(agencyInputs(), {itemOf(1), itemOf(4)}, ItemScope::option));
    const ScopePrice& options = prices.options;
    for (const PriceApart& priced :
         {PriceApart(options.items.at(0)), PriceApart(options.items.at(1)), options.together}) {
        QCOMPARE(priced.price.cents % 10'000, std::int64_t{0});
        QVERIFY(priced.price >= priced.exact);
        QVERIFY(priced.price < priced.exact + Money::dollars(100));
    }
}

void TestItemPrice::inNoTotal()
{
    Inputs without = agencyInputs();
    for (const std::string& item : {itemOf(1), itemOf(4)})
        setState(without, item, ItemState::excluded);
    Inputs offered = scoped(agencyInputs(), {itemOf(1)}, ItemScope::option);
    offered = scoped(offered, {itemOf(4)}, ItemScope::phase2);
    QCOMPARE(slowPrice(offered), slowPrice(without));
    QVERIFY(slowPrice(offered) < slowPrice(agencyInputs()));
}

void TestItemPrice::withNothingApart()
{
    const ItemPrices prices = pricesOf(agencyInputs());
    for (const ItemScope scope : {ItemScope::option, ItemScope::taken, ItemScope::phase2}) {
        QVERIFY(prices.of(scope).items.empty());
        QCOMPARE(prices.of(scope).together, PriceApart{});
    }
}

void TestItemPrice::whatIsInPlaceOrNotNeededIsWorthNothing()
{
    Inputs inputs = agencyInputs();
    inputs.items[itemOf(1)].progress.state = ItemState::done;
    inputs.items[itemOf(4)].progress.state = ItemState::excluded;
    inputs.items[itemOf(6)].progress.state = ItemState::partial;
    const ItemPrices prices = pricesOf(scoped(inputs, {itemOf(1), itemOf(4), itemOf(6)}, ItemScope::option));
    QCOMPARE(whyNoPrice(prices.options.items.at(0)), NoItemPrice::inPlace);
    QCOMPARE(prices.options.items.at(0).price, Money{});
    QCOMPARE(whyNoPrice(prices.options.items.at(1)), NoItemPrice::notNeeded);
    QCOMPARE(prices.options.items.at(1).price, Money{});
    QVERIFY(prices.options.items.at(2).price > Money{});
    QVERIFY(!whyNoPrice(prices.options.items.at(2)));
    QCOMPARE(prices.options.together.exact, prices.options.items.at(2).exact);
    Inputs whole = inputs;
    whole.items.erase(itemOf(6));
    QVERIFY(pricesOf(scoped(whole, {itemOf(6)}, ItemScope::option)).options.together.exact >
            prices.options.together.exact);
}

void TestItemPrice::anAddOnThatIsNotAskedForIsWorthNothing()
{
    const Condition& condition = catalogue()->conditions.front();
    std::string addOn;
    for (const Phase& phase : catalogue()->phases)
        for (const Item& item : phase.addOns)
            if (item.condition == condition.id)
                addOn = item.id;
    QVERIFY(!addOn.empty());
    Inputs inputs = scoped(agencyInputs(), {addOn}, ItemScope::option);
    QCOMPARE(whyNoPrice(pricesOf(inputs).options.items.front()), NoItemPrice::notAsked);
    QCOMPARE(pricesOf(inputs).options.together, PriceApart{});
    inputs.profile.conditions.insert(condition.id);
    QVERIFY(!whyNoPrice(pricesOf(inputs).options.items.front()));
    QVERIFY(pricesOf(inputs).options.together.price > Money{});
}

// B waits for A. Alone B comes first in its own right; both together take the time of both.
void TestItemPrice::waitingForAnotherThatIsApart()
{
    small::Draft draft;
    draft.phase("A", 2);
    draft.phase("B", 3);
    draft.phase("C", 1);
    draft.link("A", "B", 1);
    draft.person("Ana").billRate = Money::dollars(7000);
    draft.inputs.price.kind = PriceKind::timeAndMaterials;
    setScope(draft.inputs, "a-A", ItemScope::option);
    setScope(draft.inputs, "a-B", ItemScope::option);
    const ItemPrices prices = pricesOf(draft.plan());
    QCOMPARE(prices.options.items.at(0).exact, Money::dollars(14'000));
    QCOMPARE(prices.options.items.at(1).exact, Money::dollars(21'000));
    QCOMPARE(prices.options.together.exact, Money::dollars(35'000));
}

void TestItemPrice::nobodyIsAble()
{
    small::Draft draft;
    draft.phase("A", 2);
    draft.phase("B", 3, "mobile");
    draft.phase("C", 1);
    draft.person("Ana").billRate = Money::dollars(7000);
    draft.person("Bo", 1, {"web"});
    draft.inputs.team.front().skills = {"web"};
    setScope(draft.inputs, "a-A", ItemScope::option);
    setScope(draft.inputs, "a-B", ItemScope::option);
    const ItemPrices prices = pricesOf(draft.plan());
    QVERIFY(!prices.options.items.at(0).problem);
    QVERIFY(prices.options.items.at(0).price > Money{});
    QCOMPARE(whyNoPrice(prices.options.items.at(1)), NoItemPrice::noPlan);
    QCOMPARE(prices.options.items.at(1).problem->code, ErrorCode::nobodyAble);
    QVERIFY(prices.options.together.problem);
}

void TestItemPrice::canBeStopped()
{
    const Plan plan = makePlan(catalogue(), scoped(agencyInputs(), {itemOf(1)}, ItemScope::option)).value();
    const Risk risk = simulate(plan, withPrice()).value();
    std::stop_source stop;
    stop.request_stop();
    SimulationOptions options = withPrice();
    options.stop = stop.get_token();
    const auto prices = itemPrices(plan, risk, options);
    QVERIFY(!prices);
    QCOMPARE(prices.error().code, ErrorCode::cancelled);
}

void TestItemPrice::threadsMakeNoDifference()
{
    const Plan plan = makePlan(catalogue(), scoped(agencyInputs(), {itemOf(1), itemOf(4)}, ItemScope::option)).value();
    const Risk risk = simulate(plan, withPrice()).value();
    SimulationOptions options = withPrice();
    options.threads = 1;
    const ItemPrices one = itemPrices(plan, risk, options).value();
    for (const unsigned threads : {2U, 7U}) {
        options.threads = threads;
        QVERIFY(itemPrices(plan, risk, options).value() == one);
    }
}

// Of made-up networks: taking an option changes the price by what it was offered for, alone and together.
void TestItemPrice::anyPlanCostsMoreByThePriceOfItsOption()
{
    PlanMix mix;
    mix.maxItems = 12;
    mix.maxPhases = 5;
    mix.lastDays = false; // so that there is a plan with each item
    QVERIFY(holds("options", 60, [&mix] {
        const RandomPlan random = *randomPlans(mix);
        const auto shared = std::make_shared<const Catalogue>(random.catalogue);
        SimulationOptions options;
        options.runs = 64;
        options.price = true;
        const auto priceOf = [&](const Inputs& inputs) {
            const auto plan = makePlan(shared, inputs);
            if (!plan)
                RC_DISCARD("no plan");
            return valueAt(simulate(*plan, options).value(), 80);
        };
        const auto whole = makePlan(shared, random.inputs);
        if (!whole)
            RC_DISCARD("no plan");
        Inputs offered = random.inputs;
        std::vector<std::string> items;
        for (std::size_t i = 0; i < whole->items.size(); i += 2)
            items.push_back(whole->items[i].id);
        for (const std::string& item : items)
            setScope(offered, item, ItemScope::option);
        const Plan plan = makePlan(shared, offered).value();
        const ItemPrices prices = itemPrices(plan, simulate(plan, options).value(), options).value();
        RC_ASSERT(prices.options.items.size() == items.size());
        const Money asIs = priceOf(offered);
        Inputs all = offered;
        for (const ItemPrice& item : prices.options.items) {
            Inputs taken = offered;
            setScope(taken, item.id, ItemScope::taken);
            setScope(all, item.id, ItemScope::taken);
            RC_ASSERT(!item.problem);
            RC_ASSERT(asIs + item.exact == priceOf(taken));
            RC_ASSERT(item.price >= item.exact && item.price < item.exact + kItemPriceStep);
        }
        RC_ASSERT(asIs + prices.options.together.exact == priceOf(all));
    }));
}

QTEST_APPLESS_MAIN(TestItemPrice)
#include "tst_item_price.moc"
