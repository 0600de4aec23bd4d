#include "data/exchange/csv.h"
#include "data/file_io.h"
#include "data/project_json.h"
#include "models/plan/cost.h"
#include "tests/data/support/csv_reader.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace trestle;

/// The CSV export, read back by a plain reader of RFC 4180.
class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void formIsRfc4180_data();
    void formIsRfc4180();
    void rows();
    void aSimulationIsTold();
    void figuresAddUp();
    void effortAddsUp();
    void textSurvives_data();
    void textSurvives();
    void formulasAreGuarded_data();
    void formulasAreGuarded();
    void charactersThatAreNoText_data();
    void charactersThatAreNoText();
    void decimalComma();
    void numbersAreNeverGuarded();
    void casesWithoutWorkAreEmpty();
    void losses();

private:
    using Row = test::CsvRow;
    [[nodiscard]] Exported written(const Plan& plan, const CsvForm& form = {}) const;
    [[nodiscard]] std::vector<Row> rowsOf(const Plan& plan, char separator = ',') const;
    [[nodiscard]] Plan planWith(const std::function<void(Inputs&)>& change) const;

    ProjectDocument m_document;
    ExportStamp m_stamp{"", std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{9}};
};

Exported TestCsv::written(const Plan& plan, const CsvForm& form) const
{
    ExportSource source;
    source.plan = std::make_shared<const Plan>(plan);
    source.stamp = m_stamp;
    return writeCsv(source, form);
}

std::vector<test::CsvRow> TestCsv::rowsOf(const Plan& plan, char separator) const
{
    return test::csvRows(written(plan, {.separator = separator}).bytes, separator);
}

