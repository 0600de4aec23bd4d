#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <sqlite3.h>

#include <filesystem>

using namespace trestle;
using namespace trestle::test;

/// Databases that carry the mark of a plan but were made, or changed, by someone else. Nothing in them runs; what is
/// read is what the hashes cover; what does not fit is refused.
class TestPlanFileHostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void strangersAreNeverRun_data();
    void strangersAreNeverRun();
    void strangersStayOutOfCopies_data() { strangersAreNeverRun_data(); }
    void strangersStayOutOfCopies();
    void mendsComputedTables_data();
    void mendsComputedTables();
    void refusesToWriteOverAnImpostor();
    void refusesDamagedContent_data();
    void refusesDamagedContent();
    void damagedTipOnlyCostsRedo_data();
    void damagedTipOnlyCostsRedo();
    void rollsBackACrashedWrite_data();
    void rollsBackACrashedWrite();
    void refusesAJournalThatNamesAnotherFile();
    void turnsWriteAheadLogOff();

private:
    [[nodiscard]] Result<PlanFile> open(OpenMode mode = OpenMode::readWrite)
    {
        return PlanFile::open(m_path, mode, m_clock.shared());
    }
    Result<void> note(PlanFile& file, const std::string& notes)
    {
        m_clock.advance(5000);
        return file.edit(withNotes(file.document().project, notes), "Note " + notes);
    }

    FakeClock m_clock;
    std::unique_ptr<Folder> m_folder;
    std::string m_path; ///< a plan with two revisions
};

void TestPlanFileHostile::init()
{
    m_folder = std::make_unique<Folder>();
    m_path = m_folder->path("plan.trestle");
    auto file = PlanFile::create(m_path, smallDocument(), "New plan", m_clock.shared());
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
}

void TestPlanFileHostile::strangersAreNeverRun_data()
{
    QTest::addColumn<QString>("statements");
    // `trap` holds a row as soon as anything of the file has run. `endless` would not end in a lifetime.
    const QString trap = "CREATE TABLE trap(x); ";
    const QString endless = "instr(replace(hex(zeroblob(9000000)), '00', 'ab'), replace(hex(zeroblob(4000000)), '00', "
                            "'ab') || 'b')";
    QTest::newRow("a trigger on revision") << trap + "CREATE TRIGGER t AFTER INSERT ON revision BEGIN "
                                                     "INSERT INTO trap VALUES(1); END";
    QTest::newRow("a trigger on the head") << trap + "CREATE TRIGGER t BEFORE UPDATE ON head BEGIN "
                                                     "INSERT INTO trap VALUES(1); END; CREATE TRIGGER d AFTER INSERT "
                                                     "ON head BEGIN INSERT INTO trap VALUES(2); END";
    QTest::newRow("a trigger on a computed table") << trap + "CREATE TRIGGER t AFTER DELETE ON plan_item BEGIN "
                                                             "INSERT INTO trap VALUES(1); END";
    QTest::newRow("a trigger that refuses") << trap + "CREATE TRIGGER t BEFORE INSERT ON plan_item BEGIN "
                                                      "SELECT raise(ABORT, 'no'); END";
    QTest::newRow("an endless view") << trap + "CREATE VIEW v AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL "
                                               "SELECT i + 1 FROM n) SELECT max(i) FROM n";
    QTest::newRow("a virtual table") << trap + "CREATE VIRTUAL TABLE v USING fts5(x)";
    QTest::newRow("a virtual table without a module") << trap + "PRAGMA writable_schema=ON; "
                                                                "INSERT INTO sqlite_schema VALUES('table', 'v', 'v', "
                                                                "0, 'CREATE VIRTUAL TABLE v USING no_such_module(x)')";
    QTest::newRow("an index on revision that never ends") << trap +
                                                                 "DELETE FROM trap; CREATE INDEX i ON "
                                                                 "revision(id) WHERE id > 2 AND " +
                                                                 endless + " = 1";
    QTest::newRow("an index on a computed table") << trap + "CREATE INDEX i ON plan_item(title)";
    QTest::newRow("a unique index that stops edits") << trap + "CREATE UNIQUE INDEX i ON revision(id * 0) WHERE id > 1";
    QTest::newRow("a check that never ends") << trap + "PRAGMA ignore_check_constraints=ON; CREATE TABLE c(x CHECK(" +
                                                    endless + " = 1)); INSERT INTO c VALUES(1)";
    QTest::newRow("a generated column that never ends")
        << trap + "CREATE TABLE g(x, y INTEGER NOT NULL AS (" + endless +
               ") VIRTUAL); "
               "CREATE TABLE s(x); INSERT INTO s VALUES(1); PRAGMA writable_schema=ON; UPDATE sqlite_schema SET "
               "rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 's') WHERE name = 'g'; "
               "DELETE FROM sqlite_schema WHERE name = 's'";
    QTest::newRow("a foreign key that deletes") << trap + "CREATE TABLE c(x REFERENCES revision(id) ON DELETE CASCADE, "
                                                          "y); INSERT INTO c VALUES(1, 1), (2, 2)";
    QTest::newRow("foreign keys in a circle") << trap +
                                                     "CREATE TABLE a(x PRIMARY KEY REFERENCES b(x) ON UPDATE CASCADE); "
                                                     "CREATE TABLE b(x PRIMARY KEY REFERENCES a(x) ON UPDATE CASCADE); "
                                                     "INSERT INTO a VALUES(1); INSERT INTO b VALUES(1)";
    QTest::newRow("statistics that lie") << trap + "ANALYZE; UPDATE sqlite_stat1 SET stat = '9999999 1'";
    QTest::newRow("a table of one's own") << trap + "CREATE TABLE mine(x); INSERT INTO mine VALUES('kept')";
}

