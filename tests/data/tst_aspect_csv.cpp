#include "data/cash_json.h"
#include "data/exchange/clean_text.h"
#include "data/formats/export_formats.h"
#include "models/money/cash.h"
#include "models/money/price.h"
#include "models/plan/cost_table.h"
#include "models/plan/team_load.h"
#include "tests/data/support/csv_reader.h"
#include "tests/data/support/export_sources.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace trestle;
using test::CsvRow;

namespace {

Exported written(const char* key, const ExportSource& source)
{
    const auto formats = exportFormats();
    return exportAs(*formatOf(formats, key), source).value();
}

std::vector<CsvRow> rowsOf(const char* key, const ExportSource& source)
{
    return test::csvRows(written(key, source).bytes, source.separator);
}

double number(const CsvRow& row, const char* column)
{
    bool isNumber = false;
    const double value = QByteArray::fromStdString(row.at(column)).toDouble(&isNumber);
    if (!isNumber)
        qFatal("%s: %s", column, row.at(column).c_str());
    return value;
}

Money money(const CsvRow& row, const char* column)
{
    return Money::rounded(number(row, column));
}

ExportSource withCash(Money opening, const char* client = "")
{
    return test::sampleSource([&](Inputs& inputs) {
        inputs.client = client;
        if (!inputs.client.empty())
            inputs.price.payments = {{100, PaymentWhen::monthly, {}}};
        inputs.cash.opening = opening;
        inputs.cash.monthly = {{"Sales, so far", Money::dollars(2500), inputs.start, {}, {}}};
        inputs.cash.once = {{"Grant", Money::dollars(40000), inputs.start + std::chrono::days{60}, {}}};
    });
}

} // namespace

/// The tables of one aspect of the plan: money by month, people by week.
class TestAspectCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void costsByMonth();
    void cashWithBands();
    void cashWithInvoices();
    void spentSoFar();
    void cashWithoutGaps();
    void peopleByWeek();
    void separatorAndDecimals_data();
    void separatorAndDecimals();
    void namesSurvive_data();
    void namesSurvive();
};

void TestAspectCsv::costsByMonth()
{
    const ExportSource source = test::sampleSource([](Inputs& inputs) { inputs.cash.opening.reset(); });
    const MonthTable expected = monthTable(*source.plan, source.plan->inputs.gst);
    const auto rows = rowsOf("cashflow", source);
    QCOMPARE(rows.size(), expected.lines.size());
    Money sum;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CsvRow& row = rows[i];
        QCOMPARE(row.at("Month"), isoMonth(expected.lines[i].month));
        QCOMPARE(money(row, "AUD labour").cents, expected.lines[i].labour.likely.cents);
        QCOMPARE((money(row, "AUD labour") + money(row, "AUD running costs") + money(row, "AUD risks")).cents,
                 money(row, "AUD total").cents);
        QCOMPARE(money(row, "AUD GST").cents, expected.lines[i].gst.likely.cents);
        sum += money(row, "AUD total");
        QCOMPARE(money(row, "AUD cumulative").cents, sum.cents);
        QCOMPARE(row.at("Runs"), std::string("50"));
        QCOMPARE(row.at("Seed"), std::string("1"));
        QCOMPARE(row.at("Made at"), std::string("2026-11-22T10:00:00Z"));
        QVERIFY(!row.contains("Cash last"));
    }
    QCOMPARE(sum.cents, source.plan->total.likely.cents);
    QCOMPARE(money(rows.back(), "AUD cumulative with GST").cents, expected.total.incGst(Case::likely).cents);
}

