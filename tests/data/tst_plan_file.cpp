#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QDir>
#include <QTest>

using namespace trestle;
using namespace trestle::test;

/// A plan file as its users know it: make, edit, undo, redo, reopen, name versions, copy.
class TestPlanFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItWasMadeWith();
    void keepsTheWholeSample();
    void refusesWhatExists_data();
    void refusesWhatExists();
    void refusesAPlanThatBreaksARule();
    void leavesNothingBehind();
    void opensByAnyPath_data();
    void opensByAnyPath();

    void editIsThereAfterReopening();
    void editWithoutChangeIsNoRevision();
    void refusedEditChangesNothing_data();
    void refusedEditChangesNothing();

    void undoesAndRedoes();
    void undoesAndRedoesAcrossReopening();
    void redoFollowsTheBranchThatWasUndone();
    void nothingIsLostByABranch();

    void mergesEdits_data();
    void mergesEdits();
    void mergedEditsAreOneStep();
    void doesNotMergeAfterUndo();
    void doesNotMergeAfterReopening();

    void listsHistory();
    void givesEveryRevision();
    void namesVersions();
    void takesNamesOff();
    void versionNamesAreUnique();

    void readsWithoutWriting();
    void readerSeesFinishedEdits();
    void savesACopy();
    void copyKeepsHistory();
    void refusesToCopyOverAFile();
    void movesBetweenVariables();

private:
    static constexpr const char* kItem = "schema-for-scale";

    [[nodiscard]] Result<PlanFile> create(const std::string& name = "plan.trestle")
    {
        return PlanFile::create(m_folder->path(name), smallDocument(), "New plan", m_clock.shared());
    }
    [[nodiscard]] Result<PlanFile> reopen(OpenMode mode = OpenMode::readWrite)
    {
        return PlanFile::open(m_folder->path("plan.trestle"), mode, m_clock.shared());
    }
    /// Sets the notes, which stand for any edit.
    Result<void> note(PlanFile& file, const std::string& notes, const std::string& key = {})
    {
        m_clock.advance(5000);
        return file.edit(withNotes(file.document().project, notes), "Note " + notes, key);
    }
    static std::string notes(const PlanFile& file) { return file.document().project.base.notes; }

    FakeClock m_clock;
    std::unique_ptr<Folder> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_clock = FakeClock();
    }
};

void TestPlanFile::keepsWhatItWasMadeWith()
{
    const ProjectDocument document = smallDocument();
    {
        const auto file = create();
        VERIFY_OK(file);
        QVERIFY(file->document().project == document.project);
        QCOMPARE(file->path(), m_folder->path("plan.trestle"));
    }
    const auto file = reopen();
    VERIFY_OK(file);
    QVERIFY(file->document().project == document.project);
    QCOMPARE(file->document().catalogue.json, document.catalogue.json);
    QCOMPARE(file->document().catalogue.sha256, document.catalogue.sha256);
    QVERIFY(*file->document().catalogue.catalogue == *document.catalogue.catalogue);
    const Revision head = file->head();
    QCOMPARE(head.id, 1);
    QVERIFY(!head.parent);
    QCOMPARE(head.at, FakeClock::kStart);
    QCOMPARE(head.label, "New plan");
    QVERIFY(!file->undoLabel());
    QVERIFY(!file->redoLabel());
}

void TestPlanFile::keepsTheWholeSample()
{
    const std::string path = m_folder->path("sample.trestle");
    ProjectDocument document = sampleDocument();
    Scenario scenario;
    scenario.name = "Three people";
    scenario.team = document.project.base.team;
    scenario.team->push_back({"Ana", 0.75, Money::dollars(6000), {"security"}, parseDate("2027-02-01"), {}});
    scenario.items["tls"] = {ItemState::done};
    document.project.scenarios.push_back(scenario);
    VERIFY_OK(PlanFile::create(path, document, "New plan"));
    const auto file = PlanFile::open(path);
    VERIFY_OK(file);
    QVERIFY(file->document().project == document.project);
}

void TestPlanFile::refusesWhatExists_data()
{
    QTest::addColumn<QString>("existing");
    QTest::newRow("the file itself") << "plan.trestle";
    QTest::newRow("a journal that would be rolled back into it") << "plan.trestle-journal";
    QTest::newRow("a write-ahead log that would be read as its own") << "plan.trestle-wal";
}

