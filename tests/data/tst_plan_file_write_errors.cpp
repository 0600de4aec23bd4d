#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <sqlite3.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>

using namespace trestle;
using namespace trestle::test;

/// Writes that cannot be done leave file and object as they were, and both usable.
namespace {

/// No file may grow beyond a size while this lives: a disk that is full, as far as anyone can be sure to have one.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class TestPlanFileWriteErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesTargetsThatCannotBe_data();
    void refusesTargetsThatCannotBe();
    void noRoomForANewPlan();
    void noRoomForAnEdit_data();
    void noRoomForAnEdit();
    void noRoomForACopy();
    void fileIsGone();
    void fileIsReplaced();
    void changedByAnotherProgram();
    void busyWithAnotherProgram();

private:
    [[nodiscard]] Result<PlanFile> open() { return PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared()); }
    Result<void> note(PlanFile& file, const std::string& notes)
    {
        m_clock.advance(5000);
        return file.edit(withNotes(file.document().project, notes), "Note " + notes);
    }
    /// The edit fails with this; then file and object stand where they stood, and go on once the cause is gone.
    void checkStillGood(PlanFile& file);

    FakeClock m_clock;
    std::unique_ptr<Folder> m_folder;
    std::string m_path; ///< a plan with two revisions
};

void TestPlanFileWriteErrors::init()
{
    m_folder = std::make_unique<Folder>();
    m_path = m_folder->path("plan.trestle");
    auto file = PlanFile::create(m_path, smallDocument(), "New plan", m_clock.shared());
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
}

void TestPlanFileWriteErrors::checkStillGood(PlanFile& file)
{
    QCOMPARE(file.document().project.base.notes, "a");
    QCOMPARE(file.head().id, 2);
    QCOMPARE(file.undoLabel(), std::optional<std::string>("Note a"));
    QCOMPARE(file.history()->size(), 2U);
    const auto report = checkPlanFile(m_path);
    VERIFY_OK(report);
    QVERIFY(!report->problem);
    QCOMPARE(report->revisions, 2);
    VERIFY_OK(note(file, "b"));
    QCOMPARE(PlanFile::open(m_path, OpenMode::readOnly)->document().project.base.notes, "b");
    QCOMPARE(file.undo(), Result<bool>(true));
    QCOMPARE(file.document().project.base.notes, "a");
}

void TestPlanFileWriteErrors::refusesTargetsThatCannotBe_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* path, ErrorCode code) {
        QTest::newRow(name) << path << static_cast<int>(code);
    };
    row("a device", "/dev/full", ErrorCode::fileExists);
    row("a directory", "/tmp", ErrorCode::fileExists);
    row("a folder's path", "/tmp/", ErrorCode::fileUnwritable);
    row("below a file", "/proc/version/plan.trestle", ErrorCode::fileUnwritable);
    row("where nobody can make files", "/proc/plan.trestle", ErrorCode::fileUnwritable);
    row("in a folder that is not there", "/tmp/no/such/folder/plan.trestle", ErrorCode::fileUnwritable);
    row("no name", "", ErrorCode::fileUnwritable);
}

void TestPlanFileWriteErrors::refusesTargetsThatCannotBe()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    const auto made = PlanFile::create(path.toStdString(), smallDocument(), "New plan");
    COMPARE_ERROR(made, static_cast<ErrorCode>(code));
    QCOMPARE(QString::fromStdString(made.error().what), path);
    const auto file = open();
    VERIFY_OK(file);
    COMPARE_ERROR(file->saveCopy(path.toStdString()), static_cast<ErrorCode>(code));
    COMPARE_ERROR(repairPlanFile(m_path, path.toStdString()), static_cast<ErrorCode>(code));
}

void TestPlanFileWriteErrors::noRoomForANewPlan()
{
    const std::string path = m_folder->path("new.trestle");
    for (const rlim_t size : {0U, 1000U, 4096U, 20000U, 40000U}) {
        const FileSizeLimit limit(size);
        const auto file = PlanFile::create(path, smallDocument(), "New plan");
        COMPARE_ERROR(file, ErrorCode::fileUnwritable);
        QCOMPARE(file.error().what, path);
        QCOMPARE(m_folder->files(), std::vector<std::string>{"plan.trestle"});
    }
    VERIFY_OK(PlanFile::create(path, smallDocument(), "New plan"));
}

