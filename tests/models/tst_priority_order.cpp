#include "data/catalogue_json.h"
#include "models/earliest_times.h"
#include "models/effort.h"
#include "models/network.h"
#include "models/plan/plan.h"
#include "models/plan/priority_order.h"
#include "models/schedule.h"
#include "tests/models/support/random_plans.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace trestle;

namespace {

/// The built-in catalogue with nothing ticked and a team of these allocations.
struct TeamPlan {
    std::shared_ptr<const Catalogue> catalogue;
    Inputs inputs;
    Scope scope;
    Network network;
};

TeamPlan withTeam(const QList<double>& allocations)
{
    auto catalogue = builtinCatalogue()->catalogue;
    Inputs inputs = newInputs(*catalogue, "A", *parseDate("2027-01-04"));
    inputs.team.clear();
    for (const double allocation : allocations)
        inputs.team.push_back(
            {"Person " + std::to_string(inputs.team.size()), allocation, Money::dollars(5000), {}, {}, {}});
    Scope scope = remainingWork(*catalogue, inputs);
    Network network = *buildNetwork(*catalogue, inputs, scope, WorkCalendar(inputs.start, {}));
    return {std::move(catalogue), std::move(inputs), std::move(scope), std::move(network)};
}

} // namespace

class TestPriorityOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenBounds_data();
    void goldenBounds();
    void noScheduleBeatsTheBound();
    void oneCrewInSeriesHasNoBetterOrder();
    void aKnownOrderGivesThePlanWithoutTheSearch();
    void itemsWithoutAPlaceStandBehindTheOneBefore();
    void theSearchCanBeStopped();
};

void TestPriorityOrder::goldenBounds_data()
{
    QTest::addColumn<QList<double>>("team");
    QTest::addColumn<double>("catalogueWeeks");
    QTest::addColumn<double>("bound");
    QTest::addColumn<double>("best"); // found by an independent search of the likely case alone
    QTest::newRow("two and a half") << QList<double>{1, 1, 0.5} << 15.8421 << 15.12 << 15.125;
    QTest::newRow("three") << QList<double>{1, 1, 1} << 12.9623 << 12.6 << 12.694;
    QTest::newRow("four") << QList<double>{1, 1, 1, 1} << 11.0648 << 9.9 << 10.175;
    QTest::newRow("five") << QList<double>{1, 1, 1, 1, 1} << 10.0543 << 8.625 << 8.998;
    QTest::newRow("six") << QList<double>{1, 1, 1, 1, 1, 1} << 9.6969 << 9.0 << 9.293;
}

void TestPriorityOrder::goldenBounds()
{
    QFETCH(QList<double>, team);
    QFETCH(double, catalogueWeeks);
    QFETCH(double, bound);
    QFETCH(double, best);
    const TeamPlan plan = withTeam(team);
    const OrderChoice choice = chooseOrder(*plan.catalogue, plan.inputs, plan.scope, plan.network);
    const auto near = [](double found, double golden) { return std::abs(found - golden) <= 1e-4; };
    QVERIFY2(near(choice.catalogueFinish, catalogueWeeks), qPrintable(QString::number(choice.catalogueFinish)));
    QVERIFY2(near(choice.bound, bound), qPrintable(QString::number(choice.bound)));

    QVERIFY(choice.isBetter);
    QVERIFY(choice.mean < choice.catalogueMean);
    QVERIFY(choice.finish < choice.catalogueFinish);
    QVERIFY(choice.finish >= choice.bound);
    // The one that is best on average need not be the shortest in the likely case, but gets most of what is to be had.
    QVERIFY2(choice.finish - best < 0.5 * (catalogueWeeks - best) + 0.05, qPrintable(QString::number(choice.finish)));

    std::vector<std::uint32_t> order = choice.order;
    std::ranges::sort(order);
    std::vector<std::uint32_t> all(plan.network.itemCount);
    std::iota(all.begin(), all.end(), 0U);
    QCOMPARE(order, all);
    QVERIFY(chooseOrder(*plan.catalogue, plan.inputs, plan.scope, plan.network).order == choice.order);
}

