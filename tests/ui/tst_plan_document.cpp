#include "tests/ui/support/harness.h"
#include "ui/format.h"
#include "ui/plan_risk.h"
#include "ui/wording.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTranslator>

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
Project projectOnDisk(const QString& path)
{
    const Result<PlanFile> file = PlanFile::open(path.toStdString(), OpenMode::readOnly);
    if (!file)
        qFatal("The plan file does not open: %s", file.error().what.c_str());
    return file->document().project;
}

Inputs inputsOnDisk(const QString& path)
{
    return projectOnDisk(path).base;
}

const QString kFaster = QStringLiteral("Faster");

Scenario scenarioCalled(const QString& name)
{
    Scenario scenario;
    scenario.name = name.toStdString();
    return scenario;
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

/// Three more people, with whom the order of the items matters.
void hireThree(PlanDocument& document)
{
    document.edit(QStringLiteral("A team of four"), [](Inputs& inputs) {
        inputs.order = OrderKind::optimised;
        for (const char* name : {"Sam", "Kim", "Lee"}) {
            inputs.team.push_back(inputs.team.front());
            inputs.team.back().name = name;
        }
    });
}

/// The plan of a project as the command line makes it.
Plan finalPlan(const PlanDocument& document)
{
    return makePlan(document.project().catalogue.catalogue, document.inputs()).value();
}

bool isSame(const Plan& a, const Plan& b)
{
    return a.order == b.order && a.finish == b.finish && a.total == b.total && a.inputs == b.inputs;
}

/// Says everything in another language.
class Shouting : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
};

bool hire(PlanDocument& document)
{
    return document.edit(QStringLiteral("Add Sam"), [](Inputs& inputs) {
        Person sam = inputs.team.front();
        sam.name = "Sam";
        inputs.team.push_back(sam);
    });
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
    void stepsOfTheFileComeInOrderWithoutWaiting();
    void noEditIsTakenWhileAStepOfTheFileIsOnItsWay();
    void stepsOfTheFileWaitForWhatCannotBeWritten();
    void anEditAfterUndoForgetsRedo();
    void manyStepsEndWhereMemoryIs();
    void untickingLeavesNoTrace();
    void aFailureKeepsTheEditAndIsRetried();
    void aCopyHoldsWhatTheFileCouldNotTake();
    void aCopyOpens();

    void aScenarioKeepsWhatDiffers();
    void editsOfTheBaseFlowThrough();
    void whatAScenarioCannotHoldReachesTheBase();
    void aScenarioCannotBeWithoutTheBasesTarget();
    void openingAScenarioIsNoEdit();
    void scenariosAreAddedRenamedAndRemoved();
    void namesOfScenariosAreRefused_data();
    void namesOfScenariosAreRefused();
    void undoShowsTheScenarioThatItChanges();
    void undoOfAddingFallsBackToTheBase();
    void undoInTheFileFallsBackToTheBase();
    void aScenarioBecomesTheBase();
    void anEditThatBreaksAScenarioIsRefusedByName();
    void typingInTwoScenariosIsTwoSteps();
    void manyStepsInScenariosEndWhereMemoryIs();
    void aRefusedEditReachesNoBase();

    void theBetterOrderFollowsOffTheThread();
    void ordersAreRememberedForUndo();
    void theFileGetsTheBetterOrderAlone();
    void anotherCatalogueIsAnotherPlan();
    void aCopyIsLabelledInTheUsersLanguage();
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

void TestPlanDocument::aScenarioKeepsWhatDiffers()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const Inputs base = document.inputs();
    const Weeks before = document.plan().finish.likely;
    QSignalSpy scenarios(&document, &PlanDocument::scenariosChanged);
    QSignalSpy reached(&document, &PlanDocument::editReachedBase);
    QVERIFY(document.addScenario(scenarioCalled(kFaster)));
    QCOMPARE(document.activeScenario(), kFaster);
    QCOMPARE(scenarios.count(), 1);
    QVERIFY(hire(document));
    QVERIFY(document.undoLabel().contains(kFaster));
    QVERIFY(document.setItemState(kItem, ItemState::done));
    QVERIFY(document.plan().finish.likely < before);
    QVERIFY(document.contents().base == base);
    QCOMPARE(document.contents().scenarios[0].team->size(), 3U);
    QCOMPARE(document.contents().scenarios[0].items.size(), 1U);
    QCOMPARE(reached.count(), 0);
    QVERIFY(document.setItemState(kItem, ItemState::missing));
    QVERIFY2(document.contents().scenarios[0].items.empty(), "as in the base again");
    QVERIFY(document.setActiveScenario(QString()));
    QVERIFY(document.inputs() == base);
    QCOMPARE(document.plan().finish.likely, before);
    QVERIFY(document.waitUntilSaved());
    QVERIFY(projectOnDisk(open.path()) == document.contents());
}

