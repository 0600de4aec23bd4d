#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"
#include "tests/proof/support/proof.h"
#include "tests/proof/support/small_disk.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <filesystem>

using namespace trestle;
using namespace trestle::test;

namespace fs = std::filesystem;

/// A disk that really is full, at every point at which it can be: edits, copies and new plans say so and leave no
/// trace, the plan stays as it was, and goes on once there is room. (Where no small disk can be mounted, the limit on
/// file sizes in tst_plan_file_write_errors and the failing disk of tst_faults are what is left.)
class TestFullDisk : public QObject {
    Q_OBJECT

public:
    explicit TestFullDisk(const SmallDisk& disk) : m_disk(disk) {}

private Q_SLOTS:
    void initTestCase();
    void init();
    void edits();
    void newFiles();
    void commandLine_data();
    void commandLine();
    void readOnlyDisk();

private:
    struct Outcome {
        int exitCode = -1;
        QByteArray err;
    };
    [[nodiscard]] Outcome run(const QStringList& arguments) const;
    [[nodiscard]] std::vector<std::string> names() const;

    const SmallDisk& m_disk;
    FakeClock m_clock;
    std::string m_path;
};

void TestFullDisk::initTestCase()
{
    if (!m_disk.trouble().empty())
        QSKIP(m_disk.trouble().c_str());
}

void TestFullDisk::init()
{
    m_path = m_disk.path("plan.trestle");
    for (const std::string& name : names())
        fs::remove(m_disk.path(name));
    const auto file = PlanFile::create(m_path, smallDocument(), "New plan", m_clock.shared());
    VERIFY_OK(file);
}

std::vector<std::string> TestFullDisk::names() const
{
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(m_path).parent_path()))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

