#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

/// `trestle set` once the work has begun: what is under way, finished, spent and left, and amounts from the books.
class TestCliActuals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void records_data();
    void records();
    void clears();
    void datesMakeStates();
    void partlyBefore();
    void hoursAreThePlans();
    void books();
    void spentIsToldAndInTheTotal();
    void whatHappenedIsThePlans();
    void learningCanBeOff();
    void undoneByWord();
    void statusDateBeforeTheLastFinish();
    void refuses_data();
    void refuses();
};

namespace {

/// A plan from 4 January with a status date four weeks later.
void makePlan(const Workshop& workshop)
{
    QCOMPARE(workshop.run({"new", "p.trestle", "--name", "Ledger", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(workshop.run({"set", "p.trestle", "--as-of", "2027-02-01"}).exitCode, 0);
}

Outcome set(const Workshop& workshop, const QStringList& options)
{
    return workshop.run(QStringList{"set", "p.trestle"} + options);
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

const QString kItem = QStringLiteral("sessions");

} // namespace

void TestCliActuals::records_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QJsonObject>("expected");
    const auto row = [](const QStringList& options, const QJsonObject& expected) {
        QTest::addRow("%s", qPrintable(options.join(u' '))) << options << expected;
    };
    row({"sessions=underway"}, {{"state", "underway"}});
    row({"--started", "sessions:2027-01-18"}, {{"state", "underway"}, {"started", "2027-01-18"}});
    row({"--finished", "sessions:2027-01-22"}, {{"state", "done"}, {"finished", "2027-01-22"}});
    row({"--started", "sessions:2027-01-18", "--finished", "sessions:2027-01-22"},
        {{"state", "done"}, {"started", "2027-01-18"}, {"finished", "2027-01-22"}});
    row({"sessions=underway", "--spent", "sessions:0.4"}, {{"state", "underway"}, {"spent", 0.4}});
    row({"sessions=done", "--spent", "sessions:3d"}, {{"state", "done"}, {"spent", 0.6}});
    row({"sessions=underway", "--spent", "sessions:19h"}, {{"state", "underway"}, {"spent", 0.5}});
    row({"sessions=underway", "--left", "sessions:2d"},
        {{"state", "underway"}, {"left", QJsonObject{{"low", 0.4}, {"likely", 0.4}, {"high", 0.4}}}});
    row({"sessions=underway", "--left", "sessions:0.3/0.5/1"},
        {{"state", "underway"}, {"left", QJsonObject{{"low", 0.3}, {"likely", 0.5}, {"high", 1}}}});
    // Work that was dropped is spent money.
    row({"sessions=excluded", "--spent", "sessions:1d"}, {{"state", "excluded"}, {"spent", 0.2}});
    // On the status date itself.
    row({"--finished", "sessions:2027-02-01"}, {{"state", "done"}, {"finished", "2027-02-01"}});
    row({"--as-of", "2027-03-01", "--finished", "sessions:2027-02-26"},
        {{"state", "done"}, {"finished", "2027-02-26"}});
}

void TestCliActuals::records()
{
    QFETCH(QStringList, options);
    QFETCH(QJsonObject, expected);
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(set(workshop, options).err, "");
    QCOMPARE(item(workshop, kItem), expected);
}

void TestCliActuals::clears()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(set(workshop, {"--started", "sessions:2027-01-18", "--spent", "sessions:3d", "--left", "sessions:1d"}).err,
             "");
    QCOMPARE(set(workshop, {"--started", "sessions:", "--left", "sessions:"}).err, "");
    QCOMPARE(item(workshop, kItem), (QJsonObject{{"state", "underway"}, {"spent", 0.6}}));
    // Of an item of which nothing is recorded there is nothing to clear.
    QCOMPARE(set(workshop, {"--finished", "unit-tests:"}).err, "");
    QCOMPARE(item(workshop, "unit-tests"), QJsonObject{});
    // Missing again: nothing of it has happened.
    QCOMPARE(set(workshop, {"sessions=missing"}).err, "");
    QCOMPARE(item(workshop, kItem), (QJsonObject{{"state", "missing"}}));
}

void TestCliActuals::datesMakeStates()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(set(workshop, {"--started", "sessions:2027-01-18", "--left", "sessions:1d"}).err, "");
    QCOMPARE(set(workshop, {"--finished", "sessions:2027-01-29", "--spent", "sessions:4d"}).err, "");
    QCOMPARE(item(workshop, kItem),
             (QJsonObject{{"state", "done"}, {"started", "2027-01-18"}, {"finished", "2027-01-29"}, {"spent", 0.8}}));
    // A start that is corrected leaves a finished item finished.
    QCOMPARE(set(workshop, {"--started", "sessions:2027-01-19"}).err, "");
    QCOMPARE(item(workshop, kItem)["state"].toString(), "done");
}

void TestCliActuals::partlyBefore()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(set(workshop, {"sessions=partial"}).err, "");
    QCOMPARE(set(workshop, {"--started", "sessions:2027-01-18"}).err, "");
    QCOMPARE(item(workshop, kItem),
             (QJsonObject{{"state", "underway"}, {"started", "2027-01-18"}, {"partlyBefore", true}}));
}