void TestPlanFile::refusesWhatExists()
{
    QFETCH(QString, existing);
    const std::string path = m_folder->path(existing.toStdString());
    writeBytes(path, "something");
    const auto file = create();
    COMPARE_ERROR(file, ErrorCode::fileExists);
    QCOMPARE(file.error().what, path);
    QCOMPARE(readBytes(path), "something");
    QCOMPARE(m_folder->files(), std::vector{existing.toStdString()});
}

void TestPlanFile::refusesAPlanThatBreaksARule()
{
    ProjectDocument document = smallDocument();
    document.project.base.team.clear();
    COMPARE_ERROR(PlanFile::create(m_folder->path("plan.trestle"), document, "New plan"), ErrorCode::noPeople);
    document = smallDocument();
    document.project.base.items["no-such-item"].progress.state = ItemState::done;
    COMPARE_ERROR(PlanFile::create(m_folder->path("plan.trestle"), document, "New plan"), ErrorCode::unknownItem);
    QVERIFY(m_folder->files().empty());
}

void TestPlanFile::leavesNothingBehind()
{
    {
        auto file = create();
        VERIFY_OK(file);
        VERIFY_OK(note(*file, "a"));
        QCOMPARE(m_folder->files(), (std::vector<std::string>{".plan.trestle.lock", "plan.trestle"}));
    }
    QCOMPARE(m_folder->files(), std::vector<std::string>{"plan.trestle"});
}

void TestPlanFile::opensByAnyPath_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("through a link to the file") << "link.trestle";
    QTest::newRow("through a link to its folder") << "folder/plan.trestle";
    QTest::newRow("with dots") << "below/../plan.trestle";
    QTest::newRow("like a web address of SQLite's") << "file:plan.trestle?mode=memory";
}

void TestPlanFile::opensByAnyPath()
{
    QFETCH(QString, path);
    VERIFY_OK(create());
    VERIFY_OK(create("file:plan.trestle?mode=memory"));
    QVERIFY(QFile::link("plan.trestle", QString::fromStdString(m_folder->path("link.trestle"))));
    QVERIFY(QFile::link(".", QString::fromStdString(m_folder->path("folder"))));
    QVERIFY(QDir().mkdir(QString::fromStdString(m_folder->path("below"))));
    auto file = PlanFile::open(m_folder->path(path.toStdString()), OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
    QCOMPARE(notes(*file), "a");
}

void TestPlanFile::editIsThereAfterReopening()
{
    {
        auto file = create();
        VERIFY_OK(file);
        m_clock.advance(5000);
        VERIFY_OK(file->edit(withState(file->document().project, kItem, ItemState::done), "Schema in place"));
        QCOMPARE(file->head().id, 2);
        QCOMPARE(file->undoLabel(), std::optional<std::string>("Schema in place"));
    }
    const auto file = reopen();
    VERIFY_OK(file);
    QCOMPARE(stateOf(file->document().project.base, kItem), ItemState::done);
    QCOMPARE(file->head().label, "Schema in place");
    QCOMPARE(file->head().at, FakeClock::kStart + 5000);
    QCOMPARE(file->head().parent, std::optional<std::int64_t>(1));
    QCOMPARE(file->undoLabel(), std::optional<std::string>("Schema in place"));
}

void TestPlanFile::editWithoutChangeIsNoRevision()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(file->edit(file->document().project, "Nothing"));
    QCOMPARE(file->history()->size(), 1U);
}

void TestPlanFile::refusedEditChangesNothing_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<Project>("project");
    const Project start = smallDocument().project;
    QTest::newRow("unknown item") << static_cast<int>(ErrorCode::unknownItem)
                                  << withState(start, "no-such-item", ItemState::done);
    Project nobody = start;
    nobody.base.team.clear();
    QTest::newRow("work and no people") << static_cast<int>(ErrorCode::noPeople) << nobody;
    Project twice = start;
    twice.scenarios.resize(2);
    twice.scenarios[0].name = twice.scenarios[1].name = "A";
    QTest::newRow("two scenarios of a name") << static_cast<int>(ErrorCode::duplicateName) << twice;
}

