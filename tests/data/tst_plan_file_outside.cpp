#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <sys/stat.h>

#include <ctime>
#include <filesystem>

using namespace trestle;
using namespace trestle::test;

namespace fs = std::filesystem;

/// A plan that is open, and what others do to its file meanwhile: nothing they did is written over, and nothing of ours
/// is lost.
class TestPlanFileOutside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ownEditsAreNoChange();
    void harmlessChangesAreNone_data();
    void harmlessChangesAreNone();
    void goneAndBack();
    void replacedByALaterState();
    void replacedByAnotherPlan();
    void writtenOverInPlace_data();
    void writtenOverInPlace();
    void halfWrittenOver();
    void linkLeadsElsewhere();
    void readersFollowTheWriter();
    void readersBecomeWriters();
    void keepsAsideWhatIsPending();
    void lockFileIsTidiedAway();
    void hardLinksAreNotWrittenTo();
    void sweepsLeftovers();

private:
    using Kind = OutsideChange::Kind;

    [[nodiscard]] Result<PlanFile> open(const std::string& path, OpenMode mode = OpenMode::readWrite)
    {
        return PlanFile::open(path, mode, m_clock.shared());
    }
    Result<void> note(PlanFile& file, const std::string& notes)
    {
        m_clock.advance(5000);
        return file.edit(withNotes(file.document().project, notes), "Note " + notes);
    }
    /// A copy of the plan, with an edit of its own.
    std::string makeSibling(const std::string& notes);
    static std::string notesIn(const std::string& path)
    {
        const auto file = PlanFile::open(path, OpenMode::readOnly);
        return file ? file->document().project.base.notes : describe(file);
    }
    /// The plan takes edits, on disk and in memory.
    void checkAlive(PlanFile& file);

    FakeClock m_clock;
    std::unique_ptr<Folder> m_folder;
    std::string m_path; ///< a plan with two revisions
};

void TestPlanFileOutside::init()
{
    m_folder = std::make_unique<Folder>();
    m_path = m_folder->path("plan.trestle");
    auto file = PlanFile::create(m_path, smallDocument(), "New plan", m_clock.shared());
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
}

std::string TestPlanFileOutside::makeSibling(const std::string& notes)
{
    std::string path = m_folder->path("sibling.trestle");
    fs::copy_file(m_path, path, fs::copy_options::overwrite_existing);
    auto file = open(path);
    if (!file || !note(*file, notes))
        qFatal("%s", describe(file).c_str());
    return path;
}

void TestPlanFileOutside::checkAlive(PlanFile& file)
{
    VERIFY_OK(note(file, "alive"));
    QCOMPARE(notesIn(m_path), "alive");
    QCOMPARE(file.outsideChange()->kind, Kind::none);
    COMPARE_ERROR(open(m_path), ErrorCode::lockedPlan);
    const auto report = checkPlanFile(m_path);
    VERIFY_OK(report);
    QVERIFY2(!report->problem, report->problem ? describeError(*report->problem).c_str() : "");
}

void TestPlanFileOutside::ownEditsAreNoChange()
{
    auto file = open(m_path);
    VERIFY_OK(file);
    QCOMPARE(file->outsideChange()->kind, Kind::none);
    VERIFY_OK(note(*file, "b"));
    QCOMPARE(file->outsideChange()->kind, Kind::none);
    QCOMPARE(file->undo(), Result<bool>(true));
    VERIFY_OK(file->setTag(1, "First"));
    QCOMPARE(file->outsideChange()->kind, Kind::none);
    VERIFY_OK(file->saveCopy(m_folder->path("copy.trestle")));
    QCOMPARE(file->outsideChange()->kind, Kind::none);
    QCOMPARE(file->mode(), OpenMode::readWrite);
}

void TestPlanFileOutside::harmlessChangesAreNone_data()
{
    QTest::addColumn<QString>("statements");
    QTest::newRow("touched") << "";
    QTest::newRow("a table of one's own") << "CREATE TABLE mine(x); INSERT INTO mine VALUES('kept')";
    QTest::newRow("packed") << "VACUUM";
}

