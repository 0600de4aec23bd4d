#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

/// `trestle record`: how past plans came out goes in, is told, is shared, and makes the outside view of new plans.
class TestCliRecord : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyAtFirst();
    void aFinishedPlanGoesInOnce();
    void plansWithNothingToTellAreRefused();
    void colleaguesMerge();
    void emptyingIsAskedFor();
    void newPlansTakeIt();
    void aDamagedRecordStays();
};

namespace {

/// In the workshop's own folder, whatever the machine's user has.
Variables recordAt(const Workshop& workshop, const QString& name = QStringLiteral("kept/record.json"))
{
    return {{"TRESTLE_RECORD", workshop.path(name)}};
}

/// A plan as JSON whose first two items took so many times what its baseline said of them.
void writeFinished(const Workshop& workshop, const QString& name, double times)
{
    if (!workshop.has("plan.trestle")) {
        QCOMPARE(workshop.run({"new", "plan.trestle", "--name", "Secret shop", "--start", "2027-01-04"}).exitCode, 0);
        QCOMPARE(workshop.run({"export", "plan.trestle", "plan.json"}).exitCode, 0);
    }
    QJsonObject plan = QJsonDocument::fromJson(workshop.read("plan.json")).object();
    const QJsonArray all = builtinCatalogue()["phases"].toArray()[0].toObject()["items"].toArray();
    QJsonObject items;
    QJsonObject promised;
    for (int i = 0; i < 4; ++i) {
        const QString id = all[i].toObject()["id"].toString();
        promised[id] = QJsonObject{{"state", "missing"}, {"effort", 0.5}};
        if (i < 2)
            items[id] = QJsonObject{{"state", "done"}, {"spent", 0.5 * times}};
    }
    plan["items"] = items;
    plan["asOf"] = "2027-02-01";
    QJsonObject baseline{{"name", "Sent to Saltbush"}, {"taken", "2027-01-04"}, {"items", promised}};
    for (const char* date : {"finish", "finishP50", "finishP80", "finishP90"})
        baseline[date] = "2027-06-01";
    for (const char* money : {"total", "totalP50", "totalP80", "totalP90"})
        baseline[money] = 100000;
    baseline["effortP50"] = 1.05;
    baseline["effortP80"] = 1.35;
    baseline["effortP90"] = 1.55;
    baseline["spend"] = QJsonArray{};
    plan["baseline"] = baseline;
    workshop.write(name, QJsonDocument(plan).toJson());
}

QJsonObject told(const Workshop& workshop)
{
    const Outcome list = workshop.run({"record", "list", "--json"}, {}, recordAt(workshop));
    return QJsonDocument::fromJson(list.out).object();
}

bool isNear(const QJsonValue& value, double wanted)
{
    return std::abs(value.toDouble(-99) - wanted) < 5e-5;
}

} // namespace

void TestCliRecord::emptyAtFirst()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"record", "list"}, {}, recordAt(workshop)).out,
             "No past plans recorded yet; 'trestle record add PLAN' records one.\n");
    const QJsonObject none = told(workshop);
    QCOMPARE(none["kind"], QJsonValue("record"));
    QCOMPARE(none["projects"].toArray().size(), 0);
    QVERIFY(isNear(none["m"], .05) && isNear(none["s"], .30));
    QVERIFY(!workshop.has("kept"));
    const Outcome refused = workshop.run({"record"}, {}, recordAt(workshop));
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains("list, add, export, merge, empty"), refused.err.constData());
}