void TestPlanFile::refusedEditChangesNothing()
{
    QFETCH(int, code);
    QFETCH(Project, project);
    auto file = create();
    VERIFY_OK(file);
    const std::string before = readBytes(file->path());
    COMPARE_ERROR(file->edit(project, "Bad"), static_cast<ErrorCode>(code));
    QVERIFY(file->document().project == smallDocument().project);
    QCOMPARE(file->history()->size(), 1U);
    VERIFY_OK(note(*file, "good"));
    QVERIFY(readBytes(file->path()) != before);
}

void TestPlanFile::undoesAndRedoes()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
    VERIFY_OK(note(*file, "b"));
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(notes(*file), "a");
    QCOMPARE(file->undoLabel(), std::optional<std::string>("Note a"));
    QCOMPARE(file->redoLabel(), std::optional<std::string>("Note b"));
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(notes(*file), "");
    QVERIFY(!file->undoLabel());
    QCOMPARE(file->undo(), Result<bool>(false));
    QCOMPARE(file->redo(), Result<bool>(true));
    QCOMPARE(file->redo(), Result<bool>(true));
    QCOMPARE(notes(*file), "b");
    QVERIFY(!file->redoLabel());
    QCOMPARE(file->redo(), Result<bool>(false));
    QCOMPARE(notes(*file), "b");
}

void TestPlanFile::undoesAndRedoesAcrossReopening()
{
    {
        auto file = create();
        VERIFY_OK(file);
        VERIFY_OK(note(*file, "a"));
        VERIFY_OK(note(*file, "b"));
    }
    for (const char* expected : {"a", ""}) {
        auto file = reopen();
        VERIFY_OK(file);
        QCOMPARE(file->undo(), Result<bool>(true));
        QCOMPARE(notes(*file), expected);
    }
    for (const char* expected : {"a", "b"}) {
        auto file = reopen();
        VERIFY_OK(file);
        QCOMPARE(file->redo(), Result<bool>(true));
        QCOMPARE(notes(*file), expected);
    }
    QVERIFY(!reopen()->redoLabel());
}

void TestPlanFile::redoFollowsTheBranchThatWasUndone()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "old branch"));
    QCOMPARE(file->undo(), Result<bool>(true));
    VERIFY_OK(note(*file, "new branch"));
    QVERIFY(!file->redoLabel());
    VERIFY_OK(note(*file, "its tip"));
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(file->redoLabel(), std::optional<std::string>("Note new branch"));
    QCOMPARE(file->redo(), Result<bool>(true));
    QCOMPARE(file->redo(), Result<bool>(true));
    QCOMPARE(notes(*file), "its tip");
}

void TestPlanFile::nothingIsLostByABranch()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "old branch"));
    const std::int64_t old = file->head().id;
    QCOMPARE(file->undo(), Result<bool>(true));
    VERIFY_OK(note(*file, "new branch"));
    QCOMPARE(file->head().parent, std::optional<std::int64_t>(1));
    const auto document = file->documentAt(old);
    VERIFY_OK(document);
    QCOMPARE(document->project.base.notes, "old branch");
}

void TestPlanFile::mergesEdits_data()
{
    QTest::addColumn<QString>("firstKey");
    QTest::addColumn<QString>("secondKey");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<bool>("tagged");
    QTest::addColumn<bool>("merged");
    QTest::newRow("one field, at once") << "notes"
                                        << "notes" << 0 << false << true;
    QTest::newRow("one field, a second apart") << "notes"
                                               << "notes" << 1000 << false << true;
    QTest::newRow("one field, more than a second apart") << "notes"
                                                         << "notes" << 1001 << false << false;
    QTest::newRow("two fields") << "notes"
                                << "name" << 10 << false << false;
    QTest::newRow("no field") << ""
                              << "" << 10 << false << false;
    QTest::newRow("named in between") << "notes"
                                      << "notes" << 10 << true << false;
    QTest::newRow("clock set back") << "notes"
                                    << "notes" << -10 << false << false;
}

