#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

/// The register of risks on the command line: what `set` keeps, what `risk` makes of it.
class TestCliRisks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatIsSaid();
    void changesWhatIsThere();
    void numbersAreNotGivenAgain();
    void listsWhatEachAdds();
    void aResponseMovesThePlanOnceItIsInIt();
    void whatHappenedIsAnItem();
    void scenariosMayDiffer();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    [[nodiscard]] Outcome set(const QStringList& options) const;
    [[nodiscard]] QJsonObject plan() const;
    [[nodiscard]] QJsonObject risk(const QStringList& options = {}) const;

    std::unique_ptr<Workshop> m_workshop;
};

void TestCliRisks::init()
{
    m_workshop = std::make_unique<Workshop>();
    QCOMPARE(m_workshop->run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"}).err, "");
}

Outcome TestCliRisks::set(const QStringList& options) const
{
    return m_workshop->run(QStringList{"set", "a.trestle"} + options);
}

QJsonObject TestCliRisks::plan() const
{
    return QJsonDocument::fromJson(m_workshop->run({"export", "a.trestle", "-", "--format", "json"}).out).object();
}

QJsonObject TestCliRisks::risk(const QStringList& options) const
{
    const Outcome outcome = m_workshop->run(QStringList{"risk", "a.trestle", "--json", "--runs", "2000"} + options);
    return QJsonDocument::fromJson(outcome.out).object();
}

void TestCliRisks::keepsWhatIsSaid()
{
    QCOMPARE(set({"--risk", "hole:0.3:security:effort=1/2/4,title=The review finds a hole,owner=Ana"}).err, "");
    QCOMPARE(set({"--risk", "store:0.1:deployment:delay=2/4/8", "--response", "store:3000.50:0.05:delay=1"}).err, "");
    const QJsonObject kept = plan();
    QCOMPARE(at(kept, "risks/given").toInt(), 2);
    QCOMPARE(at(kept, "risks/events/0/id").toString(), "hole");
    QCOMPARE(at(kept, "risks/events/0/number").toInt(), 1);
    QCOMPARE(at(kept, "risks/events/0/p").toDouble(), 0.3);
    QCOMPARE(at(kept, "risks/events/0/effort/high").toDouble(), 4.0);
    QCOMPARE(at(kept, "risks/events/0/title").toString(), "The review finds a hole");
    QCOMPARE(at(kept, "risks/events/0/owner").toString(), "Ana");
    QCOMPARE(at(kept, "risks/events/1/response/cost").toDouble(), 3000.5);
    QCOMPARE(at(kept, "risks/events/1/response/delay/low").toDouble(), 1.0);
    // And back from JSON.
    m_workshop->write("a.json", QJsonDocument(kept).toJson());
    QCOMPARE(m_workshop->run({"import", "a.json", "b.trestle"}).err, "");
    QCOMPARE(QJsonDocument::fromJson(m_workshop->run({"export", "b.trestle", "-", "--format", "json"}).out).object(),
             kept);
}

void TestCliRisks::changesWhatIsThere()
{
    QCOMPARE(set({"--risk", "hole:0.3:security:effort=1/2/4,skill="}).err, "");
    QCOMPARE(set({"--risk", "hole:0.2:testing:money=500"}).err, "");
    const QJsonObject kept = plan();
    QCOMPARE(at(kept, "risks/events").toArray().size(), 1);
    QCOMPARE(at(kept, "risks/events/0/p").toDouble(), 0.2);
    QCOMPARE(at(kept, "risks/events/0/phase").toString(), "testing");
    QCOMPARE(at(kept, "risks/events/0/effort/likely").toDouble(), 2.0);
    QCOMPARE(at(kept, "risks/events/0/money/low").toDouble(), 500.0);
}

void TestCliRisks::numbersAreNotGivenAgain()
{
    QCOMPARE(set({"--risk", "a:0.3:security:effort=1", "--risk", "b:0.3:security:effort=1"}).err, "");
    QCOMPARE(set({"--drop-risk", "b"}).err, "");
    QCOMPARE(set({"--risk", "c:0.3:security:effort=1"}).err, "");
    QCOMPARE(at(plan(), "risks/events/1/number").toInt(), 3);
}

void TestCliRisks::listsWhatEachAdds()
{
    QVERIFY(risk().value("events").toArray().isEmpty());
    QCOMPARE(
        set({"--risk", "hole:0.3:security:effort=1/2/4", "--risk", "audit:0.5:operations:money=5000/10000/25000"}).err,
        "");
    const QJsonArray events = risk().value("events").toArray();
    QCOMPARE(events.size(), 2);
    const QJsonObject hole = events.at(0).toObject();
    QCOMPARE(hole.value("id").toString(), "hole");
    QCOMPARE(hole.value("phase").toString(), "security");
    QCOMPARE(hole.value("status").toString(), "open");
    QCOMPARE(hole.value("p").toDouble(), 0.3);
    QVERIFY(hole.value("addsWeeks").toDouble() > 0.1);
    QVERIFY(hole.value("addsCost").toDouble() > 1'000);
    QCOMPARE(events.at(1).toObject().value("addsWeeks").toDouble(), 0.0);
    QVERIFY(events.at(1).toObject().value("addsCost").toDouble() > 500);
    const QByteArray text = m_workshop->run({"risk", "a.trestle", "--runs", "2000"}).out;
    QVERIFY2(text.contains("What may happen"), text.constData());
    QVERIFY(text.indexOf("hole") < text.indexOf("audit"));
    QVERIFY(text.contains("Project as a whole"));
}

void TestCliRisks::aResponseMovesThePlanOnceItIsInIt()
{
    QCOMPARE(set({"--risk", "hole:0.5:security:effort=2/4/8", "--response", "hole:2000:0.1"}).err, "");
    const double before = at(risk(), "finish/weeks/p80").toDouble();
    const double likely = at(m_workshop->figures("a.trestle"), "cost/total/likely").toDouble();
    QVERIFY(at(risk(), "events/0/response/savesWeeks").toDouble() > 0.1);
    QCOMPARE(set({"--risk-status", "hole=responded"}).err, "");
    QVERIFY(at(risk(), "finish/weeks/p80").toDouble() < before - 0.1);
    QCOMPARE(at(risk(), "events/0/p").toDouble(), 0.1);
    QCOMPARE(at(m_workshop->figures("a.trestle"), "cost/total/likely").toDouble(), likely + 2000);
    // Without the response it is open again.
    QCOMPARE(set({"--response", "hole:"}).err, "");
    QCOMPARE(at(risk(), "finish/weeks/p80").toDouble(), before);
}

void TestCliRisks::whatHappenedIsAnItem()
{
    QCOMPARE(set({"--risk", "hole:0.5:security:effort=2/4/8"}).err, "");
    const double likely = at(m_workshop->figures("a.trestle"), "effort/likely").toDouble();
    QCOMPARE(set({"--risk-status", "hole=happened"}).err, "");
    QCOMPARE(at(m_workshop->figures("a.trestle"), "effort/likely").toDouble(), likely + 4);
    QCOMPARE(set({"risk:hole=done"}).err, "");
    QCOMPARE(at(m_workshop->figures("a.trestle"), "effort/likely").toDouble(), likely);
    QCOMPARE(set({"--risk-status", "hole=not"}).err, "");
    QCOMPARE(at(risk(), "events/0/addsWeeks").toDouble(), 0.0);
}

void TestCliRisks::scenariosMayDiffer()
{
    QCOMPARE(set({"--risk", "hole:0.5:security:effort=2/4/8"}).err, "");
    QCOMPARE(m_workshop->run({"scenario", "add", "a.trestle", "--name", "Safe", "--risk", "hole:0:security"}).err, "");
    QCOMPARE(at(risk({"--scenario", "Safe"}), "events/0/p").toDouble(), 0.0);
    QCOMPARE(at(risk(), "events/0/p").toDouble(), 0.5);
    QCOMPARE(set({"--scenario", "Safe", "--as-base", "risks"}).err, "");
    QCOMPARE(at(risk({"--scenario", "Safe"}), "events/0/p").toDouble(), 0.5);
}

void TestCliRisks::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QStringList& options, const char* says) {
        QTest::newRow(name) << options << QByteArray(says);
    };
    row("an unknown phase", {"--risk", "x:0.3:marketing:effort=1"}, "there is no phase 'marketing'");
    row("a chance over 1", {"--risk", "x:1.3:security:effort=1"}, "give 0 to 1");
    row("a chance that is no number", {"--risk", "x:often:security:effort=1"}, "'often' cannot be used");
    row("no phase", {"--risk", "x:0.3"}, "give ID:P:PHASE");
    row("two points", {"--risk", "x:0.3:security:effort=1/2"}, "low, likely and high");
    row("points out of order", {"--risk", "x:0.3:security:effort=3/2/1"}, "x");
    row("an unknown part", {"--risk", "x:0.3:security:cost=1"}, "'cost=1' cannot be used");
    row("an effort that nobody can do",
        {"--person", "Lead engineer:1:5000:engineering", "--person", "Part-time engineer:0.5:5000:engineering",
         "--risk", "x:0.3:security:effort=1,skill=law"},
        "'risk:x'");
    row("an unknown risk", {"--drop-risk", "x"}, "there is no risk 'x'");
    row("an unknown state", {"--risk", "x:0.3:security:effort=1", "--risk-status", "x=maybe"},
        "open, responded, happened or not");
    row("no response to be in the plan", {"--risk", "x:0.3:security:effort=1", "--risk-status", "x=responded"},
        "has no response");
    row("an id with a space", {"--risk", "a b:0.3:security:effort=1"}, "'a b' cannot be used");
}

void TestCliRisks::saysWhatIsWrong()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    const QByteArray before = m_workshop->fingerprint();
    const Outcome outcome = set(options);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY(m_workshop->fingerprint() == before);
}

QTEST_GUILESS_MAIN(TestCliRisks)
#include "tst_cli_risks.moc"
