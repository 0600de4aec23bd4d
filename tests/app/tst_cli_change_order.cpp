#include "data/plan_file/plan_file.h"
#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

using namespace trestle;

/// `trestle change-order`: what a client is told of a change.
class TestCliChangeOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fromANamedVersion();
    void fromThePlanToAScenario();
    void fromAnotherFile();
    void theSame();
    void saysNoCostRateOrMargin();
    void fitsANarrowTerminal_data();
    void fitsANarrowTerminal();
    void refuses_data();
    void refuses();
};

namespace {

void run(const Workshop& workshop, const QStringList& arguments)
{
    const Outcome outcome = workshop.run(arguments);
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
}

/// A plan whose state after the first step is named "Agreed".
void makeAgreed(const Workshop& workshop)
{
    run(workshop, {"new", "p.trestle", "--name", "Shop", "--start", "2027-01-04"});
    run(workshop, {"set", "p.trestle", "--payment", "30:signing", "--payment", "70:launch", "caching=excluded"});
    auto file = PlanFile::open(workshop.path("p.trestle").toStdString());
    QVERIFY(file.has_value());
    QVERIFY(file->setTag(file->head().id, "Agreed").has_value());
}

QJsonObject json(const Workshop& workshop, const QStringList& versions)
{
    const Outcome outcome = workshop.run(QStringList{"change-order", "p.trestle"} + versions + QStringList{"--json"});
    return QJsonDocument::fromJson(outcome.out).object();
}

} // namespace

void TestCliChangeOrder::fromANamedVersion()
{
    const Workshop workshop;
    makeAgreed(workshop);
    run(workshop, {"set", "p.trestle", "caching=missing", "--phase2", "indexes", "--payment", "30:launch", "--payment",
                   "40:testing"});
    const QJsonObject order = json(workshop, {"Agreed"});
    QCOMPARE(order["kind"].toString(), "changeOrder");
    QCOMPARE(order["from"].toString(), "Agreed");
    QCOMPARE(order["to"].toString(), "now");
    const QJsonArray items = order["items"].toArray();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0]["id"].toString(), "caching");
    QCOMPARE(items[0]["change"].toString(), "added");
    QCOMPARE(items[1]["id"].toString(), "indexes");
    QCOMPARE(items[1]["change"].toString(), "removed");
    QCOMPARE(items[1]["after"]["standing"].toString(), "phase2");
    const double before = order["before"]["price"].toDouble();
    const double after = order["after"]["price"].toDouble();
    QCOMPARE(order["difference"]["price"].toDouble(), after - before);
    const QJsonArray payments = order["payments"].toArray();
    QCOMPARE(payments.size(), 3);
    QCOMPARE(payments[1]["at"].toString(), "phase");
    QVERIFY(payments[1]["before"].isNull());
    QCOMPARE(payments[1]["after"]["price"].toDouble(), 0.4 * after);
    // As `price` says of the plan as it stands.
    const QJsonObject price = QJsonDocument::fromJson(workshop.run({"price", "p.trestle", "--json"}).out).object();
    QCOMPARE(after, price["fixed"]["price"].toDouble());
    const QByteArray text = workshop.run({"change-order", "p.trestle", "Agreed"}).out;
    QVERIFY2(text.contains("From 'Agreed' to the plan as it stands."), text.constData());
    QVERIFY2(text.contains("phase 2"), text.constData());
    QVERIFY2(text.contains("Price inc GST"), text.constData());
    QVERIFY2(text.contains("At signing"), text.constData());
}

void TestCliChangeOrder::fromThePlanToAScenario()
{
    const Workshop workshop;
    makeAgreed(workshop);
    run(workshop, {"scenario", "add", "p.trestle", "--name", "Lean", "indexes=excluded"});
    const QJsonObject order = json(workshop, {"now", "Lean"});
    QCOMPARE(order["items"].toArray().size(), 1);
    QCOMPARE(order["items"][0]["change"].toString(), "removed");
    QVERIFY(order["difference"]["price"].toDouble() <= 0);
    const QJsonObject back = json(workshop, {"Lean"});
    QCOMPARE(back["items"][0]["change"].toString(), "added");
    QCOMPARE(back["difference"]["price"].toDouble(), -order["difference"]["price"].toDouble());
    QCOMPARE(back["difference"]["days"].toInt(), -order["difference"]["days"].toInt());
}

