#include "models/edit_history.h"
#include "models/scenarios.h"

#include <QTest>

#include <chrono>

using namespace trestle;
using namespace std::chrono_literals;

namespace {

const EditHistory::Time kStart{};

Project projectCalled(const std::string& name)
{
    Project project;
    project.base.name = name;
    project.base.team = {Person{}};
    return project;
}

Project withScenario(Project project, const std::string& name)
{
    Scenario scenario;
    scenario.name = name;
    project.scenarios.push_back(scenario);
    return project;
}

EditHistory historyOf(const std::string& name, FileLabels labels = {})
{
    return EditHistory({projectCalled(name), {}}, std::move(labels));
}

/// An edit of the base's name, half a second after the last.
EditHistory::Recorded rename(EditHistory& history, const std::string& name, const std::string& key = {})
{
    static EditHistory::Time at = kStart;
    at += 500ms;
    Project project = history.now().project;
    project.base.name = name;
    return history.edit({project, history.now().scenario}, "Name " + name, key, at);
}

std::string nameOf(const EditHistory& history)
{
    return history.now().project.base.name;
}

} // namespace

class TestEditHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsGoBackAndForth();
    void anEditForgetsWhatWasUndone();
    void editsOfOneFieldAreOneStep();
    void aPauseBeginsAStep();
    void typedBackIsNoStep();
    void eachStepHasAMergeKeyOfItsOwn();
    void aStepShowsTheScenarioThatItChanges();
    void openingAScenarioIsNoStep();
    void aScenarioThatIsGoneIsNotOpen();
    void stepsOfTheFileHaveTheirLabelsAlone();
    void aStepOfTheFileIsHeldOnceItWasRead();
    void whereTheFileHasNoStepNothingMoves();
    void whatIsAskedForMeanwhileQueuesUp();
    void reloadingStartsOver();
    void anEditOfTheOpenInputsGoesWhereItBelongs();
    void eachStepHasItsCatalogue();
    void anEditOfTheCatalogueAloneIsAStep();
};

void TestEditHistory::stepsGoBackAndForth()
{
    EditHistory history = historyOf("A");
    QVERIFY(!history.can(UndoDirection::back) && !history.target(UndoDirection::back));
    rename(history, "B");
    rename(history, "C");
    QCOMPARE(history.label(UndoDirection::back), std::string("Name C"));
    QCOMPARE(history.target(UndoDirection::back)->project.base.name, std::string("B"));
    QCOMPARE(history.step(UndoDirection::back), std::string("Name C"));
    QCOMPARE(history.step(UndoDirection::back), std::string("Name B"));
    QCOMPARE(nameOf(history), std::string("A"));
    QVERIFY(!history.can(UndoDirection::back));
    QCOMPARE(history.label(UndoDirection::forward), std::string("Name B"));
    history.step(UndoDirection::forward);
    history.step(UndoDirection::forward);
    QCOMPARE(nameOf(history), std::string("C"));
    QVERIFY(!history.can(UndoDirection::forward));
}

void TestEditHistory::anEditForgetsWhatWasUndone()
{
    EditHistory history = historyOf("A", {std::nullopt, "Of the file"});
    QCOMPARE(history.label(UndoDirection::forward), std::string("Of the file"));
    rename(history, "B");
    QVERIFY(!history.can(UndoDirection::forward));
    history.step(UndoDirection::back);
    rename(history, "C");
    QVERIFY(!history.can(UndoDirection::forward));
    history.step(UndoDirection::back);
    QCOMPARE(nameOf(history), std::string("A"));
}

void TestEditHistory::editsOfOneFieldAreOneStep()
{
    EditHistory history = historyOf("A");
    for (const char* typed : {"L", "Le", "Led"})
        rename(history, typed, "name");
    rename(history, "Other", "another field");
    QCOMPARE(history.step(UndoDirection::back), std::string("Name Other"));
    QCOMPARE(history.step(UndoDirection::back), std::string("Name Led"));
    QCOMPARE(nameOf(history), std::string("A"));
    history.step(UndoDirection::forward);
    QCOMPARE(nameOf(history), std::string("Led"));
    rename(history, "Ledger", "name");
    history.step(UndoDirection::back);
    QCOMPARE(nameOf(history), std::string("Led")); // undo and redo end what was typed
}

void TestEditHistory::aPauseBeginsAStep()
{
    EditHistory history = historyOf("A");
    const auto type = [&](const char* name, EditHistory::Time at) {
        history.edit({projectCalled(name), {}}, name, "name", at);
    };
    type("B", kStart);
    type("C", kStart + EditHistory::kMergeWithin - 1ms);
    type("D", kStart + EditHistory::kMergeWithin + EditHistory::kMergeWithin - 1ms);
    QCOMPARE(history.step(UndoDirection::back), std::string("D"));
    QCOMPARE(nameOf(history), std::string("C"));
    history.step(UndoDirection::back);
    QCOMPARE(nameOf(history), std::string("A"));
}