void TestPlanFileWriteErrors::noRoomForAnEdit_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("none for the journal") << 0;
    QTest::newRow("some for the journal") << 700;
    QTest::newRow("more for the journal") << 10000;
    QTest::newRow("none for the file to grow") << -1;
}

void TestPlanFileWriteErrors::noRoomForAnEdit()
{
    QFETCH(int, size);
    auto file = open();
    VERIFY_OK(file);
    const auto fileSize = static_cast<rlim_t>(std::filesystem::file_size(m_path));
    {
        const FileSizeLimit limit(size < 0 ? fileSize : static_cast<rlim_t>(size));
        const auto edited = note(*file, std::string(50000, 'x'));
        COMPARE_ERROR(edited, ErrorCode::fileUnwritable);
        QCOMPARE(edited.error().what, m_path);
        QVERIFY(!edited.error().fix.empty());
        COMPARE_ERROR(note(*file, std::string(50000, 'y')), ErrorCode::fileUnwritable);
    }
    QCOMPARE(std::filesystem::file_size(m_path), fileSize);
    checkStillGood(*file);
}

void TestPlanFileWriteErrors::noRoomForACopy()
{
    const std::string path = m_folder->path("copy.trestle");
    auto file = open();
    VERIFY_OK(file);
    for (const rlim_t size : {0U, 5000U, 30000U}) {
        const FileSizeLimit limit(size);
        const auto copied = file->saveCopy(path);
        COMPARE_ERROR(copied, ErrorCode::fileUnwritable);
        QCOMPARE(copied.error().what, path);
    }
    QCOMPARE(m_folder->files(), (std::vector<std::string>{".plan.trestle.lock", "plan.trestle"}));
    VERIFY_OK(file->saveCopy(path));
    checkStillGood(*file);
}

void TestPlanFileWriteErrors::fileIsGone()
{
    auto file = open();
    VERIFY_OK(file);
    const std::string bytes = readBytes(m_path);
    std::filesystem::remove(m_path);
    COMPARE_ERROR(note(*file, "lost"), ErrorCode::fileNotFound);
    QCOMPARE(file->document().project.base.notes, "a");
    const std::string path = m_folder->path("saved.trestle");
    VERIFY_OK(file->saveCopy(path)); // the way out
    QCOMPARE(PlanFile::open(path)->document().project.base.notes, "a");
}

void TestPlanFileWriteErrors::fileIsReplaced()
{
    auto file = open();
    VERIFY_OK(file);
    const std::string other = m_folder->path("other.trestle");
    VERIFY_OK(PlanFile::create(other, smallDocument(), "Another"));
    std::filesystem::rename(other, m_path);
    const auto edited = note(*file, "lost");
    COMPARE_ERROR(edited, ErrorCode::fileUnwritable);
    QCOMPARE(edited.error().fix, Detail(DetailKind::replacedByOther));
    QCOMPARE(file->document().project.base.notes, "a");
    QCOMPARE(PlanFile::open(m_path, OpenMode::readOnly)->head().label, "Another");
}

void TestPlanFileWriteErrors::changedByAnotherProgram()
{
    auto file = open();
    VERIFY_OK(file);
    sql(m_path, "UPDATE head SET id = 1, sha256 = (SELECT sha256 FROM revision WHERE id = 1)");
    const auto edited = note(*file, "lost");
    COMPARE_ERROR(edited, ErrorCode::fileUnwritable);
    QCOMPARE(edited.error().fix, Detail(DetailKind::changedByOther));
    QCOMPARE(sql(m_path, "SELECT count(*) FROM revision"), (std::vector<Row>{{"2"}}));
}

void TestPlanFileWriteErrors::busyWithAnotherProgram()
{
    auto file = open();
    VERIFY_OK(file);
    sqlite3* other = nullptr;
    QCOMPARE(sqlite3_open(m_path.c_str(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
    COMPARE_ERROR(note(*file, "lost"), ErrorCode::lockedPlan);
    QCOMPARE(sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(other);
    checkStillGood(*file);
}

QTEST_GUILESS_MAIN(TestPlanFileWriteErrors)
#include "tst_plan_file_write_errors.moc"