void TestPlanDocument::editsOfTheBaseFlowThrough()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    hire(document);
    document.setActiveScenario(QString());
    document.setItemState(kItem, ItemState::done);
    document.setActiveScenario(kFaster);
    QCOMPARE(stateOf(document, kItem), ItemState::done);
    QCOMPARE(document.inputs().team.size(), 3U);
    document.setItemState(kItem, ItemState::partial);
    document.setActiveScenario(QString());
    document.setItemState(kItem, ItemState::excluded);
    document.setActiveScenario(kFaster);
    QCOMPARE(stateOf(document, kItem), ItemState::partial);
}

void TestPlanDocument::whatAScenarioCannotHoldReachesTheBase()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    QSignalSpy reached(&document, &PlanDocument::editReachedBase);
    rename(document, "Ledger");
    QCOMPARE(reached.count(), 1);
    QVERIFY(reached[0][0].value<std::vector<Unheld>>() == std::vector{Unheld{FieldId::name}});
    QVERIFY2(!document.undoLabel().contains(kFaster), "it is an edit of the base");
    QCOMPARE(document.contents().base.name, std::string("Ledger"));
    document.undo();
    QCOMPARE(document.contents().base.name, std::string("Ledgerly"));
    QCOMPARE(document.activeScenario(), kFaster);
}

void TestPlanDocument::aScenarioCannotBeWithoutTheBasesTarget()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    QSignalSpy reached(&document, &PlanDocument::editReachedBase);
    QSignalSpy changed(&document, &PlanDocument::planChanged);
    QVERIFY(!document.edit(QStringLiteral("No target"), [](Inputs& inputs) { inputs.targetDate.reset(); }));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(reached.count(), 1);
    QVERIFY(document.inputs().targetDate.has_value());
}

void TestPlanDocument::openingAScenarioIsNoEdit()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    hire(document);
    const QString label = document.undoLabel();
    document.undo();
    QVERIFY(document.waitUntilSaved());
    QSignalSpy saving(&document, &PlanDocument::saveStateChanged);
    QSignalSpy changed(&document, &PlanDocument::planChanged);
    QVERIFY(document.setActiveScenario(QString()));
    QCOMPARE(changed.count(), 1);
    QVERIFY(document.setActiveScenario(QString()));
    QCOMPARE(changed.count(), 1);
    QVERIFY(!document.setActiveScenario(QStringLiteral("Nowhere")));
    QCOMPARE(document.activeScenario(), QString());
    QCOMPARE(saving.count(), 0);
    QCOMPARE(document.redoLabel(), label);
    document.redo();
    QCOMPARE(document.activeScenario(), kFaster);
    QCOMPARE(document.inputs().team.size(), 3U);
}

void TestPlanDocument::scenariosAreAddedRenamedAndRemoved()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const QString slow = QStringLiteral("Slower");
    const QString other = QStringLiteral("Other");
    document.addScenario(scenarioCalled(kFaster));
    hire(document);
    QVERIFY(document.duplicateScenario(kFaster, slow));
    QCOMPARE(document.scenarios(), QStringList({kFaster, slow}));
    QCOMPARE(document.activeScenario(), slow);
    QCOMPARE(document.inputs().team.size(), 3U);
    QVERIFY(document.renameScenario(slow, other));
    QCOMPARE(document.activeScenario(), other);
    QVERIFY(document.renameScenario(kFaster, slow));
    QCOMPARE(document.activeScenario(), other);
    QVERIFY(document.removeScenario(other));
    QCOMPARE(document.activeScenario(), QString());
    QCOMPARE(document.scenarios(), QStringList(slow));
    QVERIFY(!document.removeScenario(other));
    for (int step = 0; step < 5; ++step)
        document.undo();
    QCOMPARE(document.scenarios(), QStringList(kFaster));
    QVERIFY(!document.duplicateScenario(QString(), kFaster));
    QVERIFY(document.waitUntilSaved());
    QVERIFY(projectOnDisk(open.path()) == document.contents());
}

