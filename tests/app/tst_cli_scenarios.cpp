#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

/// `trestle scenario …` and `--scenario`: variants that keep what differs from the base.
class TestCliScenarios : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatDiffers_data();
    void keepsWhatDiffers();
    void editsOfTheBaseFlowThrough();
    void setChangesAScenarioAlone();
    void takesBack_data();
    void takesBack();
    void clearedTargetIsTheBases();
    void addBeginsWithAnother();
    void removeAndRename();
    void lists();
    void standardInputGoesToStandardOutput();
    void everyCommandTakesAScenario();
    void refuses_data();
    void refuses();

private:
    [[nodiscard]] Outcome run(const QStringList& arguments) const { return m_workshop->run(arguments); }
    /// The scenarios as plan JSON holds them.
    [[nodiscard]] QJsonArray scenarios(const QString& plan = "a.trestle") const
    {
        return QJsonDocument::fromJson(run({"export", plan, "-", "--format", "json"}).out)
            .object()["scenarios"]
            .toArray();
    }
    std::unique_ptr<Workshop> m_workshop;
};

void TestCliScenarios::init()
{
    m_workshop = std::make_unique<Workshop>();
    QCOMPARE(run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(run({"set", "a.trestle", "tls=done", "--target", "2027-06-25", "--budget", "180000"}).exitCode, 0);
}

void TestCliScenarios::keepsWhatDiffers_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QByteArray>("stored"); // beside the name
    QTest::newRow("nothing yet") << QStringList{} << QByteArray("{}");
    QTest::newRow("an item") << QStringList{"sessions=done"} << QByteArray(R"({"items":{"sessions":"done"}})");
    QTest::newRow("as the base already") << QStringList{"tls=done", "sessions=missing", "--target", "2027-06-25"}
                                         << QByteArray("{}");
    QTest::newRow("start") << QStringList{"--start", "2027-02-01"} << QByteArray(R"({"start":"2027-02-01"})");
    QTest::newRow("a smaller team") << QStringList{"--remove-person", "Part-time engineer"}
                                    << QByteArray(R"({"team":[{"allocation":1,"name":"Lead engineer",)"
                                                  R"("weeklyRate":5000}]})");
    QTest::newRow("answers") << QStringList{"--profile", "payments", "--scale", "100k"}
                             << QByteArray(R"({"profile":{"conditions":["payments"],"scale":"100k"}})");
    QTest::newRow("a day off") << QStringList{"--day-off", "2027-01-26"}
                               << QByteArray(R"({"daysOff":[{"date":"2027-01-26"}]})");
    QTest::newRow("a closure") << QStringList{"--closure", "12-25..01-01:Closed"}
                               << QByteArray(R"({"closures":[{"first":"12-25","label":"Closed","last":"01-01"}]})");
    QTest::newRow("target and budget") << QStringList{"--target", "2027-05-28", "--budget", "150000.50"}
                                       << QByteArray(R"({"budget":150000.5,"targetDate":"2027-05-28"})");
    QTest::newRow("order and cost") << QStringList{"--order", "optimised", "--cost-mode", "retained"}
                                    << QByteArray(R"({"costMode":"retained","order":"optimised"})");
}

