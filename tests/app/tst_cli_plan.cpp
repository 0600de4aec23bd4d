#include "tests/app/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

/// `trestle plan`: the report on paper and in terminals, and the figures as JSON.
class TestCliPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void report_data();
    void report();
    void fitsTheTerminal_data();
    void fitsTheTerminal();
    void colours_data();
    void colours();
    void namesCannotCommandTheTerminal_data();
    void namesCannotCommandTheTerminal();
    void advice_data();
    void advice();
    void noAdviceWithoutAWord();
    void target_data();
    void target();
    void sources();
    void figuresHaveTheAgreedShape();
    void figuresOfScenario();
    void figuresWithoutWork();
    void nothingInScope();
    void finishedPlan();
    void monthsAreNamed_data();
    void monthsAreNamed();
    void centuries_data();
    void centuries();

private:
    Workshop m_workshop;
};

namespace {

QByteArray fixture(const QString& name)
{
    QFile file(QStringLiteral(TRESTLE_FIXTURES "/cli/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const Variables kUtf8{{"LC_ALL", "C.UTF-8"}, {"NO_COLOR", "1"}, {"TERM", "xterm"}};

/// Columns of the characters that occur in the fixture.
int columnsOf(const QString& line)
{
    int columns = 0;
    for (const QChar c : line) {
        const ushort code = c.unicode();
        columns += c.isMark() ? 0 : (code >= 0x3000 && code < 0xA000) ? 2 : 1;
    }
    return columns;
}

QJsonObject plan()
{
    return QJsonDocument::fromJson(fixture("tiny.json")).object();
}

} // namespace

void TestCliPlan::initTestCase()
{
    m_workshop.write("tiny.json", fixture("tiny.json"));
    QCOMPARE(m_workshop.run({"import", "tiny.json", "tiny.trestle"}).err, "");
}

void TestCliPlan::report_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("terminal");
    for (const char* name : {"tiny.json", "tiny.trestle"}) {
        QTest::addRow("%s into a file", name) << name << "tiny-ascii.txt" << false;
        QTest::addRow("%s on a terminal", name) << name << "tiny-terminal-80.txt" << true;
    }
}

void TestCliPlan::report()
{
    QFETCH(QString, plan);
    QFETCH(QString, expected);
    QFETCH(bool, terminal);
    const QByteArray text =
        terminal ? m_workshop.runOnTerminal({"plan", plan}, 80, kUtf8) : m_workshop.run({"plan", plan}).out;
    const QByteArrayList lines = text.split('\n');
    const QByteArrayList wanted = fixture(expected).split('\n');
    for (int i = 0; i < qMin(lines.size(), wanted.size()); ++i)
        QCOMPARE(lines[i], wanted[i]);
    QCOMPARE(lines.size(), wanted.size());
}

void TestCliPlan::fitsTheTerminal_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {60, 61, 70, 79, 80, 81, 100, 120, 137, 200})
        QTest::addRow("%d", columns) << columns;
}

void TestCliPlan::fitsTheTerminal()
{
    QFETCH(int, columns);
    const QByteArray text = m_workshop.runOnTerminal({"plan", "tiny.json"}, columns, kUtf8);
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    QVERIFY(lines.size() > 30);
    for (const QString& line : lines)
        QVERIFY2(columnsOf(line) <= columns, qPrintable(line));
    // What is left at the narrowest is what matters most.
    QVERIFY(text.contains("Start       Finish"));
    QVERIFY(text.contains("runbooks"));
    QCOMPARE(text.contains("Waits for"), columns >= 100);

    Variables environment = kUtf8;
    environment["COLUMNS"] = QString::number(columns);
    QCOMPARE(m_workshop.runOnTerminal({"plan", "tiny.json"}, 93, environment), text);
}

