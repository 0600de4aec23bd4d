#include "data/plan_file/plan_file.h"
#include "models/difference.h"
#include "models/proposals.h"
#include "tests/app/support/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace trestle;

/// `trestle scan`, and `trestle new --scan`: what is said of a folder, what is kept in a plan, and what is refused.
class TestCliScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsEachItem();
    void tellsOtherPrograms();
    void leavesNoTrace();
    void becomesAPlan();
    void keepsProposals();
    void tellsWhatChanged();
    void acceptsTheConfident();
    void planAsJson();
    void refused_data();
    void refused();
    void badUsage_data();
    void badUsage();
};

namespace {

const QString kReady = QStringLiteral(TRESTLE_FIXTURES "/scan/nextjs-prisma-production/project");
const QString kBare = QStringLiteral(TRESTLE_FIXTURES "/scan/nextjs-prisma-bare/project");

QJsonObject jsonOf(const Outcome& outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}

/// Items of a scan that say so.
std::set<QString> itemsThat(const QJsonObject& scan, const QString& key, const QStringList& values)
{
    std::set<QString> ids;
    for (const QJsonValue& item : scan["items"].toArray())
        if (values.contains(item[key].toString()))
            ids.insert(item["id"].toString());
    return ids;
}

/// What `--accept confident` takes.
std::set<QString> toAccept(const QJsonObject& scan)
{
    std::set<QString> ids;
    const std::set<QString> confident = itemsThat(scan, "confidence", {"confident"});
    for (const QString& id : itemsThat(scan, "state", {"done", "partial"}))
        if (confident.contains(id))
            ids.insert(id);
    return ids;
}

PlanFile opened(const Workshop& workshop, const QString& name)
{
    return PlanFile::open(workshop.path(name).toStdString(), OpenMode::readOnly).value();
}

QString lastLabel(const Workshop& workshop, const QString& name)
{
    return QString::fromStdString(opened(workshop, name).history().value().back().label);
}

} // namespace