void TestPlanFileHostile::strangersAreNeverRun()
{
    QFETCH(QString, statements);
    const auto made = sql(m_path, statements.toStdString());
    QVERIFY2(made.empty() || made[0][0] != "error", made.empty() ? "" : made[0].back().c_str());
    {
        const auto reader = open(OpenMode::readOnly);
        VERIFY_OK(reader);
        QCOMPARE(reader->document().project.base.notes, "a");
    }
    auto file = open();
    VERIFY_OK(file);
    QCOMPARE(file->document().project.base.notes, "a");
    VERIFY_OK(note(*file, "b"));
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(file->redo(), Result<bool>(true));
    QCOMPARE(file->history()->size(), 3U);
    QCOMPARE(sql(m_path, "SELECT count(*) FROM trap"), (std::vector<Row>{{"0"}}));
    if (statements.contains("TABLE mine"))
        QCOMPARE(sql(m_path, "SELECT x FROM mine"), (std::vector<Row>{{"kept"}}));
    const auto report = checkPlanFile(m_path);
    VERIFY_OK(report);
    QVERIFY2(!report->problem, report->problem ? describeError(*report->problem).c_str() : "");
}

void TestPlanFileHostile::strangersStayOutOfCopies()
{
    QFETCH(QString, statements);
    sql(m_path, statements.toStdString());
    const std::string path = m_folder->path("copy.trestle");
    const auto file = open(OpenMode::readOnly);
    VERIFY_OK(file);
    VERIFY_OK(file->saveCopy(path));
    QCOMPARE(sql(path, "SELECT count(*) FROM sqlite_schema WHERE name IN ('t', 'd', 'v', 'i', 'c', 'g', 'a', 'b', "
                       "'trap', 'mine')"),
             (std::vector<Row>{{"0"}}));
    const auto copy = PlanFile::open(path);
    VERIFY_OK(copy);
    QCOMPARE(copy->document().project.base.notes, "a");
    QCOMPARE(copy->history()->size(), 2U);
}

