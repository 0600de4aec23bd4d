#include "tests/app/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

/// `trestle progress`: what it tells, and the forecasts that plan files keep.
class TestCliProgress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsHowItGoes();
    void saysThatLearningIsOff();
    void nothingMovedOnTheDayOfTheBaseline();
    void tellsAsJson();
    void keepsForecasts();
    void aMovedStatusDateKeepsTheOneBefore();
    void scenariosHaveTheirOwn();
    void undoneEditsLeaveThem();
    void aPlanThatHasNotBegunIsLeftAlone();
    void whatCannotBeKeptIsTold();
    void anOldFileIsBroughtUpToDate();
    void fits();
};

namespace {

void makePlan(const Workshop& workshop)
{
    QCOMPARE(workshop.run({"new", "p.trestle", "--name", "Ledger", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(workshop.run({"baseline", "p.trestle", "--name", "Sent to investors"}).exitCode, 0);
}

/// Four weeks later: one item is finished, one under way.
void work(const Workshop& workshop)
{
    const Outcome set =
        workshop.run({"set", "p.trestle", "--as-of", "2027-02-01", "--started", "schema-for-scale:2027-01-04",
                      "--finished", "schema-for-scale:2027-01-29", "--spent", "schema-for-scale:4", "--started",
                      "sessions:2027-01-25", "--spent", "sessions:2d", "--left", "sessions:3d"});
    QCOMPARE(set.err, "");
}

QJsonObject progress(const Workshop& workshop, const QStringList& options = {}, const QString& plan = "p.trestle")
{
    return QJsonDocument::fromJson(workshop.run(QStringList{"progress", plan, "--json"} + options).out).object();
}

QStringList statusDates(const QJsonObject& progress)
{
    QStringList dates;
    for (const QJsonValue& forecast : progress["forecast"].toArray())
        dates.append(forecast.toObject()["asOf"].toString());
    return dates;
}

} // namespace

void TestCliProgress::tellsHowItGoes()
{
    const Workshop workshop;
    makePlan(workshop);
    work(workshop);
    const Outcome outcome = workshop.run({"progress", "p.trestle"});
    QCOMPARE(outcome.err, "");
    for (const char* text :
         {"Ledger, status date 2027-02-01\n", "Spent so far: AUD ", "\nUnder way\n", "sessions",
          "since 2027-01-25, 2 days", "3 days left", "\nLate\n", "\nFinished since ", "schema-for-scale",
          "took 4 person-weeks, likely was ", "\nWhat finished work says of the rest\n", " times what was likely",
          "The rest is now expected at ", "\nAgainst the baseline 'Sent to investors', status date 2027-01-04\n",
          "What moved them:", "\nForecasts, with what was spent by then\n",
          "With each week that passes the finish is "})
        QVERIFY2(outcome.out.contains(text), (QByteArray(text) + " is not in:\n" + outcome.out).constData());
    QVERIFY(!outcome.out.contains("nan"));
}

void TestCliProgress::saysThatLearningIsOff()
{
    const Workshop workshop;
    makePlan(workshop);
    work(workshop);
    const QByteArray off = "Learning is off";
    for (const char* command : {"plan", "risk"})
        QVERIFY2(!workshop.run({command, "p.trestle"}).out.contains(off), command);
    QCOMPARE(workshop.run({"set", "p.trestle", "--learn", "off"}).err, "");
    for (const char* command : {"plan", "risk"})
        QVERIFY2(workshop.run({command, "p.trestle"}).out.contains(off), command);
    QVERIFY(workshop.run({"progress", "p.trestle"}).out.contains("learning is off"));
}

void TestCliProgress::nothingMovedOnTheDayOfTheBaseline()
{
    const Workshop workshop;
    makePlan(workshop);
    const QByteArray out = workshop.run({"progress", "p.trestle"}).out;
    QVERIFY2(out.contains("The likely finish is as promised, the likely total as promised."), out.constData());
    QVERIFY2(!out.contains("What moved them"), out.constData());
}

void TestCliProgress::tellsAsJson()
{
    const Workshop workshop;
    makePlan(workshop);
    work(workshop);
    const QJsonObject json = progress(workshop);
    QCOMPARE(json["kind"].toString(), "progress");
    QCOMPARE(json["asOf"].toString(), "2027-02-01");
    QCOMPARE(at(json, "baseline/name").toString(), "Sent to investors");
    QCOMPARE(json["underWay"].toArray(), QJsonArray{"sessions"});
    QVERIFY(!json["late"].toArray().contains("schema-for-scale"));
    QCOMPARE(at(json, "observed/0/effort").toDouble(), 4.0);
    QVERIFY(at(json, "observed/0/d").toDouble() > 0);
    QCOMPARE(statusDates(json), (QStringList{"2027-01-04", "2027-02-01"}));
    // The forecast of now is what risk says.
    const QJsonObject risk = QJsonDocument::fromJson(workshop.run({"risk", "p.trestle", "--json"}).out).object();
    QCOMPARE(at(json, "forecast/1/finish/p80"), at(risk, "finish/dates/p80"));
    QCOMPARE(at(json, "forecast/1/total/p80"), at(risk, "cost/total/p80"));
    // Plan JSON says the same, but for the forecasts of before.
    QCOMPARE(workshop.run({"export", "p.trestle", "p.json"}).err, "");
    QJsonObject other = progress(workshop, {}, "p.json");
    QCOMPARE(statusDates(other), QStringList{"2027-02-01"});
    other["forecast"] = json["forecast"];
    QCOMPARE(other, json);
}

void TestCliProgress::keepsForecasts()
{
    const Workshop workshop;
    makePlan(workshop);
    work(workshop);
    const QByteArray before = workshop.read("p.trestle");
    QCOMPARE(statusDates(progress(workshop)), (QStringList{"2027-01-04", "2027-02-01"}));
    const QByteArray kept = workshop.read("p.trestle");
    QVERIFY(kept != before);
    // Once is enough.
    QCOMPARE(statusDates(progress(workshop)), (QStringList{"2027-01-04", "2027-02-01"}));
    QCOMPARE(workshop.read("p.trestle"), kept);
    // Of one day the latest stands.
    const QJsonValue first = at(progress(workshop), "forecast/1");
    QCOMPARE(workshop.run({"set", "p.trestle", "--person", "Cy:1.0:5500"}).err, "");
    QCOMPARE(statusDates(progress(workshop)), (QStringList{"2027-01-04", "2027-02-01"}));
    QVERIFY(at(progress(workshop), "forecast/1") != first);
    QVERIFY(workshop.run({"check", "p.trestle"}).out.startsWith("sound"));
}

void TestCliProgress::aMovedStatusDateKeepsTheOneBefore()
{
    const Workshop workshop;
    makePlan(workshop);
    work(workshop);
    const QJsonValue promised =
        at(QJsonDocument::fromJson(workshop.run({"risk", "p.trestle", "--json"}).out).object(), "finish/dates/p80");
    QCOMPARE(workshop.run({"set", "p.trestle", "--as-of", "2027-03-01", "sessions=done"}).err, "");
    QCOMPARE(workshop.run({"set", "p.trestle", "--as-of", "2027-04-01"}).err, "");
    const QJsonObject json = progress(workshop);
    QCOMPARE(statusDates(json), (QStringList{"2027-01-04", "2027-02-01", "2027-03-01", "2027-04-01"}));
    QCOMPARE(at(json, "forecast/1/finish/p80"), promised);
    // Something else than the status date was set: nothing to keep.
    const QByteArray count = workshop.run({"check", "p.trestle"}).out;
    QCOMPARE(workshop.run({"set", "p.trestle", "--as-of", "2027-04-01"}).err, "");
    QCOMPARE(workshop.run({"check", "p.trestle"}).out, count);
}

void TestCliProgress::scenariosHaveTheirOwn()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(workshop.run({"scenario", "add", "p.trestle", "--name", "Lean", "--person", "Cy:1.0:5500"}).exitCode, 0);
    work(workshop);
    QCOMPARE(workshop.run({"set", "p.trestle", "--as-of", "2027-03-01", "sessions=done"}).err, "");
    const QJsonObject lean = progress(workshop, {"--scenario", "Lean"});
    QCOMPARE(lean["scenario"].toString(), "Lean");
    QCOMPARE(statusDates(lean), (QStringList{"2027-02-01", "2027-03-01"}));
    QVERIFY(at(lean, "forecast/0/finish/p80").toString() < at(progress(workshop), "forecast/1/finish/p80").toString());
    QCOMPARE(workshop.run({"scenario", "rename", "p.trestle", "--name", "Lean", "--to", "Three"}).err, "");
    QCOMPARE(statusDates(progress(workshop, {"--scenario", "Three"})), (QStringList{"2027-02-01", "2027-03-01"}));
    const Outcome none = workshop.run({"progress", "p.trestle", "--scenario", "Lean"});
    QCOMPARE(none.exitCode, 1);
    QVERIFY(none.err.contains("there is no scenario 'Lean'"));
}

void TestCliProgress::undoneEditsLeaveThem()
{
    const Workshop workshop;
    makePlan(workshop);
    work(workshop);
    QCOMPARE(workshop.run({"progress", "p.trestle"}).exitCode, 0);
    const QByteArray revisions = workshop.run({"check", "p.trestle"}).out;
    QCOMPARE(workshop.run({"progress", "p.trestle"}).exitCode, 0);
    QCOMPARE(workshop.run({"check", "p.trestle"}).out, revisions);
}

void TestCliProgress::aPlanThatHasNotBegunIsLeftAlone()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "p.trestle", "--name", "Ledger", "--start", "2027-01-04"}).exitCode, 0);
    const QByteArray before = workshop.read("p.trestle");
    const Outcome outcome = workshop.run({"progress", "p.trestle"});
    QCOMPARE(outcome.err, "");
    QVERIFY2(outcome.out.contains("no finished item that was to be built has its time recorded"),
             outcome.out.constData());
    QVERIFY(outcome.out.contains("'trestle baseline PLAN' sets one"));
    QCOMPARE(workshop.read("p.trestle"), before);
    QCOMPARE(workshop.run({"set", "p.trestle", "--learn", "off"}).err, "");
    QVERIFY(workshop.run({"progress", "p.trestle"}).out.contains("learning is off"));
}

