#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

/// `trestle times`: times that were kept elsewhere become what is recorded of items.
class TestCliTimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timeSheet();
    void tableOfItems();
    void readTwice();
    void dryRun();
    void unmatchedAndMatched();
    void leftOut();
    void statusDateMoves();
    void added();
    void otherColumns();
    void asJson();
    void fromStandardInput();
    void planAsJson();
    void refuses_data();
    void refuses();
};

namespace {

const QByteArray kSheet = "Date,Person,Task,Hours\n"
                          "2027-01-12,Ana,Sessions that expire and renew,7.6\n"
                          "11/01/2027,Bo,sessions,11.4\n"
                          "2027-01-13,Ana,indexes,3.8\n";

/// A plan from 4 January with a status date four weeks later.
void makePlan(const Workshop& workshop)
{
    QCOMPARE(workshop.run({"new", "p.trestle", "--name", "Ledger", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(workshop.run({"set", "p.trestle", "--as-of", "2027-02-01"}).exitCode, 0);
}

QJsonObject exported(const Workshop& workshop)
{
    return QJsonDocument::fromJson(workshop.run({"export", "p.trestle", "-", "--format", "json"}).out).object();
}

QJsonObject item(const Workshop& workshop, const QString& id)
{
    QJsonObject item = at(exported(workshop), "items/" + id).toObject();
    item.remove("changed");
    return item;
}

} // namespace

void TestCliTimes::timeSheet()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("sheet.csv", kSheet);
    const Outcome outcome = workshop.run({"times", "p.trestle", "sheet.csv"});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.contains("Time sheet, items by the column 'Task'"));
    QVERIFY(outcome.out.contains("to build -> under way"));
    QVERIFY(outcome.out.contains("- -> 0.5"));
    const QJsonObject expected{{"state", "underway"}, {"started", "2027-01-11"}, {"spent", 0.5}};
    QCOMPARE(item(workshop, "sessions"), expected);
    QCOMPARE(item(workshop, "indexes").value("spent").toDouble(), 0.1);
}

void TestCliTimes::tableOfItems()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("items.csv", "Item id;Started;Finished;Spent;Left\n"
                                "sessions;2027-01-11;2027-01-15;0,4;\n"
                                "indexes;2027-01-18;;2d;1d\n"
                                "access-control;;;0;3d\n");
    const Outcome outcome = workshop.run({"times", "p.trestle", "items.csv"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.contains("row 4: says neither time spent nor a date"));
    const QJsonObject finished{
        {"state", "done"}, {"started", "2027-01-11"}, {"finished", "2027-01-15"}, {"spent", 0.4}};
    QCOMPARE(item(workshop, "sessions"), finished);
    const QJsonObject underWay{{"state", "underway"},
                               {"started", "2027-01-18"},
                               {"spent", 0.4},
                               {"left", QJsonObject{{"low", 0.2}, {"likely", 0.2}, {"high", 0.2}}}};
    QCOMPARE(item(workshop, "indexes"), underWay);
    QCOMPARE(item(workshop, "access-control"), QJsonObject());
}

void TestCliTimes::readTwice()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("sheet.csv", kSheet);
    QCOMPARE(workshop.run({"times", "p.trestle", "sheet.csv"}).exitCode, 0);
    const QJsonObject once = exported(workshop);
    QCOMPARE(workshop.run({"times", "p.trestle", "sheet.csv"}).exitCode, 0);
    QCOMPARE(exported(workshop), once);

    workshop.write("sheet.csv", kSheet + "2027-01-20,Ana,sessions,19\n");
    QCOMPARE(workshop.run({"times", "p.trestle", "sheet.csv"}).err, QByteArray());
    QCOMPARE(item(workshop, "sessions").value("spent").toDouble(), 1.0);
}

void TestCliTimes::dryRun()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("sheet.csv", kSheet);
    const QJsonObject before = exported(workshop);
    const Outcome dry = workshop.run({"times", "p.trestle", "sheet.csv", "--dry-run"});
    QCOMPARE(dry.exitCode, 0);
    QCOMPARE(exported(workshop), before);
    QCOMPARE(workshop.run({"times", "p.trestle", "sheet.csv"}).out, dry.out);
}