void TestCliScenarios::keepsWhatDiffers()
{
    QFETCH(QStringList, changes);
    QFETCH(QByteArray, stored);
    const QByteArray base = run({"plan", "a.trestle"}).out;
    const Outcome outcome = run(QStringList{"scenario", "add", "a.trestle", "--name", "S"} + changes);
    QCOMPARE(outcome.err, "");
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.contains(" (base: "), outcome.out.constData());
    QJsonObject scenario = scenarios().at(0).toObject();
    QCOMPARE(scenario.take("name").toString(), "S");
    QCOMPARE(QJsonDocument(scenario).toJson(QJsonDocument::Compact), stored);
    QCOMPARE(run({"plan", "a.trestle"}).out, base);

    // The same change of the base gives the same figures.
    QJsonObject figures = m_workshop->figures("a.trestle", {"--scenario", "S"});
    QCOMPARE(figures.take("scenario").toString(), "S");
    QCOMPARE(run({"new", "b.trestle", "--name", "A", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(run({"set", "b.trestle", "tls=done", "--target", "2027-06-25", "--budget", "180000"}).exitCode, 0);
    if (!changes.isEmpty())
        QCOMPARE(run(QStringList{"set", "b.trestle"} + changes).exitCode, 0);
    QJsonObject same = m_workshop->figures("b.trestle");
    same.remove("scenario");
    QCOMPARE(figures, same);
}

void TestCliScenarios::editsOfTheBaseFlowThrough()
{
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "S", "secrets=excluded"}).exitCode, 0);
    QCOMPARE(run({"set", "a.trestle", "sessions=done", "secrets=partial", "--start", "2027-03-01"}).exitCode, 0);
    const QJsonObject figures = m_workshop->figures("a.trestle", {"--scenario", "S"});
    QCOMPARE(figures["start"].toString(), "2027-03-01");
    QCOMPARE(at(figures, "readiness/done").toInt(), 2); // tls and sessions
    QCOMPARE(at(figures, "readiness/excluded").toInt(), 1);
    QCOMPARE(at(figures, "readiness/partial").toInt(), 0);
}

void TestCliScenarios::setChangesAScenarioAlone()
{
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "S", "--start", "2027-02-01"}).exitCode, 0);
    const QByteArray base = run({"plan", "a.trestle"}).out;
    const Outcome outcome = run({"set", "a.trestle", "--scenario", "S", "--person", "Cy:1.0:6000", "sessions=done"});
    QCOMPARE(outcome.err, "");
    QVERIFY2(outcome.out.contains(" (was "), outcome.out.constData());
    QCOMPARE(run({"plan", "a.trestle"}).out, base);
    const QJsonObject scenario = scenarios().at(0).toObject();
    QCOMPARE(scenario["team"].toArray().size(), 3);
    QCOMPARE(at(scenario, "items/sessions").toString(), "done");
    QCOMPARE(scenario["start"].toString(), "2027-02-01");
}

void TestCliScenarios::takesBack_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("an item") << QStringList{"sessions=base"} << QStringList{"budget", "items", "name", "start", "team"};
    QTest::newRow("set to the base's value")
        << QStringList{"sessions=missing", "secrets=missing", "--start", "2027-01-04"}
        << QStringList{"budget", "name", "team"};
    QTest::newRow("fields") << QStringList{"--as-base", "items,team", "--as-base", "budget"}
                            << QStringList{"name", "start"};
    QTest::newRow("taken back and changed") << QStringList{"--as-base", "team", "--person", "Cy:0.5:6000"}
                                            << QStringList{"budget", "items", "name", "start", "team"};
}

void TestCliScenarios::takesBack()
{
    QFETCH(QStringList, changes);
    QFETCH(QStringList, left);
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "S", "sessions=done", "secrets=partial", "--start",
                  "2027-02-01", "--remove-person", "Part-time engineer", "--budget", "100000"})
                 .exitCode,
             0);
    QCOMPARE(run(QStringList{"set", "a.trestle", "--scenario", "S"} + changes).err, "");
    const QJsonObject scenario = scenarios().at(0).toObject();
    QCOMPARE(scenario.keys(), left);
    if (left.contains("team") && changes.contains("--person"))
        QCOMPARE(scenario["team"].toArray().size(), 3); // the base's two, and Cy
}

void TestCliScenarios::clearedTargetIsTheBases()
{
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "S", "--target", "2027-05-28"}).exitCode, 0);
    const Outcome outcome = run({"set", "a.trestle", "--scenario", "S", "--target", "", "--budget", ""});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.err, "trestle: note: the scenario has the base's target, 2027-06-25\n"
                          "trestle: note: the scenario has the base's budget, AUD 180,000\n");
    QCOMPARE(scenarios().at(0).toObject().keys(), QStringList{"name"});
}