Plan TestCsv::planWith(const std::function<void(Inputs&)>& change) const
{
    Inputs inputs = m_document.project.base;
    change(inputs);
    auto plan = makePlan(m_document.catalogue.catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

void TestCsv::initTestCase()
{
    const auto text = readTextFile(TRESTLE_FIXTURES "/cli/tiny.json");
    QVERIFY(text.has_value());
    auto document = parsePlanJson(*text, "tiny.json");
    QVERIFY(document.has_value());
    m_document = std::move(*document);
}

void TestCsv::formIsRfc4180_data()
{
    QTest::addColumn<char>("separator");
    QTest::addRow("comma") << ',';
    QTest::addRow("semicolon") << ';';
}

void TestCsv::formIsRfc4180()
{
    QFETCH(char, separator);
    const std::string csv =
        written(planWith([](Inputs& inputs) { inputs.name = "a,b;c \"d\"\nline\r\nbreak"; }), {.separator = separator})
            .bytes;
    QVERIFY(csv.starts_with("\xEF\xBB\xBFKind"));
    QVERIFY(csv.ends_with("\r\n"));
    const auto cells = test::csvCells(csv, separator);
    QVERIFY(cells.front().front() != "ID");
    QCOMPARE(std::set<std::string>(cells.front().begin(), cells.front().end()).size(), cells.front().size());
    for (std::size_t i = 0; i + 1 < cells.size(); ++i)
        QCOMPARE(cells[i].size(), cells.front().size());
    QCOMPARE(cells.back(), std::vector<std::string>{""});
}

void TestCsv::rows()
{
    const auto rows = rowsOf(planWith([](Inputs&) {}));
    std::vector<std::string> kinds;
    for (const Row& row : rows)
        kinds.push_back(row.at("Kind"));
    QCOMPARE(kinds, (std::vector<std::string>{"plan", "phase", "item", "item", "phase", "item", "item", "item", "phase",
                                              "item", "running cost", "person", "person"}));
    const Row& backups = rows[3];
    QCOMPARE(backups.at("Id"), "backups");
    QCOMPARE(backups.at("Phase"), "store");
    QCOMPARE(backups.at("State"), "missing");
    QCOMPARE(backups.at("Effort likely"), "1.5"); // 2 × share 0.5 × scale 1.5
    QCOMPARE(backups.at("Start"), "2027-01-04");
    QCOMPARE(backups.at("Finish likely"), "2027-01-08");
    QCOMPARE(backups.at("Finish week likely"), "1");
    QCOMPARE(backups.at("AUD likely"), "7000.25"); // a week of Ana at 5,000 and of half of 山田 at 4,000.50
    QCOMPARE(backups.at("Slack weeks"), "0");
    QCOMPARE(backups.at("Drives finish"), "yes");
    QCOMPARE(backups.at("People"), "Ana; 山田");
    QCOMPARE(backups.at("Waits for"), "start");
    QCOMPARE(rows[5].at("Waits on"), "store");
    QCOMPARE(rows[2].at("Owner"), "Ana");
    for (const Row& row : rows) {
        QCOMPARE(row.at("Client"), "Bo & Söhne");
        QCOMPARE(row.at("Catalogue"), "tiny 3");
        QCOMPARE(row.at("Made at"), "2026-11-22T09:00:00Z");
        QCOMPARE(row.at("Runs"), ""); // nothing is simulated
        QCOMPARE(row.at("Seed"), "");
    }
}

void TestCsv::aSimulationIsTold()
{
    ExportSource source;
    source.plan = std::make_shared<const Plan>(planWith([](Inputs&) {}));
    source.stamp = m_stamp;
    source.stamp.plan = "7f3a9c21";
    SimulationOptions options;
    options.runs = 20;
    options.seed = 7;
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
    for (const Row& row : test::csvRows(writeCsv(source, {}).bytes)) {
        QCOMPARE(row.at("Runs"), "20");
        QCOMPARE(row.at("Seed"), "7");
        QCOMPARE(row.at("Plan hash"), "7f3a9c21");
    }
}

void TestCsv::figuresAddUp()
{
    const Plan plan = planWith([](Inputs&) {});
    const auto cents = [](const std::string& text) { return qRound64(QByteArray(text.c_str()).toDouble() * 100); };
    for (const auto& [column, which] :
         {std::pair{"AUD low", Case::low}, {"AUD likely", Case::likely}, {"AUD high", Case::high}}) {
        std::map<std::string, qint64> sums;
        for (const Row& row : rowsOf(plan))
            sums[row.at("Kind")] += cents(row.at(column));
        QCOMPARE(sums["plan"], plan.total.at(which).cents);
        QCOMPARE(sums["phase"] + sums["running cost"], sums["plan"]);
        QCOMPARE(sums["item"], sums["phase"]);
        QCOMPARE(sums["person"], sums["item"]);
    }
}

// Of every size of team: the larger, the more time goes into coordination, which is no effort of the plan's.
void TestCsv::effortAddsUp()
{
    for (std::size_t people = 1; people <= 6; ++people) {
        const Plan plan = planWith([&](Inputs& inputs) {
            inputs.team.resize(1);
            for (std::size_t i = 1; i < people; ++i) {
                inputs.team.push_back(inputs.team.front());
                inputs.team.back().name += std::to_string(i);
                inputs.team.back().allocation = 1.0 / static_cast<double>(i);
            }
        });
        for (const char* column : {"Effort low", "Effort likely", "Effort high"}) {
            std::map<std::string, double> sums;
            for (const Row& row : rowsOf(plan))
                if (!row.at(column).empty())
                    sums[row.at("Kind")] += QByteArray(row.at(column).c_str()).toDouble();
            const auto near = [&](const char* kind) { return std::abs(sums[kind] - sums["plan"]) < 0.001; };
            QVERIFY2(near("phase") && near("item") && near("person"), column);
        }
    }
}

void TestCsv::textSurvives_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addRow("comma") << QByteArray("a,b");
    QTest::addRow("semicolon") << QByteArray("a;b");
    QTest::addRow("quotes") << QByteArray("\"a\" \"\"b");
    QTest::addRow("one quote") << QByteArray("\"");
    QTest::addRow("line breaks") << QByteArray("a\nb\r\nc\rd");
    QTest::addRow("beyond ASCII") << QByteArray("計画 Café 🏗");
    QTest::addRow("spaces at the ends") << QByteArray("  a  ");
    QTest::addRow("formula further in") << QByteArray("a=1+1");
}

void TestCsv::textSurvives()
{
    QFETCH(QByteArray, name);
    const Plan plan = planWith([&](Inputs& inputs) { inputs.name = name.toStdString(); });
    for (const char separator : {',', ';'})
        for (const Row& row : rowsOf(plan, separator))
            QCOMPARE(row.at("Plan"), name.toStdString());
}

void TestCsv::formulasAreGuarded_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|'/C calc'!A0"})
        QTest::addRow("%s", QByteArray(text).toPercentEncoding().constData()) << QByteArray(text);
}

