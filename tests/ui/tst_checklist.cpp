#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/checklist/advice.h"
#include "ui/checklist/checklist.h"
#include "ui/checklist/checklist_delegate.h"
#include "ui/checklist/checklist_model.h"
#include "ui/checklist/checklist_view.h"
#include "ui/checklist/item_note_dialog.h"

#include <QAbstractItemModelTester>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTextDocumentFragment>
#include <QTimer>
#include <QToolTip>

using namespace trestle;

namespace {

ItemState stateOf(const testing::OpenPlan& open, const char* item)
{
    return trestle::stateOf(open.document().inputs(), item);
}

/// The checklist in a window, with the parts that tests press.
struct Shown {
    explicit Shown(testing::OpenPlan& open) : checklist(open.document(), selection)
    {
        testing::showAt(checklist, QSize(310, 760));
        view = checklist.findChild<ChecklistView*>();
        filter = checklist.findChild<QLineEdit*>(QStringLiteral("checklistFilter"));
    }

    [[nodiscard]] QModelIndex find(const QString& node) const
    {
        const QModelIndexList found = view->model()->match(view->model()->index(0, 0), ChecklistModel::NodeRole, node,
                                                           1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }
    void go(const char* node) const { view->setCurrentIndex(find(QString::fromLatin1(node))); }
    void press(Qt::Key key) const { QTest::keyClick(view, key); }

    Selection selection;
    Checklist checklist;
    ChecklistView* view = nullptr;
    QLineEdit* filter = nullptr;
};

} // namespace

class TestChecklist : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void modelKeepsItsRules();
    void modelTellsPhasesAndItems();
    void anItemSaysWhatCounts();
    void spaceCyclesPBeginsAndXExcludes();
    void whatIsOfferedApartSaysSo();
    void itsMenuOffersAnItemToTheClient();
    void clickingTheBoxTicks();
    void clicksWithinAMomentAreOneStep();
    void theBoxSaysWhatAClickDoes();
    void clickingTheTitleOnlySelects();
    void phasesOpenAndShutByKeyAndClick();
    void filterFindsTitlesNotesAndOwners();
    void conditionsAddAndRemoveItems();
    void answersBringAdvice();
    void whoeverDoesNotSayHasTheFirstScale();
    void closedAdviceStaysClosed();
    void noteAndOwnerAreKept();
    void selectionGoesBothWays();
    void everythingHasNameAndRoom_data();
    void everythingHasNameAndRoom();
};

void TestChecklist::modelKeepsItsRules()
{
    testing::OpenPlan open;
    ChecklistModel model(open.document());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto answer = [&](const std::set<std::string>& conditions) {
        open.document().edit(QStringLiteral("Profile"),
                             [&](Inputs& inputs) { inputs.profile.conditions = conditions; });
    };
    answer({"payments", "compliance", "user-content", "enterprise"});
    QCOMPARE(model.itemCount(), 46);
    answer({"compliance"});
    QCOMPARE(model.itemCount(), 41);
    open.document().undo();
    QCOMPARE(model.itemCount(), 46);
    open.document().undo();
    QCOMPARE(model.itemCount(), 39);
    open.document().setItemState(QStringLiteral("traces"), ItemState::excluded);
}