void TestCliScenarios::addBeginsWithAnother()
{
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "S", "sessions=done"}).exitCode, 0);
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "T", "--from", "S", "secrets=done"}).exitCode, 0);
    QCOMPARE(at(scenarios().at(1).toObject(), "items").toObject().keys(), (QStringList{"secrets", "sessions"}));
    QCOMPARE(at(scenarios().at(0).toObject(), "items").toObject().keys(), QStringList{"sessions"});
}

void TestCliScenarios::removeAndRename()
{
    for (const char* name : {"S", "T"})
        QCOMPARE(run({"scenario", "add", "a.trestle", "--name", name, "sessions=done"}).exitCode, 0);
    QCOMPARE(run({"scenario", "rename", "a.trestle", "--name", "S", "--to", "Größer"}).out, "S is now Größer\n");
    QCOMPARE(run({"scenario", "remove", "a.trestle", "--name", "T"}).out, "removed T\n");
    QCOMPARE(scenarios().size(), 1);
    QCOMPARE(scenarios().at(0).toObject()["name"].toString(), "Größer");
    QCOMPARE(run({"check", "a.trestle"}).exitCode, 0);
}

void TestCliScenarios::lists()
{
    QVERIFY(run({"scenario", "list", "a.trestle"}).out.contains("No scenarios yet"));
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "Three people", "--person", "Cy:1.0:6000"}).exitCode, 0);
    const QByteArray text = run({"scenario", "list", "a.trestle"}).out;
    const QJsonObject list = QJsonDocument::fromJson(run({"scenario", "list", "a.trestle", "--json"}).out).object();
    QCOMPARE(list["kind"].toString(), "scenarios");
    const QJsonObject figures = m_workshop->figures("a.trestle", {"--scenario", "Three people"});
    QCOMPARE(at(list, "scenarios/0/likely/weeks"), at(figures, "finish/likely/weeks"));
    QCOMPARE(at(list, "scenarios/0/likely/date"), at(figures, "finish/likely/date"));
    QCOMPARE(at(list, "scenarios/0/likely/total"), at(figures, "cost/total/likely"));
    QCOMPARE(at(list, "scenarios/0/differsIn/0").toString(), "team");
    QCOMPARE(at(list, "base/weeks"), at(m_workshop->figures("a.trestle"), "finish/likely/weeks"));
    QVERIFY2(text.contains("\nThree people ") && text.contains("with Cy full-time"), text.constData());
    QVERIFY(text.contains(at(figures, "finish/likely/date").toString().toUtf8()));
}

void TestCliScenarios::standardInputGoesToStandardOutput()
{
    const QByteArray json = run({"export", "a.trestle", "-", "--format", "json"}).out;
    const Outcome outcome = m_workshop->run({"scenario", "add", "-", "--name", "S", "sessions=done"}, json);
    QCOMPARE(outcome.exitCode, 0);
    m_workshop->write("b.json", outcome.out);
    QCOMPARE(scenarios("b.json").size(), 1);
    QCOMPARE(run({"scenario", "remove", "b.json", "--name", "S"}).exitCode, 0);
    QCOMPARE(m_workshop->read("b.json"), json);
}

void TestCliScenarios::everyCommandTakesAScenario()
{
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "S", "--start", "2028-01-03"}).exitCode, 0);
    for (const QStringList& command :
         {QStringList{"plan", "a.trestle"}, QStringList{"plan", "a.trestle", "--json"},
          QStringList{"risk", "a.trestle", "--runs", "200"},
          QStringList{"risk", "a.trestle", "--runs", "200", "--json"},
          QStringList{"goal", "a.trestle", "--by", "2029-06-25", "--within", "400000", "--runs", "200"},
          QStringList{"cover", "a.trestle", "--within", "400000", "--runs", "200"},
          QStringList{"compare", "a.trestle", "--runs", "200"}, QStringList{"advise", "a.trestle", "--runs", "100"},
          QStringList{"export", "a.trestle", "-", "--format", "csv"}}) {
        const Outcome outcome = run(command + QStringList{"--scenario", "S"});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.contains("2028-"), outcome.out.constData());
        const Outcome unknown = run(command + QStringList{"--scenario", "s "});
        QCOMPARE(unknown.exitCode, 1);
        QCOMPARE(unknown.err, "trestle: there is no scenario 's '; did you mean 'S'?\n");
    }
}

