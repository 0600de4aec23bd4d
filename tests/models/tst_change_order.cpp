#include "data/catalogue_json.h"
#include "models/money/change_order.h"
#include "models/risk/promises.h"
#include "tests/models/support/small_catalogue.h"

#include <QTest>

#include <algorithm>

using namespace trestle;

namespace {

std::shared_ptr<const Catalogue> catalogue()
{
    static const auto loaded = builtinCatalogue().value().catalogue;
    return loaded;
}

std::string itemOf(std::size_t phase, std::size_t item = 0)
{
    return catalogue()->phases.at(phase).items.at(item).id;
}

Inputs agreed()
{
    Inputs inputs = userInputs(*catalogue(), "Agency", *parseDate("2027-01-04"));
    inputs.price.payments = {{30, PaymentWhen::signing, {}}, {70, PaymentWhen::launch, {}}};
    return inputs;
}

Plan planOf(const Inputs& inputs)
{
    return makePlan(catalogue(), inputs).value();
}

SimulationOptions fewRuns()
{
    SimulationOptions options;
    options.runs = 1'000;
    return options;
}

ChangeOrder orderOf(const Inputs& before, const Inputs& after)
{
    return changeOrder(planOf(before), planOf(after), fewRuns()).value();
}

const ItemChange* find(const ChangeOrder& order, const std::string& id)
{
    const auto found = std::ranges::find(order.items, id, &ItemChange::id);
    return found == order.items.end() ? nullptr : &*found;
}

Money exGst(const ChangeOrder& order, std::optional<OrderInvoice> PaymentChange::* side)
{
    Money sum;
    for (const PaymentChange& part : order.payments)
        if (part.*side)
            sum += (part.*side)->exGst;
    return sum;
}

} // namespace

/// What a client is told when an engagement changes.
class TestChangeOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSameIsNothing();
    void whatIsAddedRemovedAndChanged();
    void takingAnOptionAddsIt();
    void outForAnotherReasonIsNoChange();
    void estimatesOfPhasesAndItems();
    void pricesAreThoseOfTheVersions_data();
    void pricesAreThoseOfTheVersions();
    void backIsTheOpposite();
    void invoicesPartByPart();
    void monthlyInvoicesByMonth();
    void anotherCatalogue();
};

void TestChangeOrder::theSameIsNothing()
{
    const ChangeOrder order = orderOf(agreed(), agreed());
    QVERIFY(order.isNothing());
    QCOMPARE(order.price(), Money{});
    QCOMPARE(order.launch().count(), 0);
    QCOMPARE(order.payments.size(), std::size_t{2});
    Inputs later = agreed();
    later.start = *parseDate("2027-02-01");
    QVERIFY(!orderOf(agreed(), later).isNothing());
}

void TestChangeOrder::whatIsAddedRemovedAndChanged()
{
    Inputs before = agreed();
    setState(before, itemOf(5), ItemState::excluded);
    Inputs after = agreed();
    setState(after, itemOf(1), ItemState::excluded);
    setState(after, itemOf(2), ItemState::partial);
    setScope(after, itemOf(3), ItemScope::phase2);
    const ChangeOrder order = orderOf(before, after);
    QCOMPARE(order.items.size(), std::size_t{4});
    QCOMPARE(order.items.at(0).id, itemOf(5)); // what is added comes first
    QCOMPARE(order.items.at(0).kind, OrderChangeKind::added);
    QCOMPARE(order.items.at(0).before.standing, OrderStanding::notNeeded);
    QCOMPARE(find(order, itemOf(1))->kind, OrderChangeKind::removed);
    QCOMPARE(find(order, itemOf(3))->kind, OrderChangeKind::removed);
    QCOMPARE(find(order, itemOf(3))->after.standing, OrderStanding::phase2);
    QCOMPARE(find(order, itemOf(2))->kind, OrderChangeKind::changed);
    QCOMPARE(find(order, itemOf(2))->after.standing, OrderStanding::partial);
    QVERIFY(order.phases.empty());
}