void TestCliScan::tellsEachItem()
{
    const Workshop workshop;
    const Outcome scan = workshop.run({"scan", kReady});
    QVERIFY2(scan.exitCode == 0, scan.err.constData());
    QCOMPARE(scan.err, ""); // progress is for terminals
    const QString text = QString::fromUtf8(scan.out);
    QVERIFY2(text.startsWith("Database\n"), qPrintable(text));
    const QRegularExpression item("\n  \\[x\\] [a-z0-9-]+ +in place +confident\n      [^ ]+:\\d+: [A-Z][^\n]+");
    QVERIFY2(item.match(text).hasMatch(), qPrintable(text));
    const QRegularExpression sum(
        "project: \\d+ in place, .*\\(\\d+ confident, \\d+ unsure\\) Read \\d+ files \\(\\d+ kB\\)");
    QVERIFY2(sum.match(text.simplified()).hasMatch(), qPrintable(text));
    for (const QString& line : text.split('\n'))
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

void TestCliScan::tellsOtherPrograms()
{
    const Workshop workshop;
    const QJsonObject scan = jsonOf(workshop.run({"scan", kReady, "--json"}));
    QCOMPARE(scan["kind"].toString(), "scan");
    QCOMPARE(scan["folder"].toString(), "project");
    QVERIFY(scan["items"].toArray().size() >= 40);
    QVERIFY(scan["files"]["read"].toInt() > 5);
    QVERIFY(toAccept(scan).size() > 5);
    for (const QJsonValue& item : scan["items"].toArray())
        for (const QJsonValue& place : item["evidence"].toArray()) {
            const QString path = place["path"].toString();
            QVERIFY2(path.isEmpty() || QFileInfo::exists(kReady + '/' + path), qPrintable(path));
            QVERIFY2(!place["means"].toString().isEmpty(), qPrintable(place["rule"].toString()));
        }
    // What a bare prototype has is less.
    QVERIFY(toAccept(jsonOf(workshop.run({"scan", kBare, "--json"}))).size() < toAccept(scan).size());
}

void TestCliScan::leavesNoTrace()
{
    const Workshop workshop;
    workshop.write("package.json", R"({"dependencies":{"express":"4.19.2"}})");
    workshop.write("server.js", "const app = require('express')();\napp.listen(3000);\n");
    const QByteArray before = workshop.fingerprint();
    QCOMPARE(workshop.run({"scan", "."}).exitCode, 0);
    QCOMPARE(workshop.run({"scan", workshop.path() + "/", "--json"}).exitCode, 0);
    QCOMPARE(workshop.fingerprint(), before);
    const QString name = QDir(workshop.path()).dirName();
    QCOMPARE(jsonOf(workshop.run({"scan", ".", "--json"}))["folder"].toString(), name);
    QVERIFY(!workshop.run({"scan", ".", "--json"}).out.contains(workshop.path().toUtf8()));
}

void TestCliScan::becomesAPlan()
{
    const Workshop workshop;
    const Outcome made =
        workshop.run({"new", "shop.trestle", "--name", "Shop", "--scan", kReady, "--accept", "confident"});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QVERIFY2(made.err.contains("Scan of the folder: "), made.err.constData());
    const std::set<QString> accepted = toAccept(jsonOf(workshop.run({"scan", kReady, "--json"})));
    const QJsonObject figures = workshop.figures("shop.trestle");
    QCOMPARE(static_cast<std::size_t>(at(figures, "readiness/done").toInt() + at(figures, "readiness/partial").toInt()),
             accepted.size());
    std::set<QString> withEvidence;
    for (const QJsonValue& phase : figures["phases"].toArray())
        for (const QJsonValue& item : phase["items"].toArray())
            if (item["evidence"].isObject()) {
                withEvidence.insert(item["id"].toString());
                QVERIFY(item["evidence"]["by"].isNull());
                QVERIFY(!item["evidence"]["places"].toArray().isEmpty());
            }
    QVERIFY(withEvidence == accepted);
    QCOMPARE(workshop.run({"check", "shop.trestle"}).exitCode, 0);
    QVERIFY(lastLabel(workshop, "shop.trestle").startsWith("Scan of the folder: "));
    // Without, nothing is ticked.
    QCOMPARE(workshop.run({"new", "later.trestle", "--name", "Shop", "--scan", kReady}).exitCode, 0);
    QCOMPARE(at(workshop.figures("later.trestle"), "readiness/done").toInt(), 0);
    const Inputs later = opened(workshop, "later.trestle").document().project.base;
    QVERIFY(later.proposals.size() >= 40);
    QVERIFY(openProposals(later) > 10 && openProposals(later) < later.proposals.size());
}

void TestCliScan::keepsProposals()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "shop.trestle", "--name", "Shop"}).exitCode, 0);
    const QJsonObject before = workshop.figures("shop.trestle");
    const Outcome scan = workshop.run({"scan", kReady, "--plan", "shop.trestle"});
    QVERIFY2(scan.exitCode == 0, scan.err.constData());
    QVERIFY2(scan.out.contains("Kept in the plan, "), scan.out.constData());
    QVERIFY2(!scan.out.contains("Changed since"), scan.out.constData()); // the first one
    QVERIFY2(!scan.out.contains("(was "), scan.out.constData());
    QVERIFY(workshop.figures("shop.trestle") == before);
    const PlanFile file = opened(workshop, "shop.trestle");
    QCOMPARE(file.history().value().size(), 2U);
    QVERIFY(lastLabel(workshop, "shop.trestle").startsWith("Scan of the folder: "));
    QVERIFY(!differences(Inputs(file.document().project.base),
                         [&] {
                             Inputs without = file.document().project.base;
                             without.proposals.clear();
                             return without;
                         }())
                 .empty());
}

void TestCliScan::tellsWhatChanged()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "shop.trestle", "--name", "Shop", "--scan", kBare}).exitCode, 0);
    const QJsonObject bare = jsonOf(workshop.run({"scan", kBare, "--json"}));
    const QJsonObject again = jsonOf(workshop.run({"scan", kReady, "--plan", "shop.trestle", "--json"}));
    const auto stateIn = [](const QJsonObject& scan, const QString& id) {
        for (const QJsonValue& item : scan["items"].toArray())
            if (item["id"].toString() == id)
                return item["state"].toString();
        return QString();
    };
    const QJsonArray changes = again["changes"].toArray();
    QVERIFY(changes.size() > 5);
    for (const QJsonValue& change : changes) {
        const QString id = change["id"].toString();
        QCOMPARE(change["before"].toString(), stateIn(bare, id));
        QCOMPARE(change["after"].toString(), stateIn(again, id));
    }
    QVERIFY(again["accepted"].toArray().isEmpty());
    // The same once more changes nothing and is no revision.
    const auto count = [&] { return opened(workshop, "shop.trestle").history().value().size(); };
    const std::size_t revisions = count();
    const Outcome same = workshop.run({"scan", kReady, "--plan", "shop.trestle"});
    QVERIFY2(!same.out.contains("Changed since"), same.out.constData());
    QCOMPARE(count(), revisions);
    const Outcome back = workshop.run({"scan", kBare, "--plan", "shop.trestle"});
    QVERIFY2(QRegularExpression("\nChanged since the scan before:\n  [a-z0-9-]+: [a-z ]+ -> [a-z ]+\n")
                 .match(QString::fromUtf8(back.out))
                 .hasMatch(),
             back.out.constData());
}