void TestCliScenarios::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QStringList& arguments, int exitCode, const char* says) {
        QTest::addRow("%s", name) << arguments << exitCode << QByteArray(says);
    };
    row("taken name", {"scenario", "add", "a.trestle", "--name", "Lean"}, 1,
        "there is a scenario 'Lean' already; choose another name");
    row("blank name", {"scenario", "add", "a.trestle", "--name", " "}, 1, "--name: ' ' cannot be used; give a name");
    row("no name", {"scenario", "add", "a.trestle"}, 2, "--name is required");
    row("bad change", {"scenario", "add", "a.trestle", "--name", "S", "sesions=done"}, 1, "did you mean 'sessions'?");
    row("no form", {"scenario", "add", "a.trestle", "--name", "S", "sessions"}, 2, "is not of the form ITEM=STATE");
    row("what all share", {"scenario", "add", "a.trestle", "--name", "S", "--rho", "0.1"}, 2, "--rho");
    row("nobody left",
        {"scenario", "add", "a.trestle", "--name", "S", "--remove-person", "Lead engineer", "--remove-person",
         "Part-time engineer"},
        1, "there is work and nobody to do it");
    row("from nowhere", {"scenario", "add", "a.trestle", "--name", "S", "--from", "Leam"}, 1, "did you mean 'Lean'?");
    row("remove nothing", {"scenario", "remove", "a.trestle", "--name", "Nothing at all"}, 1,
        "there is no scenario 'Nothing at all'; 'trestle scenario list PLAN' shows those there are");
    row("remove no name", {"scenario", "remove", "a.trestle", "--name", ""}, 1, "--name: nothing is given");
    row("rename to a taken name", {"scenario", "rename", "a.trestle", "--name", "Lean", "--to", "Late"}, 1,
        "there is a scenario 'Late' already");
    row("rename to nothing", {"scenario", "rename", "a.trestle", "--name", "Lean", "--to", ""}, 1,
        "--to: nothing is given");
    row("no command", {"scenario"}, 2, "trestle scenario --help");
    row("unknown command", {"scenario", "drop", "a.trestle"}, 2, "trestle scenario --help");
    row("set: GST", {"set", "a.trestle", "--scenario", "Lean", "--gst", "inc"}, 2,
        "--gst is the same for the base and all scenarios; leave out --scenario");
    row("set: what all share", {"set", "a.trestle", "--scenario", "Lean", "--confidence", "90"}, 2,
        "--confidence is the same for the base and all scenarios; leave out --scenario");
    row("set: base as base", {"set", "a.trestle", "--as-base", "team"}, 2, "name one with --scenario");
    row("set: item of the base as base", {"set", "a.trestle", "tls=base"}, 2, "name one with --scenario");
    row("set: unknown field", {"set", "a.trestle", "--scenario", "Lean", "--as-base", "rho"}, 1,
        "--as-base: 'rho' cannot be used; give start, team");
    row("set: unknown item as base", {"set", "a.trestle", "--scenario", "Lean", "tsl=base"}, 1, "did you mean 'tls'?");
}

void TestCliScenarios::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    for (const char* name : {"Lean", "Late"})
        QCOMPARE(run({"scenario", "add", "a.trestle", "--name", name, "sessions=done"}).exitCode, 0);
    const QByteArray before = m_workshop->fingerprint();
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, exitCode);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QCOMPARE(outcome.out, "");
    QCOMPARE(m_workshop->fingerprint(), before);
}

QTEST_GUILESS_MAIN(TestCliScenarios)
#include "tst_cli_scenarios.moc"