void TestCsv::formulasAreGuarded()
{
    QFETCH(QByteArray, text);
    const std::string formula = text.toStdString();
    const Plan plan = planWith([&](Inputs& inputs) {
        inputs.name = inputs.client = formula;
        inputs.items["login"].note = inputs.items["login"].owner = formula;
        inputs.team[0].name = formula;
    });
    for (const Row& row : rowsOf(plan)) {
        QCOMPARE(row.at("Plan"), "'" + formula);
        QCOMPARE(row.at("Client"), "'" + formula);
        for (const auto& [column, cell] : row)
            QVERIFY2(cell.empty() || std::string_view("=+-@\t\r\n").find(cell.front()) == std::string_view::npos,
                     column.c_str());
    }
    QVERIFY(std::ranges::any_of(rowsOf(plan), [&](const Row& row) {
        return row.at("Note") == "'" + formula && row.at("Owner") == "'" + formula;
    }));
    const auto losses = written(plan).losses;
    const auto guarded = std::ranges::find(losses, LossKind::guarded, &Loss::kind);
    QVERIFY(guarded != losses.end());
    QVERIFY(guarded->count > 10);
}

void TestCsv::charactersThatAreNoText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<int>("count");
    QTest::addRow("tab and line breaks stay") << QByteArray("a\tb\nc\r\nd") << QByteArray("a\tb\nc\r\nd") << 0;
    QTest::addRow("control") << QByteArray("a\x01\x1b[31m\x7f") << QByteArray("a\uFFFD\uFFFD[31m\uFFFD") << 3;
    QTest::addRow("zero") << QByteArray("a\0b", 3) << QByteArray("a\uFFFDb") << 1;
    QTest::addRow("C1") << QByteArray("\u0085\u009f\u00a0") << QByteArray("\uFFFD\uFFFD\u00a0") << 2;
    QTest::addRow("no characters") << QByteArray("\uFFFE\uFFFF\uFFFD") << QByteArray("\uFFFD\uFFFD\uFFFD") << 2;
    QTest::addRow("bad bytes") << QByteArray("a\xff\xc3") << QByteArray("a\uFFFD\uFFFD") << 2;
    QTest::addRow("overlong") << QByteArray("\xc0\xaf\xe0\x80\xaf") << QByteArray("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")
                              << 5;
    QTest::addRow("surrogate") << QByteArray("\xed\xa0\x80!") << QByteArray("\uFFFD\uFFFD\uFFFD!") << 3;
    QTest::addRow("too large") << QByteArray("\xf4\x90\x80\x80") << QByteArray("\uFFFD\uFFFD\uFFFD\uFFFD") << 4;
    QTest::addRow("largest") << QByteArray("\U0010FFFD\uD7FF\U00010000") << QByteArray("\U0010FFFD\uD7FF\U00010000")
                             << 0;
}

