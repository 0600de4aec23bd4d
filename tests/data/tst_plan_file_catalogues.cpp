#include "data/catalogue_writer.h"
#include "data/json.h"
#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace trestle;
using namespace trestle::test;

namespace {

LoadedCatalogue edited(const LoadedCatalogue& before, const std::function<void(Catalogue&)>& change)
{
    Catalogue catalogue = *before.catalogue;
    change(catalogue);
    const Result<CatalogueText> after = editedCatalogue(before, catalogue);
    if (!after)
        qFatal("the edit is refused: %s", describeError(after.error()).c_str());
    return **after;
}

LoadedCatalogue withTitle(const LoadedCatalogue& before, const std::string& title)
{
    return edited(before, [&](Catalogue& catalogue) { catalogue.phases[0].title = title; });
}

std::string titleIn(const ProjectDocument& document)
{
    return document.catalogue.catalogue->phases[0].title;
}

} // namespace

/// A plan whose catalogue is edited: each revision has the one that it was made with.
class TestPlanFileCatalogues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCatalogueComesOutAsItWentIn();
    void anEditKnowsItsOriginal();
    void backToTheOriginalIsTheOriginal();
    void whatTheReaderWouldRefuseIsRefused();
    void eachRevisionHasItsCatalogue();
    void theOriginalComesAlong();
    void theExchangeFileHasBoth();
    void severalCataloguesVerify();
    void aLostCatalogueIsFoundAndTheRestRepaired();
    void aCatalogueOfNoRevisionGoes();
    void aSimulationOfAnotherCatalogueIsNotKept();

private:
    Result<void> setTitle(PlanFile& file, const std::string& title)
    {
        m_clock.advance(5000);
        const ProjectDocument& now = file.document();
        return file.edit({now.project, withTitle(now.catalogue, title)}, "Title " + title);
    }
    Result<PlanFile> threeTitles()
    {
        auto file = PlanFile::create(m_folder->path("plan.trestle"), smallDocument(), "New plan", m_clock.shared());
        for (const char* title : {"One", "Two", "Three"})
            if (const auto done = file ? setTitle(*file, title) : std::unexpected(file.error()); !done)
                return std::unexpected(done.error());
        return file;
    }

    FakeClock m_clock;
    std::unique_ptr<Folder> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_clock = FakeClock();
    }
};

void TestPlanFileCatalogues::aCatalogueComesOutAsItWentIn()
{
    const auto builtin = builtinCatalogue();
    VERIFY_OK(builtin);
    QCOMPARE(canonicalJson(catalogueJson(*builtin->catalogue)), builtin->json);
    const auto read = parseCatalogue(catalogueFileText(*smallCatalogue().catalogue), "small");
    VERIFY_OK(read);
    QVERIFY(*read->catalogue == *smallCatalogue().catalogue);
}

void TestPlanFileCatalogues::anEditKnowsItsOriginal()
{
    const LoadedCatalogue once = withTitle(smallCatalogue(), "Once");
    const LoadedCatalogue twice = withTitle(once, "Twice");
    QVERIFY(once.sha256 != smallCatalogue().sha256 && twice.sha256 != once.sha256);
    for (const LoadedCatalogue* catalogue : {&once, &twice}) {
        QCOMPARE(catalogue->basedOn, smallCatalogue().sha256);
        QCOMPARE(originalOf(*catalogue).json, smallCatalogue().json);
    }
    const auto read = parseCatalogue(twice.json, "twice");
    VERIFY_OK(read);
    QCOMPARE(read->sha256, twice.sha256);
    QCOMPARE(read->basedOn, smallCatalogue().sha256);
    QVERIFY(!read->original); // the text alone does not bring it
}

void TestPlanFileCatalogues::backToTheOriginalIsTheOriginal()
{
    const std::string title = smallCatalogue().catalogue->phases[0].title;
    const LoadedCatalogue back = withTitle(withTitle(smallCatalogue(), "Once"), title);
    QCOMPARE(back.json, smallCatalogue().json);
    QVERIFY(back.basedOn.empty());
}