void TestFullDisk::edits()
{
    auto file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(file);
    int refused = 0;
    int done = 0;
    // From no room at all to more than an edit needs, page by page.
    for (int leave = 0; leave < 40 * 4096; leave += isFullProof() ? 4096 : 5 * 4096) {
        m_disk.fill(leave);
        const std::string before = file->document().project.base.notes;
        const std::int64_t head = file->head().id;
        const std::string notes = std::to_string(leave) + std::string(20'000, 'x');
        m_clock.advance(5000);
        const auto edited = file->edit(withNotes(file->document().project, notes), "Edit");
        (edited ? done : refused)++;
        if (!edited) {
            COMPARE_ERROR(edited, ErrorCode::diskFull);
            QCOMPARE(edited.error().what, m_path);
            QCOMPARE(file->document().project.base.notes, before);
            QCOMPARE(file->head().id, head);
        }
        const auto reader = PlanFile::open(m_path, OpenMode::readOnly);
        VERIFY_OK(reader);
        QCOMPARE(reader->document().project.base.notes, edited ? notes : before);
        m_disk.makeRoom();
        const auto report = checkPlanFile(m_path);
        VERIFY_OK(report);
        QVERIFY(!report->problem);
        if (!edited) {
            VERIFY_OK(file->edit(withNotes(file->document().project, "short " + std::to_string(leave)), "Edit"));
            QCOMPARE(file->undo(), Result<bool>(true));
        } else {
            QCOMPARE(file->undo(), Result<bool>(true)); // back, so that the file does not outgrow the disk
        }
    }
    reportProof("edits on a disk that fills up", {.attempts = refused + done, .exact = done, .refused = refused});
    QVERIFY(refused > 0);
    QVERIFY(done > 0);
}

void TestFullDisk::newFiles()
{
    const auto file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(file);
    const std::string target = m_disk.path("new.trestle");
    int refused = 0;
    int done = 0;
    for (int leave = 0; leave < 60 * 4096; leave += (isFullProof() ? 1 : 8) * 4096) {
        m_disk.fill(leave);
        const auto before = names();
        const std::array<Result<void>, 2> tries{file->saveCopy(target), [&]() -> Result<void> {
                                                    if (fs::exists(target))
                                                        return {};
                                                    const auto made = PlanFile::create(target, smallDocument(), "New");
                                                    return made ? Result<void>() : std::unexpected(made.error());
                                                }()};
        for (const auto& tried : tries) {
            (tried ? done : refused)++;
            if (!tried) {
                COMPARE_ERROR(tried, ErrorCode::diskFull);
                QCOMPARE(tried.error().what, target);
            }
        }
        if (!fs::exists(target))
            QCOMPARE(names(), before); // no trace
        else
            QVERIFY(!checkPlanFile(target)->problem);
        fs::remove(target);
        m_disk.makeRoom();
    }
    reportProof("new files on a disk that fills up", {.attempts = refused + done, .exact = done, .refused = refused});
    QVERIFY(refused > 0);
    QVERIFY(done > 0);
}

TestFullDisk::Outcome TestFullDisk::run(const QStringList& arguments) const
{
    QProcess program;
    program.setWorkingDirectory(QString::fromStdString(fs::path(m_path).parent_path().string()));
    program.start(QStringLiteral(TRESTLE_PROGRAM), arguments);
    return program.waitForFinished(120'000) ? Outcome{program.exitCode(), program.readAllStandardError()} : Outcome{};
}

void TestFullDisk::commandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("set") << QStringList{"set", "plan.trestle", "sessions=done"};
    QTest::newRow("new") << QStringList{"new", "other.trestle", "--name", "Other"};
    QTest::newRow("export") << QStringList{"export", "plan.trestle", "out.csv"};
    QTest::newRow("repair") << QStringList{"check", "plan.trestle", "--repair", "repaired.trestle"};
}

// One line that says so, exit code 1, nothing left behind.
void TestFullDisk::commandLine()
{
    QFETCH(QStringList, arguments);
    m_disk.fill();
    const auto before = names();
    const std::string plan = readBytes(m_path);
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.err.startsWith("trestle: no room left to write '"), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(names(), before);
    QVERIFY(readBytes(m_path) == plan);
    m_disk.makeRoom();
    QVERIFY(!checkPlanFile(m_path)->problem);
}

// A disk that cannot be written to (any more): reading goes on.
// A disk is made read-only while no file on it is open for writing: the system refuses it otherwise. Calls that begin
// to fail under an open plan are tst_faults' part.
void TestFullDisk::readOnlyDisk()
{
    QVERIFY2(m_disk.setReadOnly(true), std::strerror(errno));
    const auto writer = PlanFile::open(m_path);
    const auto reader = PlanFile::open(m_path, OpenMode::readOnly);
    const Outcome set = run({"set", "plan.trestle", "sessions=done"});
    const Outcome plan = run({"plan", "plan.trestle"});
    const Outcome check = run({"check", "plan.trestle"});
    const Outcome repair = run({"check", "plan.trestle", "--repair", "repaired.trestle"});
    QVERIFY2(m_disk.setReadOnly(false), std::strerror(errno));
    QVERIFY(!writer);
    VERIFY_OK(reader);
    for (const Outcome& outcome : {set, repair}) {
        QVERIFY2(outcome.err.startsWith("trestle: cannot write '"), outcome.err.constData());
        QVERIFY2(outcome.err.contains("Read-only file system"), outcome.err.constData());
        QCOMPARE(outcome.err.count('\n'), 1);
        QCOMPARE(outcome.exitCode, 1);
    }
    QCOMPARE(plan.exitCode, 0);
    QCOMPARE(check.err, "");
    QCOMPARE(check.exitCode, 0);
    auto file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(file);
    QCOMPARE(file->document().project.base.notes, "");
    VERIFY_OK(file->edit(withNotes(file->document().project, "kept"), "Edit"));
}

int main(int argc, char** argv)
{
    const SmallDisk disk(700);
    QCoreApplication application(argc, argv);
    TestFullDisk test(disk);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_full_disk.moc"
