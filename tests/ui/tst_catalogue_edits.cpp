#include "tests/ui/support/harness.h"
#include "tests/ui/support/plan_edits.h"
#include "ui/checklist/checklist_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace trestle;

namespace {

const std::string kItem = "schema-for-scale";

bool setTitle(PlanDocument& document, const char* title, const char* key = "")
{
    return document.editCatalogue(
        QStringLiteral("Title"),
        [title](Catalogue& catalogue) -> Result<void> {
            catalogue.phases[0].title = title;
            return {};
        },
        QString::fromLatin1(key));
}

/// Takes the first phase away, with what hangs on it.
Result<void> withoutFirstPhase(Catalogue& catalogue)
{
    const std::string id = catalogue.phases[0].id;
    std::erase_if(catalogue.links, [&](const Link& link) { return link.from == id || link.to == id; });
    std::erase_if(catalogue.suggestedRisks, [&](const SuggestedRisk& risk) { return risk.phase == id; });
    catalogue.phases.erase(catalogue.phases.begin());
    return {};
}

std::string titleOf(const PlanDocument& document)
{
    return document.plan().phases[0].title;
}

std::string titleOnDisk(const QString& path)
{
    const auto file = PlanFile::open(path.toStdString(), OpenMode::readOnly);
    return file ? file->document().catalogue.catalogue->phases[0].title : std::string();
}

} // namespace

/// Edits of the catalogue that a plan carries.
class TestCatalogueEdits : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void anEditIsOneStep();
    void typingIsOneStep();
    void stepsOfTheFileBringTheirCatalogue();
    void whatVanishesTakesItsInputsAlong();
    void aRefusedEditChangesNothing();
    void restoringBringsTheCatalogueOfThatVersion();
    void scenariosHaveTheEditedCatalogue();
    void figuresNeedNoOtherFrame();
    void theChecklistFollows();
};

void TestCatalogueEdits::anEditIsOneStep()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const std::string before = titleOf(document);
    const std::string original = document.project().catalogue.json;
    QVERIFY(setTitle(document, "Data"));
    QCOMPARE(titleOf(document), std::string("Data"));
    QCOMPARE(document.catalogue().phases[0].title, std::string("Data"));
    QCOMPARE(document.originalCatalogue().phases[0].title, before);
    QVERIFY(!setTitle(document, "Data")); // nothing changed
    QVERIFY(document.waitUntilSaved());
    QCOMPARE(titleOnDisk(open.path()), std::string("Data"));
    document.undo();
    QCOMPARE(titleOf(document), before);
    QCOMPARE(document.project().catalogue.json, original);
    document.redo();
    QCOMPARE(titleOf(document), std::string("Data"));
    QVERIFY(document.waitUntilSaved());
    open.reopen();
    QCOMPARE(titleOf(open.document()), std::string("Data"));
    QCOMPARE(open.document().originalCatalogue().phases[0].title, before);
}

void TestCatalogueEdits::typingIsOneStep()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const std::string before = titleOf(document);
    for (const char* title : {"D", "Da", "Dat"})
        QVERIFY(setTitle(document, title, "title"));
    document.undo();
    QCOMPARE(titleOf(document), before);
    QVERIFY(!document.canUndo());
}

void TestCatalogueEdits::stepsOfTheFileBringTheirCatalogue()
{
    testing::OpenPlan open;
    const std::string before = titleOf(open.document());
    QVERIFY(setTitle(open.document(), "One"));
    QVERIFY(setTitle(open.document(), "Two"));
    QVERIFY(open.document().waitUntilSaved());
    open.reopen();
    PlanDocument& document = open.document();
    document.undo();
    QTRY_COMPARE(titleOf(document), std::string("One"));
    document.undo();
    QTRY_COMPARE(titleOf(document), before);
    document.redo();
    document.redo();
    QTRY_COMPARE(titleOf(document), std::string("Two"));
    QVERIFY(document.waitUntilSaved());
    QCOMPARE(titleOnDisk(open.path()), std::string("Two"));
}

void TestCatalogueEdits::whatVanishesTakesItsInputsAlong()
{
    testing::OpenPlan open(testing::emptyProject());
    PlanDocument& document = open.document();
    const std::string phase = document.plan().phases[0].id;
    document.setItemState(QString::fromStdString(kItem), ItemState::done);
    document.edit(QStringLiteral("Own"), [&](Inputs& inputs) {
        inputs.estimates[phase].effort = {1, 2, 3};
        inputs.phaseNotes[phase] = "mine";
        RiskEvent event;
        event.id = "slip";
        event.phase = phase;
        addRisk(inputs.risks, event);
    });
    Scenario scenario;
    scenario.name = "Other";
    scenario.items[kItem].state = ItemState::partial;
    QVERIFY(document.addScenario(scenario));
    const Project before = document.contents();
    QSignalSpy replaced(&document, &PlanDocument::catalogueReplaced);
    QVERIFY(document.editCatalogue(QStringLiteral("Remove"), withoutFirstPhase));
    QCOMPARE(replaced.count(), 1);
    QVERIFY(document.plan().phases[0].id != phase);
    for (const Inputs* inputs : {&document.contents().base, &document.inputs()})
        QVERIFY(inputs->items.empty() && inputs->estimates.empty() && inputs->phaseNotes.empty() &&
                inputs->risks.events.empty());
    QVERIFY(document.contents().scenarios[0].items.empty());
    document.undo();
    QVERIFY(document.contents() == before);
    QCOMPARE(document.plan().phases[0].id, phase);
    QCOMPARE(replaced.count(), 2);
}

