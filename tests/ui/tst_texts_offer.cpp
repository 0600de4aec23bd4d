#include "data/catalogue_json.h"
#include "data/file_io.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/catalogue/catalogue_window.h"
#include "ui/widgets/banner.h"
#include "ui/window/texts_offer.h"

#include <QPushButton>

using namespace trestle;

namespace {

/// Of version 1 of the catalogue, with texts and figures of the user's own in it.
ProjectDocument editedOfBefore()
{
    const std::string path = TRESTLE_FIXTURES "/plans/catalogue-1-edited.json";
    const auto text = readTextFile(path);
    const auto document = text ? parsePlanJson(*text, path) : fail(ErrorCode::fileNotFound);
    if (!document)
        qFatal("the fixture cannot be read");
    return *document;
}

ProjectDocument ofBefore()
{
    ProjectDocument document = editedOfBefore();
    document.catalogue = *earlierCatalogue(1);
    return document;
}

/// An offer over an open plan.
struct OfferedTexts {
    explicit OfferedTexts(const ProjectDocument& project)
        : open(project), banner(QStringLiteral("texts")), offer(open.document(), banner)
    {
    }
    [[nodiscard]] bool isMade() const { return !banner.isHidden(); }
    void press(const char* button) { banner.findChild<QPushButton*>(QString::fromLatin1(button))->click(); }

    testing::OpenPlan open;
    Banner banner;
    TextsOffer offer;
};

} // namespace

/// A plan of before is offered the newest texts of the catalogue.
class TestTextsOffer : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void theTextsAreTakenInOneEdit();
    void ownTextsStay();
    void notNowIsRemembered();
    void aNewPlanHasNoOffer();
    void theCatalogueWindowHasThemToo();
};

void TestTextsOffer::theTextsAreTakenInOneEdit()
{
    OfferedTexts offered(ofBefore());
    PlanDocument& document = offered.open.document();
    QVERIFY(offered.isMade());
    const Plan before = document.plan();
    offered.press("textsTake");
    QVERIFY(!offered.isMade());
    QCOMPARE(document.project().catalogue.sha256, builtinCatalogue()->sha256);
    QVERIFY(document.plan().total == before.total && document.plan().finish == before.finish &&
            document.plan().effort == before.effort);
    QVERIFY(document.undoLabel().contains(QStringLiteral("newest texts")));
    QVERIFY(document.waitUntilSaved());
    document.undo(); // the plan is of before again, and so is the offer
    QCOMPARE(document.project().catalogue.sha256, earlierCatalogue(1)->sha256);
    QVERIFY(offered.isMade());
    QVERIFY(!document.canUndo());
    document.redo();
    QVERIFY(!offered.isMade());
}

void TestTextsOffer::ownTextsStay()
{
    OfferedTexts offered(editedOfBefore());
    const Plan before = offered.open.plan();
    offered.press("textsTake");
    const Catalogue& now = offered.open.document().catalogue();
    QCOMPARE(findItem(now, "two-factor")->title, std::string("2FA for staff"));
    QVERIFY(!findItem(now, "two-factor")->criteria.inPlaceWhen.empty());
    QVERIFY(offered.open.plan().total == before.total);
    QVERIFY(offered.open.document().originalCatalogue() == *builtinCatalogue()->catalogue);
}

void TestTextsOffer::notNowIsRemembered()
{
    QStringList answered;
    {
        OfferedTexts offered(ofBefore());
        offered.press("textsNotNow");
        QVERIFY(!offered.isMade());
        QVERIFY(!offered.open.document().canUndo());
        answered = offered.offer.answered();
        QCOMPARE(answered.size(), 1);
        Banner banner(QStringLiteral("again"));
        TextsOffer again(offered.open.document(), banner);
        QVERIFY(!banner.isHidden());
        again.setAnswered(answered);
        QVERIFY(banner.isHidden());
    }
    OfferedTexts other(ofBefore()); // another file
    other.offer.setAnswered(answered);
    QVERIFY(other.isMade());
}

void TestTextsOffer::aNewPlanHasNoOffer()
{
    for (const ProjectDocument& project : {testing::sampleProject(), testing::emptyProject()})
        QVERIFY(!OfferedTexts(project).isMade());
}

void TestTextsOffer::theCatalogueWindowHasThemToo()
{
    const testing::OpenPlan open(ofBefore());
    CatalogueWindow window(open.document(), {});
    testing::showAt(window, QSize(1080, 720));
    auto* newest = window.findChild<QPushButton*>(QStringLiteral("catalogueNewest"));
    QVERIFY(newest && newest->isVisible());
    QCOMPARE(testing::widgetProblems(window).join(u'\n'), QString());
    newest->click();
    QCOMPARE(open.document().project().catalogue.sha256, builtinCatalogue()->sha256);
    QVERIFY(!newest->isVisible());
    open.document().undo();
    QVERIFY(newest->isVisible());
}

TRESTLE_UI_TEST(TestTextsOffer)
#include "tst_texts_offer.moc"
