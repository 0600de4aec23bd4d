#include "data/catalogue_json.h"
#include "models/plan/cost_table.h"
#include "models/plan/shown_costs.h"

#include <QTest>

#include <functional>
#include <memory>
#include <numeric>

using namespace trestle;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::function<void(trestle::Inputs&)>)

/// The cost tables add up to the plan's own totals, in each case and to the cent, and GST falls where it should.
namespace {

using Change = std::function<void(Inputs&)>;

Plan planWith(const Change& change)
{
    const Result<LoadedCatalogue> loaded = builtinCatalogue();
    if (!loaded)
        qFatal("the built-in catalogue does not load");
    Inputs inputs = newInputs(*loaded->catalogue, "Costs", std::chrono::sys_days{2027y / 1 / 4});
    change(inputs);
    const Result<Plan> plan = makePlan(loaded->catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return *plan;
}

template <class Lines>
CostAmounts sumOf(const Lines& lines)
{
    CostAmounts sum;
    for (const auto& line : lines)
        for (const Case c : kCases) {
            sum.amount.at(c) += line.amount.at(c);
            sum.gst.at(c) += line.gst.at(c);
        }
    return sum;
}

} // namespace

class TestCostTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void columnsAddUp_data();
    void columnsAddUp();
    void shownDollarsAddUp_data() { columnsAddUp_data(); }
    void shownDollarsAddUp();
    void roundingKeepsTheOrderOfTheCases();
    void casesKeepTheirOrder_data() { columnsAddUp_data(); }
    void casesKeepTheirOrder();
    void smallPlansKeepTheirCents();
    void spendEndsWithTheTotal_data() { columnsAddUp_data(); }
    void spendEndsWithTheTotal();
    void wagesCarryNoGst();
    void pricesCarryGstOnAll();
    void everyMonthHasALine();
    void dearestMonthIsTheFirstOfTheDearest();
};