void TestPlanDocument::namesOfScenariosAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QString() << ErrorCode::invalidValue;
    QTest::newRow("taken") << kFaster << ErrorCode::duplicateName;
}

void TestPlanDocument::namesOfScenariosAreRefused()
{
    QFETCH(const QString, name);
    QFETCH(const ErrorCode, code);
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    document.addScenario(scenarioCalled(QStringLiteral("Second")));
    const Project before = document.contents();
    QSignalSpy refused(&document, &PlanDocument::editRefused);
    QVERIFY(!document.addScenario(scenarioCalled(name)));
    QVERIFY(!document.renameScenario(QStringLiteral("Second"), name));
    QCOMPARE(refused.count(), 2);
    QCOMPARE(refused[0][0].value<Error>().code, code);
    QVERIFY(document.contents() == before);
    QCOMPARE(document.activeScenario(), QStringLiteral("Second"));
}

void TestPlanDocument::undoShowsTheScenarioThatItChanges()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    hire(document);
    document.setActiveScenario(QString());
    document.undo();
    QCOMPARE(document.activeScenario(), kFaster);
    QCOMPARE(document.inputs().team.size(), 2U);
    document.setActiveScenario(QString());
    document.redo();
    QCOMPARE(document.activeScenario(), kFaster);
    QCOMPARE(document.inputs().team.size(), 3U);
}

void TestPlanDocument::undoOfAddingFallsBackToTheBase()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    hire(document);
    QSignalSpy scenarios(&document, &PlanDocument::scenariosChanged);
    document.undo();
    QCOMPARE(scenarios.count(), 0);
    document.undo();
    QCOMPARE(scenarios.count(), 1);
    QCOMPARE(document.activeScenario(), QString());
    QVERIFY(document.scenarios().isEmpty());
    QVERIFY(document.inputs() == document.contents().base);
    document.redo();
    QCOMPARE(document.activeScenario(), kFaster);
}

void TestPlanDocument::undoInTheFileFallsBackToTheBase()
{
    testing::OpenPlan open;
    open.document().addScenario(scenarioCalled(kFaster));
    open.reopen();
    PlanDocument& document = open.document();
    QCOMPARE(document.activeScenario(), QString());
    QVERIFY(document.setActiveScenario(kFaster));
    document.undo();
    QTRY_COMPARE(document.activeScenario(), QString());
    QVERIFY(document.scenarios().isEmpty());
    document.redo();
    QTRY_COMPARE(document.activeScenario(), kFaster);
    QVERIFY(document.waitUntilSaved());
    QVERIFY(projectOnDisk(open.path()) == document.contents());
}

void TestPlanDocument::aScenarioBecomesTheBase()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    hire(document);
    document.setItemState(kItem, ItemState::done);
    const Weeks finish = document.plan().finish.likely;
    QVERIFY(document.makeBase(kFaster));
    QCOMPARE(document.activeScenario(), QString());
    QVERIFY(document.scenarios().isEmpty());
    QCOMPARE(document.plan().finish.likely, finish);
    QCOMPARE(document.contents().base.team.size(), 3U);
    QVERIFY(document.contents().base.items.at(kItem.toStdString()).changed == testing::today());
    document.undo();
    QCOMPARE(document.activeScenario(), kFaster);
    QCOMPARE(document.contents().base.team.size(), 2U);
    QSignalSpy refused(&document, &PlanDocument::editRefused);
    QVERIFY(!document.makeBase(QStringLiteral("Nowhere")));
    QCOMPARE(refused.count(), 1);
}