void TestCliRecord::aFinishedPlanGoesInOnce()
{
    const Workshop workshop;
    writeFinished(workshop, "done.json", std::exp(.3));
    const Outcome added = workshop.run({"record", "add", "done.json"}, {}, recordAt(workshop));
    QVERIFY2(added.exitCode == 0, added.err.constData());
    QCOMPARE(added.out, "Recorded: 50 % of the work took 35 % longer than planned.\n");
    QCOMPARE(workshop.run({"record", "add", "done.json"}, {}, recordAt(workshop)).out,
             "That is in the record already.\n");
    const QJsonObject record = told(workshop);
    const QJsonArray projects = record["projects"].toArray();
    QCOMPARE(projects.size(), 1);
    QCOMPARE(projects[0].toObject()["catalogue"], QJsonValue("prototype-to-production"));
    QCOMPARE(projects[0].toObject()["date"], QJsonValue("2027-02-01"));
    QVERIFY(isNear(projects[0].toObject()["y"], .3));
    QVERIFY(isNear(projects[0].toObject()["weight"], .5));
    QCOMPARE(record["hits"].toObject(), (QJsonObject{{"p50", 0}, {"p80", 1}, {"p90", 1}}));
    const QByteArray kept = workshop.read("kept/record.json");
    for (const char* name : {"Secret", "Saltbush", "done.json"})
        QVERIFY2(!kept.contains(name), kept.constData());
    const QByteArray list = workshop.run({"record", "list"}, {}, recordAt(workshop)).out;
    for (const char* part : {"2027-02-01", "35 % longer than planned", "50 %", "- P80 P90",
                             "1 of 1 ended at or below P80", "kept/record.json"})
        QVERIFY2(list.contains(part), list.constData());
}

void TestCliRecord::plansWithNothingToTellAreRefused()
{
    const Workshop workshop;
    writeFinished(workshop, "done.json", 1);
    const Outcome unpromised = workshop.run({"record", "add", "plan.json"}, {}, recordAt(workshop));
    QCOMPARE(unpromised.exitCode, 1);
    QVERIFY2(unpromised.err.contains("no baseline"), unpromised.err.constData());
    QJsonObject plan = QJsonDocument::fromJson(workshop.read("done.json")).object();
    plan["items"] = QJsonObject{};
    workshop.write("begun.json", QJsonDocument(plan).toJson());
    const Outcome begun = workshop.run({"record", "add", "begun.json"}, {}, recordAt(workshop));
    QCOMPARE(begun.exitCode, 1);
    QVERIFY2(begun.err.contains("finished"), begun.err.constData());
    // A slip of the finger by a thousand does not spoil the record.
    writeFinished(workshop, "slip.json", 1000);
    QCOMPARE(workshop.run({"record", "add", "slip.json"}, {}, recordAt(workshop)).exitCode, 1);
    QVERIFY(!workshop.has("kept/record.json"));
}

void TestCliRecord::colleaguesMerge()
{
    const Workshop workshop;
    const Variables other = recordAt(workshop, "other.json");
    int n = 0;
    for (const double times : {1.1, 1.3, 0.9}) {
        const QString name = QStringLiteral("%1.json").arg(n);
        writeFinished(workshop, name, times);
        if (n < 2)
            QCOMPARE(workshop.run({"record", "add", name}, {}, recordAt(workshop)).exitCode, 0);
        if (n > 0)
            QCOMPARE(workshop.run({"record", "add", name}, {}, other).exitCode, 0);
        ++n;
    }
    QCOMPARE(workshop.run({"record", "export", "out.json"}, {}, other).exitCode, 0);
    QCOMPARE(workshop.run({"record", "export", "-"}, {}, other).out, workshop.read("out.json"));
    QCOMPARE(workshop.run({"record", "merge", "out.json"}, {}, recordAt(workshop)).out,
             "1 project added, 1 there already.\n");
    QCOMPARE(told(workshop)["projects"].toArray().size(), 3);
    // With the promises, so that what was kept is known of all: 1.1 and 1.3 are over P50, .9 is not.
    QCOMPARE(told(workshop)["hits"].toObject(), (QJsonObject{{"p50", 1}, {"p80", 3}, {"p90", 3}}));
    const QByteArray before = workshop.read("kept/record.json");
    for (const QByteArray& bytes : {QByteArray("{"), QByteArray("[]"), QByteArray(R"({"kind":"plan","format":1})")}) {
        workshop.write("bad.json", bytes);
        const Outcome refused = workshop.run({"record", "merge", "bad.json"}, {}, recordAt(workshop));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("bad.json"), refused.err.constData());
    }
    QCOMPARE(workshop.run({"record", "merge", "nowhere.json"}, {}, recordAt(workshop)).exitCode, 1);
    QCOMPARE(workshop.read("kept/record.json"), before);
}