void TestPlanFileCatalogues::whatTheReaderWouldRefuseIsRefused()
{
    Catalogue catalogue = *smallCatalogue().catalogue;
    catalogue.phases[0].title.clear();
    const auto blank = editedCatalogue(smallCatalogue(), catalogue);
    COMPARE_ERROR(blank, ErrorCode::schemaViolation);
    QCOMPARE(blank.error().where, std::string("/phases/0/title"));
    catalogue = *smallCatalogue().catalogue;
    catalogue.phases[0].items[0].share.value += 0.1;
    COMPARE_ERROR(editedCatalogue(smallCatalogue(), catalogue), ErrorCode::sharesDoNotSumToOne);
}

void TestPlanFileCatalogues::eachRevisionHasItsCatalogue()
{
    {
        auto file = threeTitles();
        VERIFY_OK(file);
        QCOMPARE(titleIn(file->document()), std::string("Three"));
        VERIFY_OK(file->undo());
        QCOMPARE(titleIn(file->document()), std::string("Two"));
        VERIFY_OK(file->undo());
    }
    auto file = PlanFile::open(m_folder->path("plan.trestle"), OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(file);
    QCOMPARE(titleIn(file->document()), std::string("One"));
    QVERIFY(file->redo().value() && file->redo().value());
    QCOMPARE(titleIn(file->document()), std::string("Three"));
    const std::string first = smallCatalogue().catalogue->phases[0].title;
    const std::vector<std::string> titles{first, "One", "Two", "Three"};
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const auto document = file->documentAt(static_cast<std::int64_t>(i) + 1);
        VERIFY_OK(document);
        QCOMPARE(titleIn(*document), titles[i]);
        QCOMPARE(originalOf(document->catalogue).json, smallCatalogue().json);
    }
    QCOMPARE(file->documentAt(1)->catalogue.json, smallCatalogue().json);
}

void TestPlanFileCatalogues::theOriginalComesAlong()
{
    const ProjectDocument document{smallDocument().project, withTitle(smallCatalogue(), "Edited")};
    {
        const auto file = PlanFile::create(m_folder->path("plan.trestle"), document, "New plan", m_clock.shared());
        VERIFY_OK(file);
        VERIFY_OK(file->saveCopy(m_folder->path("copy.trestle")));
    }
    for (const char* name : {"plan.trestle", "copy.trestle"}) {
        const auto file = PlanFile::open(m_folder->path(name), OpenMode::readOnly);
        VERIFY_OK(file);
        QCOMPARE(titleIn(file->document()), std::string("Edited"));
        QCOMPARE(originalOf(file->document().catalogue).json, smallCatalogue().json);
    }
}

void TestPlanFileCatalogues::theExchangeFileHasBoth()
{
    const ProjectDocument document{smallDocument().project, withTitle(smallCatalogue(), "Edited")};
    const std::string text = writePlanJson(document);
    const auto read = parsePlanJson(text, "plan.json");
    VERIFY_OK(read);
    QVERIFY(*read == document);
    QCOMPARE(originalOf(read->catalogue).json, smallCatalogue().json);
    QCOMPARE(writePlanJson(*read), text);
    // Of the built-in one the program has the text.
    const auto builtin = builtinCatalogue();
    const ProjectDocument ofBuiltin{smallDocument().project, withTitle(*builtin, "Edited")};
    const std::string shorter = writePlanJson(ofBuiltin);
    QVERIFY(shorter.find("originalCatalogue") == std::string::npos);
    QCOMPARE(originalOf(parsePlanJson(shorter, "plan.json")->catalogue).json, builtin->json);
    // Another catalogue in its place is no original.
    auto lying = nlohmann::json::parse(text);
    lying["originalCatalogue"] = nlohmann::json::parse(builtin->json);
    COMPARE_ERROR(parsePlanJson(lying.dump(), "plan.json"), ErrorCode::schemaViolation);
}

