#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <algorithm>

using namespace trestle;
using namespace trestle::test;

/// Old revisions give way: the last 200 untagged stay, and of those before them the last of each day.
class TestPlanFileThinning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<Folder>(); }
    void keepsTheNewestOneADayAndTagged();
    void joinsChildrenToWhatStays();
    void everyRevisionStillVerifies();
    void undoLeadsThroughWhatStays();
    void keepsWhatABranchCameFrom();
    void leavesDamageInSight();

private:
    static constexpr std::int64_t kHour = 3'600'000;
    static constexpr std::int64_t kRevisions = 250; ///< thinning runs with every fiftieth

    [[nodiscard]] std::string plan() const
    {
        std::string path = m_folder->path("plan.trestle");
        writeBytes(path, m_bytes);
        return path;
    }
    Result<void> note(PlanFile& file, const std::string& notes)
    {
        m_clock.advance(kHour);
        return file.edit(withNotes(file.document().project, notes), "Note " + notes);
    }
    /// Every edit is an hour after the one before: 24 revisions a day, the first of them id 1.
    static std::vector<std::int64_t> expectedIds();

    FakeClock m_clock;
    std::unique_ptr<Folder> m_folder;
    std::string m_bytes; ///< a file with revisions 1 to 250, 5 and 30 tagged
};

void TestPlanFileThinning::initTestCase()
{
    const Folder folder;
    const std::string path = folder.path("plan.trestle");
    auto file = PlanFile::create(path, smallDocument(), "New plan", m_clock.shared());
    VERIFY_OK(file);
    for (std::int64_t id = 2; id <= kRevisions; ++id) {
        VERIFY_OK(note(*file, std::to_string(id)));
        if (id == 5 || id == 30)
            VERIFY_OK(file->setTag(id, "Version " + std::to_string(id)));
        if (id == kRevisions - 1)
            QCOMPARE(file->history()->size(), static_cast<std::size_t>(kRevisions - 1));
    }
    m_bytes = readBytes(path);
}

std::vector<std::int64_t> TestPlanFileThinning::expectedIds()
{
    // Untagged before the last 200 (51 to 250): 1–24 are the first day, 25–48 the second, 49 and 50 the third.
    std::vector<std::int64_t> ids{5, 24, 30, 48, 50};
    for (std::int64_t id = 51; id <= kRevisions; ++id)
        ids.push_back(id);
    return ids;
}

void TestPlanFileThinning::keepsTheNewestOneADayAndTagged()
{
    const auto file = PlanFile::open(plan(), OpenMode::readOnly);
    VERIFY_OK(file);
    const auto history = file->history();
    VERIFY_OK(history);
    std::vector<std::int64_t> ids;
    for (const Revision& revision : *history)
        ids.push_back(revision.id);
    QCOMPARE(ids, expectedIds());
    QCOMPARE(history->at(0).tag, "Version 5");
    QCOMPARE(file->head().id, kRevisions);
}

void TestPlanFileThinning::joinsChildrenToWhatStays()
{
    const auto file = PlanFile::open(plan(), OpenMode::readOnly);
    VERIFY_OK(file);
    const auto history = file->history();
    VERIFY_OK(history);
    std::optional<std::int64_t> before;
    for (const Revision& revision : *history) {
        QCOMPARE(revision.parent, before);
        before = revision.id;
    }
}

void TestPlanFileThinning::everyRevisionStillVerifies()
{
    const std::string path = plan();
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(!report->problem);
    QCOMPARE(report->revisions, static_cast<std::int64_t>(expectedIds().size()));
    QCOMPARE(report->verified, report->revisions);
    const auto file = PlanFile::open(path, OpenMode::readOnly);
    VERIFY_OK(file);
    for (const std::int64_t id : expectedIds()) {
        const auto document = file->documentAt(id);
        VERIFY_OK(document);
        QCOMPARE(document->project.base.notes, std::to_string(id));
    }
}

void TestPlanFileThinning::undoLeadsThroughWhatStays()
{
    auto file = PlanFile::open(plan(), OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(file);
    std::vector<std::int64_t> ids{file->head().id};
    while (file->undo() == Result<bool>(true))
        ids.push_back(file->head().id);
    std::ranges::reverse(ids);
    QCOMPARE(ids, expectedIds());
}

void TestPlanFileThinning::keepsWhatABranchCameFrom()
{
    const std::string path = plan();
    auto file = PlanFile::open(path, OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(file);
    while (file->head().id != 60)
        QCOMPARE(file->undo(), Result<bool>(true));
    // 49 more on the old branch's number line, so that 60 falls out of the last 200 with the edit that thins.
    sql(path, "WITH RECURSIVE n(i) AS (VALUES(251) UNION ALL SELECT i + 1 FROM n WHERE i < 299) "
              "INSERT INTO revision SELECT i, i - 1, at, label, document, '' FROM n, revision WHERE revision.id = 250");
    for (std::int64_t id = 251; id < 300; ++id)
        rehash(path, id);
    VERIFY_OK(note(*file, "branch"));
    QCOMPARE(file->head().id, 300);
    QCOMPARE(file->head().parent, std::optional<std::int64_t>(60));
    const auto history = file->history();
    VERIFY_OK(history);
    QVERIFY(std::ranges::none_of(*history, [](const Revision& revision) { return revision.id == 59; }));
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(file->document().project.base.notes, "60");
}

void TestPlanFileThinning::leavesDamageInSight()
{
    const std::string path = plan();
    // 72 is the last of its day and stays, 71 would go. 72 cannot be joined to another with a hash that is wrong.
    sql(path, "UPDATE revision SET label = 'changed' WHERE id = 72");
    auto file = PlanFile::open(path, OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(file);
    while (file->head().id < 300)
        VERIFY_OK(note(*file, "more " + std::to_string(file->head().id)));
    const auto history = file->history();
    VERIFY_OK(history);
    QVERIFY(std::ranges::any_of(*history, [](const Revision& revision) { return revision.id == 71; }));
    QVERIFY(std::ranges::none_of(*history, [](const Revision& revision) { return revision.id == 70; }));
    COMPARE_ERROR(file->documentAt(72), ErrorCode::damagedPlan);
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(report->problem);
    QCOMPARE(report->problem->where, "revision/72");
    QCOMPARE(report->verified, report->revisions - 1);
}

QTEST_GUILESS_MAIN(TestPlanFileThinning)
#include "tst_plan_file_thinning.moc"
