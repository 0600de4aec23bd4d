#include "app/cli/wording_detail.h"
#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <filesystem>
#include <iostream>

using namespace trestle;
using namespace trestle::test;

/// Who writes to a plan holds its lock; everyone else is told who that is, and may read.
class TestPlanFileLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anotherProcessIsRefused();
    void theSameProcessIsRefused();
    void theLockGoesWithItsHolder_data();
    void theLockGoesWithItsHolder();
    void aLockFileAloneLocksNothing();
    void allNamesOfAFileShareItsLock();
    void theLockFileIsNoWayToAnotherFile();
    void readersNeedNoLock();
    void newPlansAreLocked();

private:
    struct EndProcess {
        void operator()(QProcess* process) const
        {
            process->closeWriteChannel();
            process->waitForFinished();
            delete process;
        }
    };
    using Holder = std::unique_ptr<QProcess, EndProcess>;
    /// This program, holding the plan open until its input ends.
    Holder startHolder();

    std::unique_ptr<Folder> m_folder;
    std::string m_path;
    std::string m_lockPath;
};

void TestPlanFileLock::init()
{
    m_folder = std::make_unique<Folder>();
    m_path = m_folder->path("plan.trestle");
    m_lockPath = m_folder->path(".plan.trestle.lock");
    VERIFY_OK(PlanFile::create(m_path, smallDocument(), "New plan", FakeClock().shared()));
}

TestPlanFileLock::Holder TestPlanFileLock::startHolder()
{
    Holder holder(new QProcess);
    holder->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    holder->start(QCoreApplication::applicationFilePath(), {"--hold", QString::fromStdString(m_path)});
    if (!holder->waitForReadyRead() || holder->readLine() != "held\n")
        qFatal("the holder did not open the plan");
    return holder;
}

void TestPlanFileLock::anotherProcessIsRefused()
{
    const auto holder = startHolder();
    const auto file = PlanFile::open(m_path);
    COMPARE_ERROR(file, ErrorCode::lockedPlan);
    QCOMPARE(file.error().what, m_path);
    const QString name = QString::fromStdString(cli::worded(file.error().fix));
    QVERIFY2(name.contains(QString("process %1 on ").arg(holder->processId())), qPrintable(name));
    QVERIFY2(name.startsWith("data_tst_plan_file_lock"), qPrintable(name));
    COMPARE_ERROR(PlanFile::open(m_path), ErrorCode::lockedPlan); // being refused has not loosened it
}

void TestPlanFileLock::theSameProcessIsRefused()
{
    const auto first = PlanFile::open(m_path);
    VERIFY_OK(first);
    const auto second = PlanFile::open(m_path);
    COMPARE_ERROR(second, ErrorCode::lockedPlan);
    const QString name = QString::fromStdString(cli::worded(second.error().fix));
    QVERIFY2(name.contains(QString("process %1 on ").arg(QCoreApplication::applicationPid())), qPrintable(name));
}

void TestPlanFileLock::theLockGoesWithItsHolder_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("closed") << false;
    QTest::newRow("killed") << true;
}

void TestPlanFileLock::theLockGoesWithItsHolder()
{
    QFETCH(bool, killed);
    const auto holder = startHolder();
    if (killed)
        holder->kill();
    else
        holder->closeWriteChannel();
    QVERIFY(holder->waitForFinished());
    QCOMPARE(std::filesystem::exists(m_lockPath), killed); // nobody was left to remove it
    {
        auto file = PlanFile::open(m_path);
        VERIFY_OK(file);
        VERIFY_OK(file->edit(withNotes(file->document().project, "a"), "Note"));
    }
    QVERIFY(!std::filesystem::exists(m_lockPath));
}

void TestPlanFileLock::aLockFileAloneLocksNothing()
{
    writeBytes(m_lockPath, "trestle (process 1 on elsewhere)\n");
    VERIFY_OK(PlanFile::open(m_path));
}

void TestPlanFileLock::allNamesOfAFileShareItsLock()
{
    const std::string link = m_folder->path("other name.trestle");
    std::filesystem::create_symlink("plan.trestle", link);
    const auto holder = startHolder();
    COMPARE_ERROR(PlanFile::open(link), ErrorCode::lockedPlan);
}

void TestPlanFileLock::theLockFileIsNoWayToAnotherFile()
{
    const std::string victim = m_folder->path("victim");
    writeBytes(victim, "precious");
    std::filesystem::create_symlink("victim", m_lockPath);
    COMPARE_ERROR(PlanFile::open(m_path), ErrorCode::fileUnwritable);
    QCOMPARE(readBytes(victim), "precious");
}

void TestPlanFileLock::readersNeedNoLock()
{
    const auto holder = startHolder();
    const auto first = PlanFile::open(m_path, OpenMode::readOnly);
    VERIFY_OK(first);
    VERIFY_OK(PlanFile::open(m_path, OpenMode::readOnly));
    const auto report = checkPlanFile(m_path);
    VERIFY_OK(report);
    QVERIFY(!report->problem);
    VERIFY_OK(first->saveCopy(m_folder->path("copy.trestle")));
}

void TestPlanFileLock::newPlansAreLocked()
{
    const std::string path = m_folder->path("new.trestle");
    const auto file = PlanFile::create(path, smallDocument(), "New plan", FakeClock().shared());
    VERIFY_OK(file);
    COMPARE_ERROR(PlanFile::open(path), ErrorCode::lockedPlan);
}

namespace {

int hold(const std::string& path)
{
    const auto file = PlanFile::open(path);
    if (!file) {
        std::cerr << describe(file) << std::endl;
        return 1;
    }
    std::cout << "held" << std::endl;
    std::cin.get();
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::string(argv[1]) == "--hold")
        return hold(argv[2]);
    QCoreApplication application(argc, argv);
    TestPlanFileLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_plan_file_lock.moc"
