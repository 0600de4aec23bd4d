#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

/// `trestle baseline`: what a plan promises now, kept in it.
class TestCliBaseline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsPromised();
    void tellsWhatIsPromised();
    void isAnEdit();
    void ofAScenario();
    void anotherTakesItsPlace();
    void clears();
    void ofPlanJson();
    void olderProgramsAreTold();
    void refuses_data();
    void refuses();
};

namespace {

void makePlan(const Workshop& workshop)
{
    QCOMPARE(workshop.run({"new", "p.trestle", "--name", "Ledger", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(workshop.run({"scenario", "add", "p.trestle", "--name", "Lean", "--person", "Cy:1.0:5500"}).exitCode, 0);
}

Outcome baseline(const Workshop& workshop, const QStringList& options = {})
{
    return workshop.run(QStringList{"baseline", "p.trestle"} + options);
}

QJsonObject exported(const Workshop& workshop, const QString& plan = "p.trestle")
{
    return QJsonDocument::fromJson(workshop.run({"export", plan, "-", "--format", "json"}).out).object();
}

} // namespace

void TestCliBaseline::keepsWhatIsPromised()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(baseline(workshop, {"--name", "Sent to investors"}).err, "");
    const QJsonObject kept = exported(workshop)["baseline"].toObject();
    QCOMPARE(kept["name"].toString(), "Sent to investors");
    QCOMPARE(kept["taken"].toString(), "2027-01-04");
    // What plan and risk say of the same plan.
    const QJsonObject figures = workshop.figures("p.trestle");
    QCOMPARE(kept["finish"], at(figures, "finish/likely/date"));
    QCOMPARE(kept["total"], at(figures, "cost/total/likely"));
    const QJsonObject risk = QJsonDocument::fromJson(workshop.run({"risk", "p.trestle", "--json"}).out).object();
    QCOMPARE(kept["finishP50"], at(risk, "finish/dates/p50"));
    QCOMPARE(kept["finishP80"], at(risk, "finish/dates/p80"));
    QCOMPARE(kept["finishP90"], at(risk, "finish/dates/p90"));
    QCOMPARE(kept["totalP80"], at(risk, "cost/total/p80"));
    QVERIFY(kept["items"].toObject().size() > 20);
}

void TestCliBaseline::tellsWhatIsPromised()
{
    const Workshop workshop;
    makePlan(workshop);
    const Outcome text = baseline(workshop);
    QVERIFY2(text.out.startsWith("Baseline 'Plan of 2027-01-04', status date 2027-01-04\n"), text.out.constData());
    const QString finish = at(workshop.figures("p.trestle"), "finish/likely/date").toString();
    QVERIFY2(text.out.contains("Finish         " + finish.toUtf8()), text.out.constData());
    const QJsonObject json = QJsonDocument::fromJson(baseline(workshop, {"--json"}).out).object();
    QCOMPARE(json["kind"].toString(), "baseline");
    QCOMPARE(json["name"].toString(), "Ledger");
    QVERIFY(json["scenario"].isNull());
    QCOMPARE(at(json, "baseline/finish/likely").toString(), finish);
    QCOMPARE(at(json, "baseline/total/p80"), exported(workshop)["baseline"].toObject()["totalP80"]);
}

void TestCliBaseline::isAnEdit()
{
    const Workshop workshop;
    makePlan(workshop);
    const QByteArray before = workshop.run({"plan", "p.trestle", "--json"}).out;
    QCOMPARE(baseline(workshop).exitCode, 0);
    QVERIFY(workshop.run({"check", "p.trestle"}).out.contains("3 revisions"));
    // A promise moves no figure.
    const QJsonObject after = workshop.figures("p.trestle");
    QCOMPARE(after["finish"], QJsonDocument::fromJson(before).object()["finish"]);
    QCOMPARE(after["cost"], QJsonDocument::fromJson(before).object()["cost"]);
}

void TestCliBaseline::ofAScenario()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(baseline(workshop, {"--name", "Base"}).err, "");
    QCOMPARE(baseline(workshop, {"--scenario", "Lean", "--name", "Three people"}).err, "");
    const QJsonObject plan = exported(workshop);
    QCOMPARE(at(plan, "baseline/name").toString(), "Base");
    QCOMPARE(at(plan, "scenarios/0/baseline/name").toString(), "Three people");
    QVERIFY(at(plan, "scenarios/0/baseline/finish").toString() < at(plan, "baseline/finish").toString());
    QVERIFY(workshop.run({"scenario", "list", "p.trestle"}).out.contains("baseline Three people"));
    const Outcome cleared = baseline(workshop, {"--scenario", "Lean", "--clear"});
    QCOMPARE(cleared.out, "the baseline is the base's, 'Base'\n");
    QVERIFY(at(exported(workshop), "scenarios/0/baseline").isUndefined());
    QCOMPARE(baseline(workshop, {"--scenario", "Lean", "--name", "Again"}).err, "");
    QCOMPARE(workshop.run({"set", "p.trestle", "--scenario", "Lean", "--as-base", "baseline"}).err, "");
    QVERIFY(at(exported(workshop), "scenarios/0/baseline").isUndefined());
}

void TestCliBaseline::anotherTakesItsPlace()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(baseline(workshop, {"--name", "First"}).err, "");
    QCOMPARE(workshop.run({"set", "p.trestle", "--person", "Cy:1.0:5500"}).err, "");
    QCOMPARE(baseline(workshop, {"--name", "Second"}).err, "");
    const QJsonObject plan = exported(workshop);
    QCOMPARE(at(plan, "baseline/name").toString(), "Second");
    QCOMPARE(at(plan, "baseline/finish"), at(workshop.figures("p.trestle"), "finish/likely/date"));
}

