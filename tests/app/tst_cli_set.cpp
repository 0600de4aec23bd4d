#include "tests/app/support/program.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

/// `trestle new` and `trestle set`: what they keep, in plan files and in plan JSON alike.
class TestCliSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newPlan();
    void newPlanStartsToday();
    void changes_data();
    void changes();
    void clears_data();
    void clears();
    void people();
    void leaveAndDaysOff();
    void dayOfChange();
    void tellsTheDifference();
    void nothingChanged();
    void filter();
    void jsonInPlace();
    void scenariosMustStayPossible();
    void startAfterTarget();
    void centsAreExact_data();
    void centsAreExact();
    void manyChangesAtOnce();

private:
    /// The plan after `set`, as JSON, from a plan file and from plan JSON; both must agree.
    static QJsonObject after(const QList<QStringList>& steps);
};

namespace {

QJsonObject exported(const Workshop& workshop, const QString& plan)
{
    return QJsonDocument::fromJson(workshop.run({"export", plan, "-", "--format", "json"}).out).object();
}

/// Puts a new plan into the folder, as a plan file and as plan JSON.
void withPlan(const Workshop& workshop)
{
    static QByteArray file;
    static QByteArray json;
    if (json.isEmpty()) {
        const Workshop first;
        QCOMPARE(first.run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"}).err, "");
        QCOMPARE(first.run({"export", "a.trestle", "a.json"}).err, "");
        file = first.read("a.trestle");
        json = first.read("a.json");
    }
    workshop.write("a.trestle", file);
    workshop.write("a.json", json);
}

QJsonObject withoutCatalogue(QJsonObject plan)
{
    plan.remove("catalogue");
    return plan;
}

} // namespace

QJsonObject TestCliSet::after(const QList<QStringList>& steps)
{
    Workshop workshop;
    withPlan(workshop);
    QByteArray errors;
    for (const QString plan : {"a.trestle", "a.json"})
        for (const QStringList& step : steps)
            errors += workshop.run(QStringList{"set", plan} + step).err;
    [&] { QCOMPARE(errors, ""); }();
    const QJsonObject fromFile = withoutCatalogue(exported(workshop, "a.trestle"));
    [&] { QCOMPARE(withoutCatalogue(QJsonDocument::fromJson(workshop.read("a.json")).object()), fromFile); }();
    return fromFile;
}

void TestCliSet::newPlan()
{
    const Workshop workshop;
    const Outcome made = workshop.run({"new", "a.trestle", "--name", "Ledgerly", "--client", "Bo & Söhne", "--start",
                                       "2027-01-04", "--person", "Ana:1.0:5000", "--person", "Bo:0.5:0:design+tests"});
    QCOMPARE(made.err, "");
    QCOMPARE(made.out, "24 weeks, 2027-01-04 to 2027-06-18, AUD 121,360.16\n");
    QCOMPARE(workshop.read("a.trestle").left(16), QByteArray("SQLite format 3\0", 16));
    const QJsonObject plan = exported(workshop, "a.trestle");
    QCOMPARE(plan["name"].toString(), "Ledgerly");
    QCOMPARE(plan["client"].toString(), "Bo & Söhne");
    QCOMPARE(plan["start"].toString(), "2027-01-04");
    QCOMPARE(plan["team"].toArray().size(), 2);
    QCOMPARE(at(plan, "team/1/name").toString(), "Bo");
    QCOMPARE(at(plan, "team/1/allocation").toDouble(), 0.5);
    QCOMPARE(at(plan, "team/1/weeklyRate").toDouble(), 0.0);
    QCOMPARE(at(plan, "team/1/skills").toArray(), (QJsonArray{"design", "tests"}));
}

void TestCliSet::newPlanStartsToday()
{
    const Workshop workshop;
    const Variables stopped{{"SOURCE_DATE_EPOCH", "1798761600"}}; // 2027-01-01, a Friday
    QCOMPARE(workshop.run({"new", "a.trestle", "--name", "A"}, {}, stopped).exitCode, 0);
    QCOMPARE(exported(workshop, "a.trestle")["start"].toString(), "2027-01-01");
    const Outcome bad = workshop.run({"new", "b.trestle", "--name", "B"}, {}, {{"SOURCE_DATE_EPOCH", "today"}});
    QCOMPARE(bad.exitCode, 1);
    QVERIFY(bad.err.contains("SOURCE_DATE_EPOCH: 'today' cannot be used"));
    QVERIFY(!workshop.has("b.trestle"));
}

void TestCliSet::changes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const QStringList& arguments, const char* path, const QJsonValue& value) {
        QTest::addRow("%s", qPrintable(arguments.join(u' '))) << arguments << QString(path) << value;
    };
    row({"sessions=done"}, "items/sessions/state", "done");
    row({"sessions=partial"}, "items/sessions/state", "partial");
    row({"sessions=excluded"}, "items/sessions/state", "excluded");
    row({"sessions=done", "sessions=done"}, "items/sessions/state", "done");
    row({"payment-scope=done"}, "items/payment-scope/state", "done"); // an add-on that may join later
    row({"--profile", "payments, enterprise"}, "profile/conditions", QJsonArray{"enterprise", "payments"});
    row({"--profile=compliance"}, "profile/conditions", QJsonArray{"compliance"});
    row({"--scale", "1m"}, "profile/scale", "1m");
    row({"--validated", "no"}, "profile/validated", false);
    row({"--validated", "yes"}, "profile/validated", true);
    row({"--maintainer", "one"}, "profile/maintainer", "one");
    row({"--maintainer", "team"}, "profile/maintainer", "team");
    row({"--start", "2027-02-01"}, "start", "2027-02-01");
    row({"--as-of", "2027-03-01"}, "asOf", "2027-03-01");
    row({"--target", "2027-06-25"}, "targetDate", "2027-06-25");
    row({"--budget", "180000"}, "budget", 180'000);
    row({"--budget", "0"}, "budget", 0);
    row({"--cost-mode", "retained"}, "costMode", "retained");
    row({"--rho", "0.25"}, "correlation", 0.25);
    row({"--outside-view", "usual"}, "outsideView/s", 0.3);
    row({"--outside-view", "overrunning"}, "outsideView/preset", "overrunning");
    row({"--outside-view", "0.1:0.25"}, "outsideView/preset", "own");
    row({"--outside-view=-0.1:0.25"}, "outsideView/m", -0.1);
    row({"--rho", "1"}, "correlation", 1);
    row({"--confidence", "90"}, "confidence", 90);
    row({"--gst", "inc"}, "gst", "inc");
    row({"--day-off", "2027-01-26"}, "daysOff/0/date", "2027-01-26");
    row({"--region", "nsw"}, "region", "nsw");
    row({"--closure", "12-25..01-01:Closed over Christmas"}, "closures/0/label", "Closed over Christmas");
    row({"--closure", "12-25..01-01: Closed"}, "closures/0/last", "01-01");
    row({"--closure", "12-24"}, "closures/0/last", "12-24");
    row({"--closure", "12-25..01-01", "--closure", "12-25..01-01:Christmas"}, "closures/0/label", "Christmas");
    row({"--work-on", "2027-06-14"}, "workedHolidays/0", "2027-06-14");
    row({"--hours-per-week", "37.5"}, "hoursPerWeek", 37.5);
    row({"--first-day", "Lead engineer:2027-02-01"}, "team/0/firstDay", "2027-02-01");
    row({"--last-day", "Part-time engineer:2027-02-26"}, "team/1/lastDay", "2027-02-26");
    row({"--unpaid", "Lead engineer"}, "team/0/paidOut", false);
    row({"--bill-rate", "Lead engineer:7000.50"}, "team/0/billRate", 7000.5);
    row({"--role", "Senior engineer:0.5:5000"}, "team/2/isRole", true);
    row({"--role", "Senior engineer:0.5:5000"}, "team/2/allocation", 0.5);
}

