#include "data/plan_file/plan_file.h"
#include "tests/app/support/program.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sqlite3.h>
#include <unistd.h>

#include <memory>
#include <optional>

/// What the command line says of plan files that are damaged, from the future, open elsewhere or gone: `check`
/// explains, everything else says it in one line; exit code 1; nothing is changed.
class TestCliDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void checkExplains_data();
    void checkExplains();
    void othersSayItInALine_data();
    void othersSayItInALine();
    void soundWithHistory();

private:
    static void execute(const QString& path, const QByteArray& statements);

    QByteArray m_plan; ///< two revisions, "new plan" and "set"
    std::unique_ptr<Workshop> m_workshop;
};

void TestCliDamage::initTestCase()
{
    const Workshop workshop;
    const Variables time{{"SOURCE_DATE_EPOCH", "1798761600"}};
    QCOMPARE(workshop.run({"new", "a.trestle", "--name", "Ledgerly", "--start", "2027-01-04"}, {}, time).exitCode, 0);
    QCOMPARE(workshop.run({"set", "a.trestle", "--budget", "180000"}, {}, time).exitCode, 0);
    m_plan = workshop.read("a.trestle");
}

void TestCliDamage::init()
{
    m_workshop = std::make_unique<Workshop>();
    m_workshop->write("a.trestle", m_plan);
}

void TestCliDamage::execute(const QString& path, const QByteArray& statements)
{
    sqlite3* db = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &db), SQLITE_OK);
    QVERIFY2(sqlite3_exec(db, statements.constData(), nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(db));
    sqlite3_close(db);
}

void TestCliDamage::checkExplains_data()
{
    QTest::addColumn<QByteArray>("statements"); // what another program does to the file
    QTest::addColumn<double>("left");           // and how much of it is left then
    QTest::addColumn<QByteArray>("explanation");
    QTest::addColumn<QByteArray>("soundness");
    QTest::addColumn<int>("repairedTo"); // 0: nothing can be
    const auto row = [](const char* name, const char* statements, const char* explanation, const char* soundness,
                        int repairedTo, double left = 1) {
        QTest::newRow(name) << QByteArray(statements) << left << QByteArray(explanation) << QByteArray(soundness)
                            << repairedTo;
    };
    const char* all = "2 revisions in it, all sound";
    row("a figure in the newest revision", "UPDATE revision SET document = replace(document, '180000', '190000')",
        "revision 2 is not as it was saved: its hash does not match", "1 of 2 revisions in it is sound", 1);
    row("the newest revision", "DELETE FROM revision WHERE id = 2",
        "the mark of the current revision names a revision that is missing", "1 revision in it, all sound", 1);
    row("the catalogue", "UPDATE blob SET json = json || ' '", "the catalogue in the file is not as it was saved", all,
        2);
    row("no catalogue", "DELETE FROM blob", "the catalogue in the file is missing", all, 2);
    row("the mark of the current revision", "UPDATE head SET sha256 = lower(hex(zeroblob(32)))",
        "the mark of the current revision has another hash than it", all, 2);
    row("no mark", "DELETE FROM head", "the mark of the current revision is missing", all, 2);
    row("a table", "DROP TABLE tag", "the table 'tag' is missing or not that of a plan", all, 2);
    row("a version's name", "INSERT INTO tag VALUES(1, 'Draft', 0, lower(hex(zeroblob(32))))",
        "the name of revision 1 is not as it was saved", all, 2);
    row("a page that two tables claim",
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = "
        "'plan_item'",
        "the pages of the database do not fit together: ", all, 2);
    row("the second half", "", "the database cannot be read", "in it", 2, 0.5);
    row("all but the first page", "", "the database cannot be read", "no revision can be found in it", 0, 0.02);
}

