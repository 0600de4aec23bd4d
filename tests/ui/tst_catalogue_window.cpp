#include "data/catalogue_json.h"
#include "data/file_io.h"
#include "data/user_catalogues.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/plan_edits.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/catalogue/catalogue_window.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeWidget>

#include <cmath>

using namespace trestle;

namespace {

/// The window over a plan of its own; files are answered by the test.
class Editing {
public:
    Editing() : open(testing::emptyProject())
    {
        CatalogueWindow::Files files{[this](auto&&...) { return toOpen; }, [this](auto&&...) { return toWrite; },
                                     [this](auto&&...) { return name; }};
        window = std::make_unique<CatalogueWindow>(open.document(), std::move(files));
        testing::showAt(*window, QSize(1080, 720));
    }
    template <class T>
    [[nodiscard]] T* find(const char* called) const
    {
        auto* found = window->findChild<T*>(QString::fromLatin1(called));
        if (!found)
            qFatal("there is no %s", called);
        return found;
    }
    [[nodiscard]] const Catalogue& catalogue() const { return open.document().catalogue(); }
    void choosePage(const char* title) const
    {
        auto* tree = find<QTreeWidget>("catalogueTree");
        tree->setCurrentItem(tree->findItems(QString::fromLatin1(title), Qt::MatchExactly).constFirst());
    }
    void click(const char* button) const { find<QPushButton>(button)->click(); }
    static void type(QLineEdit* line, const char* text)
    {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
    }

    testing::OpenPlan open;
    QString toOpen;
    QString toWrite;
    QString name;
    std::unique_ptr<CatalogueWindow> window;
};

} // namespace

/// The window in which the catalogue of a plan is edited.
class TestCatalogueWindow : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void everyPageIsInOrder();
    void aTitleIsOneEdit();
    void whatIsWrongIsSaidWhileItIsTyped();
    void effortIsRefusedUntilItIsInOrder();
    void aShareMovesTheOthers();
    void itemsMoveByKeyAndAreRemoved();
    void changesAreListedAndReset();
    void whatCountsIsEdited();
    void figuresKeepTheNote();
    void filesComeAndGo();
    void aHostileFileChangesNothing();
    void catalogueForNewPlans();
    void whatIsTypedIsTakenOnClosing();
};

void TestCatalogueWindow::everyPageIsInOrder()
{
    const Editing e;
    auto* tree = e.find<QTreeWidget>("catalogueTree");
    QCOMPARE(tree->topLevelItemCount(), static_cast<int>(e.catalogue().phases.size()) + 6);
    for (const QSize size : {QSize(1080, 720), QSize(900, 600)}) {
        e.window->resize(size);
        for (int row = 0; row < tree->topLevelItemCount(); ++row) {
            tree->setCurrentItem(tree->topLevelItem(row));
            testing::beforeFrame();
            QCOMPARE(testing::widgetProblems(*e.window).join(u'\n'), QString());
        }
        e.window->choose("schema-for-scale");
        testing::beforeFrame();
        QCOMPARE(testing::widgetProblems(*e.window).join(u'\n'), QString());
    }
}

void TestCatalogueWindow::aTitleIsOneEdit()
{
    const Editing e;
    e.window->choose("database");
    auto* title = e.find<QLineEdit>("phaseTitle");
    const std::string before = e.catalogue().phases[0].title;
    QCOMPARE(title->text().toStdString(), before);
    Editing::type(title, "Data");
    QCOMPARE(e.catalogue().phases[0].title, before); // not yet
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(e.catalogue().phases[0].title, std::string("Data"));
    QCOMPARE(e.open.plan().phases[0].title, std::string("Data"));
    QVERIFY(e.open.document().undoLabel().contains(QStringLiteral("title")));
    e.open.document().undo();
    QCOMPARE(e.catalogue().phases[0].title, before);
    QCOMPARE(title->text().toStdString(), before);
}

void TestCatalogueWindow::whatIsWrongIsSaidWhileItIsTyped()
{
    const Editing e;
    e.window->choose("database");
    auto* title = e.find<QLineEdit>("phaseTitle");
    title->setFocus();
    title->selectAll();
    QTest::keyClick(title, Qt::Key_Delete);
    QVERIFY(!e.window->problem().isEmpty());
    QTest::keyClicks(title, QStringLiteral("D"));
    QVERIFY(e.window->problem().isEmpty());
    QVERIFY(!e.open.document().canUndo());
}

