#include "data/catalogue_json.h"
#include "models/cost_table.h"

#include <QTest>

#include <functional>
#include <memory>

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
    void wagesCarryNoGst();
    void pricesCarryGstOnAll();
    void everyMonthHasALine();
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
                inputs.items[item.id].state = ItemState::done;
    });
    QTest::newRow("nothing needed") << Change([](Inputs& inputs) {
        const Result<LoadedCatalogue> loaded = builtinCatalogue();
        for (const Phase& phase : loaded->catalogue->phases)
            for (const Item& item : phase.items)
                inputs.items[item.id].state = ItemState::excluded;
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

QTEST_APPLESS_MAIN(TestCostTable)
#include "tst_cost_table.moc"
