#include "data/figures_json.h"
#include "data/plan_file/plan_file.h"
#include "models/catalogue_difference.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

using namespace trestle;
using namespace trestle::test;

namespace {

/// The figures of a plan as JSON, which names the version of the catalogue too.
std::string figuresOf(const ProjectDocument& document)
{
    const auto plan = makePlan(document.catalogue.catalogue, document.project.base);
    if (!plan)
        qFatal("%s", describe(plan).c_str());
    std::string figures = writeFiguresJson(*plan, {});
    const std::string version = "\"version\": " + std::to_string(plan->catalogue->version);
    const std::size_t at = figures.find(version);
    if (at == std::string::npos)
        qFatal("the figures name no version");
    return figures.erase(at, version.size());
}

std::string fixture(const std::string& name)
{
    return TRESTLE_FIXTURES "/plans/" + name;
}

ProjectDocument ofFile(const Folder& folder, const std::string& name)
{
    const std::string path = folder.path(name);
    writeBytes(path, readBytes(fixture(name)));
    const auto file = PlanFile::open(path, OpenMode::readOnly);
    if (!file)
        qFatal("%s", describe(file).c_str());
    return file->document();
}

ProjectDocument ofJson(const std::string& name)
{
    const auto document = parsePlanJson(readBytes(fixture(name)), name);
    if (!document)
        qFatal("%s", describe(document).c_str());
    return *document;
}

} // namespace

/// Plans that were made with an earlier version of the built-in catalogue keep it, and can take its newest texts. Their
/// fixtures were written by the program of then.
class TestNewestTexts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anUntouchedCatalogueBecomesTheBuiltInOne();
    void editsStayEdits();
    void aVersionOfFewerFiguresKeepsItsFigures();
    void thereIsNothingForOthers();
    void theTextsAreOneEditOfTheFile();
};

void TestNewestTexts::anUntouchedCatalogueBecomesTheBuiltInOne()
{
    const Folder folder;
    const ProjectDocument before = ofFile(folder, "catalogue-1.trestle");
    QCOMPARE(before.catalogue.sha256, earlierCatalogue(1)->sha256);
    const auto renewed = withNewestTexts(before.catalogue);
    VERIFY_OK(renewed);
    QVERIFY(*renewed);
    QCOMPARE((*renewed)->json, builtinCatalogue()->json);
    QVERIFY((*renewed)->basedOn.empty());
    QCOMPARE(figuresOf({before.project, **renewed}), figuresOf(before));
}

void TestNewestTexts::editsStayEdits()
{
    const ProjectDocument before = ofJson("catalogue-1-edited.json");
    QCOMPARE(originalOf(before.catalogue).sha256, earlierCatalogue(1)->sha256); // found without being in the file
    const auto renewed = withNewestTexts(before.catalogue);
    VERIFY_OK(renewed);
    QVERIFY(*renewed);
    QCOMPARE((*renewed)->basedOn, builtinCatalogue()->sha256);
    const Catalogue& after = *(*renewed)->catalogue;
    QCOMPARE(figuresOf({before.project, **renewed}), figuresOf(before));
    // What the user changed is what it was, beside the new original.
    const auto edits = catalogueDifferences(*originalOf(before.catalogue).catalogue, *before.catalogue.catalogue);
    QCOMPARE(edits.size(), std::size_t{4});
    const auto editsAfter = catalogueDifferences(*originalOf(**renewed).catalogue, after);
    QCOMPARE(editsAfter.size(), edits.size() + 3); // the criteria of the item that was explained anew are not there
    for (const CatalogueDifference& edit : edits)
        QVERIFY(std::ranges::count_if(editsAfter, [&](const CatalogueDifference& other) {
                    return other.field == edit.field && other.subject == edit.subject && other.after == edit.after;
                }) == 1);
    QCOMPARE(findItem(after, "two-factor")->title, std::string("2FA for staff"));
    QVERIFY(!findItem(after, "two-factor")->criteria.inPlaceWhen.empty());
    // It comes back from an exchange file with all that.
    const auto again = parsePlanJson(writePlanJson({before.project, **renewed}), "again.json");
    VERIFY_OK(again);
    QCOMPARE(again->catalogue.sha256, (*renewed)->sha256);
    QCOMPARE(originalOf(again->catalogue).sha256, builtinCatalogue()->sha256);
}

void TestNewestTexts::aVersionOfFewerFiguresKeepsItsFigures()
{
    // Written when the catalogue suggested no risks yet.
    const ProjectDocument before = ofJson("v1.json");
    QVERIFY(before.catalogue.catalogue->suggestedRisks.empty());
    const auto renewed = withNewestTexts(before.catalogue);
    VERIFY_OK(renewed);
    QVERIFY(*renewed);
    const Catalogue& after = *(*renewed)->catalogue;
    QVERIFY((*renewed)->basedOn.empty() && after.suggestedRisks.empty());
    QVERIFY(findItem(after, "indexes")->criteria == findItem(*builtinCatalogue()->catalogue, "indexes")->criteria);
    QCOMPARE(figuresOf({before.project, **renewed}), figuresOf(before));
    QCOMPARE(withNewestTexts(**renewed), Result<CatalogueText>(nullptr));
}

void TestNewestTexts::thereIsNothingForOthers()
{
    QCOMPARE(withNewestTexts(*builtinCatalogue()), Result<CatalogueText>(nullptr));
    QCOMPARE(withNewestTexts(smallCatalogue()), Result<CatalogueText>(nullptr));
    Catalogue other = *earlierCatalogue(1)->catalogue; // of its own, by another name
    other.id = "ours";
    const auto named = parseCatalogue(catalogueFileText(other), "ours");
    VERIFY_OK(named);
    QCOMPARE(withNewestTexts(*named), Result<CatalogueText>(nullptr));
}

void TestNewestTexts::theTextsAreOneEditOfTheFile()
{
    const Folder folder;
    const std::string path = folder.path("plan.trestle");
    writeBytes(path, readBytes(fixture("catalogue-1.trestle")));
    const std::string first = earlierCatalogue(1)->sha256;
    {
        auto file = PlanFile::open(path);
        VERIFY_OK(file);
        const auto renewed = withNewestTexts(file->document().catalogue);
        VERIFY_OK(renewed);
        VERIFY_OK(file->edit({file->document().project, **renewed}, "New texts"));
        QCOMPARE(file->document().catalogue.sha256, builtinCatalogue()->sha256);
        QCOMPARE(file->undo(), Result<bool>(true));
        QCOMPARE(file->document().catalogue.sha256, first);
        QCOMPARE(file->redo(), Result<bool>(true));
    }
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(!report->problem);
    const auto again = PlanFile::open(path, OpenMode::readOnly);
    VERIFY_OK(again);
    QCOMPARE(again->document().catalogue.sha256, builtinCatalogue()->sha256);
}

QTEST_GUILESS_MAIN(TestNewestTexts)
#include "tst_newest_texts.moc"