void TestPlanFileHostile::mendsComputedTables_data()
{
    QTest::addColumn<QString>("statements");
    QTest::newRow("a table is gone") << "DROP TABLE plan_item";
    QTest::newRow("a view is gone") << "DROP VIEW plan_overview";
    QTest::newRow("a table is another") << "DROP TABLE plan_item; CREATE TABLE plan_item(x)";
    QTest::newRow("a table is a view") << "DROP TABLE plan_item; CREATE VIEW plan_item AS SELECT 1";
    QTest::newRow("a view is a table") << "DROP VIEW plan_overview; CREATE TABLE plan_overview(x)";
    QTest::newRow("the rows are gone") << "DELETE FROM plan_item";
    QTest::newRow("a column is added") << "ALTER TABLE plan_item ADD COLUMN mine TEXT";
}

void TestPlanFileHostile::mendsComputedTables()
{
    QFETCH(QString, statements);
    const auto schema = sql(m_path, "SELECT name, sql FROM sqlite_schema ORDER BY name");
    const auto items = sql(m_path, "SELECT * FROM plan_item");
    const auto overview = sql(m_path, "SELECT * FROM plan_overview");
    QVERIFY(items.size() > 10);
    QCOMPARE(overview.size(), 1U);
    sql(m_path, statements.toStdString());
    auto file = open();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "b"));
    QCOMPARE(sql(m_path, "SELECT name, sql FROM sqlite_schema ORDER BY name"), schema);
    QCOMPARE(sql(m_path, "SELECT * FROM plan_item"), items);
    QCOMPARE(sql(m_path, "SELECT * FROM plan_overview"), overview);
}

void TestPlanFileHostile::refusesToWriteOverAnImpostor()
{
    sql(m_path, "DROP TABLE plan_item; CREATE VIRTUAL TABLE plan_item USING fts5(x)");
    const auto file = open();
    COMPARE_ERROR(file, ErrorCode::damagedPlan);
    QCOMPARE(file.error().where, "plan_item");
    const auto reader = open(OpenMode::readOnly);
    VERIFY_OK(reader);
    QCOMPARE(reader->document().project.base.notes, "a");
    const std::string repaired = m_folder->path("repaired.trestle");
    VERIFY_OK(repairPlanFile(m_path, repaired));
    QCOMPARE(PlanFile::open(repaired)->document().project.base.notes, "a");
}