void TestPriorityOrder::noScheduleBeatsTheBound()
{
    QVERIFY(holds("no order finishes before the lower bound", 300, [] {
        const RandomPlan plan = *randomPlans({.begun = *rc::gen::inRange(0, 3) == 0});
        const Scope scope = remainingWork(plan.catalogue, plan.inputs);
        auto network = buildNetwork(plan.catalogue, plan.inputs, scope, WorkCalendar(plan.inputs.start, {}));
        RC_PRE(network.has_value());
        std::vector<PersonWeeks> work;
        for (const ScopeItem& item : scope.items)
            work.push_back(item.remaining.likely);
        const Weeks bound = EarliestTimes(*network).lowerBound(work);
        std::mt19937_64 random(scope.items.size());
        for (int attempt = 0; attempt < 5; ++attempt) {
            RC_ASSERT(Scheduler(*network).run(work).end >= bound - 1e-7);
            std::vector<std::uint32_t> order = network->order;
            for (std::size_t k = order.size(); k > 1; --k)
                std::swap(order[k - 1], order[random() % k]);
            network->setOrder(std::move(order));
        }
    }));
}

void TestPriorityOrder::oneCrewInSeriesHasNoBetterOrder()
{
    const TeamPlan plan = withTeam({1.0, 0.5});
    const OrderChoice choice = chooseOrder(*plan.catalogue, plan.inputs, plan.scope, plan.network);
    QVERIFY(!choice.isBetter);
    QVERIFY(std::abs(choice.bound - 24.0) < 1e-9);
    QVERIFY(choice.order == plan.network.order);
}

void TestPriorityOrder::aKnownOrderGivesThePlanWithoutTheSearch()
{
    TeamPlan plan = withTeam({1, 1, 0.8, 1});
    plan.inputs.order = OrderKind::optimised;
    const Plan best = *makePlan(plan.catalogue, plan.inputs);
    QVERIFY(best.finish.likely < makePlanInOrderOf({}, plan.catalogue, plan.inputs)->finish.likely);
    // A note and a name play no part in the order.
    plan.inputs.notes = "Another";
    const Plan again = *makePlanInOrderOf(best, plan.catalogue, plan.inputs);
    QVERIFY(again.order == best.order && again.finish == best.finish && again.total == best.total);
    QCOMPARE(again.inputs.notes, std::string("Another"));
    // However many threads look for it, the same is found.
    for (const unsigned threads : {1U, 3U})
        QVERIFY(makePlan(plan.catalogue, plan.inputs, {threads, {}})->order == best.order);
    // With other inputs the order stays, and with it, of an empty plan, the catalogue's.
    plan.inputs.items["tls"].progress.state = ItemState::done;
    QVERIFY(makePlanInOrderOf(best, plan.catalogue, plan.inputs)->order == best.order);
    Inputs inCatalogueOrder = plan.inputs;
    inCatalogueOrder.order = OrderKind::catalogue;
    QVERIFY(makePlanInOrderOf({}, plan.catalogue, plan.inputs)->order ==
            makePlan(plan.catalogue, inCatalogueOrder)->order);
}

void TestPriorityOrder::itemsWithoutAPlaceStandBehindTheOneBefore()
{
    TeamPlan plan = withTeam({1, 1, 1, 1});
    plan.inputs.order = OrderKind::optimised;
    const Plan before = *makePlan(plan.catalogue, plan.inputs);
    plan.inputs.profile.conditions = {"payments", "enterprise"};
    const Plan after = *makePlanInOrderOf(before, plan.catalogue, plan.inputs);
    QVERIFY(after.items.size() > before.items.size());
    std::vector<std::string> known;
    for (std::size_t rank = 0; rank < after.order.size(); ++rank) {
        const ItemPlan& item = after.items[after.order[rank]];
        if (before.findItem(item.id)) {
            known.push_back(item.id);
            continue;
        }
        QVERIFY(rank > 0 && after.order[rank] > 0);
        QCOMPARE(after.order[rank - 1], after.order[rank] - 1);
    }
    std::vector<std::string> wanted;
    for (const std::uint32_t item : before.order)
        wanted.push_back(before.items[item].id);
    QVERIFY(known == wanted);
}

void TestPriorityOrder::theSearchCanBeStopped()
{
    TeamPlan plan = withTeam({1, 1, 1, 1});
    plan.inputs.order = OrderKind::optimised;
    std::stop_source stop;
    stop.request_stop();
    const Result<Plan> stopped = makePlan(plan.catalogue, plan.inputs, {0, stop.get_token()});
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::cancelled);
}

QTEST_GUILESS_MAIN(TestPriorityOrder)
#include "tst_priority_order.moc"