void TestCliProgress::whatCannotBeKeptIsTold()
{
    const Workshop workshop;
    makePlan(workshop);
    work(workshop);
    // A second name for the file: it is not written to.
    const Outcome linked = workshop.shell("ln p.trestle hard.trestle && \"$T\" progress p.trestle");
    QCOMPARE(linked.exitCode, 0);
    QVERIFY2(linked.err.contains("the forecast of 2027-02-01 is not kept: "), linked.err.constData());
    QVERIFY(linked.out.contains("2027-02-01"));
}

void TestCliProgress::anOldFileIsBroughtUpToDate()
{
    const Workshop workshop;
    QVERIFY(QFile::copy(TRESTLE_FIXTURES "/plans/v1-scenarios.trestle", workshop.path("p.trestle")));
    QFile::setPermissions(workshop.path("p.trestle"), QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray before = workshop.read("p.trestle");
    const QByteArray figures = workshop.run({"plan", "p.trestle", "--json"}).out;
    QCOMPARE(workshop.read("p.trestle"), before);
    QVERIFY(!workshop.has("p.trestle.v1.bak"));
    QCOMPARE(statusDates(progress(workshop)), QStringList{"2027-01-18"});
    QVERIFY(workshop.has("p.trestle.v1.bak"));
    QCOMPARE(workshop.run({"plan", "p.trestle", "--json"}).out, figures);
    QCOMPARE(workshop.run({"plan", "p.trestle.v1.bak", "--json"}).out, figures);
}

void TestCliProgress::fits()
{
    const Workshop workshop;
    makePlan(workshop);
    work(workshop);
    for (const QByteArray& line : workshop.run({"progress", "p.trestle"}, {}, {{"COLUMNS", "80"}}).out.split('\n'))
        QVERIFY2(line.size() <= 80, line.constData());
}

QTEST_GUILESS_MAIN(TestCliProgress)
#include "tst_cli_progress.moc"