void TestPlanFileHostile::refusesDamagedContent_data()
{
    QTest::addColumn<QString>("statements");
    QTest::addColumn<bool>("rehashed"); // as if its author had hashed it
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("repairable"); // the revision to repair from, 0: none
    const auto row = [](const char* name, const QString& statements, bool rehashed, ErrorCode code, const char* where,
                        int repairable) {
        QTest::newRow(name) << statements << rehashed << static_cast<int>(code) << where << repairable;
    };
    const auto set = [](const QString& document) {
        return QString("UPDATE revision SET document = %1 WHERE id = 2").arg(document);
    };
    const ErrorCode damaged = ErrorCode::damagedPlan;
    row("the head's hash", "UPDATE head SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x')", false, damaged,
        "head", 2);
    row("the head's revision", "PRAGMA foreign_keys=OFF; UPDATE head SET id = 10000000", false, damaged,
        "revision/10000000", 2);
    row("no head", "DELETE FROM head", false, damaged, "head", 2);
    row("two heads", "PRAGMA ignore_check_constraints=ON; INSERT INTO head SELECT 2, id, sha256, tip FROM head", false,
        damaged, "", 2);
    row("another head, hash and all", "UPDATE head SET id = 1", false, damaged, "head", 2);
    row("its label", "UPDATE revision SET label = 'x' WHERE id = 2", false, damaged, "revision/2", 1);
    row("its time", "UPDATE revision SET at = at + 1 WHERE id = 2", false, damaged, "revision/2", 1);
    row("its parent", "UPDATE revision SET parent = NULL WHERE id = 2", false, damaged, "revision/2", 1);
    row("its document", set("replace(document, '\"a\"', '\"b\"')"), false, damaged, "revision/2", 1);
    row("its row", "PRAGMA foreign_keys=OFF; DELETE FROM revision WHERE id = 2", false, damaged, "revision/2", 1);
    row("all rows", "PRAGMA foreign_keys=OFF; DELETE FROM revision", false, damaged, "revision/2", 0);
    row("a parent that is itself", "UPDATE revision SET parent = 2 WHERE id = 2", true, damaged, "revision/2", 1);
    row("a parent still to come", "PRAGMA foreign_keys=OFF; UPDATE revision SET parent = 3 WHERE id = 2", true, damaged,
        "revision/2", 1);
    row("a document that is no JSON", set("'plan'"), true, ErrorCode::invalidJson, "", 1);
    row("a document nested deeply", set("replace(hex(zeroblob(200000)), '0', '[')"), true, ErrorCode::jsonTooDeep, "",
        1);
    row("a document of another kind", set("'{}'"), true, ErrorCode::schemaViolation, "", 1);
    row("an item that is not in the catalogue",
        set("replace(document, '\"notes\":\"a\"', '\"items\":{\"x\":{\"state\":\"done\"}}')"), true,
        ErrorCode::unknownItem, "", 1);
    row("no catalogue", "DELETE FROM blob", false, damaged, "catalogue", 0);
    row("another catalogue", "UPDATE blob SET json = replace(json, '0.3', '0.4')", false, damaged, "catalogue", 0);
    row("the table of revisions", "DROP INDEX revision_parent", false, damaged, "revision_parent", 2);
    row("a view for a table", "ALTER TABLE tag RENAME TO old; CREATE VIEW tag AS SELECT * FROM old", false, damaged,
        "tag", 2);
    row("ids at their end",
        "PRAGMA foreign_keys=OFF; UPDATE revision SET id = 9223372036854775807 WHERE id = 2; "
        "UPDATE head SET id = 9223372036854775807",
        false, damaged, "revision/9223372036854775807", 1);
}

void TestPlanFileHostile::refusesDamagedContent()
{
    QFETCH(QString, statements);
    QFETCH(bool, rehashed);
    QFETCH(int, code);
    QFETCH(QString, where);
    QFETCH(int, repairable);
    sql(m_path, statements.toStdString());
    if (rehashed)
        rehash(m_path, 2);
    const std::string before = readBytes(m_path);
    for (const OpenMode mode : {OpenMode::readWrite, OpenMode::readOnly}) {
        const auto file = open(mode);
        COMPARE_ERROR(file, static_cast<ErrorCode>(code));
        if (!where.isEmpty())
            QCOMPARE(QString::fromStdString(file.error().where), where);
    }
    const auto report = checkPlanFile(m_path);
    VERIFY_OK(report);
    QVERIFY(report->problem);
    QCOMPARE(report->repairable.value_or(0), repairable);
    const std::string repaired = m_folder->path("repaired.trestle");
    const auto done = repairPlanFile(m_path, repaired);
    QCOMPARE(done.has_value(), repairable != 0);
    if (done) {
        const auto file = PlanFile::open(repaired);
        VERIFY_OK(file);
        QCOMPARE(file->head().id, repairable);
        QCOMPARE(file->document().project.base.notes, repairable == 2 ? "a" : "");
    }
    QCOMPARE(readBytes(m_path), before);
}

void TestPlanFileHostile::damagedTipOnlyCostsRedo_data()
{
    QTest::addColumn<QString>("statements");
    QTest::newRow("a revision that is not there") << "PRAGMA foreign_keys=OFF; UPDATE head SET tip = 12345";
    QTest::newRow("an ancestor") << "UPDATE head SET tip = 1";
    QTest::newRow("a branch beside it") << "INSERT INTO revision VALUES(3, 1, 0, 'x', 'x', 'x'); "
                                           "UPDATE head SET tip = 3";
    QTest::newRow("a chain in a circle") << "PRAGMA foreign_keys=OFF; INSERT INTO revision VALUES(3, 4, 0, 'x', 'x', "
                                            "'x'), (4, 3, 0, 'x', 'x', 'x'); UPDATE head SET tip = 4";
}