void TestCatalogueEdits::aRefusedEditChangesNothing()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const ProjectDocument before = document.project();
    QSignalSpy refused(&document, &PlanDocument::editRefused);
    QVERIFY(!document.editCatalogue(QStringLiteral("Loop"), [](Catalogue& catalogue) -> Result<void> {
        const Link link = catalogue.links[0];
        catalogue.links.push_back({link.to, link.from, LinkType::finishToStart, 0, "", {ProvenanceKind::yours, "x"}});
        return {};
    }));
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused[0][0].value<Error>().code, ErrorCode::cycle);
    QVERIFY(
        !document.editCatalogue(QStringLiteral("No"), [](Catalogue&) { return fail(ErrorCode::unknownPhase, "no"); }));
    QCOMPARE(refused.count(), 2);
    QVERIFY(document.project() == before);
    QVERIFY(!document.canUndo());
}

void TestCatalogueEdits::restoringBringsTheCatalogueOfThatVersion()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const ProjectDocument first = document.project();
    QVERIFY(setTitle(document, "One"));
    document.setItemState(QString::fromStdString(kItem), ItemState::done);
    QVERIFY(document.restore(QStringLiteral("Restore"), first));
    QVERIFY(document.project() == first);
    document.undo();
    QCOMPARE(titleOf(document), std::string("One"));
    document.redo();
    QVERIFY(document.waitUntilSaved());
    const auto file = PlanFile::open(open.path().toStdString(), OpenMode::readOnly);
    QVERIFY(file && file->document() == first);
}

void TestCatalogueEdits::scenariosHaveTheEditedCatalogue()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QVERIFY(setTitle(document, "Data"));
    Scenario scenario;
    scenario.name = "Other";
    scenario.costMode = CostMode::retained;
    QVERIFY(document.addScenario(scenario));
    QCOMPARE(titleOf(document), std::string("Data"));
    QVERIFY(document.setActiveScenario({}));
    QCOMPARE(titleOf(document), std::string("Data"));
    QVERIFY(document.setActiveScenario(QStringLiteral("Other")));
    QVERIFY(setTitle(document, "Store")); // of the plan, whichever scenario is open
    QVERIFY(document.makeBase(QStringLiteral("Other")));
    QCOMPARE(titleOf(document), std::string("Store"));
    QVERIFY(document.waitUntilSaved());
    open.reopen();
    QCOMPARE(titleOf(open.document()), std::string("Store"));
}

void TestCatalogueEdits::figuresNeedNoOtherFrame()
{
    testing::OpenPlan open(testing::emptyProject());
    PlanDocument& document = open.document();
    QSignalSpy replaced(&document, &PlanDocument::catalogueReplaced);
    QSignalSpy changed(&document, &PlanDocument::planChanged);
    const double before = document.plan().effort.likely;
    QVERIFY(document.editCatalogue(QStringLiteral("Effort"), [](Catalogue& catalogue) -> Result<void> {
        catalogue.phases[0].effort.value = {6, 6, 9};
        return {};
    }));
    QCOMPARE(replaced.count(), 0);
    QCOMPARE(changed.count(), 1);
    QVERIFY(document.plan().effort.likely > before + 1);
    QVERIFY(testing::awaitRisk(document));
}

void TestCatalogueEdits::theChecklistFollows()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    ChecklistModel model(document);
    const QAbstractItemModelTester tester(&model);
    const auto shown = [&] {
        std::vector<std::string> ids;
        for (int row = 0; row < model.rowCount(model.index(0, 0)); ++row)
            ids.push_back(model.index(row, 0, model.index(0, 0)).data().toString().toStdString());
        return ids;
    };
    const auto expected = [&] {
        std::vector<std::string> titles;
        const PhasePlan& phase = document.plan().phases[0];
        for (std::size_t i = 0; i < phase.itemCount; ++i)
            titles.push_back(document.plan().items[phase.firstItem + i].title);
        return titles;
    };
    QCOMPARE(shown(), expected());
    QVERIFY(document.editCatalogue(QStringLiteral("Order"), [](Catalogue& catalogue) -> Result<void> {
        std::ranges::reverse(catalogue.phases[0].items);
        return {};
    }));
    QCOMPARE(shown(), expected());
    QVERIFY(document.editCatalogue(QStringLiteral("Other"), [](Catalogue& catalogue) -> Result<void> {
        std::vector<Item>& items = catalogue.phases[0].items;
        items[1].share.value += items[0].share.value;
        items[2].title = "Renamed";
        items.erase(items.begin());
        return {};
    }));
    QCOMPARE(shown(), expected());
    document.undo();
    document.undo();
    QCOMPARE(shown(), expected());
}

TRESTLE_UI_TEST(TestCatalogueEdits)
#include "tst_catalogue_edits.moc"