void TestCliSet::changes()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QCOMPARE(at(after({arguments}), path), value);
}

void TestCliSet::clears_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QStringList>("cleared");
    QTest::addRow("item") << QStringList{"sessions=done"} << QStringList{"sessions=missing"};
    QTest::addRow("profile") << QStringList{"--profile", "payments"} << QStringList{"--profile", ""};
    QTest::addRow("scale") << QStringList{"--scale", "1m"} << QStringList{"--scale", ""};
    QTest::addRow("validated") << QStringList{"--validated", "no"} << QStringList{"--validated", ""};
    QTest::addRow("maintainer") << QStringList{"--maintainer", "one"} << QStringList{"--maintainer", ""};
    QTest::addRow("as of") << QStringList{"--as-of", "2027-03-01"} << QStringList{"--as-of="};
    QTest::addRow("target") << QStringList{"--target", "2027-06-25"} << QStringList{"--target", ""};
    QTest::addRow("budget") << QStringList{"--budget", "1"} << QStringList{"--budget", ""};
    QTest::addRow("GST") << QStringList{"--gst", "inc"} << QStringList{"--gst", "ex"};
    QTest::addRow("days off") << QStringList{"--day-off", "2027-01-26", "--day-off", "2027-01-27"}
                              << QStringList{"--day-off", ""};
    QTest::addRow("region") << QStringList{"--region", "wa"} << QStringList{"--region", ""};
    QTest::addRow("closures") << QStringList{"--closure", "12-25..01-01", "--closure", "07-01"}
                              << QStringList{"--closure", ""};
    QTest::addRow("worked holidays") << QStringList{"--work-on", "2027-06-14"} << QStringList{"--work-on", ""};
    QTest::addRow("hours a week") << QStringList{"--hours-per-week", "40"} << QStringList{"--hours-per-week", ""};
    QTest::addRow("leave") << QStringList{"--leave", "Lead engineer:2027-01-26"}
                           << QStringList{"--leave", "Lead engineer:"};
    QTest::addRow("first day") << QStringList{"--first-day", "Lead engineer:2027-01-26"}
                               << QStringList{"--first-day", "Lead engineer:"};
    QTest::addRow("last day") << QStringList{"--last-day", "Part-time engineer:2027-02-26"}
                              << QStringList{"--last-day", "Part-time engineer:"};
    QTest::addRow("own time") << QStringList{"--unpaid", "Lead engineer"} << QStringList{"--paid", "Lead engineer"};
    QTest::addRow("bill rate") << QStringList{"--bill-rate", "Lead engineer:7000"}
                               << QStringList{"--bill-rate", "Lead engineer:"};
    QTest::addRow("role") << QStringList{"--role", "Tester:1:5000"} << QStringList{"--remove-person", "Tester"};
    QTest::addRow("person") << QStringList{"--person", "Ana:1:5000"} << QStringList{"--remove-person", "Ana"};
    QTest::addRow("skills") << QStringList{"--person", "Lead engineer:1:5000:a+b"}
                            << QStringList{"--person", "Lead engineer:1:5000:"};
}