void TestChecklist::modelTellsPhasesAndItems()
{
    testing::OpenPlan open;
    ChecklistModel model(open.document());
    const QModelIndex database = model.indexOfNode(QStringLiteral("database"));
    QCOMPARE(database.data(ChecklistModel::SummaryRole).toString(), QStringLiteral("1 of 7"));
    QVERIFY(database.data(ChecklistModel::ProgressRole).toDouble() > 0);
    const QModelIndex testing = model.indexOfNode(QStringLiteral("testing"));
    QCOMPARE(testing.data(ChecklistModel::SummaryRole).toString(), QStringLiteral("0.5 of 4"));
    const QModelIndex tests = model.indexOfNode(QStringLiteral("unit-tests"));
    QCOMPARE(tests.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
    QCOMPARE(tests.data(ChecklistModel::SummaryRole).toString(), QStringLiteral("partly"));
    QCOMPARE(tests.data(ChecklistModel::RemarkRole).toString(), QStringLiteral("Part-time engineer · note"));
    QVERIFY(tests.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("partly")));
    QVERIFY(tests.data(Qt::ToolTipRole).toString().contains(QStringLiteral("assumed")));
    QVERIFY(model.setData(tests, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(stateOf(open, "unit-tests"), ItemState::done);
    QVERIFY(!model.setData(database, Qt::Checked, Qt::CheckStateRole));
}

void TestChecklist::anItemSaysWhatCounts()
{
    const ProjectDocument named = [] {
        ProjectDocument project = testing::sampleProject();
        project.project.base.items["sessions"].note = "<b>renewal</b> & revocation";
        return project;
    }();
    testing::OpenPlan open(named);
    ChecklistModel model(open.document());
    const QModelIndex sessions = model.indexOfNode(QStringLiteral("sessions"));
    const StateCriteria& criteria = findItem(open.document().catalogue(), "sessions")->criteria;
    const QString tip = sessions.data(Qt::ToolTipRole).toString();
    const QString shown = QTextDocumentFragment::fromHtml(tip).toPlainText();
    const QString told = sessions.data(Qt::AccessibleDescriptionRole).toString();
    for (const auto& [label, text] :
         {std::pair("In place when", criteria.inPlaceWhen), std::pair("Partly when", criteria.partlyWhen),
          std::pair("Does not count", criteria.doesNotCount)}) {
        QVERIFY(!text.empty());
        const QString line = QStringLiteral("%1: %2").arg(QString::fromLatin1(label), QString::fromStdString(text));
        QVERIFY2(shown.simplified().contains(line), qPrintable(shown));
        QVERIFY2(told.contains(line), qPrintable(told));
        QVERIFY2(tip.contains(QStringLiteral("<b>%1: </b>").arg(QString::fromLatin1(label))), qPrintable(tip));
    }
    // What the user wrote is shown as it is, and no line is too long to read.
    QVERIFY2(shown.contains(QStringLiteral("<b>renewal</b> & revocation")), qPrintable(shown));
    for (const QString& line : shown.split(QRegularExpression(QStringLiteral("[\n\u2028]"))))
        QVERIFY2(line.size() <= 60, qPrintable(line));
    // Where a catalogue does not say, nothing is said.
    open.document().editCatalogue(QStringLiteral("Unsaid"), [](Catalogue& catalogue) -> Result<void> {
        for (Phase& phase : catalogue.phases)
            for (Item& item : phase.items)
                item.criteria = {};
        return {};
    });
    QVERIFY(!sessions.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Partly when")));
}

void TestChecklist::spaceCyclesPBeginsAndXExcludes()
{
    testing::OpenPlan open;
    const Shown shown(open);
    shown.go("schema-for-scale");
    for (const ItemState expected : {ItemState::done, ItemState::partial, ItemState::missing}) {
        shown.press(Qt::Key_Space);
        QCOMPARE(stateOf(open, "schema-for-scale"), expected);
    }
    shown.press(Qt::Key_X);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::excluded);
    shown.press(Qt::Key_X);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::missing);
    shown.press(Qt::Key_P);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::underWay);
    QCOMPARE(shown.find(QStringLiteral("schema-for-scale")).data(ChecklistModel::SummaryRole).toString(),
             QStringLiteral("under way"));
    shown.press(Qt::Key_Space);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::done);
    shown.press(Qt::Key_P);
    shown.press(Qt::Key_P);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::missing);
    shown.press(Qt::Key_Down);
    shown.press(Qt::Key_Space);
    QCOMPARE(stateOf(open, "live-migrations"), ItemState::done);
}

void TestChecklist::whatIsOfferedApartSaysSo()
{
    testing::OpenPlan open;
    const Shown shown(open);
    const QString item = QStringLiteral("schema-for-scale");
    const auto summary = [&] { return shown.find(item).data(ChecklistModel::SummaryRole).toString(); };
    QVERIFY(open.document().setItemScope(item, ItemScope::phase2));
    QCOMPARE(summary(), QStringLiteral("phase 2"));
    QVERIFY(ChecklistModel::isOfferedApart(shown.find(item)));
    QVERIFY(shown.find(item).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("phase 2")));
    QSignalSpy changes(shown.view->model(), &QAbstractItemModel::dataChanged);
    QVERIFY(open.document().setItemScope(item, ItemScope::option)); // counts as before, but is called something else
    QVERIFY(!changes.isEmpty());
    QCOMPARE(summary(), QStringLiteral("option"));
    QVERIFY(open.document().setItemScope(item, ItemScope::taken));
    QCOMPARE(summary(), QString());
    QVERIFY(shown.find(item).data(ChecklistModel::RemarkRole).toString().contains(QStringLiteral("option taken")));
    open.document().undo();
    QCOMPARE(summary(), QStringLiteral("option"));
    // X says that it is not needed at all; once more, that it is.
    shown.go("schema-for-scale");
    shown.press(Qt::Key_X);
    QCOMPARE(summary(), QStringLiteral("not needed"));
    QVERIFY(!scopeOf(open.document().inputs(), "schema-for-scale"));
    shown.press(Qt::Key_X);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::missing);
}