void TestPlanFileHostile::damagedTipOnlyCostsRedo()
{
    QFETCH(QString, statements);
    sql(m_path, statements.toStdString());
    auto file = open();
    VERIFY_OK(file);
    QVERIFY(!file->redoLabel());
    QCOMPARE(file->redo(), Result<bool>(false));
    QCOMPARE(file->document().project.base.notes, "a");
    QCOMPARE(file->undo(), Result<bool>(true));
}

void TestPlanFileHostile::rollsBackACrashedWrite_data()
{
    QTest::addColumn<int>("mode"); // of the first opener, 2: the check
    QTest::newRow("opened to write") << 0;
    QTest::newRow("opened to read") << 1;
    QTest::newRow("checked") << 2;
}

void TestPlanFileHostile::rollsBackACrashedWrite()
{
    QFETCH(int, mode);
    // What a crash leaves: pages already written, and the journal that undoes them.
    const std::string sound = readBytes(m_path);
    const std::string crashed = m_folder->path("crashed.trestle");
    sqlite3* writer = nullptr;
    QCOMPARE(sqlite3_open(m_path.c_str(), &writer), SQLITE_OK);
    QCOMPARE(sqlite3_exec(writer,
                          "PRAGMA cache_size=2; BEGIN; UPDATE revision SET document = hex(zeroblob(50000)); "
                          "UPDATE head SET sha256 = 'half'",
                          nullptr, nullptr, nullptr),
             SQLITE_OK);
    std::filesystem::copy_file(m_path, crashed);
    std::filesystem::copy_file(m_path + "-journal", crashed + "-journal");
    sqlite3_close(writer);
    QVERIFY(readBytes(crashed) != sound);
    if (mode == 2) {
        const auto report = checkPlanFile(crashed);
        VERIFY_OK(report);
        QVERIFY(!report->problem);
    } else {
        VERIFY_OK(PlanFile::open(crashed, mode == 0 ? OpenMode::readWrite : OpenMode::readOnly));
    }
    const auto file = PlanFile::open(crashed);
    VERIFY_OK(file);
    QCOMPARE(file->document().project.base.notes, "a");
    QVERIFY(!std::filesystem::exists(crashed + "-journal"));
}

void TestPlanFileHostile::refusesAJournalThatNamesAnotherFile()
{
    const std::string victim = m_folder->path("victim");
    writeBytes(victim, "precious");
    // The end of a journal of a transaction over two databases: name, length, checksum, mark.
    std::string journal(1024, '\0');
    journal += victim + std::string("\0\0\0", 3) + static_cast<char>(victim.size()) + std::string(4, '\0') +
               "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
    writeBytes(m_path + "-journal", journal);
    const auto file = open();
    COMPARE_ERROR(file, ErrorCode::damagedPlan);
    QCOMPARE(file.error().where, "journal");
    QCOMPARE(readBytes(victim), "precious");
}

void TestPlanFileHostile::turnsWriteAheadLogOff()
{
    QCOMPARE(sql(m_path, "PRAGMA journal_mode=WAL"), (std::vector<Row>{{"wal"}}));
    {
        auto file = open();
        VERIFY_OK(file);
        VERIFY_OK(note(*file, "b"));
    }
    QCOMPARE(sql(m_path, "PRAGMA journal_mode"), (std::vector<Row>{{"delete"}}));
    QCOMPARE(m_folder->files(), std::vector<std::string>{"plan.trestle"});
}

QTEST_GUILESS_MAIN(TestPlanFileHostile)
#include "tst_plan_file_hostile.moc"