void TestCliSet::clears()
{
    QFETCH(QStringList, given);
    QFETCH(QStringList, cleared);
    static const QJsonObject before = after({{"--confidence", "80"}});
    QJsonObject with = after({given});
    QJsonObject without = after({given, cleared});
    QVERIFY(with != before);
    // An item that was ticked once keeps the day on which that changed.
    without.remove("items");
    QJsonObject wanted = before;
    wanted.remove("items");
    QCOMPARE(without, wanted);
}

void TestCliSet::people()
{
    const QJsonObject plan =
        after({{"--person", "Ana:0.8:5500.55:security+testing", "--leave", "Ana:2027-02-01..2027-02-05"},
               {"--person", "Ana:1:6000"},
               {"--remove-person", "Part-time engineer", "--person", "Part-time engineer:1:1"}});
    QCOMPARE(plan["team"].toArray().size(), 3);
    // Who is changed keeps place, skills and leave; who is removed and added again is new.
    QCOMPARE(at(plan, "team/1/name").toString(), "Ana");
    QCOMPARE(at(plan, "team/1/allocation").toDouble(), 1.0);
    QCOMPARE(at(plan, "team/1/weeklyRate").toDouble(), 6000.0);
    QCOMPARE(at(plan, "team/1/skills").toArray(), (QJsonArray{"security", "testing"}));
    QCOMPARE(at(plan, "team/1/leave/0/last").toString(), "2027-02-05");
    QCOMPARE(at(plan, "team/2/name").toString(), "Part-time engineer");
}