void TestChecklist::itsMenuOffersAnItemToTheClient()
{
    testing::OpenPlan open;
    const Shown shown(open);
    shown.go("schema-for-scale");
    const auto choose = [&](const QString& text) {
        bool found = false;
        QTimer::singleShot(0, shown.view, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (QAction* action : menu->findChild<QMenu*>(QStringLiteral("scopeMenu"))->actions())
                if (action->text() == text) {
                    found = true;
                    action->trigger();
                }
            menu->close();
        });
        shown.press(Qt::Key_Menu);
        QVERIFY2(found, qPrintable(text));
    };
    const auto scope = [&] { return scopeOf(open.document().inputs(), "schema-for-scale"); };
    choose(QStringLiteral("Phase 2, priced apart"));
    QCOMPARE(scope(), std::optional(ItemScope::phase2));
    choose(QStringLiteral("Option that the client may take"));
    QCOMPARE(scope(), std::optional(ItemScope::option));
    choose(QStringLiteral("In the plan and its price"));
    QVERIFY(!scope());
    open.document().undo();
    QCOMPARE(scope(), std::optional(ItemScope::option));
}

void TestChecklist::clickingTheBoxTicks()
{
    testing::OpenPlan open;
    const Shown shown(open);
    const QRect row = shown.view->visualRect(shown.find(QStringLiteral("schema-for-scale")));
    const QPoint box(row.left() + 20, row.center().y());
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::done);
    // The second click of a fast pair arrives as a double click, and counts as well.
    QTest::mouseDClick(shown.view->viewport(), Qt::LeftButton, {}, box);
    QTest::mouseRelease(shown.view->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::partial);
}

void TestChecklist::clicksWithinAMomentAreOneStep()
{
    testing::OpenPlan open;
    const Shown shown(open);
    shown.go("schema-for-scale");
    shown.press(Qt::Key_Space);
    shown.press(Qt::Key_Space);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::partial);
    shown.go("live-migrations"); // another box is another step
    shown.press(Qt::Key_Space);
    open.document().undo();
    QCOMPARE(stateOf(open, "live-migrations"), ItemState::missing);
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::partial);
    open.document().undo();
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::missing);
    QVERIFY(!open.document().canUndo());
    // Round to where it was: nothing is left to undo.
    for (int i = 0; i < 3; ++i)
        open.document().clickItem(QStringLiteral("metrics"));
    QVERIFY(!open.document().canUndo());
}

void TestChecklist::theBoxSaysWhatAClickDoes()
{
    testing::OpenPlan open;
    const Shown shown(open);
    const QRect row = shown.view->visualRect(shown.find(QStringLiteral("schema-for-scale")));
    const auto hintAt = [&](int x) {
        const QPoint place(x, row.center().y());
        QHelpEvent event(QEvent::ToolTip, place, shown.view->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(shown.view->viewport(), &event);
        return QToolTip::text().replace(u'\n', u' '); // the theme wraps it
    };
    QCOMPARE(hintAt(row.left() + 20), ChecklistDelegate::boxHint());
    QVERIFY(hintAt(row.left() + 90).contains(QStringLiteral("assumed")));
}

void TestChecklist::clickingTheTitleOnlySelects()
{
    testing::OpenPlan open;
    Shown shown(open);
    const QRect row = shown.view->visualRect(shown.find(QStringLiteral("schema-for-scale")));
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 80, row.center().y()));
    QCOMPARE(stateOf(open, "schema-for-scale"), ItemState::missing);
    QCOMPARE(shown.selection.node(), QStringLiteral("schema-for-scale"));
}