void TestPlanDocument::anEditThatBreaksAScenarioIsRefusedByName()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    Scenario scenario = scenarioCalled(kFaster);
    scenario.start = parseDate("2027-03-01");
    document.addScenario(scenario);
    document.setActiveScenario(QString());
    QSignalSpy refused(&document, &PlanDocument::editRefused);
    QVERIFY(!document.editProject(QStringLiteral("Break it"), [](Project& project) {
        project.scenarios[0].team.emplace();
        project.scenarios[0].team->push_back({"", 1, Money::dollars(1), {}, {}, {}});
    }));
    QCOMPARE(refused.count(), 1);
    const QString told = wording::error(refused[0][0].value<Error>());
    QVERIFY2(told.contains(kFaster), qPrintable(told));
}

void TestPlanDocument::typingInTwoScenariosIsTwoSteps()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    rename(document, "Ledger");
    document.setActiveScenario(QString());
    rename(document, "Ledge");
    document.undo();
    QCOMPARE(document.contents().base.name, std::string("Ledger"));
}

void TestPlanDocument::manyStepsInScenariosEndWhereMemoryIs()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const std::vector<ItemPlan> items = document.plan().items;
    quint32 seed = 11;
    const auto next = [&seed](quint32 below) { return (seed = seed * 1664525 + 1013904223) / 65536 % below; };
    for (int i = 0; i < 150; ++i) {
        const QStringList names = QStringList(QString()) + document.scenarios();
        switch (next(9)) {
        case 0: document.undo(); break;
        case 1: document.redo(); break;
        case 2: document.setActiveScenario(names[next(static_cast<quint32>(names.size()))]); break;
        case 3: document.addScenario(scenarioCalled(QStringLiteral("S%1").arg(i))); break;
        case 4: document.removeScenario(names[next(static_cast<quint32>(names.size()))]); break;
        case 5:
            if (!document.activeScenario().isEmpty() && next(3) == 0)
                document.makeBase(document.activeScenario());
            break;
        default:
            document.setItemState(format::text(items[next(static_cast<quint32>(items.size()))].id),
                                  static_cast<ItemState>(next(4)));
        }
        const Result<Inputs> shown = inputsOf(document.contents(), document.activeScenario().toStdString());
        QVERIFY(shown.has_value());
        QVERIFY(*shown == document.inputs());
    }
    QVERIFY(document.waitUntilSaved());
    QVERIFY(projectOnDisk(open.path()) == document.contents());
}

void TestPlanDocument::aRefusedEditReachesNoBase()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.addScenario(scenarioCalled(kFaster));
    QSignalSpy reached(&document, &PlanDocument::editReachedBase);
    QSignalSpy refused(&document, &PlanDocument::editRefused);
    // A note goes to the base; the allocation beside it breaks a rule.
    QVERIFY(!document.edit(QStringLiteral("Both"), [](Inputs& inputs) {
        inputs.notes = "For the base";
        inputs.team.front().allocation = 3;
    }));
    QCOMPARE(refused.count(), 1);
    QCOMPARE(reached.count(), 0);
}

void TestPlanDocument::theBetterOrderFollowsOffTheThread()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QVERIFY(testing::awaitRisk(document));
    hireThree(document);
    // At once: the plan of four people in the order of before, and no chances.
    QVERIFY(!document.isSettled());
    QVERIFY(document.simulation().isUnderWay() && !document.risk());
    QVERIFY(isSame(document.plan(), *makePlanInOrderOf({}, document.project().catalogue.catalogue, document.inputs())));
    // Whoever listens sees one plan with the chances of that plan or none, never those of another.
    int changes = 0;
    connect(&document, &PlanDocument::riskChanged, this, [&] {
        ++changes;
        if (document.risk())
            QVERIFY(isSame(document.plan(), finalPlan(document)));
    });
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(document.isSettled());
    QVERIFY(changes >= 2); // the order, then the chances
    QVERIFY(isSame(document.plan(), finalPlan(document)));
    QVERIFY(*document.risk() == *simulate(finalPlan(document)));
    // Not an edit: one step leads back.
    document.undo();
    QCOMPARE(document.inputs().order, OrderKind::catalogue);
    QVERIFY(document.isSettled());
}