void TestCliChangeOrder::fromAnotherFile()
{
    const Workshop workshop;
    makeAgreed(workshop);
    run(workshop, {"export", "p.trestle", "earlier.json"});
    run(workshop, {"set", "p.trestle", "caching=missing"});
    const QJsonObject order = json(workshop, {"earlier.json"});
    QCOMPARE(order["items"].toArray().size(), 1);
    QCOMPARE(order["items"], json(workshop, {"Agreed"})["items"]);
    // Plan JSON has scenarios and no versions.
    const Outcome outcome = workshop.run({"change-order", "earlier.json", "p.trestle", "--json"});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
}

void TestCliChangeOrder::theSame()
{
    const Workshop workshop;
    makeAgreed(workshop);
    const QByteArray text = workshop.run({"change-order", "p.trestle", "Agreed"}).out;
    QVERIFY2(text.contains("are the same in both"), text.constData());
    QVERIFY(json(workshop, {"Agreed"})["items"].toArray().isEmpty());
}

// Nor the chances that are for the agency alone.
void TestCliChangeOrder::saysNoCostRateOrMargin()
{
    const Workshop workshop;
    makeAgreed(workshop);
    run(workshop, {"set", "p.trestle", "caching=missing", "--start", "2027-02-01"});
    for (const char* kind : {"fixed", "capped", "time"}) {
        run(workshop, {"set", "p.trestle", "--price", kind});
        const QByteArray text = workshop.run({"change-order", "p.trestle", "Agreed"}).out.toLower();
        QVERIFY(text.contains("caching") || text.contains("added"));
        for (const char* word : {"cost", "rate", "margin", "loss", "sure", "chance"})
            QVERIFY2(!text.contains(word), text.constData());
    }
}

void TestCliChangeOrder::fitsANarrowTerminal_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {120, 80, 60})
        QTest::addRow("%d", columns) << columns;
}

void TestCliChangeOrder::fitsANarrowTerminal()
{
    QFETCH(const int, columns);
    const Workshop workshop;
    makeAgreed(workshop);
    run(workshop, {"set", "p.trestle", "caching=missing", "--phase2", "indexes", "--payment", "30:launch", "--payment",
                   "40:testing"});
    const QByteArray text =
        workshop.run({"change-order", "p.trestle", "Agreed"}, {}, {{"COLUMNS", QString::number(columns)}}).out;
    for (const QByteArray& line : text.split('\n'))
        QVERIFY2(QString::fromUtf8(line).size() <= columns, line.constData());
    QVERIFY2(text.contains("At launch"), text.constData());
}

void TestCliChangeOrder::refuses_data()
{
    QTest::addColumn<QStringList>("versions");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("unknown") << QStringList{"Sent"} << QByteArray("no version is named 'Sent'; there is 'Agreed'");
    QTest::newRow("unknown TO") << QStringList{"Agreed", "Sent"} << QByteArray("no version is named 'Sent'");
    QTest::newRow("no FROM") << QStringList{} << QByteArray("FROM");
    QTest::newRow("no plan") << QStringList{"notes.txt"} << QByteArray("notes.txt");
}

void TestCliChangeOrder::refuses()
{
    QFETCH(const QStringList, versions);
    QFETCH(const QByteArray, words);
    const Workshop workshop;
    makeAgreed(workshop);
    workshop.write("notes.txt", "Call the client back.");
    const Outcome outcome = workshop.run(QStringList{"change-order", "p.trestle"} + versions);
    QVERIFY(outcome.exitCode != 0);
    QVERIFY2(outcome.err.contains(words), outcome.err.constData());
    QVERIFY(outcome.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliChangeOrder)
#include "tst_cli_change_order.moc"