void TestChecklist::phasesOpenAndShutByKeyAndClick()
{
    testing::OpenPlan open;
    const Shown shown(open);
    const QModelIndex database = shown.find(QStringLiteral("database"));
    QVERIFY(shown.view->isExpanded(database));
    const QPoint heading = shown.view->visualRect(database).center();
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, heading);
    QVERIFY(!shown.view->isExpanded(database));
    shown.go("database");
    shown.press(Qt::Key_Space);
    QVERIFY(shown.view->isExpanded(database));
    shown.press(Qt::Key_Left);
    QVERIFY(!shown.view->isExpanded(database));
}

void TestChecklist::filterFindsTitlesNotesAndOwners()
{
    testing::OpenPlan open;
    Shown shown(open);
    shown.checklist.setOpenPhases({QStringLiteral("testing")});
    QVERIFY(shown.filter->placeholderText().contains(QStringLiteral("39")));
    shown.filter->setText(QStringLiteral("ARGON"));
    QVERIFY(shown.find(QStringLiteral("password-hashing")).isValid());
    QVERIFY(!shown.find(QStringLiteral("schema-for-scale")).isValid());
    QVERIFY(shown.view->isExpanded(shown.find(QStringLiteral("authentication"))));
    shown.filter->setText(QStringLiteral("no such thing"));
    auto* empty = shown.checklist.findChild<QLabel*>(QStringLiteral("checklistEmpty"));
    QVERIFY(empty->isVisible());
    shown.filter->clear();
    QVERIFY(!empty->isVisible());
    QCOMPARE(shown.checklist.openPhases(), QStringList{QStringLiteral("testing")});
}

void TestChecklist::conditionsAddAndRemoveItems()
{
    testing::OpenPlan open;
    const Shown shown(open);
    auto* payments = shown.checklist.findChild<QPushButton*>(QStringLiteral("condition_payments"));
    QVERIFY(!payments->isChecked());
    QVERIFY(!shown.find(QStringLiteral("payment-tests")).isValid());
    QTest::mouseClick(payments, Qt::LeftButton);
    QVERIFY(payments->isChecked());
    QVERIFY(shown.find(QStringLiteral("payment-tests")).isValid());
    QVERIFY(shown.filter->placeholderText().contains(QStringLiteral("41")));
    open.document().undo();
    QVERIFY(!payments->isChecked());
    QVERIFY(!shown.find(QStringLiteral("payment-tests")).isValid());
}

void TestChecklist::whoeverDoesNotSayHasTheFirstScale()
{
    ProjectDocument project = testing::emptyProject();
    Catalogue catalogue = *project.catalogue.catalogue;
    catalogue.scales.front().warning = "Even the fewest users notice an outage.";
    Inputs inputs = project.project.base;
    const auto adviceTo = [&](const char* scale) {
        inputs.profile.scale = scale;
        return adviceFor(*makePlan(std::make_shared<const Catalogue>(catalogue), inputs));
    };
    const QStringList expected{QStringLiteral("Even the fewest users notice an outage.")};
    QCOMPARE(adviceTo(""), expected);
    QCOMPARE(adviceTo(catalogue.scales.front().id.c_str()), expected);
    QVERIFY(adviceTo(catalogue.scales.back().id.c_str()) != expected);
}

void TestChecklist::answersBringAdvice()
{
    testing::OpenPlan open;
    const Shown shown(open);
    QVERIFY(adviceFor(open.plan()).isEmpty());
    const auto choose = [&](const char* chip, const QString& text) {
        const auto* button = shown.checklist.findChild<QPushButton*>(QString::fromLatin1(chip));
        for (QAction* action : button->menu()->actions())
            if (action->text() == text)
                return action->trigger();
        QFAIL("no such answer");
    };
    choose("profileScale", QStringLiteral("1 million users"));
    choose("profileValidated", QStringLiteral("Not yet"));
    choose("profileMaintainer", QStringLiteral("One person"));
    const Catalogue& catalogue = open.document().catalogue();
    const QStringList expected{format::text(findScale(catalogue, "1m")->warning), format::text(catalogue.validateFirst),
                               format::text(catalogue.simplicityAdvice)};
    QCOMPARE(adviceFor(open.plan()), expected);
    const auto* advice = shown.checklist.findChild<Advice*>();
    QVERIFY(advice->isVisible());
    const auto* text = advice->findChild<QLabel*>(QStringLiteral("adviceBoxText"));
    QCOMPARE(text->text(), expected.join(QStringLiteral("\n\n")));
    open.document().undo();
    QCOMPARE(text->text(), expected.first(2).join(QStringLiteral("\n\n")));
    for (int i = 0; i < 2; ++i)
        open.document().undo();
    QVERIFY(!advice->isVisible());
}