void TestCliSet::leaveAndDaysOff()
{
    const QJsonObject plan =
        after({{"--leave", "Lead engineer:2027-02-01..2027-02-05", "--leave", "Lead engineer:2027-03-01"},
               {"--leave", "Lead engineer:2027-02-01..2027-02-05", "--day-off", "2027-01-26"},
               {"--day-off", "2027-01-26", "--day-off", "2027-04-26"}});
    QCOMPARE(at(plan, "team/0/leave").toArray().size(), 2);
    QCOMPARE(at(plan, "team/0/leave/1").toObject(), (QJsonObject{{"first", "2027-03-01"}, {"last", "2027-03-01"}}));
    QCOMPARE(plan["daysOff"].toArray().size(), 2);
    QCOMPARE(at(plan, "daysOff/1/date").toString(), "2027-04-26");
}

void TestCliSet::dayOfChange()
{
    Workshop workshop;
    withPlan(workshop);
    const auto on = [&](const char* seconds, const QString& change) {
        return workshop.run({"set", "a.trestle", change}, {}, {{"SOURCE_DATE_EPOCH", seconds}}).exitCode;
    };
    const auto changed = [&] { return at(exported(workshop, "a.trestle"), "items/sessions/changed").toString(); };
    QCOMPARE(on("1798761600", "sessions=partial"), 0); // 2027-01-01
    QCOMPARE(changed(), "2027-01-01");
    QCOMPARE(on("1798848000", "sessions=partial"), 0); // no change, no new day
    QCOMPARE(changed(), "2027-01-01");
    QCOMPARE(on("1798848000", "sessions=done"), 0);
    QCOMPARE(changed(), "2027-01-02");
}

void TestCliSet::tellsTheDifference()
{
    Workshop workshop;
    withPlan(workshop);
    QCOMPARE(workshop.run({"set", "a.trestle", "unit-tests=done"}).out,
             "23.1 weeks, 2027-01-04 to 2027-06-14, AUD 174,570.74 (was 24 weeks, 2027-01-04 to 2027-06-18, AUD "
             "181,360.16)\n");
    QCOMPARE(workshop.run({"set", "a.trestle", "--target", "2027-06-25"}).out,
             "23.1 weeks, 2027-01-04 to 2027-06-14, AUD 174,570.74\n");
}

void TestCliSet::nothingChanged()
{
    Workshop workshop;
    withPlan(workshop);
    QCOMPARE(workshop.run({"set", "a.trestle", "sessions=done"}).exitCode, 0);
    QCOMPARE(workshop.run({"set", "a.json", "sessions=done"}).exitCode, 0);
    const QByteArray before = workshop.fingerprint();
    QCOMPARE(workshop.run({"set", "a.trestle", "sessions=done"}).exitCode, 0);
    QCOMPARE(workshop.run({"set", "a.json", "sessions=done"}).exitCode, 0);
    QVERIFY(workshop.fingerprint() == before);
    QVERIFY(workshop.run({"check", "a.trestle"}).out.startsWith("sound: 2 revisions"));
}

void TestCliSet::filter()
{
    Workshop workshop;
    withPlan(workshop);
    const Outcome piped = workshop.shell(
        R"sh("$T" set - sessions=done --target 2027-06-25 < a.json | "$T" set - indexes=done | "$T" plan - --json)sh");
    QCOMPARE(piped.err, "");
    QCOMPARE(at(QJsonDocument::fromJson(piped.out).object(), "readiness/done").toInt(), 2);
    QVERIFY(!workshop.read("a.json").contains("2027-06-25"));
}