void TestCliScan::acceptsTheConfident()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "shop.trestle", "--name", "Shop"}).exitCode, 0);
    const Outcome scan = workshop.run({"scan", kReady, "--plan", "shop.trestle", "--accept", "confident", "--json"});
    QVERIFY2(scan.exitCode == 0, scan.err.constData());
    const QJsonObject json = jsonOf(scan);
    std::set<QString> accepted;
    for (const QJsonValue& id : json["accepted"].toArray())
        accepted.insert(id.toString());
    QVERIFY(accepted == toAccept(json));
    QVERIFY(lastLabel(workshop, "shop.trestle").endsWith(QStringLiteral("; %1 accepted").arg(accepted.size())));
    const Inputs base = opened(workshop, "shop.trestle").document().project.base;
    for (const auto& [id, proposal] : base.proposals)
        QCOMPARE(proposal.answer == ProposalAnswer::accepted, accepted.contains(QString::fromStdString(id)));
    const Outcome told = workshop.run({"scan", kBare, "--plan", "shop.trestle", "--accept", "confident"});
    QVERIFY2(told.exitCode == 0, told.err.constData());
}

void TestCliScan::planAsJson()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "shop.trestle", "--name", "Shop"}).exitCode, 0);
    QCOMPARE(workshop.run({"export", "shop.trestle", "shop.json"}).exitCode, 0);
    QCOMPARE(workshop.run({"scan", kReady, "--plan", "shop.json", "--accept", "confident"}).exitCode, 0);
    const QJsonObject plan = QJsonDocument::fromJson(workshop.read("shop.json")).object();
    QVERIFY(plan["proposals"].toObject().size() >= 40);
    QCOMPARE(workshop.run({"import", "shop.json", "again.trestle"}).exitCode, 0);
    QVERIFY(opened(workshop, "again.trestle").document().project.base.proposals.size() >= 40);
}

void TestCliScan::refused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QStringList& arguments, const char* message) {
        QTest::newRow(name) << arguments << QString::fromUtf8(message);
    };
    row("no such folder", {"scan", "nowhere"}, "'nowhere'");
    row("a file", {"scan", "file.txt"}, "'file.txt'");
    row("no such plan", {"scan", ".", "--plan", "none.trestle"}, "there is no file 'none.trestle'");
    row("a plan from standard input", {"scan", ".", "--plan", "-"}, "--plan: '-' cannot be used");
    row("a new plan of no folder", {"new", "a.trestle", "--name", "A", "--scan", "nowhere"}, "'nowhere'");
}

void TestCliScan::refused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Workshop workshop;
    workshop.write("file.txt", "text");
    const QByteArray before = workshop.fingerprint();
    const Outcome outcome = workshop.run(arguments);
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.out, "");
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY2(outcome.err.contains(message.toUtf8()), outcome.err.constData());
    QCOMPARE(workshop.fingerprint(), before);
}

void TestCliScan::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no folder") << QStringList{"scan"};
    QTest::newRow("accepted without a plan") << QStringList{"scan", ".", "--accept", "confident"};
    QTest::newRow("accept another word") << QStringList{"scan", ".", "--plan", "a.trestle", "--accept", "all"};
    QTest::newRow("a new plan that accepts no scan")
        << QStringList{"new", "a.trestle", "--name", "A", "--accept", "confident"};
}

void TestCliScan::badUsage()
{
    QFETCH(QStringList, arguments);
    const Workshop workshop;
    QCOMPARE(workshop.run(arguments).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestCliScan)
#include "tst_cli_scan.moc"