void TestChecklist::closedAdviceStaysClosed()
{
    testing::OpenPlan open;
    const auto answer = [&](std::optional<bool> validated, Maintainer maintainer) {
        open.document().edit(QStringLiteral("Answers"), [&](Inputs& inputs) {
            inputs.profile.validated = validated;
            inputs.profile.maintainer = maintainer;
        });
    };
    answer(true, Maintainer::onePerson);
    QStringList closed;
    {
        const Shown shown(open);
        auto* cross = shown.checklist.findChild<QAbstractButton*>(QStringLiteral("adviceClose"));
        QVERIFY(cross->isVisible());
        QTest::keyClick(cross, Qt::Key_Space);
        QVERIFY(!shown.checklist.advice().isVisible());
        answer(true, Maintainer::team);
        answer(true, Maintainer::onePerson); // the same again: no
        QVERIFY(!shown.checklist.advice().isVisible());
        answer(false, Maintainer::onePerson); // another: yes, and it alone
        QVERIFY(shown.checklist.advice().isVisible());
        const auto* text = shown.checklist.findChild<QLabel*>(QStringLiteral("adviceBoxText"));
        QCOMPARE(text->text(), format::text(open.document().catalogue().validateFirst));
        closed = shown.checklist.advice().closed();
    }
    answer(true, Maintainer::onePerson);
    const Shown again(open);
    QVERIFY(again.checklist.advice().isVisible());
    again.checklist.advice().setClosed(closed);
    QVERIFY(!again.checklist.advice().isVisible());
    testing::OpenPlan other; // what was closed in one plan is told in another
    other.document().edit(QStringLiteral("Answer"),
                          [](Inputs& inputs) { inputs.profile.maintainer = Maintainer::onePerson; });
    const Shown there(other);
    there.checklist.advice().setClosed(closed);
    QVERIFY(there.checklist.advice().isVisible());
}

void TestChecklist::noteAndOwnerAreKept()
{
    testing::OpenPlan open;
    {
        ItemNoteDialog dialog(open.document(), QStringLiteral("traces"));
        dialog.findChild<QLineEdit*>(QStringLiteral("itemOwner"))->setText(QStringLiteral(" Ana "));
        dialog.findChild<QPlainTextEdit*>(QStringLiteral("itemNote"))->setPlainText(QStringLiteral("Ticket 7"));
        dialog.accept();
    }
    open.reopen();
    const ItemInput& input = open.document().inputs().items.at("traces");
    QCOMPARE(input.owner, std::string("Ana"));
    QCOMPARE(input.note, std::string("Ticket 7"));
    ChecklistModel model(open.document());
    QCOMPARE(model.indexOfNode(QStringLiteral("traces")).data(ChecklistModel::RemarkRole).toString(),
             QStringLiteral("Ana · note"));
}

void TestChecklist::selectionGoesBothWays()
{
    testing::OpenPlan open;
    Shown shown(open);
    shown.go("caching");
    QCOMPARE(shown.selection.node(), QStringLiteral("caching"));
    shown.selection.select(QStringLiteral("security"));
    QCOMPARE(shown.view->currentIndex().data(ChecklistModel::NodeRole).toString(), QStringLiteral("security"));
    shown.selection.select(QStringLiteral("nothing known"));
    QVERIFY(shown.view->currentIndex().isValid());
}

void TestChecklist::everythingHasNameAndRoom_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("as designed") << 310;
    QTest::newRow("at its narrowest") << 250;
    QTest::newRow("wide") << 500;
}

void TestChecklist::everythingHasNameAndRoom()
{
    QFETCH(int, width);
    testing::OpenPlan open;
    open.document().edit(QStringLiteral("Profile"), [](Inputs& inputs) {
        inputs.profile.scale = "1m";
        inputs.profile.validated = false;
    });
    Shown shown(open);
    testing::showAt(shown.checklist, QSize(width, 760));
    const QStringList problems = testing::widgetProblems(shown.checklist);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

TRESTLE_UI_TEST(TestChecklist)
#include "tst_checklist.moc"
