#include "data/plan_file/format.h"
#include "data/plan_file/migrations.h"
#include "data/plan_file/plan_file.h"
#include "data/plan_file/version_figures.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <algorithm>
#include <array>
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
    void oldFilesHaveTheirFigures_data();
    void oldFilesHaveTheirFigures();
    void readingAnOldFileLeavesItAlone();
    void writingAnOldFileBringsItUpToDate();
    void theBackupOfAFileWithStrangersIsOfItsVersion();
    void damagedOrBlockedOnesAreLeftAlone_data();
    void damagedOrBlockedOnesAreLeftAlone();
    void namedOnesHaveFigures();
    void hashIsAsDocumented();
    void migratesWithABackup();
    void aBackupOfBeforeIsNoBackupOfNow();
    void aFailedMigrationChangesNothing();
    void takesUpAMigrationThatWasStopped();

private:
    static std::string fixture(const std::string& name) { return TRESTLE_FIXTURES "/plans/" + name; }
    static std::string copyOf(const Folder& folder, const char* name);
    static std::string makePlan(const Folder& folder);
};

static constexpr int kNow = planfile::kFormatVersion;
static const std::string kNewest = "v" + std::to_string(kNow);

void TestPlanFileVersions::initTestCase()
{
    if (!qEnvironmentVariableIsSet("TRESTLE_WRITE_FIXTURES") || std::filesystem::exists(fixture(kNewest + ".trestle")))
        return;
    FakeClock clock;
    auto file = PlanFile::create(fixture(kNewest + ".trestle"), sampleDocument(), "New plan", clock.shared());
    VERIFY_OK(file);
    clock.advance(60'000);
    Project project = withState(file->document().project, "two-factor", ItemState::done);
    project.base.asOf = project.base.start + std::chrono::days(28);
    project.base.items["two-factor"].actual.spent = 0.5;
    setState(project.base, "caching", ItemState::underWay);
    VERIFY_OK(file->edit(project, "Two-factor in place"));
    const Date day = *project.base.asOf;
    const std::array<KeptForecast, 2> forecasts{{{{}, {project.base.start, day, day, Money{1}, Money{2}}},
                                                 {{}, {day, day, day + std::chrono::days(7), Money{3}, Money{4}}}}};
    VERIFY_OK(file->keepForecasts(forecasts));
    VERIFY_OK(file->setTag(2, "Sent to investors"));
    clock.advance(60'000);
    VERIFY_OK(file->edit(withNotes(file->document().project, "Undone"), "Notes"));
    QCOMPARE(file->undo(), Result<bool>(true));
    writeBytes(fixture(kNewest + ".json"), writePlanJson(file->document()));
}

void TestPlanFileVersions::opensEveryVersion_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::size_t>("forecasts");
    QTest::newRow("version 1") << "v1" << std::size_t{0};
    QTest::newRow("version 2") << "v2" << std::size_t{2};
}

void TestPlanFileVersions::opensEveryVersion()
{
    QFETCH(QString, name);
    QFETCH(std::size_t, forecasts);
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
    QCOMPARE(file->forecasts()->size(), forecasts);
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

/// A plan file of version 1 as it was, in a folder of its own.
std::string TestPlanFileVersions::copyOf(const Folder& folder, const char* name)
{
    std::string path = folder.path("plan.trestle");
    writeBytes(path, readBytes(fixture(name)));
    return path;
}

void TestPlanFileVersions::oldFilesHaveTheirFigures_data()
{
    QTest::addColumn<std::string>("scenario");
    QTest::addColumn<std::string>("finish");
    QTest::addColumn<qint64>("labour");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<std::string>("finishP80");
    QTest::addColumn<std::string>("finishP90");
    // What the program of then said: trestle plan --json, trestle risk --json.
    QTest::newRow("base") << std::string() << std::string("2027-07-06") << qint64{17437500} << qint64{17582387}
                          << std::string("2027-09-06") << std::string("2027-10-08");
    QTest::newRow("scenario") << std::string("Three people") << std::string("2027-05-06") << qint64{19038201}
                              << qint64{19131835} << std::string("2027-06-16") << std::string("2027-07-07");
}

void TestPlanFileVersions::oldFilesHaveTheirFigures()
{
    QFETCH(std::string, scenario);
    QFETCH(std::string, finish);
    QFETCH(qint64, labour);
    QFETCH(qint64, total);
    QFETCH(std::string, finishP80);
    QFETCH(std::string, finishP90);
    const Folder folder;
    const std::string path = copyOf(folder, "v1-scenarios.trestle");
    for (const OpenMode mode : {OpenMode::readOnly, OpenMode::readWrite}) {
        const auto file = PlanFile::open(path, mode);
        VERIFY_OK(file);
        const auto inputs = inputsOf(file->document().project, scenario);
        VERIFY_OK(inputs);
        const auto plan = trestle::makePlan(file->document().catalogue.catalogue, *inputs);
        VERIFY_OK(plan);
        QCOMPARE(isoDate(plan->finishDate.likely), finish);
        QCOMPARE(plan->labour.likely.cents, labour);
        QCOMPARE(plan->total.likely.cents, total);
        const auto risk = simulate(*plan);
        VERIFY_OK(risk);
        const Forecast forecast = forecastOf(*plan, *risk);
        QCOMPARE(isoDate(forecast.finishP80), finishP80);
        QCOMPARE(isoDate(plan->calendar.lastDate(0, risk->finishAt(.9))), finishP90);
    }
}

void TestPlanFileVersions::readingAnOldFileLeavesItAlone()
{
    for (const char* name : {"v1.trestle", "v1-scenarios.trestle", "catalogue-1.trestle"}) {
        const Folder folder;
        const std::string path = copyOf(folder, name);
        const std::string before = readBytes(path);
        const auto file = PlanFile::open(path, OpenMode::readOnly);
        VERIFY_OK(file);
        VERIFY_OK(file->history());
        QCOMPARE(*file->forecasts(), Forecasts());
        VERIFY_OK(file->saveCopy(folder.path("copy.trestle")));
        QVERIFY(readBytes(path) == before);
        QCOMPARE(sql(folder.path("copy.trestle"), "PRAGMA user_version"), (std::vector<Row>{{"1"}}));
        QVERIFY(!std::filesystem::exists(path + ".v1.bak"));
    }
}

void TestPlanFileVersions::writingAnOldFileBringsItUpToDate()
{
    for (const char* name : {"v1.trestle", "v1-scenarios.trestle", "catalogue-1.trestle"}) {
        const Folder folder;
        const std::string path = copyOf(folder, name);
        const std::vector<Row> revisions = sql(path, "SELECT * FROM revision");
        {
            auto file = PlanFile::open(path);
            VERIFY_OK(file);
            const auto change = file->outsideChange();
            VERIFY_OK(change);
            QCOMPARE(change->kind, OutsideChange::Kind::none);
            VERIFY_OK(file->edit(withNotes(file->document().project, "of version 2"), "Note"));
            QCOMPARE(file->undo(), Result<bool>(true));
        }
        QCOMPARE(sql(path, "PRAGMA user_version"), (std::vector<Row>{{"2"}}));
        QVERIFY(!checkPlanFile(path)->problem);
        // No revision of before is another one now.
        const std::vector<Row> after = sql(path, "SELECT * FROM revision");
        QVERIFY(std::ranges::includes(after, revisions, std::ranges::lexicographical_compare));
        // The backup is the file of before: programs of then read it.
        QCOMPARE(sql(path + ".v1.bak", "PRAGMA user_version"), (std::vector<Row>{{"1"}}));
        QCOMPARE(sql(path + ".v1.bak", "SELECT * FROM revision"), revisions);
        QCOMPARE(sql(path + ".v1.bak", "SELECT count(*) FROM sqlite_schema WHERE name = 'forecast'"),
                 (std::vector<Row>{{"0"}}));
        VERIFY_OK(PlanFile::open(path + ".v1.bak", OpenMode::readOnly));
        // Once is enough.
        VERIFY_OK(PlanFile::open(path));
        QVERIFY(!std::filesystem::exists(path + ".v1.2.bak"));
    }
}

// With a table of another program in it a backup is made row by row, of the same version all the same.
void TestPlanFileVersions::theBackupOfAFileWithStrangersIsOfItsVersion()
{
    const Folder folder;
    const std::string path = copyOf(folder, "v1.trestle");
    sql(path, "CREATE TABLE mine(x); INSERT INTO mine VALUES(1)");
    VERIFY_OK(PlanFile::open(path));
    QCOMPARE(sql(path, "PRAGMA user_version"), (std::vector<Row>{{"2"}}));
    QCOMPARE(sql(path, "SELECT x FROM mine"), (std::vector<Row>{{"1"}}));
    QCOMPARE(sql(path + ".v1.bak", "PRAGMA user_version"), (std::vector<Row>{{"1"}}));
    VERIFY_OK(PlanFile::open(path + ".v1.bak", OpenMode::readOnly));
}

void TestPlanFileVersions::damagedOrBlockedOnesAreLeftAlone_data()
{
    QTest::addColumn<QString>("statements");
    QTest::newRow("a revision whose hash is wrong") << "UPDATE revision SET label = 'other'";
    QTest::newRow("no head") << "DELETE FROM head";
    QTest::newRow("another program's table by the new name") << "CREATE TABLE forecast(x)";
    QTest::newRow("another program's view by the new name") << "CREATE VIEW forecast AS SELECT 1 AS x";
}

void TestPlanFileVersions::damagedOrBlockedOnesAreLeftAlone()
{
    QFETCH(QString, statements);
    const Folder folder;
    const std::string path = copyOf(folder, "v1.trestle");
    sql(path, statements.toStdString());
    const std::string before = readBytes(path);
    COMPARE_ERROR(PlanFile::open(path), ErrorCode::damagedPlan);
    QVERIFY(readBytes(path) == before);
    QCOMPARE(sql(path, "PRAGMA user_version"), (std::vector<Row>{{"1"}}));
}

// These are steps of the test's own, from the newest version on.
void TestPlanFileVersions::migratesWithABackup()
{
    const Folder folder;
    const std::string path = makePlan(folder);
    const std::array<planfile::Migration, 2> steps{
        {{kNow, [](SQLite::Database& db) { db.exec("CREATE TABLE two(x)"); }},
         {kNow + 1, [](SQLite::Database& db) { db.exec("CREATE TABLE three(x)"); }}}};
    {
        planfile::Connection connection(path, path, planfile::Access::write);
        QCOMPARE(planfile::migrate(connection, path, path, kNow, steps), kNow + 2);
    }
    QCOMPARE(sql(path, "SELECT name FROM sqlite_schema WHERE name IN ('two', 'three') ORDER BY name"),
             (std::vector<Row>{{"three"}, {"two"}}));
    QCOMPARE(sql(path, "PRAGMA user_version"), (std::vector<Row>{{std::to_string(kNow + 2)}}));
    COMPARE_ERROR(PlanFile::open(path), ErrorCode::newerPlan);
    const auto backup = PlanFile::open(path + ".v2.bak", OpenMode::readOnly);
    VERIFY_OK(backup);
    QCOMPARE(backup->document().project.base.notes, "kept");
}

// A plan of the same name was migrated here once: its backup stays, and this plan gets one of its own.
void TestPlanFileVersions::aBackupOfBeforeIsNoBackupOfNow()
{
    const Folder folder;
    const std::string path = makePlan(folder);
    const std::array<planfile::Migration, 1> steps{{{kNow, [](SQLite::Database&) {}}}};
    for (const char* older : {".v2.bak", ".v2.2.bak"}) {
        writeBytes(path + older, "of a plan of before");
        std::filesystem::last_write_time(path + older, std::filesystem::last_write_time(path) - std::chrono::hours(24));
    }
    planfile::Connection connection(path, path, planfile::Access::write);
    QCOMPARE(planfile::migrate(connection, path, path, kNow, steps), kNow + 1);
    QCOMPARE(readBytes(path + ".v2.bak"), "of a plan of before");
    QCOMPARE(readBytes(path + ".v2.2.bak"), "of a plan of before");
    const auto backup = PlanFile::open(path + ".v2.3.bak", OpenMode::readOnly);
    VERIFY_OK(backup);
    QCOMPARE(backup->document().project.base.notes, "kept");
}

void TestPlanFileVersions::aFailedMigrationChangesNothing()
{
    const Folder folder;
    const std::string path = makePlan(folder);
    const std::array<planfile::Migration, 2> steps{
        {{kNow, [](SQLite::Database& db) { db.exec("CREATE TABLE two(x)"); }},
         {kNow + 1, [](SQLite::Database& db) { db.exec("no such statement"); }}}};
    {
        planfile::Connection connection(path, path, planfile::Access::write);
        QVERIFY_EXCEPTION_THROWN(planfile::migrate(connection, path, path, kNow, steps), SQLite::Exception);
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
    writeBytes(path + ".v2.bak", "the first backup");
    const std::array<planfile::Migration, 1> steps{{{kNow, [](SQLite::Database&) {}}}};
    planfile::Connection connection(path, path, planfile::Access::write);
    QCOMPARE(planfile::migrate(connection, path, path, kNow, steps), kNow + 1);
    QCOMPARE(readBytes(path + ".v2.bak"), "the first backup");
}

QTEST_GUILESS_MAIN(TestPlanFileVersions)
#include "tst_plan_file_versions.moc"
