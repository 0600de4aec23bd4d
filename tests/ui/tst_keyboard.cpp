#include "tests/ui/support/harness.h"
#include "ui/base/settings.h"
#include "ui/team/team_page.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

using namespace trestle;

namespace {

/// The window with the sample open, as the keyboard meets it.
struct Open {
    Open()
    {
        WindowServices services;
        services.clock = testing::tickingClock();
        services.today = testing::today;
        services.plansFolder = folder.filePath(QStringLiteral("plans"));
        window = std::make_unique<MainWindow>(settings, std::move(services));
        testing::showAt(*window, QSize(1480, 940));
        window->openSample();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window was not activated");
    }
    [[nodiscard]] QWidget* focus() const { return window->focusWidget(); }
    [[nodiscard]] bool isInside(const char* pane) const
    {
        const auto* widget = window->findChild<QWidget*>(QString::fromLatin1(pane));
        return widget && focus() && (widget == focus() || widget->isAncestorOf(focus()));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        window->activateWindow(); // a dialog may just have closed
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(focus() ? focus() : window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    std::unique_ptr<MainWindow> window;
};

QString mnemonicOf(QString text)
{
    text.remove(QStringLiteral("&&"));
    const qsizetype at = text.indexOf(u'&');
    return at >= 0 && at + 1 < text.size() ? text.mid(at + 1, 1).toUpper() : QString();
}

void collectDuplicates(const QList<QAction*>& actions, const QString& where, QStringList& found)
{
    QStringList known;
    for (const QAction* action : actions) {
        if (const QString letter = mnemonicOf(action->text()); !letter.isEmpty()) {
            if (known.contains(letter))
                found += where + QStringLiteral(": ") + action->text();
            known += letter;
        }
        if (action->menu())
            collectDuplicates(action->menu()->actions(), action->text(), found);
    }
}

} // namespace

class TestKeyboard : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void lettersOfAMenuAreUnique();
    void keysOfCommandsAreUniqueAndShown();
    void pageKeysMoveTheFocusIntoThePage();
    void panesTakeTheFocusInTurn();
    void openingAPlanLeavesTheFocusInTheChecklist();
    void commandsHaveKeys();
    void escapeClearsAndCloses();
    void teamPageIsReadInOrder();
};

void TestKeyboard::lettersOfAMenuAreUnique()
{
    const Open open;
    QStringList found;
    collectDuplicates(open.window->findChild<QMenuBar*>()->actions(), QStringLiteral("menu bar"), found);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestKeyboard::keysOfCommandsAreUniqueAndShown()
{
    const Open open;
    QStringList known;
    for (const QAction* action : open.window->findChildren<QAction*>())
        for (const QKeySequence& keys : action->shortcuts()) {
            const QString text = keys.toString();
            QVERIFY2(!known.contains(text), qPrintable(text));
            known += text;
        }
    for (const char* keys :
         {"Ctrl+1", "Ctrl+6", "F6", "Shift+F6", "Ctrl+I", "Ctrl+T", "Ctrl+Shift+E", "Ctrl+Alt+N", "Ctrl+Shift+A"})
        QVERIFY2(known.contains(QString::fromLatin1(keys)), keys);
    // The help shows every one of them.
    QStringList shown;
    QTimer::singleShot(0, open.window.get(), [&shown] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (!dialog)
            return;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            shown += label->text();
        dialog->close();
    });
    open.window->findChild<QAction*>(QStringLiteral("actionKeys"))->trigger();
    for (const QString& keys : std::as_const(known))
        QVERIFY2(shown.contains(QKeySequence(keys).toString(QKeySequence::NativeText)), qPrintable(keys));
}

void TestKeyboard::pageKeysMoveTheFocusIntoThePage()
{
    const Open open;
    const auto* pages = open.window->findChild<QStackedWidget*>(QStringLiteral("pages"));
    using enum Workspace::Page;
    int key = Qt::Key_9;
    for (const Workspace::Page page :
         {ScanTab, CashTab, PriceTab, HistoryTab, ScenariosTab, TeamTab, RiskTab, CostTab, PlanTab}) {
        open.press(static_cast<Qt::Key>(key--), Qt::ControlModifier);
        QCOMPARE(pages->currentIndex(), static_cast<int>(page));
        QVERIFY2(open.focus() && pages->currentWidget()->isAncestorOf(open.focus()),
                 qPrintable(QStringLiteral("page %1").arg(page)));
    }
}

void TestKeyboard::panesTakeTheFocusInTurn()
{
    const Open open;
    QVERIFY(open.isInside("checklist"));
    for (const char* pane : {"pages", "inspectorCard", "summaryBar", "checklist", "pages"}) {
        open.press(Qt::Key_F6);
        QVERIFY2(open.isInside(pane), pane);
    }
    for (const char* pane : {"checklist", "summaryBar", "inspectorCard"}) {
        open.press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY2(open.isInside(pane), pane);
    }
    // A pane that is not there is left out.
    open.window->workspace()->setInspectorShown(false);
    open.press(Qt::Key_1, Qt::ControlModifier);
    open.press(Qt::Key_F6);
    QVERIFY(open.isInside("summaryBar"));
}

void TestKeyboard::openingAPlanLeavesTheFocusInTheChecklist()
{
    Open open;
    open.window->document()->setItemState(QStringLiteral("caching"), ItemState::partial);
    QVERIFY(open.window->document()->waitUntilSaved());
    const QString path = open.window->document()->filePath();
    open.window->findChild<QPushButton*>(QStringLiteral("undoButton"))->setFocus();
    open.window->closePlan();
    QVERIFY(open.window->openPath(path));
    QVERIFY(open.isInside("checklist"));
}

void TestKeyboard::commandsHaveKeys()
{
    const Open open;
    open.press(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(open.isInside("inspector"));
    const std::size_t people = open.window->document()->inputs().team.size();
    open.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open.window->document()->inputs().team.size(), people + 1);
    QVERIFY(open.isInside("teamPage")); // in the new person's name
    open.press(Qt::Key_Escape);
    QString dialog;
    // Names and closes what opens, whenever that is.
    QTimer closer;
    closer.setInterval(20);
    closer.callOnTimeout([&] {
        QWidget* shown =
            QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::activeModalWidget();
        if (!shown)
            return;
        dialog = shown->objectName();
        shown->close();
    });
    closer.start();
    open.press(Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(dialog, QStringLiteral("targetDialog"));
    open.press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(dialog, QStringLiteral("scenarioDialog"));
    open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(dialog, QStringLiteral("exportMenu"));
}

void TestKeyboard::escapeClearsAndCloses()
{
    const Open open;
    open.press(Qt::Key_F, Qt::ControlModifier);
    auto* filter = open.window->findChild<QLineEdit*>(QStringLiteral("checklistFilter"));
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("cach"));
    open.press(Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());

    auto* toggle = open.window->findChild<QPushButton*>(QStringLiteral("whatIfToggle"));
    toggle->setFocus();
    toggle->click();
    auto* body = open.window->findChild<QWidget*>(QStringLiteral("whatIfBody"));
    QVERIFY(body->isVisible());
    open.window->findChild<QWidget*>(QStringLiteral("whatIfFigure"))->setFocus();
    open.press(Qt::Key_Escape);
    QVERIFY(!body->isVisible());
    QVERIFY(toggle->hasFocus());

    auto* own = open.window->findChild<QPushButton*>(QStringLiteral("ownEstimate"));
    own->click();
    auto* low = open.window->findChild<QLineEdit*>(QStringLiteral("estimateLow"));
    QVERIFY(low->isVisible());
    open.press(Qt::Key_Escape);
    QVERIFY(!low->isVisible());
    QVERIFY(open.window->document()->inputs().estimates.empty());
}

void TestKeyboard::teamPageIsReadInOrder()
{
    testing::OpenPlan open;
    Settings settings(open.folder() + QStringLiteral("/settings.ini"));
    TeamPage page(open.document(), settings);
    testing::showAt(page, QSize(900, 500));
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto* table = page.findChild<QTableView*>(QStringLiteral("teamTable"));
    auto* remove = page.findChild<QPushButton*>(QStringLiteral("teamRemove"));
    table->setCurrentIndex({});
    table->clearSelection();
    QVERIFY(!remove->isEnabled());
    table->setFocus(Qt::TabFocusReason);
    // Whoever is current is marked: removing takes what one sees.
    QCOMPARE(table->selectionModel()->hasSelection(), remove->isEnabled());
    table->selectRow(1);
    QVERIFY(remove->isEnabled());
    QStringList order;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
        order += page.focusWidget()->objectName();
    }
    QCOMPARE(order,
             (QStringList{QStringLiteral("teamSalary"), QStringLiteral("teamLeave"), QStringLiteral("teamRemove")}));
    table->setFocus(Qt::TabFocusReason);
    QTest::keyClick(table, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(page.focusWidget()->objectName(), QStringLiteral("teamPaste"));
}

TRESTLE_UI_TEST(TestKeyboard)
#include "tst_keyboard.moc"