void TestCliActuals::hoursAreThePlans()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(set(workshop, {"--hours-per-week", "40", "sessions=underway", "--spent", "sessions:20h"}).err, "");
    QCOMPARE(item(workshop, kItem)["spent"].toDouble(), 0.5);
}

void TestCliActuals::books()
{
    const Workshop workshop;
    makePlan(workshop);
    const auto costs = [&] { return exported(workshop)["actualCosts"].toArray(); };
    QCOMPARE(set(workshop, {"--actual", "2027-02:100:Hosting", "--actual", "2027-01:31250:Wages", "--actual",
                            "2027-01:-12.50:Refund: half"})
                 .err,
             "");
    QCOMPARE(costs(), (QJsonArray{QJsonObject{{"month", "2027-01"}, {"amount", 31250}, {"label", "Wages"}},
                                  QJsonObject{{"month", "2027-01"}, {"amount", -12.5}, {"label", "Refund: half"}},
                                  QJsonObject{{"month", "2027-02"}, {"amount", 100}, {"label", "Hosting"}}}));
    QCOMPARE(
        set(workshop, {"--actual", "2027-01:30000:Wages", "--actual", "2027-01::Refund: half", "--actual", "2027-02:7"})
            .err,
        "");
    QCOMPARE(costs(), (QJsonArray{QJsonObject{{"month", "2027-01"}, {"amount", 30000}, {"label", "Wages"}},
                                  QJsonObject{{"month", "2027-02"}, {"amount", 100}, {"label", "Hosting"}},
                                  QJsonObject{{"month", "2027-02"}, {"amount", 7}}}));
    QCOMPARE(set(workshop, {"--actual="}).err, "");
    QVERIFY(!exported(workshop).contains("actualCosts"));
}