void TestChangeOrder::takingAnOptionAddsIt()
{
    Inputs offered = agreed();
    setScope(offered, itemOf(4), ItemScope::option);
    Inputs taken = offered;
    setScope(taken, itemOf(4), ItemScope::taken);
    const ChangeOrder order = orderOf(offered, taken);
    QCOMPARE(order.items.size(), std::size_t{1});
    QCOMPARE(order.items.front().kind, OrderChangeKind::added);
    QCOMPARE(order.items.front().before.standing, OrderStanding::option);
    QCOMPARE(order.items.front().after.standing, OrderStanding::toBuild);
    QVERIFY(order.price() > Money{});
    Inputs postponed = offered;
    setScope(postponed, itemOf(4), ItemScope::phase2);
    QCOMPARE(orderOf(offered, postponed).items.front().kind, OrderChangeKind::changed);
}

void TestChangeOrder::outForAnotherReasonIsNoChange()
{
    const Condition& condition = catalogue()->conditions.front();
    std::string addOn;
    for (const Phase& phase : catalogue()->phases)
        for (const Item& item : phase.addOns)
            if (item.condition == condition.id)
                addOn = item.id;
    Inputs asked = agreed();
    asked.profile.conditions.insert(condition.id);
    QVERIFY(find(orderOf(agreed(), asked), addOn));
    QCOMPARE(find(orderOf(agreed(), asked), addOn)->kind, OrderChangeKind::added);
    QCOMPARE(find(orderOf(asked, agreed()), addOn)->after.standing, OrderStanding::absent);
    setState(asked, addOn, ItemState::excluded);
    QVERIFY(!find(orderOf(agreed(), asked), addOn));
}

void TestChangeOrder::estimatesOfPhasesAndItems()
{
    small::Draft before;
    before.phase("A", 2);
    before.phase("B", 3);
    before.person("Ana");
    small::Draft after = before;
    after.inputs.estimates["A"].effort = {3, 4, 5};
    const ChangeOrder phase = changeOrder(before.plan(), after.plan(), fewRuns()).value();
    QVERIFY(phase.items.empty()); // its one item moves with it
    QCOMPARE(phase.phases.size(), std::size_t{1});
    QCOMPARE(phase.phases.front().phase, std::string("A"));
    QCOMPARE(phase.phases.front().before.likely, 2.0);
    QCOMPARE(phase.phases.front().after.high, 5.0);
    QVERIFY(!phase.isNothing());
    // A phase that is no part of the work has no estimate worth a word.
    after.set("A", ItemState::excluded);
    QVERIFY(changeOrder(before.plan(), after.plan(), fewRuns()).value().phases.empty());
}

void TestChangeOrder::pricesAreThoseOfTheVersions_data()
{
    QTest::addColumn<PriceKind>("kind");
    QTest::newRow("fixed") << PriceKind::fixed;
    QTest::newRow("capped") << PriceKind::capped;
    QTest::newRow("time") << PriceKind::timeAndMaterials;
}

void TestChangeOrder::pricesAreThoseOfTheVersions()
{
    QFETCH(const PriceKind, kind);
    Inputs before = agreed();
    before.price.step = Money::dollars(5000);
    before.price.confidence = 50; // the newer version's is used
    setState(before, itemOf(5), ItemState::excluded);
    Inputs after = agreed();
    after.price.kind = kind;
    after.price.confidence = 90;
    after.gstRegistered = false;
    const ChangeOrder order = orderOf(before, after);
    QCOMPARE(order.kind, kind);
    QCOMPARE(order.confidence, 90);
    const auto check = [&](const Inputs& inputs, const OrderSide& side) {
        const Plan plan = planOf(inputs);
        SimulationOptions options = fewRuns();
        options.price = true;
        const Risk risk = simulate(plan, options).value();
        QCOMPARE(side.price, priceFigures(plan, risk, 90).of(kind).price);
        QCOMPARE(side.launch, headlineOf(plan, risk, 90).finishDate);
        QCOMPARE(side.gst, gstOn(inputs, side.price));
        QCOMPARE(side.low.has_value(), kind == PriceKind::timeAndMaterials);
        if (side.low)
            QVERIFY(*side.low < *side.high);
    };
    check(before, order.before);
    check(after, order.after);
    QCOMPARE(order.after.gst, Money{});
    QVERIFY(order.before.gst > Money{});
    QVERIFY(order.price() > Money{});
}

