#include "tests/ui/support/harness.h"
#include "ui/format.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>

#include <sys/stat.h>
#include <unistd.h>

using namespace trestle;

namespace {

const QString kItem = QStringLiteral("schema-for-scale");

ItemState stateOf(const PlanDocument& document, const QString& item)
{
    return trestle::stateOf(document.inputs(), item.toStdString());
}

bool rename(PlanDocument& document, const char* name, const char* key = "name")
{
    return document.edit(
        QStringLiteral("Name"), [name](Inputs& inputs) { inputs.name = name; }, QString::fromLatin1(key));
}

/// What the file says when read by someone else.
Inputs inputsOnDisk(const QString& path)
{
    const Result<PlanFile> file = PlanFile::open(path.toStdString(), OpenMode::readOnly);
    if (!file)
        qFatal("The plan file does not open: %s", file.error().what.c_str());
    return file->document().project.base;
}

} // namespace

class TestPlanDocument : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void anEditChangesPlanAndFile();
    void whatChangesNothingIsNoEdit();
    void aRefusedEditChangesNothing();
    void undoAndRedoGoThereAndBack();
    void typingIsOneStep();
    void typingBackLeavesNothingToUndo();
    void undoReachesBeforeTheLastSession();
    void redoSurvivesClosing();
    void anEditAfterUndoForgetsRedo();
    void manyStepsEndWhereMemoryIs();
    void untickingLeavesNoTrace();
    void aFailureKeepsTheEditAndIsRetried();
    void aCopyHoldsWhatTheFileCouldNotTake();
    void aCopyOpens();
};

void TestPlanDocument::anEditChangesPlanAndFile()
{
    testing::OpenPlan open(testing::emptyProject());
    PlanDocument& document = open.document();
    QSignalSpy changed(&document, &PlanDocument::planChanged);
    QCOMPARE(document.plan().finish.likely, 24.0);
    QVERIFY(document.setItemState(kItem, ItemState::done));
    QCOMPARE(changed.count(), 1);
    QVERIFY(document.plan().finish.likely < 24.0);
    QVERIFY(document.inputs().items.at(kItem.toStdString()).changed == testing::today());
    QVERIFY(document.waitUntilSaved());
    QCOMPARE(document.saveState(), PlanDocument::SaveState::Saved);
    const Inputs edited = document.inputs();
    open.reopen();
    QVERIFY(open.document().inputs() == edited);
}

void TestPlanDocument::whatChangesNothingIsNoEdit()
{
    testing::OpenPlan open;
    QSignalSpy changed(&open.document(), &PlanDocument::planChanged);
    QVERIFY(!open.document().edit(QStringLiteral("Nothing"), [](Inputs&) {}));
    QVERIFY(!open.document().setItemState(QStringLiteral("indexes"), ItemState::done));
    QCOMPARE(changed.count(), 0);
    QVERIFY(!open.document().canUndo());
}

void TestPlanDocument::aRefusedEditChangesNothing()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const Inputs before = document.inputs();
    QSignalSpy refused(&document, &PlanDocument::editRefused);
    QVERIFY(!document.edit(QStringLiteral("Nobody"), [](Inputs& inputs) { inputs.team.clear(); }));
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused[0][0].value<Error>().code, ErrorCode::noPeople);
    QVERIFY(document.inputs() == before);
    QVERIFY(!document.canUndo());
}

void TestPlanDocument::undoAndRedoGoThereAndBack()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const Inputs before = document.inputs();
    document.setItemState(kItem, ItemState::done);
    const Inputs after = document.inputs();
    QVERIFY(document.canUndo());
    QVERIFY(document.undoLabel().contains(QStringLiteral("in place")));
    document.undo();
    QVERIFY(document.inputs() == before);
    QVERIFY(!document.canUndo());
    QVERIFY(document.canRedo());
    document.redo();
    QVERIFY(document.inputs() == after);
    document.undo();
    QVERIFY(document.waitUntilSaved());
    QVERIFY(inputsOnDisk(open.path()) == before);
}

void TestPlanDocument::typingIsOneStep()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    for (const char* name : {"L", "Le", "Led"})
        QVERIFY(rename(document, name));
    QVERIFY(rename(document, "Other", "another field"));
    document.undo();
    QCOMPARE(document.inputs().name, std::string("Led"));
    document.undo();
    QCOMPARE(document.inputs().name, std::string("Ledgerly"));
    QVERIFY(!document.canUndo());
    QVERIFY(document.waitUntilSaved());
    QCOMPARE(inputsOnDisk(open.path()).name, std::string("Ledgerly"));
}

void TestPlanDocument::typingBackLeavesNothingToUndo()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.setItemState(kItem, ItemState::done);
    rename(document, "Ledger");
    rename(document, "Ledgerly");
    QVERIFY(document.undoLabel().contains(QStringLiteral("in place")));
    document.undo();
    QCOMPARE(stateOf(document, kItem), ItemState::missing);
    QVERIFY(document.waitUntilSaved());
    QVERIFY(inputsOnDisk(open.path()) == document.inputs());
}