void TestPlanFileOutside::harmlessChangesAreNone()
{
    QFETCH(QString, statements);
    auto file = open(m_path);
    VERIFY_OK(file);
    if (statements.isEmpty())
        fs::last_write_time(m_path, fs::last_write_time(m_path) + std::chrono::hours(1));
    else
        sql(m_path, statements.toStdString());
    QCOMPARE(file->outsideChange()->kind, Kind::none);
    checkAlive(*file);
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(file->history()->size(), 3U);
}

void TestPlanFileOutside::goneAndBack()
{
    auto file = open(m_path);
    VERIFY_OK(file);
    const std::string elsewhere = m_folder->path("elsewhere");
    fs::rename(m_path, elsewhere);
    QCOMPARE(file->outsideChange()->kind, Kind::gone);
    COMPARE_ERROR(note(*file, "b"), ErrorCode::fileNotFound);
    COMPARE_ERROR(file->undo(), ErrorCode::fileNotFound);
    COMPARE_ERROR(file->reopen(), ErrorCode::fileNotFound);
    QCOMPARE(file->document().project.base.notes, "a");
    QCOMPARE(file->head().id, 2);
    fs::rename(elsewhere, m_path);
    QCOMPARE(file->outsideChange()->kind, Kind::none);
    checkAlive(*file);
}

void TestPlanFileOutside::replacedByALaterState()
{
    auto file = open(m_path);
    VERIFY_OK(file);
    fs::rename(makeSibling("later"), m_path);
    const auto change = file->outsideChange();
    VERIFY_OK(change);
    QCOMPARE(change->kind, Kind::replaced);
    QVERIFY(change->holdsOurs);
    QCOMPARE(change->head->label, "Note later");
    COMPARE_ERROR(note(*file, "lost"), ErrorCode::fileUnwritable);
    QCOMPARE(notesIn(m_path), "later");
    VERIFY_OK(file->reopen());
    QCOMPARE(file->document().project.base.notes, "later");
    QCOMPARE(file->head().id, 3);
    checkAlive(*file);
}

void TestPlanFileOutside::replacedByAnotherPlan()
{
    auto file = open(m_path);
    VERIFY_OK(file);
    const std::string sibling = makeSibling("theirs"); // from the state before our next edit
    VERIFY_OK(note(*file, "ours"));
    fs::rename(sibling, m_path);
    const auto change = file->outsideChange();
    VERIFY_OK(change);
    QCOMPARE(change->kind, Kind::replaced);
    QVERIFY(!change->holdsOurs); // its revision 3 is another
    const std::string kept = m_folder->path("kept.trestle");
    VERIFY_OK(file->keepAside(kept, withNotes(file->document().project, "pending"), "Kept"));
    VERIFY_OK(file->reopen());
    QCOMPARE(file->document().project.base.notes, "theirs");
    checkAlive(*file);
    auto other = open(kept);
    VERIFY_OK(other);
    QCOMPARE(other->document().project.base.notes, "pending");
    QCOMPARE(other->undoLabel(), std::optional<std::string>("Kept"));
    QCOMPARE(other->undo(), Result<bool>(true));
    QCOMPARE(other->document().project.base.notes, "ours");
    QCOMPARE(other->history()->size(), 4U);
}

void TestPlanFileOutside::writtenOverInPlace_data()
{
    QTest::addColumn<bool>("hasRead");
    QTest::newRow("pages in memory") << true;
    QTest::newRow("just opened") << false;
}