void TestAspectCsv::cashWithBands()
{
    const ExportSource source = withCash(Money::dollars(150000));
    SimulationOptions options = source.simulation;
    options.cash = true;
    const CashFigures figures = cashFigures(*source.plan, simulate(*source.plan, options).value());
    const auto rows = rowsOf("cashflow", source);
    std::size_t at = 0;
    for (const CsvRow& row : rows) {
        if (at < figures.months.size() && row.at("Month") == isoMonth(figures.months[at].month)) {
            const CashBand& band = figures.months[at++];
            QCOMPARE(money(row, "Cash last").cents, band.likely.cents);
            QCOMPARE(money(row, "Cash P10").cents, Money::rounded(band.p10).cents);
            QCOMPARE(money(row, "Cash P90").cents, Money::rounded(band.p90).cents);
        }
        if (row.at("Cash first").empty())
            continue;
        Money balance = money(row, "Cash first");
        for (const auto& [column, cell] : row)
            if (column == "Cash team" || column == "Cash risks" || column.find(": ") != std::string::npos)
                balance += money(row, column.c_str());
        QCOMPARE(balance.cents, money(row, "Cash last").cents);
    }
    QCOMPARE(at, figures.months.size());
    QCOMPARE(money(rows.front(), "Cash first").cents, Money::dollars(150000).cents);
    QCOMPARE(money(rows.front(), "Cash monthly: Sales, so far").cents, Money::dollars(2500).cents);
    QVERIFY(std::ranges::any_of(rows, [](const CsvRow& row) {
        return !row.at("Cash once: Grant").empty() && money(row, "Cash once: Grant") == Money::dollars(40000);
    }));
}