void TestPlanDocument::ordersAreRememberedForUndo()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    hireThree(document);
    QVERIFY(testing::awaitRisk(document));
    const Plan before = document.plan();
    document.setItemState(kItem, ItemState::excluded);
    QVERIFY(!document.isSettled());
    // Ticks before the order is there: only the last is looked for, in the end.
    document.setItemState(QStringLiteral("caching"), ItemState::excluded);
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(isSame(document.plan(), finalPlan(document)));
    document.undo();
    document.undo();
    QVERIFY(document.isSettled() && document.risk());
    QVERIFY(isSame(document.plan(), before));
    // What no order depends on needs no search.
    rename(document, "Ledger");
    document.edit(QStringLiteral("target"), [](Inputs& inputs) { inputs.targetDate = parseDate("2027-09-01"); });
    QVERIFY(document.isSettled() && document.risk());
    QVERIFY(isSame(document.plan(), finalPlan(document)));
}

void TestPlanDocument::theFileGetsTheBetterOrderAlone()
{
    testing::OpenPlan open;
    hireThree(open.document());
    open.document().setItemState(kItem, ItemState::done);
    const Plan expected = finalPlan(open.document());
    open.close(); // before the order is there
    open.reopen();
    QVERIFY(!open.document().isSettled());
    QVERIFY(testing::awaitRisk(open.document()));
    QVERIFY(isSame(open.plan(), expected));
}

void TestPlanDocument::anotherCatalogueIsAnotherPlan()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QVERIFY(testing::awaitRisk(document));
    const std::shared_ptr<const Risk> before = document.risk();
    const Inputs inputs = document.inputs();
    QVERIFY(document.waitUntilSaved());
    // The same inputs on a catalogue in which everything takes longer.
    const QString other = open.folder() + QStringLiteral("/other.trestle");
    {
        ProjectDocument project = document.project();
        QJsonObject catalogue = QJsonDocument::fromJson(QByteArray::fromStdString(project.catalogue.json)).object();
        QJsonArray phases = catalogue["phases"].toArray();
        QJsonObject phase = phases[0].toObject();
        QJsonObject effort = phase["effort"].toObject();
        for (const QString& part : effort.keys()) {
            QJsonObject figure = effort[part].toObject();
            figure["value"] = figure["value"].toDouble() * 3;
            effort[part] = figure;
        }
        phase["effort"] = effort;
        phases[0] = phase;
        catalogue["phases"] = phases;
        project.catalogue = parseCatalogue(QJsonDocument(catalogue).toJson().toStdString(), "other").value();
        QVERIFY(PlanFile::create(other.toStdString(), project, "Other"));
    }
    QVERIFY(QFile::remove(open.path()) && QFile::rename(other, open.path()));
    QSignalSpy replaced(&document, &PlanDocument::catalogueReplaced);
    QSignalSpy reloaded(&document, &PlanDocument::reloaded);
    // When the workspace of the old catalogue goes, the plan is still that of the old one.
    connect(&document, &PlanDocument::catalogueReplaced, this, [&] { QVERIFY(document.risk() == before); });
    // When the new plan is told of, no chance of the old one stands beside it.
    connect(&document, &PlanDocument::planChanged, this, [&] { QVERIFY(!document.risk()); });
    document.reload();
    QVERIFY(reloaded.wait());
    QCOMPARE(replaced.count(), 1);
    QVERIFY(document.inputs() == inputs);
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(*document.risk() == *simulate(document.plan()));
    QVERIFY(!(*document.risk() == *before));
}

void TestPlanDocument::aCopyIsLabelledInTheUsersLanguage()
{
    Shouting shouting;
    QCoreApplication::installTranslator(&shouting);
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const BlockedJournal blocked(open.path());
    rename(document, "Only in memory");
    QVERIFY(!document.waitUntilSaved());
    const QString copy = open.folder() + QStringLiteral("/copy.trestle");
    QSignalSpy saved(&document, &PlanDocument::copySaved);
    document.saveCopy(copy);
    QVERIFY(saved.wait());
    QCoreApplication::removeTranslator(&shouting);
    const Result<PlanFile> file = PlanFile::open(copy.toStdString(), OpenMode::readOnly);
    QVERIFY(file);
    QCOMPARE(QString::fromStdString(file->history()->back().label), QStringLiteral("CHANGES THAT COULD NOT BE SAVED"));
}

TRESTLE_UI_TEST(TestPlanDocument)
#include "tst_plan_document.moc"