void TestCliBaseline::clears()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(baseline(workshop, {"--name", "First"}).err, "");
    QCOMPARE(baseline(workshop, {"--clear"}).out, "no baseline any more; it was 'First'\n");
    QVERIFY(!exported(workshop).contains("baseline"));
    const Outcome again = baseline(workshop, {"--clear"});
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.err.contains("the plan has no baseline yet"), again.err.constData());
    // In a plan from elsewhere it may be called anything.
    QCOMPARE(baseline(workshop, {"--name", "First"}).err, "");
    QCOMPARE(workshop.run({"export", "p.trestle", "p.json"}).err, "");
    workshop.write("p.json", workshop.read("p.json").replace("\"First\"", "\"\\u001b[31mRed\""));
    const QByteArray told = workshop.run({"baseline", "p.json", "--clear"}).out;
    QVERIFY2(told.contains("[31mRed'") && !told.contains('\x1b'), told.constData());
}

void TestCliBaseline::ofPlanJson()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(workshop.run({"export", "p.trestle", "p.json"}).err, "");
    QCOMPARE(workshop.run({"baseline", "p.json", "--name", "A"}).err, "");
    QCOMPARE(baseline(workshop, {"--name", "A"}).err, "");
    QCOMPARE(exported(workshop, "p.json")["baseline"], exported(workshop)["baseline"]);
    const Outcome filtered = workshop.run({"baseline", "-", "--name", "B"}, workshop.read("p.json"));
    QCOMPARE(at(QJsonDocument::fromJson(filtered.out).object(), "baseline/name").toString(), "B");
}

// Format 1 is what programs of before read; only a plan that says more needs 2.
void TestCliBaseline::olderProgramsAreTold()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(exported(workshop)["format"].toInt(), 1);
    QCOMPARE(baseline(workshop).exitCode, 0);
    QCOMPARE(exported(workshop)["format"].toInt(), 2);
    QCOMPARE(baseline(workshop, {"--clear"}).exitCode, 0);
    QCOMPARE(exported(workshop)["format"].toInt(), 1);
    for (const QStringList& change :
         {QStringList{"sessions=underway"}, QStringList{"--learn", "off"}, QStringList{"--actual", "2027-01:5:Wages"},
          QStringList{"sessions=done", "--spent", "sessions:1d"}}) {
        const Workshop other;
        makePlan(other);
        QCOMPARE(other.run(QStringList{"set", "p.trestle"} + change).err, "");
        QCOMPARE(exported(other)["format"].toInt(), 2);
        QCOMPARE(other.run({"export", "p.trestle", "p.json"}).err, "");
        QCOMPARE(other.run({"plan", "p.json", "--json"}).out, other.run({"plan", "p.trestle", "--json"}).out);
    }
}

void TestCliBaseline::refuses_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const QStringList& options, int exitCode, const char* error) {
        QTest::addRow("%s", qPrintable(options.join(u' '))) << options << exitCode << QByteArray(error);
    };
    row({"--scenario", "Learn"}, 1, "there is no scenario 'Learn'; did you mean 'Lean'?");
    row({"--version", "Sent"}, 1, "no version is named 'Sent'");
    row({"--name", ""}, 1, "--name: nothing is given; give a name that is not empty");
    row({"--name", " "}, 1, "--name");
    row({"--clear", "--name", "A"}, 2, "--clear takes neither --name nor --version");
    row({"--clear"}, 1, "the plan has no baseline yet");
}

void TestCliBaseline::refuses()
{
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, error);
    const Workshop workshop;
    makePlan(workshop);
    const QByteArray before = workshop.read("p.trestle");
    const Outcome outcome = baseline(workshop, options);
    QCOMPARE(outcome.exitCode, exitCode);
    QVERIFY2(outcome.err.contains(error), outcome.err.constData());
    QCOMPARE(workshop.read("p.trestle"), before);
}

QTEST_GUILESS_MAIN(TestCliBaseline)
#include "tst_cli_baseline.moc"