void TestCsv::charactersThatAreNoText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QFETCH(int, count);
    const auto replaced = [&](const Plan& plan) {
        const auto losses = written(plan).losses;
        const auto loss = std::ranges::find(losses, LossKind::characters, &Loss::kind);
        return loss == losses.end() ? 0 : loss->count;
    };
    Plan plan = planWith([](Inputs&) {});
    plan.inputs.client.clear();
    const std::size_t others = replaced(plan); // the plan has a name or two with such characters
    plan.inputs.client = text.toStdString();   // on each row
    const auto rows = rowsOf(plan);
    for (const Row& row : rows)
        QCOMPARE(row.at("Client"), shown.toStdString());
    QCOMPARE(replaced(plan) - others, static_cast<std::size_t>(count) * rows.size());
}

void TestCsv::decimalComma()
{
    const Plan plan = planWith([](Inputs&) {});
    const auto points = test::csvCells(written(plan, {.separator = ';'}).bytes, ';');
    const auto commas = test::csvCells(written(plan, {.separator = ';', .decimalSign = ','}).bytes, ';');
    QCOMPARE(commas.size(), points.size());
    bool some = false;
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        for (std::size_t column = 0; column < points[i].size(); ++column) {
            QByteArray cell = QByteArray::fromStdString(commas[i].at(column));
            bool isNumber = false;
            QByteArray::fromStdString(points[i][column]).toDouble(&isNumber);
            some = some || (isNumber && cell.contains(','));
            QCOMPARE(isNumber ? cell.replace(',', '.') : cell, QByteArray::fromStdString(points[i][column]));
        }
    QVERIFY(some);
}

void TestCsv::numbersAreNeverGuarded()
{
    for (const Row& row : rowsOf(planWith([](Inputs&) {})))
        for (const auto& [column, cell] : row)
            if (column.starts_with("Effort") || column.starts_with("AUD") || column.find("eek") != std::string::npos) {
                bool number = false;
                QByteArray(cell.c_str()).toDouble(&number);
                QVERIFY2(cell.empty() || number, cell.c_str());
            }
}

void TestCsv::casesWithoutWorkAreEmpty()
{
    const auto rows = rowsOf(planWith([](Inputs&) {}));
    const Row& schema = rows[2];
    QCOMPARE(schema.at("State"), "done");
    QCOMPARE(schema.at("Effort likely"), "0");
    for (const char* column : {"Start", "Start week", "Finish low", "Finish likely", "Finish high", "Finish week high",
                               "Slack weeks", "Drives finish", "People", "Waits for", "Waits on"})
        QCOMPARE(schema.at(column), "");
}

void TestCsv::losses()
{
    const Plan plan = planWith([](Inputs& inputs) {
        inputs.items.clear();
        inputs.name = "Plain";
        inputs.daysOff = {{Date{std::chrono::year{2027} / 1 / 26}, "Australia Day"}};
        inputs.notes = "A note";
        inputs.profile = {{"payments"}, "", true, Maintainer::team};
        inputs.targetDate = parseDate("2027-06-01");
        inputs.budget = Money::dollars(5);
        inputs.estimates = {{"store", {{1, 2, 3}, {}, "Measured"}}};
        inputs.confidence = 90;
        inputs.costMode = CostMode::retained;
        inputs.cash.opening = Money::dollars(1);
        inputs.gstRegistered = false;
    });
    const auto open = static_cast<std::size_t>(std::ranges::count_if(plan.phases, &PhasePlan::mayHaveWork));
    QCOMPARE(written(plan).losses, (std::vector<Loss>{{LossKind::rounded, 4},
                                                      {LossKind::characters, 2}, // in the title of a phase
                                                      {LossKind::links, 2},
                                                      {LossKind::teamDates, 1},
                                                      {LossKind::rates, 2},
                                                      {LossKind::goals, 2},
                                                      {LossKind::profile, 3},
                                                      {LossKind::estimates, 1},
                                                      {LossKind::settings, 2},
                                                      {LossKind::daysOff, 1},
                                                      {LossKind::notes, 1},
                                                      {LossKind::price, 2},
                                                      {LossKind::chances, open}}));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