void TestEditHistory::typedBackIsNoStep()
{
    EditHistory history = historyOf("A");
    rename(history, "B");
    QVERIFY(!rename(history, "BC", "name").isReverted);
    QVERIFY(rename(history, "B", "name").isReverted);
    QCOMPARE(history.label(UndoDirection::back), std::string("Name B"));
    QVERIFY(!rename(history, "D", "name").isReverted);
    history.step(UndoDirection::back);
    QCOMPARE(nameOf(history), std::string("B"));
}

void TestEditHistory::eachStepHasAMergeKeyOfItsOwn()
{
    EditHistory history = historyOf("A");
    const std::string first = rename(history, "B", "name").mergeKey;
    QVERIFY(!first.empty());
    QCOMPARE(rename(history, "C", "name").mergeKey, first);
    QVERIFY(rename(history, "D").mergeKey.empty());
    const std::string second = rename(history, "E", "name").mergeKey;
    QVERIFY(second != first && !second.empty());
    history.reload(history.now(), {});
    QVERIFY(rename(history, "F", "name").mergeKey != first);
}

void TestEditHistory::aStepShowsTheScenarioThatItChanges()
{
    EditHistory history = historyOf("A");
    history.edit({withScenario(history.now().project, "Faster"), "Faster"}, "New", {}, kStart);
    rename(history, "B");
    history.open("");
    history.step(UndoDirection::back);
    QCOMPARE(history.now().scenario, std::string("Faster"));
    history.step(UndoDirection::back);
    QCOMPARE(history.now().scenario, std::string());
    history.step(UndoDirection::forward);
    QCOMPARE(history.now().scenario, std::string("Faster"));
}

void TestEditHistory::openingAScenarioIsNoStep()
{
    EditHistory history({withScenario(projectCalled("A"), "Faster"), {}}, {});
    rename(history, "B", "name");
    history.open("Faster");
    QCOMPARE(history.now().scenario, std::string("Faster"));
    QCOMPARE(history.label(UndoDirection::back), std::string("Name B"));
    rename(history, "C", "name"); // of another scenario: a step of its own
    history.step(UndoDirection::back);
    QCOMPARE(nameOf(history), std::string("B"));
}

void TestEditHistory::aScenarioThatIsGoneIsNotOpen()
{
    QCOMPARE(openIn(withScenario(projectCalled("A"), "Faster"), "Faster").scenario, std::string("Faster"));
    QCOMPARE(openIn(projectCalled("A"), "Faster").scenario, std::string());
    QCOMPARE(openIn(projectCalled("A"), "").scenario, std::string());
}

void TestEditHistory::stepsOfTheFileHaveTheirLabelsAlone()
{
    EditHistory history = historyOf("A", {"Older", "Newer"});
    for (const UndoDirection direction : {UndoDirection::back, UndoDirection::forward}) {
        QVERIFY(history.can(direction));
        QVERIFY(!history.target(direction));
    }
    QCOMPARE(history.label(UndoDirection::back), std::string("Older"));
    rename(history, "B");
    QCOMPARE(history.label(UndoDirection::back), std::string("Name B")); // the session's own comes first
}

void TestEditHistory::aStepOfTheFileIsHeldOnceItWasRead()
{
    EditHistory history = historyOf("C", {"Second", std::nullopt});
    history.wait();
    QVERIFY(history.isWaiting());
    history.endWait();
    std::string label = history.passFileStep(UndoDirection::back, "First");
    QCOMPARE(label, std::string("Second"));
    history.stepInFile(UndoDirection::back, {projectCalled("B"), {}}, std::move(label));
    QCOMPARE(nameOf(history), std::string("B"));
    QCOMPARE(history.label(UndoDirection::back), std::string("First"));
    QCOMPARE(history.label(UndoDirection::forward), std::string("Second"));
    history.step(UndoDirection::forward);
    QCOMPARE(nameOf(history), std::string("C"));
    QCOMPARE(history.label(UndoDirection::back), std::string("Second"));
    history.step(UndoDirection::back);
    QCOMPARE(history.label(UndoDirection::back), std::string("First"));
}

void TestEditHistory::whereTheFileHasNoStepNothingMoves()
{
    EditHistory history = historyOf("A", {std::nullopt, "Newer"});
    history.wait();
    history.endWait();
    QCOMPARE(history.passFileStep(UndoDirection::forward, std::nullopt), std::string("Newer"));
    QVERIFY(!history.can(UndoDirection::forward));
    QCOMPARE(nameOf(history), std::string("A"));
}