void TestPlanFileCatalogues::severalCataloguesVerify()
{
    VERIFY_OK(threeTitles());
    const std::string path = m_folder->path("plan.trestle");
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(!report->problem);
    QCOMPARE(report->verified, std::int64_t{4});
    VERIFY_OK(repairPlanFile(path, m_folder->path("repaired.trestle")));
    const auto repaired = PlanFile::open(m_folder->path("repaired.trestle"), OpenMode::readOnly);
    VERIFY_OK(repaired);
    QCOMPARE(repaired->history()->size(), std::size_t{4});
    QCOMPARE(titleIn(repaired->document()), std::string("Three"));
    QCOMPARE(originalOf(repaired->document().catalogue).json, smallCatalogue().json);
    QCOMPARE(titleIn(*repaired->documentAt(2)), std::string("One"));
}

void TestPlanFileCatalogues::aLostCatalogueIsFoundAndTheRestRepaired()
{
    const std::string path = m_folder->path("plan.trestle");
    std::string head;
    {
        const auto file = threeTitles();
        VERIFY_OK(file);
        head = file->document().catalogue.sha256;
    }
    sql(path, "DELETE FROM blob WHERE sha256 = '" + head + "'");
    COMPARE_ERROR(PlanFile::open(path, OpenMode::readOnly), ErrorCode::damagedPlan);
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(report->problem && report->problem->code == ErrorCode::damagedPlan);
    QCOMPARE(report->repairable, std::optional<std::int64_t>(3));
    VERIFY_OK(repairPlanFile(path, m_folder->path("repaired.trestle")));
    const auto repaired = PlanFile::open(m_folder->path("repaired.trestle"), OpenMode::readOnly);
    VERIFY_OK(repaired);
    QCOMPARE(titleIn(repaired->document()), std::string("Two"));
}

void TestPlanFileCatalogues::aCatalogueOfNoRevisionGoes()
{
    const std::string path = m_folder->path("plan.trestle");
    const std::string count = "SELECT count(*) FROM blob";
    {
        auto file = PlanFile::create(path, smallDocument(), "New plan", m_clock.shared());
        VERIFY_OK(file);
        // Typed letter by letter: each takes the place of the one before, whose catalogue stays behind for now.
        std::string title;
        for (int i = 0; i < 10; ++i) {
            title += 'x';
            VERIFY_OK(
                file->edit({file->document().project, withTitle(file->document().catalogue, title)}, "Title", "title"));
        }
        for (int i = 0; i < 50; ++i) {
            m_clock.advance(5000);
            VERIFY_OK(file->edit(withNotes(file->document().project, std::to_string(i)), "Note"));
        }
        QCOMPARE(titleIn(file->document()), title);
    }
    QCOMPARE(sql(path, count)[0][0], std::string("2")); // the original, and the one of now
    QCOMPARE(originalOf(PlanFile::open(path, OpenMode::readOnly)->document().catalogue).json, smallCatalogue().json);
}

void TestPlanFileCatalogues::aSimulationOfAnotherCatalogueIsNotKept()
{
    auto file = PlanFile::create(m_folder->path("plan.trestle"), smallDocument(), "New plan", m_clock.shared());
    VERIFY_OK(file);
    const auto plan = makePlan(smallCatalogue().catalogue, smallDocument().project.base);
    VERIFY_OK(plan);
    SimulationOptions options;
    options.runs = options.drivingRuns = 200;
    const auto risk = simulate(*plan, options);
    VERIFY_OK(risk);
    const SimulatedScenario simulated{{}, std::make_shared<const Plan>(*plan), std::make_shared<const Risk>(*risk)};
    VERIFY_OK(setTitle(*file, "Another"));
    QVERIFY(!file->keepRisk(simulated).value());
    VERIFY_OK(file->undo());
    QVERIFY(file->keepRisk(simulated).value());
}

QTEST_APPLESS_MAIN(TestPlanFileCatalogues)
#include "tst_plan_file_catalogues.moc"
