#include "data/exchange/export_format.h"
#include "tests/data/support/export_sources.h"

#include <QTest>

#include <set>

using namespace trestle;

/// Which chart a picture may hold, of which plan and for whom.
class TestChartKind : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysAreOneEach();
    void plansHaveWhatTheyHaveFiguresFor();
    void exportsRefuseOthers_data();
    void exportsRefuseOthers();
    void simulatesWhatTheChartNeeds();
};

namespace {

Result<Exported> tellRisk(const ExportSource& source)
{
    return Exported{std::string(source.risk->value.empty() ? "no value" : "value") + ", " +
                        (source.risk->cash.runs() == 0 ? "no cash" : "cash"),
                    {}};
}

constexpr ExportFormat kPicture{
    .key = "told", .ending = "told", .name = "TOLD", .needsSimulation = true, .takesChart = true, .write = tellRisk};

void price(Inputs& inputs)
{
    inputs.client = "Ironbark";
    inputs.price.payments = {{100, PaymentWhen::launch, {}}};
    inputs.cash.opening = Money::dollars(50'000);
}

} // namespace

void TestChartKind::keysAreOneEach()
{
    std::set<std::string_view> keys;
    for (const ChartRow& row : kCharts) {
        QVERIFY(keys.insert(row.key).second);
        QCOMPARE(chartOf(row.key), &row);
        QCOMPARE(&rowOf(row.kind), &row);
        QVERIFY(row.audiences.internal);
    }
    QCOMPARE(chartOf("unknown"), nullptr);
    QCOMPARE(chartKeys("|"), std::string("plan|items|finish|cost|cash|margin"));
}

void TestChartKind::plansHaveWhatTheyHaveFiguresFor()
{
    Inputs inputs;
    QCOMPARE(chartsFor(inputs, Audience::internal), std::string("plan, items, finish, cost"));
    price(inputs);
    QCOMPARE(chartsFor(inputs, Audience::internal), std::string("plan, items, finish, cost, cash, margin"));
    QCOMPARE(chartsFor(inputs, Audience::investor), std::string("plan, items, finish, cost")); // invoices are in it
    QCOMPARE(chartsFor(inputs, Audience::client), std::string("plan, items"));
    inputs.client.clear();
    QCOMPARE(chartsFor(inputs, Audience::investor), std::string("plan, items, finish, cost, cash"));
}

void TestChartKind::exportsRefuseOthers_data()
{
    QTest::addColumn<Audience>("audience");
    QTest::addColumn<bool>("priced");
    for (const Audience audience : kAudiences)
        for (const bool priced : {false, true})
            QTest::addRow("%s, %s", keyOf(audience).data(), priced ? "priced" : "not priced") << audience << priced;
}

void TestChartKind::exportsRefuseOthers()
{
    QFETCH(Audience, audience);
    QFETCH(bool, priced);
    ExportSource source = priced ? test::sampleSource(price) : test::sampleSource();
    source.audience = audience;
    for (const ChartRow& row : kCharts) {
        source.look.chart = row.kind;
        const auto written = exportAs(kPicture, source);
        QCOMPARE(written.has_value(), hasChart(source.plan->inputs, row.kind, audience));
        if (written)
            continue;
        QVERIFY(written.error().code == ErrorCode::noChart);
        QCOMPARE(written.error().what, std::string(row.key));
        QCOMPARE(written.error().fix, chartsFor(source.plan->inputs, audience));
    }
}

void TestChartKind::simulatesWhatTheChartNeeds()
{
    ExportSource source = test::sampleSource(price);
    const auto told = [&](ChartKind chart) {
        source.look.chart = chart;
        return exportAs(kPicture, source)->bytes;
    };
    QCOMPARE(told(ChartKind::plan), std::string("no value, no cash"));
    QCOMPARE(told(ChartKind::cash), std::string("value, cash"));
    QCOMPARE(told(ChartKind::margin), std::string("value, no cash"));
}

QTEST_GUILESS_MAIN(TestChartKind)
#include "tst_chart_kind.moc"