void TestCatalogueWindow::effortIsRefusedUntilItIsInOrder()
{
    const Editing e;
    e.window->choose("database");
    auto* likely = e.find<QLineEdit>("phaseEffortLikely");
    Editing::type(likely, "9 w");
    QTest::keyClick(likely, Qt::Key_Return);
    QVERIFY(e.window->problem().contains(QStringLiteral("likely")));
    QVERIFY(!e.open.document().canUndo());
    auto* high = e.find<QLineEdit>("phaseEffortHigh");
    Editing::type(high, "12 w");
    QTest::keyClick(high, Qt::Key_Return);
    QVERIFY(e.window->problem().isEmpty());
    const ThreePoint effort = e.catalogue().phases[0].effort.value;
    QVERIFY(effort.likely == 9 && effort.high == 12);
    QVERIFY(e.catalogue().phases[0].effort.from.likely.kind == ProvenanceKind::yours);
}

void TestCatalogueWindow::aShareMovesTheOthers()
{
    const Editing e;
    e.window->choose("schema-for-scale");
    auto* share = e.find<QDoubleSpinBox>("itemShare");
    QCOMPARE(share->value(), 30.0);
    share->setValue(65);
    QVERIFY(std::abs(findItem(e.catalogue(), "schema-for-scale")->share.value - 0.65) < 1e-12);
    QVERIFY(std::abs(findItem(e.catalogue(), "live-migrations")->share.value - 0.10) < 1e-12);
    e.window->choose("database");
    e.click("phaseShareEvenly");
    QVERIFY(std::abs(findItem(e.catalogue(), "indexes")->share.value - 1.0 / 7) < 1e-12);
}

void TestCatalogueWindow::itemsMoveByKeyAndAreRemoved()
{
    const Editing e;
    e.window->choose("schema-for-scale");
    auto* tree = e.find<QTreeWidget>("catalogueTree");
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(e.catalogue().phases[0].items[1].id, std::string("schema-for-scale"));
    QTest::keyClick(tree, Qt::Key_Up, Qt::AltModifier);
    QVERIFY(e.catalogue() == e.open.document().originalCatalogue());
    QTest::keyClick(tree, Qt::Key_Delete);
    QVERIFY(!findItem(e.catalogue(), "schema-for-scale"));
    QVERIFY(!e.open.plan().findItem("schema-for-scale"));
}

void TestCatalogueWindow::changesAreListedAndReset()
{
    const Editing e;
    e.window->choose("schema-for-scale");
    e.find<QDoubleSpinBox>("itemShare")->setValue(65);
    e.choosePage("The whole catalogue");
    e.find<QDoubleSpinBox>("catalogueItemCrew")->setValue(4);
    e.choosePage("Your changes");
    auto* table = e.find<QTableWidget>("differencesTable");
    QCOMPARE(table->rowCount(), 2);
    QVERIFY(table->item(0, 0)->text().contains(QStringLiteral("People on one item")));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("4"));
    table->selectRow(0);
    e.click("differencesRemove");
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(e.catalogue().itemCrewLimit.value, 2);
    e.click("differencesRemoveAll");
    QCOMPARE(table->rowCount(), 0);
    QVERIFY(e.open.document().project().catalogue.basedOn.empty());
}