void TestEditHistory::whatIsAskedForMeanwhileQueuesUp()
{
    EditHistory history = historyOf("A", {"Older", std::nullopt});
    QVERIFY(!history.takeQueued());
    history.wait();
    history.queue(UndoDirection::back);
    history.queue(UndoDirection::forward);
    history.endWait();
    QVERIFY(history.takeQueued() == UndoDirection::back);
    QVERIFY(history.takeQueued() == UndoDirection::forward);
    QVERIFY(!history.takeQueued());
    history.queue(UndoDirection::back);
    history.clearQueue();
    QVERIFY(!history.takeQueued());
}

void TestEditHistory::reloadingStartsOver()
{
    EditHistory history = historyOf("A", {"Older", std::nullopt});
    rename(history, "B");
    rename(history, "C");
    history.step(UndoDirection::back);
    history.queue(UndoDirection::back);
    history.reload({projectCalled("Theirs"), {}}, {"Their edit", std::nullopt});
    QCOMPARE(nameOf(history), std::string("Theirs"));
    QCOMPARE(history.label(UndoDirection::back), std::string("Their edit"));
    QVERIFY(!history.target(UndoDirection::back));
    QVERIFY(!history.can(UndoDirection::forward));
    QVERIFY(!history.takeQueued());
}

void TestEditHistory::anEditOfTheOpenInputsGoesWhereItBelongs()
{
    const OpenProject base{withScenario(projectCalled("A"), "Faster"), {}};
    Inputs named = base.project.base;
    named.name = "B";
    const Result<InputsEdit> ofBase = editInputs(base, named);
    QVERIFY(ofBase && ofBase->after.base == named && ofBase->unheld.empty() && !ofBase->isOfTheScenario);

    const OpenProject open{base.project, "Faster"};
    Inputs hired = base.project.base;
    hired.team.emplace_back();
    const Result<InputsEdit> ofScenario = editInputs(open, hired);
    QVERIFY(ofScenario && ofScenario->isOfTheScenario && ofScenario->unheld.empty());
    QVERIFY(ofScenario->after.base == base.project.base);
    QCOMPARE(ofScenario->after.scenarios[0].team->size(), std::size_t{2});

    const Result<InputsEdit> shared = editInputs(open, named); // all scenarios share the name
    QVERIFY(shared && !shared->isOfTheScenario);
    QVERIFY(shared->unheld == std::vector{Unheld{FieldId::name}});
    QCOMPARE(shared->after.base.name, std::string("B"));

    QCOMPARE(editInputs({base.project, "Nowhere"}, named).error().code, ErrorCode::unknownScenario);
}

namespace {

CatalogueText catalogueCalled(const std::string& hash)
{
    LoadedCatalogue catalogue;
    catalogue.sha256 = hash;
    return std::make_shared<const LoadedCatalogue>(catalogue);
}

} // namespace

void TestEditHistory::eachStepHasItsCatalogue()
{
    EditHistory history({projectCalled("A"), {}, catalogueCalled("first")}, {});
    history.edit({projectCalled("A"), {}, catalogueCalled("second")}, "Edit", {}, kStart);
    history.edit({projectCalled("B"), {}, history.now().catalogue}, "Name", {}, kStart);
    QCOMPARE(history.target(UndoDirection::back)->catalogue->sha256, std::string("second"));
    history.step(UndoDirection::back);
    QCOMPARE(history.target(UndoDirection::back)->catalogue->sha256, std::string("first"));
    history.step(UndoDirection::back);
    QCOMPARE(history.now().catalogue->sha256, std::string("first"));
    history.step(UndoDirection::forward);
    history.step(UndoDirection::forward);
    QCOMPARE(history.now().catalogue->sha256, std::string("second"));
    QCOMPARE(nameOf(history), std::string("B"));
}

void TestEditHistory::anEditOfTheCatalogueAloneIsAStep()
{
    const OpenProject first{projectCalled("A"), {}, catalogueCalled("first")};
    const OpenProject second{projectCalled("A"), {}, catalogueCalled("second")};
    QVERIFY(!first.holdsSameAs(second));
    QVERIFY(first.holdsSameAs({projectCalled("A"), "Faster", catalogueCalled("first")}));
    EditHistory history(first, {});
    QVERIFY(!history.edit(second, "Edit", "figure", kStart).isReverted);
    QVERIFY(history.edit({projectCalled("A"), {}, catalogueCalled("first")}, "Edit", "figure", kStart).isReverted);
    QVERIFY(!history.can(UndoDirection::back));
}

QTEST_APPLESS_MAIN(TestEditHistory)
#include "tst_edit_history.moc"