void TestCliTimes::unmatchedAndMatched()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("sheet.csv", kSheet + "2027-01-13,Ana,Password hashing,7.6\n2027-01-14,Bo,password HASHING,1\n"
                                         "2027-01-14,Bo,Board meeting,1\n");
    const Outcome outcome = workshop.run({"times", "p.trestle", "sheet.csv"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.err.contains("3 rows name no item of the plan and are left out (9.6 h)"));
    QVERIFY(outcome.out.contains("- 'Password hashing': 2 rows, 8.6 h; if it is password-hashing, say --match "
                                 "\"Password hashing=password-hashing\""));
    QVERIFY(outcome.out.contains("- 'Board meeting': 1 row, 1 h\n"));
    QCOMPARE(item(workshop, "password-hashing"), QJsonObject());

    const Outcome matched =
        workshop.run({"times", "p.trestle", "sheet.csv", "--match", "password hashing=password-hashing"});
    QVERIFY(matched.err.contains("1 row names no item of the plan and is left out (1 h)"));
    QVERIFY(item(workshop, "password-hashing").value("spent").toDouble() > 0.226);
    QVERIFY(workshop.run({"times", "p.trestle", "sheet.csv", "--dry-run", "--match", "Lunch=sessions"})
                .err.contains("no row is of 'Lunch', which --match names"));
}

void TestCliTimes::leftOut()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("sheet.csv", kSheet + "2027-02-30,Ana,sessions,1\n,Ana,sessions,1\n2027-01-13,Ana,sessions,-1\n"
                                         "2027-01-13,Ana,sessions,NaN\n2027-02-02,Ana,sessions,1\n"
                                         "2027-01-13,Ana,,1\n2027-01-14,Ana,indexes,25\n");
    const Outcome outcome = workshop.run({"times", "p.trestle", "sheet.csv"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.err.contains("6 rows are left out for what they say"));
    for (const char* line :
         {"row 5: '2027-02-30' is no date", "row 6: has no date", "row 7: '-1' is below nothing",
          "row 8: 'NaN' is no amount of time", "row 9: 2027-02-02 is after the status date", "row 10: names no item",
          "row 11: 25 hours on one day", "--as-of last moves it to 2027-02-02"})
        QVERIFY2(outcome.out.contains(line), line);
    QCOMPARE(item(workshop, "sessions").value("spent").toDouble(), 0.5);
}

void TestCliTimes::statusDateMoves()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("sheet.csv", kSheet + "2027-02-02,Ana,sessions,19\n");
    QCOMPARE(workshop.run({"times", "p.trestle", "sheet.csv", "--as-of", "last"}).exitCode, 0);
    QCOMPARE(exported(workshop).value("asOf").toString(), QStringLiteral("2027-02-02"));
    QCOMPARE(item(workshop, "sessions").value("spent").toDouble(), 1.0);
    QCOMPARE(workshop.run({"times", "p.trestle", "sheet.csv", "--as-of", "2027-02-05"}).exitCode, 0);
    QCOMPARE(exported(workshop).value("asOf").toString(), QStringLiteral("2027-02-05"));
}

void TestCliTimes::added()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("one.csv", "Date,Task,Hours\n2027-01-12,sessions,19\n");
    workshop.write("two.csv", "Date,Task,Hours\n2027-01-19,sessions,9.5\n");
    QCOMPARE(workshop.run({"times", "p.trestle", "one.csv"}).exitCode, 0);
    const Outcome less = workshop.run({"times", "p.trestle", "two.csv", "--dry-run"});
    QVERIFY(less.err.contains("less time spent than before on 1 item"));
    QCOMPARE(workshop.run({"times", "p.trestle", "two.csv", "--add"}).err, QByteArray());
    const QJsonObject expected{{"state", "underway"}, {"started", "2027-01-12"}, {"spent", 0.75}};
    QCOMPARE(item(workshop, "sessions"), expected);
}