void TestCatalogueWindow::whatCountsIsEdited()
{
    const Editing e;
    e.window->choose("sessions");
    const StateCriteria before = findItem(e.catalogue(), "sessions")->criteria;
    auto* partly = e.find<QPlainTextEdit>("itemPartlyWhen");
    QCOMPARE(e.find<QPlainTextEdit>("itemInPlaceWhen")->toPlainText().toStdString(), before.inPlaceWhen);
    QCOMPARE(partly->toPlainText().toStdString(), before.partlyWhen);
    QCOMPARE(e.find<QPlainTextEdit>("itemDoesNotCount")->toPlainText().toStdString(), before.doesNotCount);
    partly->setFocus();
    partly->selectAll();
    QTest::keyClicks(partly, QStringLiteral("They end on Fridays."));
    QVERIFY(findItem(e.catalogue(), "sessions")->criteria == before); // not yet
    e.find<QTreeWidget>("catalogueTree")->setFocus();
    QCOMPARE(findItem(e.catalogue(), "sessions")->criteria.partlyWhen, std::string("They end on Fridays."));
    e.choosePage("Your changes");
    auto* table = e.find<QTableWidget>("differencesTable");
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("When Sessions that expire and renew is partly in place"));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("They end on Fridays."));
    table->selectRow(0);
    e.click("differencesRemove");
    QVERIFY(findItem(e.catalogue(), "sessions")->criteria == before);
    QVERIFY(e.open.document().project().catalogue.basedOn.empty());
    e.open.document().undo();
    e.open.document().undo();
    QVERIFY(findItem(e.catalogue(), "sessions")->criteria == before);
}

void TestCatalogueWindow::figuresKeepTheNote()
{
    const Editing e;
    e.find<QLineEdit>("catalogueNote")->setText(QStringLiteral("We never share an item"));
    e.find<QDoubleSpinBox>("catalogueItemCrew")->setValue(1);
    QCOMPARE(e.catalogue().itemCrewLimit.from.note, std::string("We never share an item"));
    e.find<QLineEdit>("catalogueNote")->clear();
    e.find<QDoubleSpinBox>("cataloguePhaseCrew")->setValue(5);
    QVERIFY(QString::fromStdString(e.catalogue().phaseCrewLimit.from.note).startsWith(QStringLiteral("Changed on")));
}

void TestCatalogueWindow::filesComeAndGo()
{
    Editing e;
    e.find<QDoubleSpinBox>("catalogueItemCrew")->setValue(3);
    e.toWrite = e.open.folder() + QStringLiteral("/out.json");
    e.click("catalogueExport");
    const auto written = loadCatalogueFile(e.toWrite.toStdString());
    QVERIFY(written && *written->catalogue == e.catalogue() && written->basedOn.empty());
    e.open.document().undo();
    e.toOpen = e.toWrite;
    e.click("catalogueImport");
    QCOMPARE(e.catalogue().itemCrewLimit.value, 3);
    QCOMPARE(e.open.document().originalCatalogue().itemCrewLimit.value, 3); // the file is the original now
    e.open.document().undo();
    QCOMPARE(e.catalogue().itemCrewLimit.value, 2);
}

void TestCatalogueWindow::aHostileFileChangesNothing()
{
    Editing e;
    e.toOpen = e.open.folder() + QStringLiteral("/bad.json");
    QVERIFY(writeFileAtomically(e.toOpen.toStdString(), "{\"kind\":\"catalogue\",\"phases\":[[[[[["));
    e.click("catalogueImport");
    QVERIFY(!e.window->problem().isEmpty());
    QVERIFY(!e.open.document().canUndo());
}

void TestCatalogueWindow::catalogueForNewPlans()
{
    Editing e;
    qputenv("TRESTLE_CATALOGUES", (e.open.folder() + QStringLiteral("/own")).toUtf8());
    e.find<QDoubleSpinBox>("catalogueItemCrew")->setValue(3);
    e.name = QStringLiteral("Our shop");
    e.click("catalogueSave");
    QCOMPARE(userCatalogues().size(), std::size_t{1});
    const auto own = loadCatalogueCalled("our-shop");
    QVERIFY(own);
    QCOMPARE(own->catalogue->title, std::string("Our shop"));
    QCOMPARE(own->catalogue->itemCrewLimit.value, 3);
    QVERIFY(!e.open.document().undoLabel().contains(QStringLiteral("shop"))); // no edit of the plan
}

void TestCatalogueWindow::whatIsTypedIsTakenOnClosing()
{
    Editing e;
    e.window->choose("database");
    Editing::type(e.find<QLineEdit>("phaseTitle"), "Data");
    e.window.reset();
    QCOMPARE(e.catalogue().phases[0].title, std::string("Data"));
}

TRESTLE_UI_TEST(TestCatalogueWindow)
#include "tst_catalogue_window.moc"