// The sibling has taken as many steps as we have, so that the counters by which SQLite knows whether its memory of the
// pages is right are the same.
void TestPlanFileOutside::writtenOverInPlace()
{
    QFETCH(bool, hasRead);
    const std::string sibling = makeSibling("theirs");
    auto file = open(m_path);
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "ours"));
    if (hasRead)
        QCOMPARE(file->history()->size(), 3U);
    const std::string theirs = readBytes(sibling);
    QCOMPARE(theirs.substr(24, 16), readBytes(m_path).substr(24, 16));
    writeBytes(m_path, theirs);
    fs::last_write_time(m_path, fs::last_write_time(m_path) + std::chrono::seconds(1));
    const auto change = file->outsideChange();
    VERIFY_OK(change);
    QCOMPARE(change->kind, Kind::edited);
    QVERIFY(!change->holdsOurs);
    const auto edited = note(*file, "mixed");
    COMPARE_ERROR(edited, ErrorCode::fileUnwritable);
    QCOMPARE(edited.error().fix, Detail(DetailKind::changedByOther));
    QVERIFY(readBytes(m_path) == theirs);
    const std::string kept = m_folder->path("kept.trestle");
    VERIFY_OK(file->keepAside(kept, file->document().project, "Kept"));
    QCOMPARE(notesIn(kept), "ours");
    VERIFY_OK(file->reopen());
    QCOMPARE(file->document().project.base.notes, "theirs");
    checkAlive(*file);
}

void TestPlanFileOutside::halfWrittenOver()
{
    auto file = open(m_path);
    VERIFY_OK(file);
    const std::string whole = readBytes(makeSibling("later"));
    for (const std::size_t length : {std::size_t{0}, std::size_t{50}, std::size_t{5000}, whole.size() / 2}) {
        const std::string half = whole.substr(0, length);
        writeBytes(m_path, half);
        QVERIFY(!file->outsideChange());
        QVERIFY(!note(*file, "mixed"));
        QVERIFY(!file->reopen());
        QCOMPARE(file->document().project.base.notes, "a");
        QVERIFY(readBytes(m_path) == half);
    }
    writeBytes(m_path, whole);
    QCOMPARE(file->outsideChange()->kind, Kind::edited);
    VERIFY_OK(file->reopen());
    checkAlive(*file);
}

void TestPlanFileOutside::linkLeadsElsewhere()
{
    const std::string link = m_folder->path("link.trestle");
    fs::create_symlink("plan.trestle", link);
    auto file = open(link);
    VERIFY_OK(file);
    const std::string sibling = makeSibling("later");
    fs::remove(link);
    QCOMPARE(file->outsideChange()->kind, Kind::gone);
    fs::create_symlink("sibling.trestle", link);
    QCOMPARE(file->outsideChange()->kind, Kind::replaced);
    VERIFY_OK(file->reopen());
    QCOMPARE(file->document().project.base.notes, "later");
    COMPARE_ERROR(open(sibling), ErrorCode::lockedPlan); // the lock went with it
    VERIFY_OK(open(m_path));
}

void TestPlanFileOutside::readersFollowTheWriter()
{
    auto writer = open(m_path);
    VERIFY_OK(writer);
    auto reader = open(m_path, OpenMode::readOnly);
    VERIFY_OK(reader);
    QCOMPARE(reader->outsideChange()->kind, Kind::none);
    VERIFY_OK(note(*writer, "b"));
    const auto change = reader->outsideChange();
    VERIFY_OK(change);
    QCOMPARE(change->kind, Kind::edited);
    QVERIFY(change->holdsOurs);
    QCOMPARE(reader->document().project.base.notes, "a");
    VERIFY_OK(reader->reopen());
    QCOMPARE(reader->document().project.base.notes, "b");
    QCOMPARE(reader->outsideChange()->kind, Kind::none);
    checkAlive(*writer); // the reader has not loosened its locks
}