void TestCliPlan::colours_data()
{
    QTest::addColumn<Variables>("environment");
    QTest::addColumn<bool>("colours");
    QTest::addColumn<bool>("glyphs");
    QTest::addRow("terminal") << Variables{{"LC_ALL", "C.UTF-8"}, {"NO_COLOR", QString()}, {"TERM", "xterm"}} << true
                              << true;
    QTest::addRow("NO_COLOR") << kUtf8 << false << true;
    QTest::addRow("dumb terminal") << Variables{{"LC_ALL", "C.UTF-8"}, {"NO_COLOR", QString()}, {"TERM", "dumb"}}
                                   << false << true;
    QTest::addRow("C locale") << Variables{{"LC_ALL", "C"}, {"NO_COLOR", QString()}, {"TERM", "xterm"}} << true
                              << false;
    QTest::addRow("LC_ALL before LANG") << Variables{{"LC_ALL", "C"}, {"LANG", "en_AU.UTF-8"}, {"NO_COLOR", "1"}}
                                        << false << false;
    QTest::addRow("LANG alone") << Variables{{"LC_ALL", QString()},
                                             {"LC_CTYPE", QString()},
                                             {"LANG", "en_AU.utf8"},
                                             {"NO_COLOR", "1"}}
                                << false << true;
}

void TestCliPlan::colours()
{
    QFETCH(Variables, environment);
    QFETCH(bool, colours);
    QFETCH(bool, glyphs);
    const QByteArray text = m_workshop.runOnTerminal({"plan", "tiny.json"}, 80, environment);
    QCOMPARE(text.contains("\x1b["), colours);
    QCOMPARE(text.contains("█"), glyphs);
    if (!glyphs) {
        for (const char c : text)
            QVERIFY(static_cast<unsigned char>(c) < 0x80);
        QVERIFY(text.contains("Bo & S?hne"));
    }
    // Nothing on a pipe, whatever the environment says.
    const QByteArray piped = m_workshop.run({"plan", "tiny.json"}, {}, environment).out;
    QVERIFY(!piped.contains('\x1b'));
    QVERIFY(!piped.contains("█"));
    QVERIFY(piped.contains("Bo & Söhne"));
}

void TestCliPlan::namesCannotCommandTheTerminal_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addRow("report") << QStringList{"plan", "evil.json"};
    QTest::addRow("figures") << QStringList{"plan", "evil.json", "--json"};
    QTest::addRow("error") << QStringList{"plan", "evil.json", "--scenario", "x\x1b[2J\u009b2J\u202e"};
    QTest::addRow("known scenarios") << QStringList{"plan", "evil.json", "--scenario", "x"};
    QTest::addRow("unknown person") << QStringList{"set", "evil.json", "--remove-person", "x"};
}

void TestCliPlan::namesCannotCommandTheTerminal()
{
    QFETCH(QStringList, arguments);
    const QString evil = QStringLiteral("A\x1b]0;owned\x07\x1b[2J\u009b31m\u0085\x7f\u202Egnp\u2028\r\n\tB");
    QJsonObject json = plan();
    json["name"] = evil;
    json["client"] = evil;
    QJsonArray team = json["team"].toArray();
    QJsonObject person = team[0].toObject();
    person["name"] = evil;
    team[0] = person;
    json["team"] = team;
    QJsonArray scenarios = json["scenarios"].toArray();
    QJsonObject scenario = scenarios[1].toObject();
    scenario["name"] = evil;
    scenarios[1] = scenario;
    json["scenarios"] = scenarios;
    m_workshop.write("evil.json", QJsonDocument(json).toJson());

    const Outcome outcome = m_workshop.run(arguments);
    const QString text = QString::fromUtf8(outcome.out + outcome.err);
    QVERIFY(!text.isEmpty());
    for (const QChar c : text) {
        const ushort code = c.unicode();
        QVERIFY2(code == '\n' || (code >= 0x20 && code < 0x7f) || code >= 0xa0, qPrintable(QString::number(code, 16)));
        QVERIFY(arguments.contains("--json") || (code != 0x2028 && code != 0x202e));
    }
    QVERIFY2(outcome.err.count('\n') <= 1, outcome.err.constData());
}