void TestPlanDocument::undoReachesBeforeTheLastSession()
{
    testing::OpenPlan open;
    const Inputs first = open.document().inputs();
    open.document().setItemState(kItem, ItemState::partial);
    open.document().setItemState(kItem, ItemState::done);
    const Inputs last = open.document().inputs();
    const QString label = open.document().undoLabel();
    open.reopen();
    PlanDocument& document = open.document();
    QVERIFY(document.canUndo());
    QCOMPARE(document.undoLabel(), label);
    document.undo();
    QCOMPARE(stateOf(document, kItem), ItemState::partial);
    document.undo();
    QVERIFY(document.inputs() == first);
    QVERIFY(!document.canUndo());
    document.redo();
    document.redo();
    QVERIFY(document.inputs() == last);
    QVERIFY(document.waitUntilSaved());
    QVERIFY(inputsOnDisk(open.path()) == last);
}

void TestPlanDocument::redoSurvivesClosing()
{
    testing::OpenPlan open;
    open.document().setItemState(kItem, ItemState::done);
    const Inputs last = open.document().inputs();
    open.document().undo();
    open.reopen();
    QVERIFY(open.document().canRedo());
    open.document().redo();
    QVERIFY(open.document().inputs() == last);
    QVERIFY(!open.document().canRedo());
}

void TestPlanDocument::anEditAfterUndoForgetsRedo()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.setItemState(kItem, ItemState::done);
    document.undo();
    rename(document, "Branch");
    QVERIFY(!document.canRedo());
    open.reopen();
    QCOMPARE(open.document().inputs().name, std::string("Branch"));
    QVERIFY(!open.document().canRedo());
}

void TestPlanDocument::manyStepsEndWhereMemoryIs()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const std::vector<ItemPlan> items = document.plan().items;
    quint32 seed = 7;
    const auto next = [&seed](quint32 below) { return (seed = seed * 1664525 + 1013904223) / 65536 % below; };
    for (int i = 0; i < 120; ++i) {
        const quint32 what = next(4);
        if (what == 0)
            document.undo();
        else if (what == 1)
            document.redo();
        else
            document.setItemState(format::text(items[next(static_cast<quint32>(items.size()))].id),
                                  static_cast<ItemState>(next(4)));
    }
    QVERIFY(document.waitUntilSaved());
    QVERIFY(inputsOnDisk(open.path()) == document.inputs());
}

void TestPlanDocument::untickingLeavesNoTrace()
{
    testing::OpenPlan open;
    const Inputs before = open.document().inputs();
    open.document().setItemState(kItem, ItemState::done);
    open.document().setItemState(kItem, ItemState::missing);
    QVERIFY(open.document().inputs() == before);
    QVERIFY2(open.document().canUndo(), "each tick is a step of its own");
}

/// Makes a folder unwritable for SQLite's journal as long as it lives. Root may write anywhere, so the journal's name
/// is taken by a folder instead of by rights.
class BlockedJournal {
public:
    explicit BlockedJournal(const QString& plan) : m_path(plan + QStringLiteral("-journal"))
    {
        QFile::remove(m_path);
        QDir().mkpath(m_path + QStringLiteral("/in the way"));
    }
    ~BlockedJournal() { QDir(m_path).removeRecursively(); }
    Q_DISABLE_COPY_MOVE(BlockedJournal)

private:
    QString m_path;
};

void TestPlanDocument::aFailureKeepsTheEditAndIsRetried()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const std::string before = document.inputs().name;
    {
        const BlockedJournal blocked(open.path());
        rename(document, "Kept in memory");
        QVERIFY(!document.waitUntilSaved());
        QCOMPARE(document.saveState(), PlanDocument::SaveState::Failed);
        QVERIFY(!document.saveError().what.empty());
        QCOMPARE(document.inputs().name, std::string("Kept in memory"));
    }
    document.setItemState(kItem, ItemState::done);
    QVERIFY(QTest::qWaitFor([&] { return document.saveState() == PlanDocument::SaveState::Saved; }));
    const Inputs edited = document.inputs();
    open.reopen();
    QVERIFY(open.document().inputs() == edited);
}

void TestPlanDocument::aCopyHoldsWhatTheFileCouldNotTake()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const BlockedJournal blocked(open.path());
    rename(document, "Only in memory");
    QVERIFY(!document.waitUntilSaved());
    const QString copy = open.folder() + QStringLiteral("/copy.trestle");
    QSignalSpy saved(&document, &PlanDocument::copySaved);
    document.saveCopy(copy);
    QVERIFY(saved.wait());
    QCOMPARE(inputsOnDisk(copy).name, std::string("Only in memory"));
}

void TestPlanDocument::aCopyOpens()
{
    testing::OpenPlan open;
    const QString copy = open.folder() + QStringLiteral("/copy.trestle");
    open.document().setItemState(kItem, ItemState::done);
    QSignalSpy saved(&open.document(), &PlanDocument::copySaved);
    QSignalSpy failed(&open.document(), &PlanDocument::copyFailed);
    open.document().saveCopy(copy);
    QVERIFY(saved.wait());
    QVERIFY(inputsOnDisk(copy) == open.document().inputs());
    open.document().saveCopy(copy);
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::fileExists);
}

TRESTLE_UI_TEST(TestPlanDocument)
#include "tst_plan_document.moc"