void TestChangeOrder::backIsTheOpposite()
{
    Inputs after = agreed();
    setState(after, itemOf(1), ItemState::excluded);
    after.start = *parseDate("2027-02-01");
    const ChangeOrder there = orderOf(agreed(), after);
    const ChangeOrder back = orderOf(after, agreed());
    QCOMPARE(there.before, back.after);
    QCOMPARE(there.after, back.before);
    QCOMPARE(there.price(), Money{} - back.price());
    QCOMPARE(there.launch().count(), -back.launch().count());
    QCOMPARE(there.items.front().kind, OrderChangeKind::removed);
    QCOMPARE(back.items.front().kind, OrderChangeKind::added);
    QCOMPARE(there.payments.size(), back.payments.size());
}

void TestChangeOrder::invoicesPartByPart()
{
    Inputs after = agreed();
    const std::string phase = catalogue()->phases.at(2).id;
    after.price.payments = {
        {30, PaymentWhen::signing, {}}, {30, PaymentWhen::phaseFinished, phase}, {40, PaymentWhen::launch, {}}};
    setState(after, itemOf(1), ItemState::excluded);
    const ChangeOrder order = orderOf(agreed(), after);
    QCOMPARE(order.payments.size(), std::size_t{3});
    const PaymentChange& signing = order.payments.at(0);
    QCOMPARE(signing.when, PaymentWhen::signing);
    QVERIFY(signing.before && signing.after);
    QCOMPARE(signing.before->invoiced, signing.after->invoiced);
    QVERIFY(signing.before->exGst > signing.after->exGst);
    QCOMPARE(order.payments.at(1).when, PaymentWhen::phaseFinished);
    QCOMPARE(order.payments.at(1).phaseTitle, catalogue()->phases.at(2).title);
    QVERIFY(!order.payments.at(1).before);
    QVERIFY(order.payments.at(2).before->invoiced > order.payments.at(2).after->invoiced);
    QCOMPARE(exGst(order, &PaymentChange::before), order.before.price);
    QCOMPARE(exGst(order, &PaymentChange::after), order.after.price);
}

void TestChangeOrder::monthlyInvoicesByMonth()
{
    Inputs before = agreed();
    before.price.payments.clear();
    Inputs after = before;
    after.start = *parseDate("2027-03-01");
    const ChangeOrder order = orderOf(before, after);
    QVERIFY(!order.payments.front().after); // January
    QVERIFY(!order.payments.back().before); // after the earlier launch
    QVERIFY(std::ranges::any_of(order.payments, [](const PaymentChange& part) { return part.before && part.after; }));
    for (const PaymentChange& part : order.payments)
        if (part.before && part.after)
            QCOMPARE(monthOf(part.before->invoiced), monthOf(part.after->invoiced));
    QVERIFY(std::ranges::is_sorted(order.payments, {}, [](const PaymentChange& part) {
        return part.after ? part.after->invoiced : part.before->invoiced;
    }));
    QCOMPARE(exGst(order, &PaymentChange::before), order.before.price);
    QCOMPARE(exGst(order, &PaymentChange::after), order.after.price);
}

void TestChangeOrder::anotherCatalogue()
{
    small::Draft before;
    before.phase("A", 2);
    before.phase("B", 3);
    before.person("Ana");
    small::Draft after;
    after.phase("A", 2).title = "First";
    after.phase("C", 1);
    after.person("Ana");
    const ChangeOrder order = changeOrder(before.plan(), after.plan(), fewRuns()).value();
    QCOMPARE(order.items.size(), std::size_t{2});
    QCOMPARE(order.items.at(0).id, std::string("a-C"));
    QCOMPARE(order.items.at(0).kind, OrderChangeKind::added);
    QCOMPARE(order.items.at(0).before.standing, OrderStanding::absent);
    QCOMPARE(order.items.at(1).id, std::string("a-B"));
    QCOMPARE(order.items.at(1).title, std::string("a-B"));
    QCOMPARE(order.items.at(1).kind, OrderChangeKind::removed);
}

QTEST_APPLESS_MAIN(TestChangeOrder)
#include "tst_change_order.moc"