void TestCliPlan::advice_data()
{
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<QByteArrayList>("present");
    QTest::addColumn<QByteArrayList>("absent");
    const QByteArray validate = "! Validate the idea with real users first.";
    const QByteArray milestone = "Validate first";
    const QByteArray scale = "! Planning for many";
    const QByteArray simple = "- One maintainer";
    QTest::addRow("as it is") << QStringList{} << QByteArrayList{validate, milestone, scale, simple}
                              << QByteArrayList{};
    QTest::addRow("validated") << QStringList{"--validated", "yes"} << QByteArrayList{scale, simple}
                               << QByteArrayList{validate, milestone};
    QTest::addRow("no answer") << QStringList{"--validated", "", "--maintainer", ""} << QByteArrayList{scale}
                               << QByteArrayList{validate, milestone, simple};
    QTest::addRow("a team for a few") << QStringList{"--maintainer", "team", "--scale", "few"}
                                      << QByteArrayList{validate, milestone} << QByteArrayList{scale, simple};
    QTest::addRow("no scale chosen") << QStringList{"--scale", ""} << QByteArrayList{validate} << QByteArrayList{scale};
    QTest::addRow("optimistic phase") << QStringList{"--validated", "yes"}
                                      << QByteArrayList{"Careful: likely is the lowest."}
                                      << QByteArrayList{"Not shown"};
    QTest::addRow("optimistic phase in place")
        << QStringList{"backups=done"} << QByteArrayList{} << QByteArrayList{"Careful: likely is the lowest."};
}

void TestCliPlan::advice()
{
    QFETCH(QStringList, answers);
    QFETCH(QByteArrayList, present);
    QFETCH(QByteArrayList, absent);
    m_workshop.write("answers.json", fixture("tiny.json"));
    if (!answers.isEmpty())
        QCOMPARE(m_workshop.run(QStringList{"set", "answers.json"} + answers).err, "");
    const QByteArray text = m_workshop.run({"plan", "answers.json"}).out;
    for (const QByteArray& words : present)
        QVERIFY2(text.contains(words), words.constData());
    for (const QByteArray& words : absent)
        QVERIFY2(!text.contains(words), words.constData());
}

// A phase whose likely effort is its lowest gets its catalogue's note as advice, where there is one.
void TestCliPlan::noAdviceWithoutAWord()
{
    const Workshop workshop;
    QJsonObject catalogue = builtinCatalogue();
    QJsonArray phases = catalogue["phases"].toArray();
    for (int i = 0; i < 2; ++i) {
        QJsonObject phase = phases[i].toObject();
        QJsonObject effort = phase["effort"].toObject();
        effort["likely"] = effort["low"];
        phase["effort"] = effort;
        phase["title"] = i == 0 ? "Without a word" : "With a word";
        phase["note"] = "Told.";
        if (i == 0)
            phase.remove("note");
        phases[i] = phase;
    }
    catalogue["phases"] = phases;
    workshop.write("catalogue.json", QJsonDocument(catalogue).toJson());
    QCOMPARE(
        workshop.run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04", "--catalogue", "catalogue.json"}).err,
        "");
    const QByteArray report = workshop.run({"plan", "a.trestle"}).out;
    QVERIFY2(report.contains("- With a word: Told."), report.constData());
    QVERIFY2(!report.contains("- Without a word"), report.constData());
}

void TestCliPlan::target_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<bool>("drawn");
    // The likely plan ends on Friday 2027-01-29, the high one on Monday 2027-02-22.
    QTest::addRow("on the day") << "2027-01-29"
                                << QByteArray("the likely plan is on the day, the high one 16 working days") << true;
    QTest::addRow("a day late") << "2027-01-28" << QByteArray("the likely plan is 1 working day late") << true;
    QTest::addRow("a day early") << "2027-02-01" << QByteArray("the likely plan is 1 working day early") << true;
    QTest::addRow("on the weekend after") << "2027-01-31" << QByteArray("the likely plan is in time") << true;
    QTest::addRow("on a weekend before") << "2027-01-24" << QByteArray("the likely plan is 5 working days late")
                                         << true;
    QTest::addRow("before the start") << "2026-12-01" << QByteArray("the likely plan is 43 working days late") << false;
    QTest::addRow("far off") << "2029-01-01" << QByteArray("the likely plan is 501 working days early") << false;
}

