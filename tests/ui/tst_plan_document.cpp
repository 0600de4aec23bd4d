#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/plan_edits.h"
#include "ui/base/format.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>

using namespace trestle;
using testing::inputsOnDisk;
using testing::rename;

namespace {

const QString kItem = QStringLiteral("schema-for-scale");

ItemState stateOf(const PlanDocument& document, const QString& item)
{
    return trestle::stateOf(document.inputs(), item.toStdString());
}

/// Keeps the file's thread from doing anything until it is released.
class BusyFile {
public:
    explicit BusyFile(PlanDocument& document)
    {
        document.withFile(&document, [released = m_released](PlanFile&) -> std::function<void()> {
            released->acquire();
            return {};
        });
    }
    ~BusyFile() { release(); }
    void release() { m_released->release(); }

private:
    std::shared_ptr<QSemaphore> m_released = std::make_shared<QSemaphore>();
};

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
    void stepsOfTheFileComeInOrderWithoutWaiting();
    void noEditIsTakenWhileAStepOfTheFileIsOnItsWay();
    void stepsOfTheFileWaitForWhatCannotBeWritten();
    void anEditAfterUndoForgetsRedo();
    void manyStepsEndWhereMemoryIs();
    void untickingLeavesNoTrace();
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
    QTRY_COMPARE(stateOf(document, kItem), ItemState::partial);
    document.undo();
    QTRY_VERIFY(document.inputs() == first);
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
    QTRY_VERIFY(open.document().inputs() == last);
    QVERIFY(!open.document().canRedo());
}

void TestPlanDocument::stepsOfTheFileComeInOrderWithoutWaiting()
{
    testing::OpenPlan open;
    std::vector<Inputs> states{open.document().inputs()};
    for (const char* name : {"A", "B", "C", "D"}) {
        rename(open.document(), name, name);
        states.push_back(open.document().inputs());
    }
    open.reopen();
    PlanDocument& document = open.document();
    BusyFile busy(document);
    QSignalSpy changed(&document, &PlanDocument::planChanged);
    for (int i = 0; i < 3; ++i)
        document.undo();
    document.redo();
    QVERIFY2(document.inputs() == states[4], "the file's thread is busy: nobody waits for it");
    QCOMPARE(changed.count(), 0);
    busy.release();
    QTRY_COMPARE(changed.count(), 4);
    QVERIFY(document.inputs() == states[2]);
    QVERIFY(document.canUndo());
    QVERIFY(document.canRedo());
    document.undo(); // walked through already: from memory
    QVERIFY(document.inputs() == states[1]);
    for (int i = 0; i < 9; ++i) // more than there are
        document.undo();
    QTRY_VERIFY(document.inputs() == states[0]);
    QTRY_VERIFY(!document.canUndo());
    rename(document, "E");
    QVERIFY(document.waitUntilSaved());
    QCOMPARE(inputsOnDisk(open.path()).name, std::string("E"));
}

void TestPlanDocument::noEditIsTakenWhileAStepOfTheFileIsOnItsWay()
{
    testing::OpenPlan open;
    open.document().setItemState(kItem, ItemState::partial);
    open.reopen();
    PlanDocument& document = open.document();
    QSignalSpy early(&document, &PlanDocument::editTooEarly);
    QSignalSpy changed(&document, &PlanDocument::planChanged);
    BusyFile busy(document);
    document.undo();
    QVERIFY(!document.setItemState(kItem, ItemState::done));
    QCOMPARE(early.count(), 1);
    QCOMPARE(changed.count(), 1); // what was ticked goes back
    QCOMPARE(stateOf(document, kItem), ItemState::partial);
    busy.release();
    QTRY_COMPARE(stateOf(document, kItem), ItemState::missing);
    QVERIFY(document.setItemState(kItem, ItemState::done));
    QVERIFY(document.waitUntilSaved());
    QVERIFY(inputsOnDisk(open.path()) == document.inputs());
    document.undo();
    QCOMPARE(stateOf(document, kItem), ItemState::missing);
}

void TestPlanDocument::stepsOfTheFileWaitForWhatCannotBeWritten()
{
    testing::OpenPlan open;
    open.document().setItemState(kItem, ItemState::partial);
    open.reopen();
    PlanDocument& document = open.document();
    const QString label = document.undoLabel();
    QVERIFY(QFile::rename(open.path(), open.path() + QStringLiteral(".away")));
    document.setItemState(kItem, ItemState::done);
    QTRY_COMPARE(document.saveState(), PlanDocument::SaveState::Failed);
    document.undo();
    QCOMPARE(stateOf(document, kItem), ItemState::partial);
    QSignalSpy told(&document, &PlanDocument::undoChanged);
    document.undo();
    QVERIFY(told.wait());
    QCOMPARE(stateOf(document, kItem), ItemState::partial);
    QCOMPARE(document.undoLabel(), label);
    QVERIFY(QFile::rename(open.path() + QStringLiteral(".away"), open.path()));
    document.retrySaving();
    QTRY_COMPARE(document.saveState(), PlanDocument::SaveState::Saved);
    document.undo();
    QTRY_COMPARE(stateOf(document, kItem), ItemState::missing);
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

TRESTLE_UI_TEST(TestPlanDocument)
#include "tst_plan_document.moc"
