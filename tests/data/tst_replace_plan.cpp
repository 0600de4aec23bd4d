#include "data/plan_file/replace_plan.h"
#include "tests/data/support/plan_files.h"

#include <filesystem>

using namespace trestle;
using namespace trestle::test;
namespace fs = std::filesystem;

/// A new plan takes the place of a file that exists, or nothing changes.
class TestReplacePlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void takesThePlaceOfAPlan();
    void keepsPermissionsAndLinks();
    void refusesAPlanThatIsOpen();
    void refusesBesideAJournal();
    void refusesWhatIsNoFile();
    void leavesTheOldPlanWhereTheNewOneIsRefused();

private:
    Result<void> replace(const std::string& path, const std::string& notes = "new")
    {
        ProjectDocument document = smallDocument();
        document.project.base.notes = notes;
        return replacePlanFile(path, document, "imported", m_clock.shared());
    }

    FakeClock m_clock;
    std::optional<Folder> m_folder;
    std::string m_path;
};

void TestReplacePlan::init()
{
    m_folder.emplace();
    m_path = m_folder->path("plan.trestle");
    VERIFY_OK(PlanFile::create(m_path, smallDocument(), "New plan"));
}

void TestReplacePlan::takesThePlaceOfAPlan()
{
    VERIFY_OK(replace(m_path));
    const auto file = PlanFile::open(m_path);
    VERIFY_OK(file);
    QCOMPARE(file->document().project.base.notes, std::string("new"));
    QCOMPARE(file->head().label, std::string("imported"));
    QCOMPARE(file->head().at, FakeClock::kStart);
    QVERIFY(!file->undoLabel()); // the old plan's history went with it
}

void TestReplacePlan::keepsPermissionsAndLinks()
{
    const std::string link = m_folder->path("link.trestle");
    fs::create_symlink("plan.trestle", link);
    fs::permissions(m_path, fs::perms::owner_read | fs::perms::owner_write);
    VERIFY_OK(replace(link));
    QVERIFY(fs::is_symlink(link));
    QVERIFY(fs::status(m_path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    QCOMPARE(m_folder->files(), (std::vector<std::string>{"link.trestle", "plan.trestle"}));
}

void TestReplacePlan::refusesAPlanThatIsOpen()
{
    const auto held = PlanFile::open(m_path);
    VERIFY_OK(held);
    COMPARE_ERROR(replace(m_path), ErrorCode::lockedPlan);
}

void TestReplacePlan::refusesBesideAJournal()
{
    writeBytes(m_path, "no plan"); // whose journal no opening uses up
    const std::string journal = m_path + "-wal";
    writeBytes(journal, "of another program");
    const auto replaced = replace(m_path);
    COMPARE_ERROR(replaced, ErrorCode::fileUnwritable);
    QCOMPARE(replaced.error().fix.kind, DetailKind::inTheWay);
    QCOMPARE(fs::path(replaced.error().fix.arguments.at(0)).filename().string(), std::string("plan.trestle-wal"));
    QCOMPARE(readBytes(m_path), std::string("no plan"));
}

void TestReplacePlan::refusesWhatIsNoFile()
{
    COMPARE_ERROR(replace(m_folder->path("")), ErrorCode::fileUnwritable);
    COMPARE_ERROR(replace("/dev/null"), ErrorCode::fileUnwritable);
    COMPARE_ERROR(replace(m_folder->path("missing.trestle")), ErrorCode::fileUnwritable);
}

void TestReplacePlan::leavesTheOldPlanWhereTheNewOneIsRefused()
{
    const std::string before = readBytes(m_path);
    ProjectDocument nobody = smallDocument();
    nobody.project.base.team.clear();
    const auto refused = replacePlanFile(m_path, nobody, "imported", m_clock.shared());
    COMPARE_ERROR(refused, ErrorCode::noPeople);
    QCOMPARE(readBytes(m_path), before);
    QCOMPARE(m_folder->files(), std::vector<std::string>{"plan.trestle"});
}

QTEST_APPLESS_MAIN(TestReplacePlan)
#include "tst_replace_plan.moc"