void TestCliPlan::target()
{
    QFETCH(QString, target);
    QFETCH(QByteArray, says);
    QFETCH(bool, drawn);
    m_workshop.write("target.json", fixture("tiny.json"));
    const Outcome set = m_workshop.run({"set", "target.json", "--target", target});
    QCOMPARE(set.exitCode, 0);
    // A target before the start is allowed, and said to be odd.
    QCOMPARE(set.err.contains("note: the target"), target < QStringLiteral("2027-01-04"));
    const QByteArray text = m_workshop.run({"plan", "target.json"}).out;
    QVERIFY2(text.simplified().contains(target.toUtf8() + ": " + says), text.constData());
    QCOMPARE(text.contains("| target " + target.toUtf8()), drawn);
    QCOMPARE(text.contains("target " + target.toUtf8() + " lies outside"), !drawn);
}

void TestCliPlan::sources()
{
    const QByteArray expected = fixture("tiny-ascii.txt");
    QCOMPARE(m_workshop.run({"plan", "-"}, fixture("tiny.json")).out, expected);
    QCOMPARE(m_workshop.run({"plan", "-"}, "\xEF\xBB\xBF" + fixture("tiny.json")).out, expected);
    QCOMPARE(m_workshop.shell(R"sh(cat tiny.json | "$T" plan /dev/stdin)sh").out, expected);
    // What a file is does not hang on its name.
    m_workshop.write("plan", fixture("tiny.json"));
    m_workshop.write("tiny.trestle.json", m_workshop.read("tiny.trestle"));
    QCOMPARE(m_workshop.run({"plan", "plan"}).out, expected);
    QCOMPARE(m_workshop.run({"plan", "./plan"}).out, expected);
    QCOMPARE(m_workshop.run({"plan", "tiny.trestle.json"}).out, expected);
}