void TestAspectCsv::spentSoFar()
{
    const ExportSource source = test::sampleSource([](Inputs& inputs) {
        inputs.cash.opening = Money::dollars(150'000);
        inputs.asOf = inputs.start + std::chrono::days{75};
        inputs.actualCosts = {{monthOf(inputs.start), Money{3'125'050}, "Wages"},
                              {monthOf(inputs.start) + std::chrono::months{1}, Money{-20'000}, "Refund"}};
    });
    const auto rows = rowsOf("cashflow", source);
    QCOMPARE(rows.front().at("Month"), isoMonth(monthOf(source.plan->inputs.start)));
    QCOMPARE(money(rows[0], "AUD spent so far").cents, 3'125'050);
    QCOMPARE(money(rows[1], "AUD spent so far").cents, -20'000);
    QCOMPARE(money(rows[0], "Cash last").cents, 15'000'000 - 3'125'050);
    QCOMPARE(money(rows[1], "Cash spent so far").cents, 20'000);
    Money sum;
    for (const CsvRow& row : rows) {
        sum += money(row, "AUD total");
        QCOMPARE((money(row, "AUD spent so far") + money(row, "AUD labour") + money(row, "AUD running costs") +
                  money(row, "AUD risks"))
                     .cents,
                 money(row, "AUD total").cents);
        if (row.at("Cash first").empty())
            continue;
        Money balance = money(row, "Cash first") + money(row, "Cash spent so far");
        for (const auto& [column, cell] : row)
            if (column == "Cash invoices" || column == "Cash team" || column == "Cash risks" ||
                column.find(": ") != std::string::npos)
                balance += money(row, column.c_str());
        QCOMPARE(balance.cents, money(row, "Cash last").cents);
    }
    QCOMPARE(sum.cents, source.plan->total.likely.cents);
    // The rows of the plan as a whole add up too.
    std::map<std::string, Money> kinds;
    for (const CsvRow& row : rowsOf("csv", source))
        kinds[row.at("Kind")] += money(row, "AUD likely");
    QCOMPARE(kinds["spent"].cents, 3'105'050);
    QCOMPARE((kinds["spent"] + kinds["phase"] + kinds["running cost"]).cents, kinds["plan"].cents);
}

void TestAspectCsv::cashWithInvoices()
{
    const ExportSource source = withCash(Money::dollars(150000), "Saltbush");
    SimulationOptions options = source.simulation;
    options.cash = true;
    const Risk risk = simulate(*source.plan, options).value();
    Money invoiced;
    for (const CsvRow& row : rowsOf("cashflow", source)) {
        if (row.at("Cash first").empty())
            continue;
        Money balance = money(row, "Cash first") + money(row, "Cash invoices");
        invoiced += money(row, "Cash invoices");
        for (const auto& [column, cell] : row)
            if (column == "Cash team" || column == "Cash risks" || column.find(": ") != std::string::npos)
                balance += money(row, column.c_str());
        QCOMPARE(balance.cents, money(row, "Cash last").cents);
    }
    QCOMPARE(invoiced.cents, agreedPrice(*source.plan, risk).cents);
}

void TestAspectCsv::cashWithoutGaps()
{
    const auto rows = rowsOf("cashflow", withCash(Money::dollars(1)));
    std::chrono::year_month month{};
    for (const CsvRow& row : rows) {
        const Date first = parseDate(row.at("Month") + "-01").value();
        QVERIFY(month == std::chrono::year_month{} || monthOf(first) == month + std::chrono::months{1});
        month = monthOf(first);
    }
    QVERIFY(rows.size() > 8);
    QCOMPARE(money(rows.back(), "AUD total").cents, 0); // after launch
}

void TestAspectCsv::peopleByWeek()
{
    const ExportSource source = test::sampleSource();
    const Plan& plan = *source.plan;
    const TeamLoad load = teamLoad(plan);
    const auto rows = rowsOf("people", source);
    QCOMPARE(rows.size(), load.weeks.size() * plan.people.size());
    std::vector<double> working(plan.people.size());
    std::set<std::string> items;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CsvRow& row = rows[i];
        const std::size_t person = i % plan.people.size();
        QCOMPARE(row.at("Week from"), isoDate(load.weeks[i / plan.people.size()].monday));
        QCOMPARE(row.at("Person"), plan.people[person].name);
        QVERIFY(std::abs(number(row, "Days at work") + number(row, "Days on leave") + number(row, "Days not there") +
                         number(row, "Days idle") - number(row, "Working days")) < 0.001);
        working[person] += number(row, "Days at work");
        for (const QString& item : QString::fromStdString(row.at("Items")).split("; "))
            items.insert(item.toStdString());
    }
    for (std::size_t p = 0; p < working.size(); ++p)
        QVERIFY(std::abs(working[p] - load.sumOf(p).working) < 0.01);
    for (const ItemPlan& item : plan.items)
        QCOMPARE(items.contains(item.title), item.hasWork);
}

void TestAspectCsv::separatorAndDecimals_data()
{
    QTest::addColumn<std::string>("key");
    QTest::newRow("cash flow") << std::string("cashflow");
    QTest::newRow("people") << std::string("people");
}

void TestAspectCsv::separatorAndDecimals()
{
    QFETCH(std::string, key);
    ExportSource source = withCash(Money::dollars(150000));
    const auto points = rowsOf(key.c_str(), source);
    source.separator = ';';
    source.decimalComma = true;
    const auto commas = rowsOf(key.c_str(), source);
    QCOMPARE(commas.size(), points.size());
    bool some = false;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (const auto& [column, cell] : points[i]) {
            bool isNumber = false;
            QByteArray::fromStdString(cell).toDouble(&isNumber);
            QString comma = QString::fromStdString(commas[i].at(column));
            some = some || (isNumber && comma.contains(','));
            QCOMPARE(isNumber ? comma.replace(',', '.') : comma, QString::fromStdString(cell));
        }
    QVERIFY(some);
}

void TestAspectCsv::namesSurvive_data()
{
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("name");
    for (const char* key : {"cashflow", "people"})
        for (const test::HostileName& hostile : test::hostileNames())
            QTest::addRow("%s, %s", key, hostile.row) << std::string(key) << hostile.name;
}

void TestAspectCsv::namesSurvive()
{
    QFETCH(std::string, key);
    QFETCH(std::string, name);
    const ExportSource source = test::namedSource(name);
    TextCleaner cleaner;
    std::string shown = cleaner.clean(name);
    if (std::string_view("=+-@").contains(shown[0]))
        shown.insert(0, "'");
    const auto rows = rowsOf(key.c_str(), source);
    QVERIFY(!rows.empty());
    for (const CsvRow& row : rows)
        QCOMPARE(row.at("Plan"), shown);
    if (key == "people")
        QCOMPARE(rows.front().at("Person"), shown);
    const auto losses = written(key.c_str(), source).losses;
    QCOMPARE(std::ranges::count(losses, LossKind::characters, &Loss::kind) > 0, cleaner.replaced() > 0);
}

QTEST_GUILESS_MAIN(TestAspectCsv)
#include "tst_aspect_csv.moc"