void TestCliActuals::spentIsToldAndInTheTotal()
{
    const Workshop workshop;
    makePlan(workshop);
    const auto json = [&](const QStringList& command) {
        return QJsonDocument::fromJson(workshop.run(command + QStringList{"p.trestle", "--json"}).out).object();
    };
    const double before = at(json({"plan"}), "cost/total/likely").toDouble();
    const double sure = at(json({"risk"}), "cost/total/p80").toDouble();
    QVERIFY(!workshop.run({"plan", "p.trestle"}).out.contains("Spent so far"));
    QCOMPARE(set(workshop, {"--actual", "2027-01:31250:Wages", "--cash-opening", "150000"}).err, "");
    QCOMPARE(at(json({"plan"}), "cost/total/likely").toDouble(), before + 31'250);
    QCOMPARE(at(json({"plan"}), "cost/actual/books").toDouble(), 31'250.0);
    QVERIFY(std::abs(at(json({"risk"}), "cost/total/p80").toDouble() - sure - 31'250) < 0.011);
    QCOMPARE(at(json({"risk"}), "cost/actual/total").toDouble(), 31'250.0);
    const QJsonObject cash = json({"cash"});
    QCOMPARE(at(cash, "months/0/likely").toDouble(), 118'750.0);
    QCOMPARE(at(cash, "months/0/lines/0/kind").toString(), "spent");
    for (const char* command : {"plan", "risk", "cash"}) {
        const QByteArray told = workshop.run({command, "p.trestle"}).out;
        QVERIFY2(told.contains("Spent") && told.contains("31,250"), told.constData());
    }
}

void TestCliActuals::whatHappenedIsThePlans()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(workshop.run({"scenario", "add", "p.trestle", "--name", "Lean", "unit-tests=done"}).err, "");
    QCOMPARE(set(workshop, {"--scenario", "Lean", "--started", "sessions:2027-01-18", "--spent", "sessions:3d",
                            "--actual", "2027-01:500:Wages"})
                 .err,
             "");
    QCOMPARE(item(workshop, kItem), (QJsonObject{{"state", "underway"}, {"started", "2027-01-18"}, {"spent", 0.6}}));
    const QJsonObject plan = exported(workshop);
    QCOMPARE(at(plan, "actualCosts/0/amount").toDouble(), 500.0);
    QCOMPARE(at(plan, "scenarios/0/items").toObject().keys(), QStringList{"unit-tests"});
    // A scenario is another way to go on: an item that is dropped there goes on in the plan.
    QCOMPARE(set(workshop, {"--scenario", "Lean", "sessions=excluded"}).err, "");
    QCOMPARE(item(workshop, kItem)["state"].toString(), "underway");
    QCOMPARE(at(exported(workshop), "scenarios/0/items/sessions").toString(), "excluded");
}

void TestCliActuals::learningCanBeOff()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(set(workshop, {"--learn", "off"}).err, "");
    QCOMPARE(exported(workshop)["learn"], QJsonValue(false));
    QCOMPARE(set(workshop, {"--learn", "on"}).err, "");
    QVERIFY(!exported(workshop).contains("learn"));
}

void TestCliActuals::undoneByWord()
{
    const Workshop workshop;
    makePlan(workshop);
    const QByteArray before = workshop.run({"plan", "p.trestle"}).out;
    QCOMPARE(set(workshop, {"sessions=done", "--spent", "sessions:1.5"}).exitCode, 0);
    QVERIFY(workshop.run({"plan", "p.trestle"}).out != before);
    QCOMPARE(set(workshop, {"--spent", "sessions:", "sessions=missing"}).exitCode, 0);
    QCOMPARE(workshop.run({"plan", "p.trestle"}).out, before);
}

void TestCliActuals::statusDateBeforeTheLastFinish()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(set(workshop, {"--finished", "sessions:2027-01-29"}).exitCode, 0);
    for (const QStringList& options : {QStringList{"--as-of", "2027-01-28"}, QStringList{"--as-of="}}) {
        const Outcome outcome = set(workshop, options);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("sessions/finished: 2027-01-29 is after the status date, 2027-01-"),
                 outcome.err.constData());
    }
    QCOMPARE(exported(workshop)["asOf"].toString(), "2027-02-01");
}

void TestCliActuals::refuses_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const QStringList& options, const char* error) {
        QTest::addRow("%s", qPrintable(options.join(u' '))) << options << QByteArray(error);
    };
    row({"--started", "sessions:2027-02-02"}, "--started: 2027-02-02 is after the status date, 2027-02-01");
    row({"--finished", "sessions:2099-01-01"}, "--finished: 2099-01-01 is after the status date, 2027-02-01");
    row({"--finished", "sessions:2027-01-05", "--started", "sessions:2027-01-06"},
        "--finished: the finish, 2027-01-05, is before the start, 2027-01-06");
    row({"--spent", "sessions:3d"},
        "--spent: something is recorded of 'sessions', which is neither under way nor finished");
    row({"--left", "sessions:3d"},
        "--left: something is recorded of 'sessions', which is neither under way nor finished");
    row({"sessions=missing", "--started", "sessions:2027-01-18"}, "--started: something is recorded of 'sessions'");
    row({"sessions=underway", "--finished", "sessions:2027-01-18"},
        "--finished: 'sessions' is under way and has a finish, 2027-01-18");
    row({"sessions=done", "--left", "sessions:1d"},
        "--left: 'sessions' cannot be used; give an item that is under way");
    row({"--started", "sessions:tomorrow"}, "--started: 'tomorrow' is not a date");
    row({"--started", "sessions"}, "--started: 'sessions' cannot be used; give ITEM:DATE");
    row({"--started", "session:2027-01-18"}, "--started: there is no item 'session'; did you mean 'sessions'?");
    row({"--spent", ":3d"}, "--spent: there is no item ''");
    row({"sessions=underway", "--spent", "sessions:nan"}, "--spent: 'nan' cannot be used; give person-weeks");
    row({"sessions=underway", "--spent", "sessions:inf"}, "--spent: 'inf' cannot be used");
    row({"sessions=underway", "--spent", "sessions:-1"}, "--spent: '-1' cannot be used");
    row({"sessions=underway", "--spent", "sessions:1e300"}, "--spent: '1e300' cannot be used");
    row({"sessions=underway", "--spent", "sessions:99999999999999999999999"}, "--spent: ");
    row({"sessions=underway", "--spent", "sessions:1000001"}, "--spent: ");
    row({"sessions=underway", "--left", "sessions:1/2"}, "--left: '1/2' cannot be used; give what is left");
    row({"sessions=underway", "--left", "sessions:3/2/1"}, "--left: '3/2/1' cannot be used; give the low effort first");
    row({"sessions=underway", "--left", "sessions:1//2"}, "--left: nothing is given; give person-weeks");
    row({"--actual", "2027-03:1:Wages"}, "--actual: 2027-03 is after the status date, 2027-02-01");
    row({"--actual", "2027-13:1:Wages"}, "--actual: '2027-13:1:Wages' cannot be used; give MONTH:AUD:LABEL");
    row({"--actual", "2027-01"}, "--actual: '2027-01' cannot be used; give MONTH:AUD:LABEL");
    row({"--actual", "2027-01:x:Wages"}, "--actual: 'x' cannot be used; give dollars");
    row({"--actual", "2027-01:9000000000000000:Wages"}, "--actual: ");
    row({"--actual", "2027-01::Rent"}, "--actual: '2027-01::Rent' cannot be used; give the month and the label");
    row({"--learn", "perhaps"}, "--learn: 'perhaps' cannot be used; give on or off");
    row({"--scenario", "Lean", "--learn", "off"}, "--learn is the same for the base and all scenarios");
}

void TestCliActuals::refuses()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, error);
    const Workshop workshop;
    makePlan(workshop);
    const QByteArray before = workshop.read("p.trestle");
    const Outcome outcome = set(workshop, options);
    QVERIFY(outcome.exitCode == 1 || outcome.exitCode == 2);
    QVERIFY2(outcome.err.contains(error), outcome.err.constData());
    QCOMPARE(outcome.out, "");
    QCOMPARE(workshop.read("p.trestle"), before);
}

QTEST_GUILESS_MAIN(TestCliActuals)
#include "tst_cli_actuals.moc"