void TestCliSet::jsonInPlace()
{
    Workshop workshop;
    withPlan(workshop);
    const QString target = workshop.path("a.json");
    QVERIFY(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(QFile::link("a.json", workshop.path("link.json")));
    QCOMPARE(workshop.run({"set", "link.json", "sessions=done"}).err, "");
    QVERIFY(QFileInfo(workshop.path("link.json")).isSymLink());
    QVERIFY(workshop.read("a.json").contains("\"sessions\""));
    QVERIFY(!(QFileInfo(target).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(QDir(workshop.path()).entryList(QDir::Files | QDir::Hidden),
             (QStringList{"a.json", "a.trestle", "link.json"}));
    // What is written is what an export writes.
    QCOMPARE(workshop.run({"import", "a.json", "b.trestle"}).exitCode, 0);
    QCOMPARE(workshop.run({"export", "b.trestle", "b.json"}).exitCode, 0);
    QCOMPARE(workshop.read("b.json"), workshop.read("a.json"));
}

void TestCliSet::scenariosMustStayPossible()
{
    Workshop workshop;
    withPlan(workshop);
    QJsonObject plan = QJsonDocument::fromJson(workshop.read("a.json")).object();
    plan["scenarios"] =
        QJsonArray{QJsonObject{{"name", "Lean"}, {"team", QJsonArray()}, {"items", QJsonObject{{"tls", "done"}}}}};
    workshop.write("b.json", QJsonDocument(plan).toJson());
    const QByteArray before = workshop.fingerprint();
    const Outcome outcome = workshop.run({"set", "b.json", "sessions=done"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("Lean") && outcome.err.contains("nobody to do it"), outcome.err.constData());
    QVERIFY(workshop.fingerprint() == before);
}

void TestCliSet::startAfterTarget()
{
    Workshop workshop;
    withPlan(workshop);
    const Outcome outcome = workshop.run({"set", "a.trestle", "--target", "2026-12-18"});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.err, "trestle: note: the target, 2026-12-18, is before the start, 2027-01-04\n");
    QCOMPARE(exported(workshop, "a.trestle")["targetDate"].toString(), "2026-12-18");
    QVERIFY(workshop.run({"plan", "a.trestle"}).out.contains("! The target, 2026-12-18, is before the start."));
}

void TestCliSet::centsAreExact_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QByteArray>("kept");
    QTest::addRow("whole") << "180000" << QByteArray("180000");
    QTest::addRow("one decimal") << "0.1" << QByteArray("0.1");
    QTest::addRow("two decimals") << "1360.07" << QByteArray("1360.07");
    QTest::addRow("leading zeros") << "007.50" << QByteArray("7.5");
    // 100 times this as a double is 128999.99999999999
    QTest::addRow("badly rounded as a double") << "1289.99" << QByteArray("1289.99");
    QTest::addRow("large") << "999999999999.99" << QByteArray("999999999999.99");
}

void TestCliSet::centsAreExact()
{
    QFETCH(QString, given);
    QFETCH(QByteArray, kept);
    Workshop workshop;
    withPlan(workshop);
    QCOMPARE(workshop.run({"set", "a.trestle", "--budget", given}).err, "");
    QCOMPARE(workshop.run({"export", "a.trestle", "b.json"}).err, "");
    const QByteArray json = workshop.read("b.json");
    const auto start = json.indexOf("\"budget\":") + 9;
    QCOMPARE(json.mid(start, json.indexOf(',', start) - start).trimmed(), kept);
}

void TestCliSet::manyChangesAtOnce()
{
    Workshop workshop;
    withPlan(workshop);
    QStringList arguments{"set", "a.trestle"};
    for (const QJsonValue phase : builtinCatalogue()["phases"].toArray())
        for (const QJsonValue item : phase.toObject()["items"].toArray())
            arguments << item.toObject()["id"].toString() + "=done";
    QCOMPARE(workshop.run(arguments).err, "");
    const QJsonObject figures = workshop.figures("a.trestle");
    QCOMPARE(at(figures, "readiness/percent").toDouble(), 100.0);
    QCOMPARE(at(figures, "readiness/done").toInt(), 39);
    QCOMPARE(at(figures, "cost/labour/high").toDouble(), 0.0);
}

QTEST_GUILESS_MAIN(TestCliSet)
#include "tst_cli_set.moc"