namespace {

/// Keys of an object in the order in which they stand in the text, nested ones as "{…}".
QString shapeOf(const QByteArray& json)
{
    QString shape = QString::fromUtf8(json);
    shape.remove(QRegularExpression(QStringLiteral("\\s")));
    shape.replace(QRegularExpression(QStringLiteral(R"(:("[^"]*"|-?[0-9.e+-]+|true|false|null))")), QStringLiteral(""));
    shape.replace(QRegularExpression(QStringLiteral(R"(\[("[^"]*",?)*\])")), QStringLiteral("[]"));
    return shape.remove(u'"');
}

} // namespace

void TestCliPlan::figuresHaveTheAgreedShape()
{
    const QByteArray json = m_workshop.run({"plan", "tiny.json", "--json"}).out;
    const QString range = "{low,likely,high}";
    const QString moment = "{week,date}";
    const QString finish = "{low:" + moment + ",likely:" + moment + ",high:" + moment + "}";
    const QString total = "{weeks,date}";
    const QString item = "{id,title,state,effort:" + range + ",start:" + moment + ",finish:" + finish +
                         ",cost:" + range + ",people:[],slack,slackByLinks,waitsFor:{kind,on:[]}}";
    const auto phase = [&](int items) {
        return "{id,title,reference:{first,last},effort:" + range + ",start:" + moment + ",finish:" + finish +
               ",cost:" + range + ",slack,slackByLinks,drivesFinish,items:[" + QStringList(items, item).join(u',') +
               "]}";
    };
    const QString person = "{name,allocation,rate,workedWeeks,cost}";
    QCOMPARE(shapeOf(json), "{kind,name,client,scenario,catalogue:{id,version},start,"
                            "readiness:{percent,done,partial,missing,excluded},finish:{low:" +
                                total + ",likely:" + total + ",high:" + total + "},effort:" + range + ",cost:{labour:" +
                                range + ",running:" + range + ",total:" + range + ",currency},phases:[" + phase(2) +
                                ',' + phase(3) + ',' + phase(1) + "],people:[" + person + ',' + person + "]}");

    const QJsonObject figures = QJsonDocument::fromJson(json).object();
    // By hand: 5.6 person-weeks; the second of two days' leave of Ana ends on 2027-01-12.
    QCOMPARE(at(figures, "effort/likely").toDouble(), 5.6);
    QCOMPARE(at(figures, "finish/likely/date").toString(), "2027-01-29");
    QCOMPARE(at(figures, "start").toString(), "2027-01-04");
    QCOMPARE(at(figures, "phases/0/items/0/state").toString(), "done");
    QCOMPARE(at(figures, "phases/0/items/1/people").toArray(), (QJsonArray{"Ana", "山田"}));
    QCOMPARE(at(figures, "phases/0/items/1/waitsFor/kind").toString(), "start");
    QCOMPARE(at(figures, "phases/1/items/0/waitsFor").toObject(),
             (QJsonObject{{"kind", "link"}, {"on", QJsonArray{"store"}}}));
    QCOMPARE(at(figures, "phases/1/items/2/waitsFor").toObject(),
             (QJsonObject{{"kind", "person"}, {"on", QJsonArray{"Ana", "roles"}}}));
    QCOMPARE(at(figures, "people/1/rate").toDouble(), 4000.5);
    const double labour = at(figures, "cost/labour/likely").toDouble();
    QCOMPARE(at(figures, "people/0/cost").toDouble() + at(figures, "people/1/cost").toDouble(), labour);
    double phases = 0;
    for (const QJsonValue& entry : figures["phases"].toArray())
        phases += at(entry.toObject(), "cost/likely").toDouble();
    QVERIFY(qAbs(phases - labour) < 0.001);
}

void TestCliPlan::figuresOfScenario()
{
    const QJsonObject base = m_workshop.figures("tiny.json");
    QVERIFY(base["scenario"].isNull());
    for (const char* file : {"tiny.json", "tiny.trestle"}) {
        const QJsonObject lean = m_workshop.figures(file, {"--scenario", "Lean"});
        QCOMPARE(at(lean, "scenario").toString(), "Lean");
        QCOMPARE(at(lean, "cost/labour/likely").toDouble(), 0.0); // Ana alone, at no rate
        QCOMPARE(lean["people"].toArray().size(), 1);
        const QJsonObject late = m_workshop.figures(file, {"--scenario", "=Late"});
        QCOMPARE(at(late, "start").toString(), "2027-03-01");
    }
}

void TestCliPlan::figuresWithoutWork()
{
    const QJsonObject figures = m_workshop.figures("tiny.json");
    const QJsonObject done = at(figures, "phases/0/items/0").toObject();
    QVERIFY(at(done, "start/week").isNull());
    QVERIFY(at(done, "start/date").isNull());
    QVERIFY(at(done, "finish/high/date").isNull());
    QVERIFY(at(done, "slack").isNull());
    QVERIFY(at(done, "waitsFor/kind").isNull());
    QCOMPARE(at(done, "effort/high").toDouble(), 0.0);
    QCOMPARE(at(done, "cost/high").toDouble(), 0.0);
    QCOMPARE(done["people"].toArray(), QJsonArray());
}

void TestCliPlan::nothingInScope()
{
    m_workshop.write("none.json", fixture("tiny.json"));
    const Outcome set =
        m_workshop.run({"set", "none.json", "schema=excluded", "backups=excluded", "login=excluded", "roles=excluded",
                        "cards=excluded", "runbooks-for-everything-that-can-happen=excluded"});
    QCOMPARE(set.exitCode, 0);
    const QJsonObject figures = m_workshop.figures("none.json");
    QVERIFY(at(figures, "readiness/percent").isNull());
    const Outcome report = m_workshop.run({"plan", "none.json"});
    QVERIFY2(report.out.contains("Nothing in scope") && !report.out.contains("100 %"), report.out.constData());
}

void TestCliPlan::finishedPlan()
{
    m_workshop.write("finished.json", fixture("tiny.json"));
    const Outcome set = m_workshop.run({"set", "finished.json", "backups=done", "login=excluded", "roles=done",
                                        "cards=done", "runbooks-for-everything-that-can-happen=done"});
    QCOMPARE(set.exitCode, 0);
    const QJsonObject figures = m_workshop.figures("finished.json");
    QCOMPARE(at(figures, "readiness/percent").toDouble(), 100.0);
    QCOMPARE(at(figures, "finish/likely/weeks").toDouble(), 0.0); // lags of links do not count without work
    QCOMPARE(at(figures, "cost/labour/high").toDouble(), 0.0);
    const Outcome report = m_workshop.run({"plan", "finished.json"});
    QCOMPARE(report.exitCode, 0);
    QVERIFY(report.out.contains("100 % of the way: 5 in place, 0 partly, 0 to build, 1 not needed"));
    QVERIFY(!report.out.contains('#' + QByteArray("#")));
}

void TestCliPlan::monthsAreNamed_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<double>("effort"); // person-weeks of a phase, 0: as it is
    QTest::addColumn<QByteArray>("columns");
    QTest::addColumn<QByteArray>("header");
    const auto row = [](const char* name, const char* start, double effort, const char* columns, const char* header) {
        QTest::newRow(name) << start << effort << QByteArray(columns) << QByteArray(header);
    };
    row("a whole month", "2027-01-04", 0, "100", "2027 Jan Feb Mar");
    row("four days of December", "2026-12-28", 0, "100", "2026 Dec Jan 2027 Feb Mar");
    row("one day of December", "2026-12-31", 0, "100", "2026 Dec Jan 2027 Feb Mar");
    row("one day of January", "2027-01-29", 0, "100", "2027 Jan Feb Mar");
    row("all of December", "2026-11-30", 0, "100", "2026 Nov Dec Jan 2027");
    row("no room for January", "2026-11-09", 0, "60", "2026-27 Nov Dec"); // a column of it
    row("years alone", "2027-11-29", 500, "100", "2027 2028 2029 2030 2031");
    row("no room for the last year", "2027-11-29", 500, "60", "2027-31 2028 2029 2030");
}

void TestCliPlan::monthsAreNamed()
{
    QFETCH(QString, start);
    QFETCH(double, effort);
    QFETCH(QByteArray, columns);
    QJsonObject json = plan();
    json["start"] = start;
    if (effort > 0)
        json["estimates"] = QJsonObject{{"store", QJsonObject{{"low", effort}, {"likely", effort}, {"high", effort}}}};
    m_workshop.write("months.json", QJsonDocument(json).toJson());
    const QByteArray out =
        m_workshop.runOnTerminal({"plan", "months.json"}, columns.toInt(), {{"NO_COLOR", "1"}, {"LC_ALL", "C"}});
    const auto end = out.indexOf("\nWeek ");
    const auto from = out.lastIndexOf('\n', end - 1) + 1;
    QTEST(out.mid(from, end - from).simplified(), "header");
}

void TestCliPlan::centuries_data()
{
    QTest::addColumn<double>("effort");
    QTest::addColumn<QByteArray>("week"); // the last number above the chart
    // Half of the phase is in place; the number of users does not scale an estimate of one's own.
    QTest::addRow("five years") << 500.0 << QByteArray("241");
    QTest::addRow("a century") << 10'000.0 << QByteArray("4501");
    QTest::addRow("nearly as long as a plan may be") << 90'000.0 << QByteArray("40001");
}

void TestCliPlan::centuries()
{
    QFETCH(double, effort);
    QFETCH(QByteArray, week);
    QJsonObject json = plan();
    json["estimates"] = QJsonObject{{"store", QJsonObject{{"low", effort}, {"likely", effort}, {"high", effort}}}};
    json["team"] = QJsonArray{QJsonObject{{"name", "Ana"}, {"allocation", 1}, {"weeklyRate", 1}}};
    m_workshop.write("long.json", QJsonDocument(json).toJson());
    const Outcome outcome = m_workshop.run({"plan", "long.json"});
    QCOMPARE(outcome.exitCode, 0);
    const auto start = outcome.out.indexOf("\nWeek ");
    const QByteArray numbers = outcome.out.mid(start, outcome.out.indexOf('\n', start + 1) - start).simplified();
    QCOMPARE(numbers.split(' ').last(), week);
}

QTEST_GUILESS_MAIN(TestCliPlan)
#include "tst_cli_plan.moc"
