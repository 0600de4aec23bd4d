#include "data/plan_file/failure.h"
#include "data/plan_file/migrations.h"
#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"
#include "tests/proof/support/faults.h"
#include "tests/proof/support/proof.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <functional>

using namespace trestle;
using namespace trestle::test;

namespace fs = std::filesystem;

/// What one operation does to the folder, and what must be true of it afterwards.
struct Operation {
    /// On an open plan; or, where `onFile` is set, on the closed file. Returns whether it reported success.
    std::function<bool(PlanFile&)> onPlan;
    std::function<bool(const std::string& path)> onFile;
    bool thins = false;     ///< starts from the plan with a long history
    const char* makes = ""; ///< the new file it makes, by its name
};
Q_DECLARE_METATYPE(Operation)

/// Every call to the disk that each operation makes is made to fail (in the short form two or three of them, the first
/// and the last always): once, and from then on; in five ways. Afterwards the file holds the old state or the new one,
/// exactly; the object in memory holds what the file holds and goes on; a file that was to be made is whole or not
/// there. The same where the process dies at that call.
class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyCallFails_data();
    void everyCallFails();
    void diesAtEveryCall_data() { addOperations(); }
    void diesAtEveryCall();
    void replacedAtEveryCall();

private:
    static void addOperations();
    void prepare(const Operation& operation);
    void checkObject(PlanFile& file, bool done);
    void checkFolder(const Operation& operation, bool done, bool mayBeEither);
    void checkSound(const std::string& path) const;
    [[nodiscard]] std::string stateOf(const std::string& path) const;
    static std::string stateOf(const PlanFile& file);
    /// Old and new state, from a run without a fault. Returns how many calls the fault could hit.
    int rehearse(const Operation& operation, Fault fault);

    static Project after(const Project& project) { return withNotes(project, "new " + std::string(6000, 'n')); }

    std::unique_ptr<Folder> m_folder;
    FakeClock m_clock;
    std::string m_path;
    std::string m_short; ///< bytes of a plan with an undone edit
    std::string m_long;  ///< bytes of one whose next edit thins
    std::string m_old;
    std::string m_new;
    std::map<std::string, std::array<int, 3>> m_tally; ///< calls made to fail, done all the same, left undone
};

