#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/plan_edits.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"

#include <QSignalSpy>

using namespace trestle;
using testing::projectOnDisk;
using testing::rename;

namespace {

const QString kItem = QStringLiteral("schema-for-scale");

ItemState stateOf(const PlanDocument& document, const QString& item)
{
    return trestle::stateOf(document.inputs(), item.toStdString());
}

const QString kFaster = QStringLiteral("Faster");

Scenario scenarioCalled(const QString& name)
{
    Scenario scenario;
    scenario.name = name.toStdString();
    return scenario;
}

bool hire(PlanDocument& document)
{
    return document.edit(QStringLiteral("Add Sam"), [](Inputs& inputs) {
        Person sam = inputs.team.front();
        sam.name = "Sam";
        inputs.team.push_back(sam);
    });
}

} // namespace

class TestPlanScenarios : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
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
};

void TestPlanScenarios::aScenarioKeepsWhatDiffers()
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

void TestPlanScenarios::editsOfTheBaseFlowThrough()
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

void TestPlanScenarios::whatAScenarioCannotHoldReachesTheBase()
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

void TestPlanScenarios::aScenarioCannotBeWithoutTheBasesTarget()
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

void TestPlanScenarios::openingAScenarioIsNoEdit()
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

void TestPlanScenarios::scenariosAreAddedRenamedAndRemoved()
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

void TestPlanScenarios::namesOfScenariosAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QString() << ErrorCode::invalidValue;
    QTest::newRow("taken") << kFaster << ErrorCode::duplicateName;
}

void TestPlanScenarios::namesOfScenariosAreRefused()
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

void TestPlanScenarios::undoShowsTheScenarioThatItChanges()
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

void TestPlanScenarios::undoOfAddingFallsBackToTheBase()
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

void TestPlanScenarios::undoInTheFileFallsBackToTheBase()
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

void TestPlanScenarios::aScenarioBecomesTheBase()
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

void TestPlanScenarios::anEditThatBreaksAScenarioIsRefusedByName()
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

void TestPlanScenarios::typingInTwoScenariosIsTwoSteps()
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

void TestPlanScenarios::manyStepsInScenariosEndWhereMemoryIs()
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

void TestPlanScenarios::aRefusedEditReachesNoBase()
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

TRESTLE_UI_TEST(TestPlanScenarios)
#include "tst_plan_scenarios.moc"