void TestPlanFileOutside::readersBecomeWriters()
{
    auto reader = open(m_path, OpenMode::readOnly);
    VERIFY_OK(reader);
    {
        auto writer = open(m_path);
        VERIFY_OK(writer);
        COMPARE_ERROR(reader->reopen(OpenMode::readWrite), ErrorCode::lockedPlan);
        QCOMPARE(reader->mode(), OpenMode::readOnly);
        VERIFY_OK(note(*writer, "b"));
    }
    VERIFY_OK(reader->reopen(OpenMode::readWrite));
    QCOMPARE(reader->mode(), OpenMode::readWrite);
    QCOMPARE(reader->document().project.base.notes, "b");
    checkAlive(*reader);
    VERIFY_OK(reader->reopen(OpenMode::readOnly));
    VERIFY_OK(open(m_path)); // the lock is free
    COMPARE_ERROR(note(*reader, "c"), ErrorCode::fileUnwritable);
}

void TestPlanFileOutside::keepsAsideWhatIsPending()
{
    auto file = open(m_path);
    VERIFY_OK(file);
    fs::remove(m_path);
    const std::string kept = m_folder->path("kept.trestle");
    VERIFY_OK(file->keepAside(kept, file->document().project, "Kept"));
    QCOMPARE(open(kept)->history()->size(), 2U); // nothing was pending: no revision more
    COMPARE_ERROR(file->keepAside(kept, file->document().project, "Kept"), ErrorCode::fileExists);
    QCOMPARE(file->outsideChange()->kind, Kind::gone);
}

void TestPlanFileOutside::lockFileIsTidiedAway()
{
    const std::string lock = m_folder->path(".plan.trestle.lock");
    auto file = open(m_path);
    VERIFY_OK(file);
    fs::remove(lock);
    checkAlive(*file); // locked anew by the edit
    fs::remove(lock);
    const auto other = open(m_path);
    VERIFY_OK(other);
    COMPARE_ERROR(note(*file, "lost"), ErrorCode::lockedPlan);
    QCOMPARE(notesIn(m_path), "alive");
}

void TestPlanFileOutside::hardLinksAreNotWrittenTo()
{
    const std::string other = m_folder->path("other name.trestle");
    fs::create_hard_link(m_path, other);
    const std::string before = readBytes(m_path);
    for (const std::string& path : {m_path, other}) {
        const auto file = open(path);
        COMPARE_ERROR(file, ErrorCode::fileUnwritable);
        QCOMPARE(file.error().fix, (Detail{DetailKind::severalNames, {"2"}}));
        QCOMPARE(notesIn(path), "a");
    }
    QVERIFY(readBytes(m_path) == before);
    QCOMPARE(m_folder->files(), (std::vector<std::string>{"other name.trestle", "plan.trestle"}));
    fs::remove(other);
    auto file = open(m_path);
    VERIFY_OK(file);
    checkAlive(*file);
}

void TestPlanFileOutside::sweepsLeftovers()
{
    const auto age = [&](const std::string& name) {
        writeBytes(m_folder->path(name), "left by a crash");
        fs::last_write_time(m_folder->path(name), fs::file_time_type::clock::now() - std::chrono::hours(2));
    };
    age(".plan.trestle.new-0123456789abcdef");
    age(".plan.trestle.new-0123456789abcdef-journal");
    age(".plan.trestle.v1.bak.new-0123456789abcdef");
    // Neither old, nor ours, nor of this plan.
    writeBytes(m_folder->path(".plan.trestle.new-1111111111111111"), "of a copy that is being made");
    age(".plan.trestle.new-mine");
    age(".plan.trestle2.new-0123456789abcdef");
    age("plan.trestle.new-0123456789abcdef");
    // A name that the file got on its way, where the system could not rename in one step.
    fs::create_hard_link(m_path, m_folder->path(".plan.trestle.new-2222222222222222"));
    VERIFY_OK(open(m_path));
    QCOMPARE(m_folder->files(),
             (std::vector<std::string>{".plan.trestle.new-1111111111111111", ".plan.trestle.new-mine",
                                       ".plan.trestle2.new-0123456789abcdef", "plan.trestle",
                                       "plan.trestle.new-0123456789abcdef"}));
}

QTEST_GUILESS_MAIN(TestPlanFileOutside)
#include "tst_plan_file_outside.moc"