void TestPlanFile::mergesEdits()
{
    QFETCH(QString, firstKey);
    QFETCH(QString, secondKey);
    QFETCH(int, milliseconds);
    QFETCH(bool, tagged);
    QFETCH(bool, merged);
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a", firstKey.toStdString()));
    if (tagged)
        VERIFY_OK(file->setTag(file->head().id, "Sent"));
    m_clock.advance(milliseconds);
    VERIFY_OK(file->edit(withNotes(file->document().project, "ab"), "Note ab", secondKey.toStdString()));
    QCOMPARE(notes(*file), "ab");
    QCOMPARE(file->history()->size(), merged ? 2U : 3U);
    QCOMPARE(file->head().id, 3); // an id is never given twice
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(notes(*file), merged ? "" : "a");
}

void TestPlanFile::mergedEditsAreOneStep()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "w", "notes"));
    for (const char* typed : {"wo", "wor", "word"}) {
        m_clock.advance(900); // each within a second of the one before, the last not of the first
        VERIFY_OK(file->edit(withNotes(file->document().project, typed), "Note", "notes"));
    }
    QCOMPARE(file->history()->size(), 2U);
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(notes(*file), "");
    QCOMPARE(file->redo(), Result<bool>(true));
    QCOMPARE(notes(*file), "word");
}

void TestPlanFile::doesNotMergeAfterUndo()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a", "notes"));
    QCOMPARE(file->undo(), Result<bool>(true));
    QCOMPARE(file->redo(), Result<bool>(true));
    VERIFY_OK(file->edit(withNotes(file->document().project, "ab"), "Note ab", "notes"));
    QCOMPARE(file->history()->size(), 3U);
}

void TestPlanFile::doesNotMergeAfterReopening()
{
    {
        auto file = create();
        VERIFY_OK(file);
        VERIFY_OK(note(*file, "a", "notes"));
    }
    auto file = reopen();
    VERIFY_OK(file);
    VERIFY_OK(file->edit(withNotes(file->document().project, "ab"), "Note ab", "notes"));
    QCOMPARE(file->history()->size(), 3U);
}

void TestPlanFile::listsHistory()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
    QCOMPARE(file->undo(), Result<bool>(true));
    VERIFY_OK(note(*file, "b"));
    const auto history = file->history();
    VERIFY_OK(history);
    QCOMPARE(history->size(), 3U);
    QCOMPARE(history->at(0).label, "New plan");
    QVERIFY(!history->at(0).parent);
    QCOMPARE(history->at(1).label, "Note a");
    QCOMPARE(history->at(1).parent, std::optional<std::int64_t>(1));
    QCOMPARE(history->at(1).at, FakeClock::kStart + 5000);
    QCOMPARE(history->at(2).label, "Note b");
    QCOMPARE(history->at(2).parent, std::optional<std::int64_t>(1));
}

void TestPlanFile::givesEveryRevision()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
    VERIFY_OK(note(*file, "b"));
    const std::array<std::string, 3> expected{"", "a", "b"};
    for (std::int64_t id = 1; id <= 3; ++id) {
        const auto document = file->documentAt(id);
        VERIFY_OK(document);
        QCOMPARE(document->project.base.notes, expected.at(static_cast<std::size_t>(id - 1)));
    }
    COMPARE_ERROR(file->documentAt(4), ErrorCode::damagedPlan);
}

void TestPlanFile::namesVersions()
{
    {
        auto file = create();
        VERIFY_OK(file);
        VERIFY_OK(note(*file, "a"));
        VERIFY_OK(file->setTag(1, "First draft"));
        VERIFY_OK(file->setTag(2, "Sent to investors"));
        VERIFY_OK(file->setTag(1, "Very first draft"));
        QCOMPARE(file->head().tag, "Sent to investors");
    }
    const auto file = reopen();
    VERIFY_OK(file);
    QCOMPARE(file->head().tag, "Sent to investors");
    QCOMPARE(file->history()->at(0).tag, "Very first draft");
    QCOMPARE(file->history()->at(1).tag, "Sent to investors");
}

void TestPlanFile::takesNamesOff()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(file->setTag(1, "Draft"));
    VERIFY_OK(file->setTag(1, ""));
    QCOMPARE(file->head().tag, "");
    QCOMPARE(file->history()->at(0).tag, "");
}

void TestPlanFile::versionNamesAreUnique()
{
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
    VERIFY_OK(file->setTag(1, "Draft"));
    COMPARE_ERROR(file->setTag(2, "Draft"), ErrorCode::duplicateName);
    COMPARE_ERROR(file->setTag(7, "Other"), ErrorCode::damagedPlan);
    QCOMPARE(file->history()->at(0).tag, "Draft");
    QCOMPARE(file->history()->at(1).tag, "");
}