void TestCostTable::columnsAddUp_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("nothing ticked") << Change([](Inputs&) {});
    QTest::newRow("odd rates") << Change([](Inputs& inputs) {
        inputs.team[0].weeklyRate = Money{333'333};
        inputs.team[1].weeklyRate = Money{123'457};
    });
    QTest::newRow("retained") << Change([](Inputs& inputs) { inputs.costMode = CostMode::retained; });
    QTest::newRow("half a year of running costs") << Change([](Inputs& inputs) { inputs.monthsAfterLaunch = 6; });
    QTest::newRow("a founder's own time") << Change([](Inputs& inputs) {
        for (Person& person : inputs.team)
            person.weeklyRate = {};
    });
    QTest::newRow("nothing left") << Change([](Inputs& inputs) {
        const Result<LoadedCatalogue> loaded = builtinCatalogue();
        for (const Phase& phase : loaded->catalogue->phases)
            for (const Item& item : phase.items)
                inputs.items[item.id].progress.state = ItemState::done;
    });
    QTest::newRow("nothing needed") << Change([](Inputs& inputs) {
        const Result<LoadedCatalogue> loaded = builtinCatalogue();
        for (const Phase& phase : loaded->catalogue->phases)
            for (const Item& item : phase.items)
                inputs.items[item.id].progress.state = ItemState::excluded;
    });
}

void TestCostTable::columnsAddUp()
{
    QFETCH(Change, change);
    const Plan plan = planWith(change);
    for (const GstBasis basis : {GstBasis::purchases, GstBasis::price}) {
        const CostTable table = costTable(plan, basis);
        QCOMPARE(table.total.amount, plan.total);
        QCOMPARE(table.labour.amount, plan.labour);
        QCOMPARE(table.running.amount, plan.runningTotal);
        QCOMPARE(sumOf(table.lines), table.total);
        int shares = 0;
        for (const CostLine& line : table.lines)
            shares += line.sharePercent;
        QCOMPARE(shares, plan.total.likely > Money{} ? 100 : 0);

        const MonthTable months = monthTable(plan, basis);
        QCOMPARE(months.total.amount, plan.total);
        QCOMPARE(months.total.labour, plan.labour);
        QCOMPARE(months.total.running, plan.runningTotal);
        QCOMPARE(months.total.gst, table.total.gst);
        QCOMPARE(sumOf(months.lines), static_cast<const CostAmounts&>(months.total));
        for (const MonthLine& line : months.lines)
            for (const Case c : kCases)
                QCOMPARE(line.amount.at(c), line.labour.at(c) + line.running.at(c));
    }
}

void TestCostTable::shownDollarsAddUp()
{
    QFETCH(Change, change);
    const Plan plan = planWith(change);
    const auto isWhole = [](Money amount) { return amount.cents % 100 == 0; };
    for (const Case c : kCases) {
        QVERIFY(std::abs((plan.shown.total.at(c) - plan.total.at(c)).cents) <= 50);
        QCOMPARE((plan.shown.labour.at(c) + plan.shown.running.at(c)).cents, plan.shown.total.at(c).cents);
        Money phases;
        for (const PhasePlan& phase : plan.phases) {
            QVERIFY(isWhole(phase.shownCost.at(c)));
            QVERIFY(std::abs((phase.shownCost.at(c) - phase.cost.at(c)).cents) < 200);
            phases += phase.shownCost.at(c);
            Money items;
            for (std::size_t i = 0; i < phase.itemCount; ++i)
                items += plan.items[phase.firstItem + i].shownCost.at(c);
            QCOMPARE(items.cents, phase.shownCost.at(c).cents);
        }
        QCOMPARE(phases.cents, plan.shown.labour.at(c).cents);
        Money people;
        for (const PersonPlan& person : plan.people)
            people += person.shownCost.at(c);
        QCOMPARE(people.cents, plan.shown.labour.at(c).cents);
    }
    for (const GstBasis basis : {GstBasis::purchases, GstBasis::price}) {
        const CostTable table = shownCostTable(plan, basis);
        QVERIFY(sumOf(table.lines) == table.total);
        QCOMPARE(table.total.amount, plan.shown.total);
        const MonthTable months = shownMonthTable(plan, basis);
        QVERIFY(sumOf(months.lines) == months.total);
        QCOMPARE(months.total.amount, plan.shown.total);
        QCOMPARE(months.total.labour, plan.shown.labour);
        for (const MonthLine& line : months.lines)
            for (const Case c : kCases) {
                QVERIFY(isWhole(line.incGst(c)));
                QCOMPARE((line.labour.at(c) + line.running.at(c)).cents, line.amount.at(c).cents);
            }
    }
}

void TestCostTable::roundingKeepsTheOrderOfTheCases()
{
    // Three equal lines of a total that three does not divide, beside lines that grow.
    const PerCase<std::vector<double>> parts{{1, 1, 1, 0, 2}, {1, 1, 1, 5, 2}, {1, 1, 1, 9, 2.5}};
    for (std::int64_t low = 5; low < 400; low += 7)
        for (std::int64_t likely = low * 2; likely < low * 2 + 9; ++likely) {
            const PerCase<Money> totals{{low}, {likely}, {likely * 29 / 20}};
            const auto lines = splitCases(totals, parts);
            for (const Case c : kCases)
                QCOMPARE(std::accumulate(lines.at(c).begin(), lines.at(c).end(), Money{}).cents, totals.at(c).cents);
            for (std::size_t i = 0; i < lines.low.size(); ++i) {
                QVERIFY(lines.low[i] <= lines.likely[i]);
                QVERIFY(lines.likely[i] <= lines.high[i]);
            }
        }
}

void TestCostTable::casesKeepTheirOrder()
{
    QFETCH(Change, change);
    const Plan plan = planWith(change);
    const auto inOrder = [](const PerCase<Money>& cost) { return cost.low <= cost.likely && cost.likely <= cost.high; };
    for (const PhasePlan& phase : plan.phases)
        QVERIFY2(inOrder(phase.cost) && inOrder(phase.shownCost), phase.id.c_str());
    for (const ItemPlan& item : plan.items)
        QVERIFY2(inOrder(item.cost) && inOrder(item.shownCost), item.id.c_str());
    for (const RunningCostPlan& cost : plan.running)
        QVERIFY(inOrder(cost.cost) && inOrder(cost.shownCost));
}

void TestCostTable::smallPlansKeepTheirCents()
{
    const Plan plan = planWith([](Inputs& inputs) {
        for (Person& person : inputs.team)
            person.weeklyRate = Money{1};
        const Result<LoadedCatalogue> loaded = builtinCatalogue();
        for (const Phase& phase : loaded->catalogue->phases)
            for (const Item& item : phase.items)
                if (!phase.runningCosts.empty())
                    inputs.items[item.id].progress.state = ItemState::excluded;
    });
    QVERIFY(plan.total.likely > Money{} && plan.total.high < Money::dollars(100));
    QVERIFY(showsCents(plan));
    QCOMPARE(plan.shown.total, plan.total);
    QCOMPARE(plan.phases.back().shownCost, plan.phases.back().cost);
}

void TestCostTable::spendEndsWithTheTotal()
{
    QFETCH(Change, change);
    const Plan plan = planWith(change);
    for (const Case c : kCases) {
        const std::vector<SpendPoint> spend = cumulativeSpend(plan, c);
        QCOMPARE(spend.back().total.cents, plan.total.at(c).cents);
        const Money after = costAfterLaunch(plan, c);
        QCOMPARE(after > Money{}, plan.inputs.monthsAfterLaunch > 0 && !plan.running.empty());
        const SpendPoint& finish = after > Money{} ? spend[spend.size() - 2] : spend.back();
        QVERIFY(std::abs(finish.at - plan.finish.at(c)) < 1e-9);
        QCOMPARE((finish.total + after).cents, plan.total.at(c).cents);
        for (std::size_t i = 1; i < spend.size(); ++i)
            QVERIFY(spend[i].total.cents + 1 >= spend[i - 1].total.cents);
    }
}

void TestCostTable::wagesCarryNoGst()
{
    const Plan plan = planWith([](Inputs&) {});
    const CostTable table = costTable(plan, GstBasis::purchases);
    QCOMPARE(table.labour.gst, PerCase<Money>{});
    // 138 days of a log service at AUD 300 a month are AUD 1,360.16; a tenth of that is 136.016.
    QCOMPARE(table.total.gst.likely, Money{13'602});
    QCOMPARE(table.total.incGst(Case::likely), plan.total.likely + Money{13'602});
}

void TestCostTable::pricesCarryGstOnAll()
{
    const Plan plan = planWith([](Inputs&) {});
    const CostTable table = costTable(plan, GstBasis::price);
    for (const Case c : kCases)
        QCOMPARE(table.total.gst.at(c), Money::rounded(plan.total.at(c).inDollars() / 10));
    for (const CostLine& line : table.lines)
        QVERIFY(std::abs(line.gst.likely.cents * 10 - line.amount.likely.cents) <= 10);
}

void TestCostTable::everyMonthHasALine()
{
    // The whole team is away for the second quarter: its months cost no labour, and are shown all the same.
    const Plan plan = planWith([](Inputs& inputs) {
        for (Person& person : inputs.team)
            person.leave.push_back({std::chrono::sys_days{2027y / 4 / 1}, std::chrono::sys_days{2027y / 6 / 30}});
    });
    const MonthTable table = monthTable(plan, GstBasis::purchases);
    for (std::size_t i = 1; i < table.lines.size(); ++i)
        QCOMPARE(table.lines[i].month - table.lines[i - 1].month, std::chrono::months{1});
    QCOMPARE(table.lines.front().month, 2027y / std::chrono::January);
    QCOMPARE(table.lines.at(4).labour.likely, Money{});
    QVERIFY(table.lines.at(6).labour.likely > Money{});
}

void TestCostTable::dearestMonthIsTheFirstOfTheDearest()
{
    const auto line = [](int month, Money likely, Money gst) {
        MonthLine made;
        made.month = 2027y / month;
        made.amount.likely = likely;
        made.gst.likely = gst;
        return made;
    };
    MonthTable table;
    QVERIFY(!dearestMonth(table, Case::likely, false));
    table.lines = {line(1, Money::dollars(10), {}), line(2, Money::dollars(30), {}), line(3, Money::dollars(30), {}),
                   line(4, Money::dollars(29), Money::dollars(3))};
    QCOMPARE(dearestMonth(table, Case::likely, false)->month, 2027y / 2);
    QCOMPARE(dearestMonth(table, Case::likely, true)->month, 2027y / 4);
    QCOMPARE(dearestMonth(table, Case::high, false)->month, 2027y / 1); // all alike
    QCOMPARE(table.lines[3].charged(Case::likely, true), Money::dollars(32));
}

QTEST_APPLESS_MAIN(TestCostTable)
#include "tst_cost_table.moc"