void TestCliTimes::otherColumns()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("odd.csv", "What,From,How long\nsessions,2027-01-12,2\n");
    QCOMPARE(workshop
                 .run({"times", "p.trestle", "odd.csv", "--map", "What=item", "--map", "B=started", "--map",
                       "How long=spent:days"})
                 .err,
             QByteArray());
    QCOMPARE(item(workshop, "sessions").value("spent").toDouble(), 0.4);

    workshop.write("two.csv", "Date,Project,Task,Hours\n2027-01-12,indexes,sessions,38\n");
    QCOMPARE(workshop.run({"times", "p.trestle", "two.csv", "--column", "Project"}).err, QByteArray());
    QCOMPARE(item(workshop, "indexes").value("spent").toDouble(), 1.0);
}

void TestCliTimes::asJson()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("sheet.csv", kSheet + "2027-01-14,Bo,Board meeting,1\n2027-02-02,Ana,sessions,1\n");
    const Outcome outcome = workshop.run({"times", "p.trestle", "sheet.csv", "--dry-run", "--json"});
    QCOMPARE(outcome.err, QByteArray());
    const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(json.value("kind").toString(), QStringLiteral("times"));
    QCOMPARE(json.value("shape").toString(), QStringLiteral("sheet"));
    QCOMPARE(json.value("itemsBy").toString(), QStringLiteral("Task"));
    QCOMPARE(at(json, "columns/3/means").toString(), QStringLiteral("spent:hours"));
    QCOMPARE(at(json, "items/1/id").toString(), QStringLiteral("sessions"));
    QCOMPARE(at(json, "items/1/was/state").toString(), QStringLiteral("missing"));
    QCOMPARE(at(json, "items/1/becomes/spent").toDouble(), 0.5);
    QCOMPARE(at(json, "unmatched/0/name").toString(), QStringLiteral("Board meeting"));
    QVERIFY(at(json, "unmatched/0/suggestion").isNull());
    QCOMPARE(at(json, "leftOut/0/line").toInt(), 6);
    QCOMPARE(json.value("lastAfterAsOf").toString(), QStringLiteral("2027-02-02"));
}

void TestCliTimes::fromStandardInput()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(workshop.run({"times", "p.trestle", "-"}, kSheet).exitCode, 0);
    QCOMPARE(item(workshop, "sessions").value("spent").toDouble(), 0.5);
}

void TestCliTimes::planAsJson()
{
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("sheet.csv", kSheet);
    const QByteArray plan = workshop.run({"export", "p.trestle", "-", "--format", "json"}).out;
    const Outcome outcome = workshop.run({"times", "-", "sheet.csv"}, plan);
    QCOMPARE(outcome.exitCode, 0);
    const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(at(json, "items/sessions/spent").toDouble(), 0.5);
}

void TestCliTimes::refuses_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const QByteArray& csv, const QStringList& options, const char* reason) {
        QTest::newRow(name) << csv << options << QByteArray(reason);
    };
    row("no times", "Task,Phase\na,b\n", {},
        "give a table with a column of items, and one of dates, time spent or hours");
    row("nothing of the plan", "Date,Task,Hours\n2027-01-12,Lunch,1\n2027-01-12,Tea,1\n", {},
        "give rows that name an item of the plan by its id or title in the column 'Task'; there are 'Lunch', 'Tea'; "
        "say "
        "what they are with --match NAME=ITEM");
    row("open quotes", "Date,Task,Hours\n2027-01-12,\"sessions,1\n", {}, "quotation marks are closed");
    row("no such item", kSheet, {"--match", "Lunch=session"}, "did you mean 'sessions'");
    row("no form of a match", kSheet, {"--match", "Lunch"}, "NAME=ITEM");
    row("no such column", kSheet, {"--column", "Project"}, "give Task");
    row("no meaning", kSheet, {"--map", "Task=people"}, "item, day, started, finished, spent or left");
    row("no date", kSheet, {"--as-of", "soon"}, "'soon' is not a date");
    row("a status date before all plans", kSheet, {"--as-of", "1969-01-01"}, "--as-of");
}

void TestCliTimes::refuses()
{
    QFETCH(QByteArray, csv);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, reason);
    const Workshop workshop;
    makePlan(workshop);
    workshop.write("sheet.csv", csv);
    const QJsonObject before = exported(workshop);
    const Outcome outcome = workshop.run(QStringList{"times", "p.trestle", "sheet.csv"} + options);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(reason), outcome.err.constData());
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(exported(workshop), before);
}

QTEST_GUILESS_MAIN(TestCliTimes)
#include "tst_cli_times.moc"