void TestCliRecord::emptyingIsAskedFor()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"record", "empty"}, {}, recordAt(workshop)).out, "The record was empty.\n");
    writeFinished(workshop, "done.json", 1.2);
    QCOMPARE(workshop.run({"record", "add", "done.json"}, {}, recordAt(workshop)).exitCode, 0);
    const Outcome unasked = workshop.run({"record", "empty"}, {}, recordAt(workshop));
    QCOMPARE(unasked.exitCode, 1);
    QVERIFY2(unasked.err.contains("--yes"), unasked.err.constData());
    QCOMPARE(told(workshop)["projects"].toArray().size(), 1);
    QCOMPARE(workshop.run({"record", "empty", "--yes"}, {}, recordAt(workshop)).out, "1 project taken out.\n");
    QCOMPARE(told(workshop)["projects"].toArray().size(), 0);
}

void TestCliRecord::newPlansTakeIt()
{
    const Workshop workshop;
    const QStringList make{"new",     "next.trestle", "--name",         "Next",
                           "--start", "2027-05-03",   "--outside-view", "record"};
    const Outcome without = workshop.run(make, {}, recordAt(workshop));
    QCOMPARE(without.exitCode, 1);
    QVERIFY2(without.err.contains("trestle record add"), without.err.constData());
    writeFinished(workshop, "done.json", 1.5);
    QCOMPARE(workshop.run({"record", "add", "done.json"}, {}, recordAt(workshop)).exitCode, 0);
    const Outcome made = workshop.run(make, {}, recordAt(workshop));
    QVERIFY2(made.exitCode == 0, made.err.constData());
    const auto viewOf = [&](const QString& plan) {
        return at(QJsonDocument::fromJson(workshop.run({"export", plan, "-", "--format", "json"}).out).object(),
                  "outsideView")
            .toObject();
    };
    const QJsonObject view = viewOf("next.trestle");
    QCOMPARE(view["preset"], QJsonValue("record"));
    QCOMPARE(view["projects"], QJsonValue(1));
    QVERIFY(std::abs(view["mean"].toDouble() - std::log(1.5)) < 1e-4);
    // (5 × 0.05 + 0.5 × ln 1.5) ÷ 5.5
    QVERIFY(std::abs(view["m"].toDouble() - .0823) < 1e-4);
    // The figures stand, whatever the record says later; another plan takes what it says then.
    QCOMPARE(workshop.run({"record", "empty", "--yes"}, {}, recordAt(workshop)).exitCode, 0);
    QCOMPARE(viewOf("next.trestle"), view);
    QCOMPARE(workshop.run({"check", "next.trestle"}).exitCode, 0);
    const Outcome set = workshop.run({"set", "plan.trestle", "--outside-view", "record"}, {}, recordAt(workshop));
    QCOMPARE(set.exitCode, 1);
}

void TestCliRecord::aDamagedRecordStays()
{
    const Workshop workshop;
    writeFinished(workshop, "done.json", 1.2);
    workshop.write("record.json", "{\"kind\":\"record\",");
    const Variables damaged = recordAt(workshop, "record.json");
    for (const QStringList& command : {QStringList{"list"}, QStringList{"add", "done.json"},
                                       QStringList{"empty", "--yes"}, QStringList{"export", "-"}}) {
        const Outcome refused = workshop.run(QStringList{"record"} + command, {}, damaged);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("is damaged") && refused.err.contains("move it away"), refused.err.constData());
        QCOMPARE(refused.err.count('\n'), 1);
    }
    QCOMPARE(workshop.read("record.json"), "{\"kind\":\"record\",");
}

QTEST_GUILESS_MAIN(TestCliRecord)
#include "tst_cli_record.moc"