void TestCliDamage::checkExplains()
{
    QFETCH(QByteArray, statements);
    QFETCH(double, left);
    QFETCH(QByteArray, explanation);
    QFETCH(QByteArray, soundness);
    QFETCH(int, repairedTo);
    execute(m_workshop->path("a.trestle"), statements);
    const QByteArray whole = m_workshop->read("a.trestle");
    const QByteArray before = whole.left(static_cast<qsizetype>(left * static_cast<double>(whole.size())));
    m_workshop->write("a.trestle", before);
    const Outcome check = m_workshop->run({"check", "a.trestle"});
    QCOMPARE(check.exitCode, 1);
    QVERIFY2(check.out.startsWith("damaged: " + explanation), check.out.constData());
    QVERIFY2(check.out.contains(soundness), check.out.constData());
    QVERIFY2(!check.out.contains("***"), check.out.constData()); // SQLite's heading
    QCOMPARE(check.err.count('\n'), 1);
    QVERIFY2(check.err.startsWith("trestle: 'a.trestle' is damaged"), check.err.constData());
    if (repairedTo == 0) {
        QVERIFY2(check.out.endsWith("  nothing in it can be repaired\n"), check.out.constData());
    } else {
        const QByteArray promise = "  a repaired copy goes on from revision " + QByteArray::number(repairedTo) + ", '" +
                                   (repairedTo == 2 ? "budget 180000" : "new plan") + "', of 2027-01-01T00:00:00Z\n";
        QVERIFY2(check.out.contains(promise), check.out.constData());
        QVERIFY2(check.out.endsWith("trestle check 'a.trestle' --repair OUT\n"), check.out.constData());
    }
    const Outcome repair = m_workshop->run({"check", "a.trestle", "--repair", "b.trestle"});
    QCOMPARE(repair.exitCode, 1);
    QCOMPARE(QFile::exists(m_workshop->path("b.trestle")), repairedTo != 0);
    if (repairedTo != 0)
        QCOMPARE(m_workshop->run({"check", "b.trestle"}).exitCode, 0);
    QVERIFY(m_workshop->read("a.trestle") == before);
}

void TestCliDamage::othersSayItInALine_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("a newer version") << "newer" << QByteArray("'a.trestle' was made by a newer Trestle (format 7)");
    QTest::newRow("another application's database") << "stranger" << QByteArray("'a.trestle' is not a plan");
    QTest::newRow("an empty file") << "empty" << QByteArray("'a.trestle' is not a plan (empty file)");
    QTest::newRow("gone") << "gone" << QByteArray("there is no file 'a.trestle'");
    QTest::newRow("a folder") << "folder" << QByteArray("cannot read 'a.trestle'");
    QTest::newRow("damaged") << "damaged" << QByteArray("'a.trestle' is damaged (hash does not match)");
    QTest::newRow("locked") << "locked" << QByteArray("'a.trestle' is open elsewhere (app_tst_cli_damage (process ");
    QTest::newRow("several names") << "linked" << QByteArray("cannot write 'a.trestle' (it has 2 names");
}

void TestCliDamage::othersSayItInALine()
{
    QFETCH(QString, what);
    QFETCH(QByteArray, message);
    std::optional<trestle::Result<trestle::PlanFile>> held;
    const auto patch = [&](qsizetype at, char byte) {
        QByteArray bytes = m_plan;
        bytes[at] = byte;
        m_workshop->write("a.trestle", bytes);
    };
    if (what == "newer")
        patch(63, 7);
    else if (what == "stranger")
        patch(68, 'x');
    else if (what == "empty")
        m_workshop->write("a.trestle", "");
    else if (what == "gone")
        QVERIFY(QFile::remove(m_workshop->path("a.trestle")));
    else if (what == "folder")
        QVERIFY(QFile::remove(m_workshop->path("a.trestle")) && QDir(m_workshop->path()).mkdir("a.trestle"));
    else if (what == "damaged")
        patch(m_plan.lastIndexOf("\"budget\":180000") + 9, '2');
    else if (what == "locked")
        held.emplace(trestle::PlanFile::open(m_workshop->path("a.trestle").toStdString()));
    else if (what == "linked")
        QCOMPARE(link(qPrintable(m_workshop->path("a.trestle")), qPrintable(m_workshop->path("b.trestle"))), 0);
    const QByteArray before = m_workshop->fingerprint();
    const bool mayRead = what == "locked" || what == "linked";
    for (const QStringList& arguments :
         {QStringList{"set", "a.trestle", "sessions=done"}, QStringList{"plan", "a.trestle"},
          QStringList{"export", "a.trestle", "-", "--format", "csv"}}) {
        const Outcome outcome = m_workshop->run(arguments);
        if (mayRead && arguments.first() != "set") {
            QCOMPARE(outcome.exitCode, 0);
            continue;
        }
        QVERIFY2(outcome.err.startsWith("trestle: " + message), outcome.err.constData());
        QCOMPARE(outcome.err.count('\n'), 1);
        QCOMPARE(outcome.out, "");
        QCOMPARE(outcome.exitCode, 1);
    }
    QVERIFY(m_workshop->fingerprint() == before);
}

void TestCliDamage::soundWithHistory()
{
    const Outcome check = m_workshop->run({"check", "a.trestle"});
    QCOMPARE(check.out, "sound: 2 revisions, all verified\n");
    QCOMPARE(check.err, "");
    QCOMPARE(check.exitCode, 0);
}

QTEST_GUILESS_MAIN(TestCliDamage)
#include "tst_cli_damage.moc"
