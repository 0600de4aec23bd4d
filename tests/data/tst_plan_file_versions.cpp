#include "data/plan_file/migrations.h"
#include "data/plan_file/plan_file.h"
#include "data/plan_file/version_figures.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <filesystem>

using namespace trestle;
using namespace trestle::test;

/// Files of every format version, as they were written then, and the way from one version to the next. With
/// TRESTLE_WRITE_FIXTURES set, writes the fixtures of a version that has none yet.
class TestPlanFileVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensEveryVersion_data();
    void opensEveryVersion();
    void namedOnesHaveFigures();
    void hashIsAsDocumented();
    void migratesWithABackup();
    void aBackupOfBeforeIsNoBackupOfNow();
    void aFailedMigrationChangesNothing();
    void takesUpAMigrationThatWasStopped();

private:
    static std::string fixture(const std::string& name) { return TRESTLE_FIXTURES "/plans/" + name; }
    static std::string makePlan(const Folder& folder);
};

void TestPlanFileVersions::initTestCase()
{
    if (!qEnvironmentVariableIsSet("TRESTLE_WRITE_FIXTURES") || std::filesystem::exists(fixture("v1.trestle")))
        return;
    FakeClock clock;
    auto file = PlanFile::create(fixture("v1.trestle"), sampleDocument(), "New plan", clock.shared());
    VERIFY_OK(file);
    clock.advance(60'000);
    VERIFY_OK(file->edit(withState(file->document().project, "two-factor", ItemState::done), "Two-factor in place"));
    VERIFY_OK(file->setTag(2, "Sent to investors"));
    clock.advance(60'000);
    VERIFY_OK(file->edit(withNotes(file->document().project, "Undone"), "Notes"));
    QCOMPARE(file->undo(), Result<bool>(true));
    writeBytes(fixture("v1.json"), writePlanJson(file->document()));
}

void TestPlanFileVersions::opensEveryVersion_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("version 1") << "v1";
}

void TestPlanFileVersions::opensEveryVersion()
{
    QFETCH(QString, name);
    const Folder folder;
    const std::string path = folder.path("plan.trestle");
    writeBytes(path, readBytes(fixture(name.toStdString() + ".trestle")));
    const std::string json = fixture(name.toStdString() + ".json");
    const auto expected = parsePlanJson(readBytes(json), json);
    VERIFY_OK(expected);
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(!report->problem);
    QCOMPARE(report->verified, 3);
    auto file = PlanFile::open(path);
    VERIFY_OK(file);
    QVERIFY(file->document().project == expected->project);
    QCOMPARE(file->document().catalogue.sha256, expected->catalogue.sha256);
    const Revision head = file->head();
    QCOMPARE(head.id, 2);
    QCOMPARE(head.at, FakeClock::kStart + 60'000);
    QCOMPARE(head.label, "Two-factor in place");
    QCOMPARE(head.tag, "Sent to investors");
    QCOMPARE(file->redoLabel(), std::optional<std::string>("Notes"));
    QCOMPARE(file->redo(), Result<bool>(true));
    QCOMPARE(file->document().project.base.notes, "Undone");
}

std::string TestPlanFileVersions::makePlan(const Folder& folder)
{
    std::string path = folder.path("plan.trestle");
    FakeClock clock;
    auto file = PlanFile::create(path, smallDocument(), "New plan", clock.shared());
    if (!file || !file->edit(withNotes(file->document().project, "kept"), "Note"))
        qFatal("%s", describe(file).c_str());
    return path;
}

void TestPlanFileVersions::namedOnesHaveFigures()
{
    FakeClock clock;
    const Folder folder;
    auto file = PlanFile::create(folder.path("a.trestle"), sampleDocument(), "New plan", clock.shared());
    VERIFY_OK(file);
    QVERIFY(namedVersionFigures(*file)->empty());
    VERIFY_OK(file->setTag(1, "First"));
    const auto before = trestle::makePlan(file->document().catalogue.catalogue, file->document().project.base);
    VERIFY_OK(before);
    clock.advance(60'000);
    Project after = file->document().project;
    for (const ItemPlan& item : before->items)
        after = withState(after, item.id, ItemState::done);
    VERIFY_OK(file->edit(after, "All in place"));
    clock.advance(60'000);
    VERIFY_OK(file->edit(withNotes(after, "Without a name"), "Notes"));
    VERIFY_OK(file->setTag(2, "Second"));
    const auto versions = namedVersionFigures(*file);
    VERIFY_OK(versions);
    QCOMPARE(versions->size(), std::size_t{2});
    const NamedVersionFigures& first = versions->front();
    QCOMPARE(first.name, "First");
    QCOMPARE(first.at.time_since_epoch().count(), FakeClock::kStart / 1000);
    QVERIFY(first.finish == before->finishDate.likely);
    QCOMPARE(first.total.cents, before->shown.total.likely.cents);
    QVERIFY(first.left > 20);
    const NamedVersionFigures& second = versions->back();
    QCOMPARE(second.name, "Second");
    QCOMPARE(second.left, std::size_t{0});
    QVERIFY(second.total < first.total);
}

void TestPlanFileVersions::hashIsAsDocumented()
{
    const Folder folder;
    const std::string path = makePlan(folder);
    for (const std::int64_t id : {1, 2}) // without and with a parent
        QCOMPARE(sql(path, "SELECT sha256 FROM revision WHERE id = " + std::to_string(id)).at(0).at(0),
                 documentedHash(path, id));
    QCOMPARE(sql(path, "SELECT sha256 FROM head").at(0).at(0), documentedHash(path, 2));
}

// No step from one real version to another exists yet: these are steps of the test's own.
void TestPlanFileVersions::migratesWithABackup()
{
    const Folder folder;
    const std::string path = makePlan(folder);
    const std::array<planfile::Migration, 2> steps{
        {{1, [](SQLite::Database& db) { db.exec("CREATE TABLE two(x)"); }},
         {2, [](SQLite::Database& db) { db.exec("CREATE TABLE three(x)"); }}}};
    {
        planfile::Connection connection(path, path, planfile::Access::write);
        QCOMPARE(planfile::migrate(connection, path, path, 1, steps), 3);
    }
    QCOMPARE(sql(path, "SELECT name FROM sqlite_schema WHERE name IN ('two', 'three') ORDER BY name"),
             (std::vector<Row>{{"three"}, {"two"}}));
    QCOMPARE(sql(path, "PRAGMA user_version"), (std::vector<Row>{{"3"}}));
    COMPARE_ERROR(PlanFile::open(path), ErrorCode::newerPlan);
    const auto backup = PlanFile::open(path + ".v1.bak", OpenMode::readOnly);
    VERIFY_OK(backup);
    QCOMPARE(backup->document().project.base.notes, "kept");
}

// A plan of the same name was migrated here once: its backup stays, and this plan gets one of its own.
void TestPlanFileVersions::aBackupOfBeforeIsNoBackupOfNow()
{
    const Folder folder;
    const std::string path = makePlan(folder);
    const std::array<planfile::Migration, 1> steps{{{1, [](SQLite::Database&) {}}}};
    for (const char* older : {".v1.bak", ".v1.2.bak"}) {
        writeBytes(path + older, "of a plan of before");
        std::filesystem::last_write_time(path + older, std::filesystem::last_write_time(path) - std::chrono::hours(24));
    }
    planfile::Connection connection(path, path, planfile::Access::write);
    QCOMPARE(planfile::migrate(connection, path, path, 1, steps), 2);
    QCOMPARE(readBytes(path + ".v1.bak"), "of a plan of before");
    QCOMPARE(readBytes(path + ".v1.2.bak"), "of a plan of before");
    const auto backup = PlanFile::open(path + ".v1.3.bak", OpenMode::readOnly);
    VERIFY_OK(backup);
    QCOMPARE(backup->document().project.base.notes, "kept");
}

void TestPlanFileVersions::aFailedMigrationChangesNothing()
{
    const Folder folder;
    const std::string path = makePlan(folder);
    const std::array<planfile::Migration, 2> steps{{{1, [](SQLite::Database& db) { db.exec("CREATE TABLE two(x)"); }},
                                                    {2, [](SQLite::Database& db) { db.exec("no such statement"); }}}};
    {
        planfile::Connection connection(path, path, planfile::Access::write);
        QVERIFY_EXCEPTION_THROWN(planfile::migrate(connection, path, path, 1, steps), SQLite::Exception);
    }
    const auto file = PlanFile::open(path);
    VERIFY_OK(file);
    QCOMPARE(file->document().project.base.notes, "kept");
    QCOMPARE(sql(path, "SELECT count(*) FROM sqlite_schema WHERE name = 'two'"), (std::vector<Row>{{"0"}}));
}

void TestPlanFileVersions::takesUpAMigrationThatWasStopped()
{
    const Folder folder;
    const std::string path = makePlan(folder);
    writeBytes(path + ".v1.bak", "the first backup");
    const std::array<planfile::Migration, 1> steps{{{1, [](SQLite::Database&) {}}}};
    planfile::Connection connection(path, path, planfile::Access::write);
    QCOMPARE(planfile::migrate(connection, path, path, 1, steps), 2);
    QCOMPARE(readBytes(path + ".v1.bak"), "the first backup");
}

QTEST_GUILESS_MAIN(TestPlanFileVersions)
#include "tst_plan_file_versions.moc"