void TestFaults::initTestCase()
{
    FaultyDisk::install();
    m_folder = std::make_unique<Folder>();
    m_path = m_folder->path("plan.trestle");
    {
        auto file = PlanFile::create(m_path, smallDocument(), "New plan", m_clock.shared());
        VERIFY_OK(file);
        for (const char* notes : {"a", "b", "c"}) {
            m_clock.advance(5000);
            VERIFY_OK(file->edit(withNotes(file->document().project, notes), notes));
        }
        QCOMPARE(file->undo(), Result<bool>(true));
    }
    m_short = readBytes(m_path);
    {
        auto file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
        VERIFY_OK(file);
        for (int i = 5; i < 250; ++i) {
            m_clock.advance(60'000);
            VERIFY_OK(file->edit(withNotes(file->document().project, std::to_string(i)), "Edit"));
        }
        QCOMPARE(file->head().id, 249);
    }
    m_long = readBytes(m_path);
}

void TestFaults::cleanupTestCase()
{
    std::array<int, 3> sum{};
    for (const auto& [what, counts] : m_tally) {
        qInfo("%s: %d calls failed or fatal, then %d times the new state, %d times the old", what.c_str(), counts[0],
              counts[1], counts[2]);
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += counts[i];
    }
    // Whatever else is found after a call ends the test.
    reportProof("a call to the disk fails or is the last", {.attempts = sum[0], .exact = sum[1], .refused = sum[2]});
}

std::string TestFaults::stateOf(const PlanFile& file)
{
    const Revision head = file.head();
    return std::to_string(head.id) + '|' + head.label + '|' + head.tag + '|' + file.undoLabel().value_or("-") + '|' +
           file.redoLabel().value_or("-") + '|' + file.document().project.base.notes;
}

std::string TestFaults::stateOf(const std::string& path) const
{
    const auto file = PlanFile::open(path, OpenMode::readOnly);
    return file ? stateOf(*file) + '|' + std::to_string(file->history() ? file->history()->size() : 0) : describe(file);
}

// Steps of the test's own, from the newest version on.
static int migrateByTwo(const std::string& path)
{
    using namespace planfile;
    static const std::array<Migration, 2> steps{
        {{2, [](SQLite::Database& db) { db.exec("CREATE TABLE two(x); INSERT INTO two VALUES(hex(zeroblob(9000)))"); }},
         {3, [](SQLite::Database& db) { db.exec("CREATE TABLE three(x)"); }}}};
    const auto version = guarded(path, Doing::writing, nullptr, [&] {
        Connection connection(path, path, Access::write);
        return migrate(connection, path, path, 2, steps);
    });
    return version.value_or(0);
}

void TestFaults::addOperations()
{
    QTest::addColumn<Operation>("operation");
    const auto onPlan = [](const char* name, std::function<bool(PlanFile&)> run, bool thins = false,
                           const char* makes = "") {
        QTest::newRow(name) << Operation{std::move(run), nullptr, thins, makes};
    };
    const auto onFile = [](const char* name, std::function<bool(const std::string&)> run, const char* makes = "") {
        QTest::newRow(name) << Operation{nullptr, std::move(run), false, makes};
    };
    const auto beside = [](const std::string& path, const char* name) {
        return (fs::path(path).parent_path() / name).string();
    };
    onFile("open", [](const std::string& path) { return PlanFile::open(path).has_value(); });
    onFile("open to read",
           [](const std::string& path) { return PlanFile::open(path, OpenMode::readOnly).has_value(); });
    onFile("check", [](const std::string& path) {
        const auto report = checkPlanFile(path);
        return report && !report->problem;
    });
    onPlan("edit", [](PlanFile& file) { return file.edit(after(file.document().project), "Edit").has_value(); });
    onPlan("undo", [](PlanFile& file) { return file.undo().value_or(false); });
    onPlan("redo", [](PlanFile& file) { return file.redo().value_or(false); });
    onPlan("tag", [](PlanFile& file) { return file.setTag(file.head().id, "Sent").has_value(); });
    onPlan("thin", [](PlanFile& file) { return file.edit(after(file.document().project), "Edit").has_value(); }, true);
    onPlan(
        "save a copy", [=](PlanFile& file) { return file.saveCopy(beside(file.path(), "copy.trestle")).has_value(); },
        false, "copy.trestle");
    onPlan(
        "keep aside",
        [=](PlanFile& file) {
            return file.keepAside(beside(file.path(), "kept.trestle"), file.document().project, "Kept").has_value();
        },
        false, "kept.trestle");
    onPlan("reopen", [](PlanFile& file) { return file.reopen().has_value(); });
    onPlan("look for changes", [](PlanFile& file) { return file.outsideChange().has_value(); });
    onFile(
        "create",
        [=](const std::string& path) {
            return PlanFile::create(beside(path, "created.trestle"), smallDocument(), "New plan").has_value();
        },
        "created.trestle");
    onFile(
        "repair",
        [=](const std::string& path) { return repairPlanFile(path, beside(path, "repaired.trestle")).has_value(); },
        "repaired.trestle");
    onFile("migrate", [](const std::string& path) { return migrateByTwo(path) == 4; }, "plan.trestle.v2.bak");
}

/// All calls; in the short form so many of them, spread evenly from the first to the last.
static std::vector<int> callsToHit(int calls, int shortForm)
{
    const int count = isFullProof() ? calls : std::min(calls, shortForm);
    std::vector<int> hits;
    for (int i = 0; i < count; ++i)
        hits.push_back(count == 1 ? 1 : 1 + static_cast<int>(std::int64_t{i} * (calls - 1) / (count - 1)));
    return hits;
}

void TestFaults::prepare(const Operation& operation)
{
    for (const std::string& name : m_folder->files())
        fs::remove(m_folder->path(name));
    writeBytes(m_path, operation.thins ? m_long : m_short);
}

int TestFaults::rehearse(const Operation& operation, Fault fault)
{
    prepare(operation);
    m_old = stateOf(m_path);
    int calls = 0;
    if (operation.onFile) {
        const FaultyDisk disk({fault, 1'000'000});
        if (!operation.onFile(m_path))
            qFatal("an operation fails without a fault");
        calls = FaultyDisk::calls();
    } else {
        auto file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
        const FaultyDisk disk({fault, 1'000'000});
        if (!file || !operation.onPlan(*file))
            qFatal("an operation fails without a fault");
        calls = FaultyDisk::calls();
    }
    m_new = stateOf(m_path);
    return calls;
}

// What the object says is what the file holds; and it takes the next edit.
void TestFaults::checkObject(PlanFile& file, bool done)
{
    const std::string inMemory = stateOf(file);
    if (done)
        QVERIFY2(m_new.starts_with(inMemory), inMemory.c_str());
    else
        QVERIFY2(m_old.starts_with(inMemory) || m_new.starts_with(inMemory), inMemory.c_str());
    const std::string onDisk = stateOf(m_path);
    if (!onDisk.starts_with(inMemory)) {
        // Only what failed at its very end may have come true, and then the next step finds out.
        QVERIFY2(!done && onDisk == m_new, (inMemory + " but on disk " + onDisk).c_str());
    }
    const Project next = withNotes(file.document().project, "and on");
    m_clock.advance(5000);
    VERIFY_OK(file.edit(next, "Goes on"));
    QCOMPARE(file.document().project.base.notes, "and on");
    const auto reader = PlanFile::open(m_path, OpenMode::readOnly);
    VERIFY_OK(reader);
    QCOMPARE(reader->document().project.base.notes, "and on");
    QCOMPARE(file.undo(), Result<bool>(true));
    const std::string back = file.document().project.base.notes;
    QVERIFY(m_old.find('|' + back) != std::string::npos || m_new.find('|' + back) != std::string::npos);
}

void TestFaults::checkSound(const std::string& path) const
{
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY2(!report->problem, report->problem ? describeError(*report->problem).c_str() : "");
    QCOMPARE(report->verified, report->revisions);
}

// Of the folder, whatever was reported: nothing half-made, and the plan in its old or its new state.
void TestFaults::checkFolder(const Operation& operation, bool done, bool mayBeEither)
{
    if (*operation.makes != '\0' && fs::exists(m_folder->path(operation.makes)))
        checkSound(m_folder->path(operation.makes));
    else if (*operation.makes != '\0')
        QVERIFY2(!done, "reported done, but not there");
    if (operation.makes == std::string_view("plan.trestle.v2.bak")) {
        // Both steps or none. The journal of a migration that was cut short is rolled back by whoever opens the file.
        const std::string version = sql(m_path, "PRAGMA user_version").at(0).at(0);
        const std::string tables =
            sql(m_path, "SELECT count(*) FROM sqlite_schema WHERE name IN ('two', 'three')").at(0).at(0);
        QVERIFY2((version == "2" && tables == "0" && stateOf(m_path) == m_old) || (version == "4" && tables == "2"),
                 (version + ", " + tables).c_str());
        QVERIFY(version == "2" || fs::exists(m_folder->path("plan.trestle.v2.bak")));
        return;
    }
    checkSound(m_path);
    const std::string state = stateOf(m_path);
    if (mayBeEither)
        QVERIFY2(state == m_old || state == m_new, state.c_str());
    else
        QCOMPARE(state, done ? m_new : m_old);
}

void TestFaults::everyCallFails_data()
{
    addOperations();
}

void TestFaults::everyCallFails()
{
    QFETCH(Operation, operation);
    struct Way {
        Fault fault;
        bool lasting;
        const char* name;
    };
    constexpr std::array<Way, 8> ways{{{Fault::ioError, false, "EIO once"},
                                       {Fault::ioError, true, "EIO from then on"},
                                       {Fault::diskFull, false, "ENOSPC once"},
                                       {Fault::diskFull, true, "ENOSPC from then on"},
                                       {Fault::shortWrite, false, "short write once"},
                                       {Fault::shortWrite, true, "short writes from then on"},
                                       {Fault::syncFails, false, "fsync fails once"},
                                       {Fault::syncFails, true, "fsync fails from then on"}}};
    for (const Way& way : ways) {
        const int calls = rehearse(operation, way.fault);
        for (const int at : callsToHit(calls, way.lasting || operation.thins ? 2 : 3)) {
            const std::string what =
                std::string(way.name) + ", call " + std::to_string(at) + " of " + std::to_string(calls);
            prepare(operation);
            bool done = false;
            if (operation.onFile) {
                const FaultyDisk disk({way.fault, at, way.lasting});
                done = operation.onFile(m_path);
                QVERIFY2(FaultyDisk::hasFired(), what.c_str());
            } else {
                auto file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
                VERIFY_OK(file);
                {
                    const FaultyDisk disk({way.fault, at, way.lasting});
                    done = operation.onPlan(*file);
                    QVERIFY2(FaultyDisk::hasFired(), what.c_str());
                }
                checkObject(*file, done);
                if (QTest::currentTestFailed())
                    QFAIL(what.c_str());
            }
            std::array<int, 3>& tally = m_tally[QTest::currentDataTag()];
            ++tally[0];
            ++tally[done ? 1 : 2];
            if (operation.onFile)
                checkFolder(operation, done, true);
            else if (*operation.makes != '\0' && fs::exists(m_folder->path(operation.makes)))
                checkSound(m_folder->path(operation.makes));
            if (!QTest::currentTestFailed() && !operation.onFile)
                checkSound(m_path);
            if (QTest::currentTestFailed())
                QFAIL(what.c_str());
        }
    }
}

void TestFaults::diesAtEveryCall()
{
    QFETCH(Operation, operation);
    for (const Fault fault : {Fault::death, Fault::tornDeath}) {
        const int calls = rehearse(operation, fault);
        for (const int at : callsToHit(calls, 3)) {
            prepare(operation);
            const pid_t child = fork();
            if (child == 0) {
                if (operation.onFile) {
                    const FaultyDisk disk({fault, at});
                    operation.onFile(m_path);
                } else {
                    auto file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
                    const FaultyDisk disk({fault, at});
                    if (file)
                        operation.onPlan(*file);
                }
                _exit(0);
            }
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
            checkFolder(operation, false, true);
            const std::string state = stateOf(m_path);
            const bool isNew = state == m_new;
            if (!state.starts_with("error")) {
                auto file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
                VERIFY_OK(file);
                VERIFY_OK(file->edit(withNotes(file->document().project, "and on"), "Goes on"));
            }
            std::array<int, 3>& tally = m_tally[std::string(QTest::currentDataTag()) + ", killed"];
            ++tally[0];
            ++tally[isNew ? 1 : 2];
            if (QTest::currentTestFailed())
                QFAIL(("dies at call " + std::to_string(at) + " of " + std::to_string(calls)).c_str());
        }
    }
}

// A sync tool puts another file in place in the middle of an edit: the edit is on disk at the path, or it failed.
void TestFaults::replacedAtEveryCall()
{
    const Operation edit{[](PlanFile& file) { return file.edit(after(file.document().project), "Edit").has_value(); },
                         nullptr};
    const int calls = rehearse(edit, Fault::call);
    const std::string other = m_folder->path("other");
    for (const int at : callsToHit(calls, 8)) {
        prepare(edit);
        writeBytes(other, m_long);
        auto file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
        VERIFY_OK(file);
        bool done = false;
        {
            const FaultyDisk disk({Fault::call, at, false, [&] { fs::rename(other, m_path); }});
            done = edit.onPlan(*file);
        }
        QVERIFY2(!done, ("replaced at call " + std::to_string(at)).c_str());
        QVERIFY(readBytes(m_path) == m_long);
        QCOMPARE(file->document().project.base.notes, "b");
        const auto change = file->outsideChange();
        VERIFY_OK(change);
        QCOMPARE(change->kind, OutsideChange::Kind::replaced);
        VERIFY_OK(file->keepAside(m_folder->path("kept.trestle"), after(file->document().project), "Kept"));
        VERIFY_OK(file->reopen());
        QCOMPARE(file->head().id, 249);
        checkSound(m_folder->path("kept.trestle"));
    }
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