void TestPlanFile::readsWithoutWriting()
{
    {
        auto file = create();
        VERIFY_OK(file);
        VERIFY_OK(note(*file, "a"));
    }
    const std::string before = readBytes(m_folder->path("plan.trestle"));
    auto file = reopen(OpenMode::readOnly);
    VERIFY_OK(file);
    QCOMPARE(notes(*file), "a");
    QCOMPARE(file->history()->size(), 2U);
    COMPARE_ERROR(note(*file, "b"), ErrorCode::fileUnwritable);
    COMPARE_ERROR(file->undo(), ErrorCode::fileUnwritable);
    COMPARE_ERROR(file->setTag(1, "Draft"), ErrorCode::fileUnwritable);
    QCOMPARE(notes(*file), "a");
    QCOMPARE(readBytes(m_folder->path("plan.trestle")), before);
    QCOMPARE(m_folder->files(), std::vector<std::string>{"plan.trestle"});
}

void TestPlanFile::readerSeesFinishedEdits()
{
    auto writer = create();
    VERIFY_OK(writer);
    VERIFY_OK(note(*writer, "a"));
    const auto reader = reopen(OpenMode::readOnly);
    VERIFY_OK(reader);
    QCOMPARE(notes(*reader), "a");
    VERIFY_OK(note(*writer, "b"));
    QCOMPARE(reader->history()->size(), 3U);
    QCOMPARE(notes(*reopen(OpenMode::readOnly)), "b");
    VERIFY_OK(note(*writer, "c")); // the readers' closing has not cost the writer its locks
}

void TestPlanFile::savesACopy()
{
    const std::string path = m_folder->path("copy.trestle");
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
    VERIFY_OK(file->saveCopy(path));
    VERIFY_OK(note(*file, "b"));
    auto copy = PlanFile::open(path, OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(copy);
    QCOMPARE(notes(*copy), "a");
    VERIFY_OK(note(*copy, "c"));
    QCOMPARE(notes(*file), "b");
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(!report->problem);
}

void TestPlanFile::copyKeepsHistory()
{
    const std::string path = m_folder->path("copy.trestle");
    auto file = create();
    VERIFY_OK(file);
    VERIFY_OK(note(*file, "a"));
    VERIFY_OK(note(*file, "b"));
    VERIFY_OK(file->setTag(2, "Draft"));
    QCOMPARE(file->undo(), Result<bool>(true));
    VERIFY_OK(file->saveCopy(path));
    const auto copy = PlanFile::open(path, OpenMode::readOnly);
    VERIFY_OK(copy);
    QCOMPARE(notes(*copy), "a");
    QCOMPARE(copy->redoLabel(), std::optional<std::string>("Note b"));
    QCOMPARE(copy->history()->size(), 3U);
    QCOMPARE(copy->head().tag, "Draft");
}

void TestPlanFile::refusesToCopyOverAFile()
{
    const auto file = create();
    VERIFY_OK(file);
    COMPARE_ERROR(file->saveCopy(file->path()), ErrorCode::fileExists);
    const std::string other = m_folder->path("other");
    writeBytes(other, "something");
    COMPARE_ERROR(file->saveCopy(other), ErrorCode::fileExists);
    QCOMPARE(readBytes(other), "something");
    const auto nowhere = file->saveCopy(m_folder->path("missing/copy.trestle"));
    COMPARE_ERROR(nowhere, ErrorCode::fileUnwritable);
    QCOMPARE(nowhere.error().what, m_folder->path("missing/copy.trestle"));
}

void TestPlanFile::movesBetweenVariables()
{
    auto first = create();
    VERIFY_OK(first);
    PlanFile second = std::move(*first);
    VERIFY_OK(note(second, "a"));
    auto other = create("other.trestle");
    VERIFY_OK(other);
    second = std::move(*other);
    VERIFY_OK(note(second, "b"));
    QCOMPARE(notes(*reopen()), "a"); // let go of, and so free to open
}

QTEST_GUILESS_MAIN(TestPlanFile)
#include "tst_plan_file.moc"
