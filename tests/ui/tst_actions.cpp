#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/selection.h"
#include "ui/base/settings.h"
#include "ui/palette/command_palette.h"
#include "ui/palette/word_match.h"
#include "ui/window/main_window.h"
#include "ui/window/window_actions.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTableView>
#include <QTreeView>

using namespace trestle;

namespace {

struct Open {
    explicit Open(bool withPlan = true)
    {
        WindowServices services;
        services.clock = testing::tickingClock();
        services.today = testing::today;
        services.plansFolder = folder.filePath(QStringLiteral("plans"));
        window = std::make_unique<MainWindow>(settings, std::move(services));
        testing::showAt(*window, QSize(1480, 940));
        if (withPlan)
            window->openSample();
    }
    [[nodiscard]] WindowActions& actions() const { return *window->findChild<WindowActions*>(); }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    std::unique_ptr<MainWindow> window;
};

QString plain(QString text)
{
    return text.remove(u'&');
}

/// The guide's page of keys.
QString keysInGuide()
{
    QFile file(QStringLiteral(TRESTLE_SOURCE "/resources/docs/guide/keyboard.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestActions : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void namesAndKeysAreUnique();
    void everyCommandStandsInAMenu();
    void everyCommandHasWords();
    void theGuideTellsEveryKey();
    void whatCannotBeUsedSaysWhy();
    void wordsAreFoundFromTheirStart();
    void paletteFindsEveryCommandAndPart();
    void paletteIsUsedByKeysAlone();
    void paletteSaysWhyNot();
    void paletteAnswersOfManyItems();
};

void TestActions::namesAndKeysAreUnique()
{
    const Open open;
    QStringList ids;
    QStringList keys;
    for (const WindowActions::Command& command : open.actions().commands()) {
        const QString id = command.action->objectName();
        if (!id.isEmpty()) {
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids += id;
        }
        for (const QKeySequence& key : command.action->shortcuts()) {
            QVERIFY2(!keys.contains(key.toString()), qPrintable(id + u' ' + key.toString()));
            keys += key.toString();
        }
    }
    QVERIFY(ids.size() > 25);
    QVERIFY(keys.size() > 15);
}

void TestActions::everyCommandStandsInAMenu()
{
    const Open open;
    QList<QAction*> commands;
    for (const WindowActions::Command& command : open.actions().commands())
        commands += command.action;
    // Whatever has a key of the window's is found by browsing the menus too.
    for (const QAction* action : open.window->findChildren<QAction*>())
        if (!action->shortcut().isEmpty() && action->shortcutContext() == Qt::WindowShortcut && !action->menu())
            QVERIFY2(commands.contains(action), qPrintable(action->objectName()));
}

void TestActions::everyCommandHasWords()
{
    const Open open;
    for (const WindowActions::Command& command : open.actions().commands()) {
        QVERIFY2(!plain(command.action->text()).isEmpty(), qPrintable(command.action->objectName()));
        QVERIFY2(!command.where.isEmpty(), qPrintable(command.action->text()));
    }
}

void TestActions::theGuideTellsEveryKey()
{
    const Open open;
    const QString guide = keysInGuide();
    QVERIFY(!guide.isEmpty());
    for (const WindowActions::Command& command : open.actions().commands()) {
        const QString key = command.action->shortcut().toString();
        if (key.isEmpty() || (key.startsWith(QStringLiteral("Ctrl+")) && key.size() == 6 && key.back().isDigit()))
            continue; // Ctrl+1, 2, … stand in one row
        QVERIFY2(guide.contains(QRegularExpression(QStringLiteral("[ |]%1[ ,|]").arg(QRegularExpression::escape(key)))),
                 qPrintable(key + QStringLiteral(": ") + plain(command.action->text())));
    }
}

void TestActions::whatCannotBeUsedSaysWhy()
{
    const Open open(false);
    int blocked = 0;
    for (const WindowActions::Command& command : open.actions().commands())
        if (!command.action->isEnabled() && !command.action->objectName().isEmpty()) {
            ++blocked;
            QVERIFY2(!command.blocked.isEmpty() && command.blocked != plain(command.action->text()),
                     qPrintable(command.action->objectName()));
        }
    QVERIFY(blocked > 15);
    open.window->openSample();
    for (const WindowActions::Command& command : open.actions().commands())
        if (command.action->objectName() == QLatin1StringView("actionTarget"))
            QVERIFY(command.blocked.isEmpty() && command.action->isEnabled());
}

void TestActions::wordsAreFoundFromTheirStart()
{
    const auto distance = [](const char* typed, const char* text) {
        return wordDistance(QString::fromUtf8(typed), QString::fromUtf8(text)).value_or(1000);
    };
    QCOMPARE(distance("", "anything"), 0);
    QCOMPARE(distance("tar", "Target and budget"), 0);
    QVERIFY(distance("bud", "Target and budget") > 0);
    QVERIFY(distance("bud", "Target and budget") < distance("get", "Budget"));
    QVERIFY(distance("get", "Budget") < distance("bgt", "Budget"));
    QVERIFY(distance("mtt", "Move the target") < 1000);
    QVERIFY(distance("budget target", "Target and budget") < distance("get", "Budget")); // in any order
    QVERIFY(distance("CAFE", "Café") == 0);
    QCOMPARE(distance("team x", "Team"), 1000); // every word counts
    QCOMPARE(distance("xyz", "Target and budget"), 1000);
}

void TestActions::paletteFindsEveryCommandAndPart()
{
    const Open open;
    open.actions().action("actionPalette").trigger();
    const auto* list = open.window->findChild<QListView*>(QStringLiteral("paletteList"));
    QVERIFY(list);
    QStringList shown;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        shown += list->model()->index(row, 0).data().toString();
    for (const WindowActions::Command& command : open.actions().commands()) {
        QString text = WindowActions::plainText(*command.action);
        if (text.endsWith(u'…'))
            text.chop(1);
        if (command.action->objectName() != QLatin1StringView("actionPalette"))
            QVERIFY2(shown.contains(text), qPrintable(text));
    }
    const Plan& plan = open.window->document()->plan();
    for (const ItemPlan& item : plan.items)
        QVERIFY2(shown.contains(QString::fromStdString(item.title)), item.title.c_str());
    for (const PhasePlan& phase : plan.phases)
        QVERIFY2(shown.contains(QString::fromStdString(phase.title)), phase.title.c_str());
    for (const Person& person : open.window->document()->inputs().team)
        QVERIFY2(shown.contains(QString::fromStdString(person.name)), person.name.c_str());
    for (const QString& scenario : open.window->document()->scenarios())
        QVERIFY2(shown.contains(scenario), qPrintable(scenario));
    const QStringList problems = testing::widgetProblems(*open.window->findChild<QWidget*>("commandPalette"));
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestActions::paletteIsUsedByKeysAlone()
{
    const Open open;
    const auto type = [&open](const QString& text) {
        open.window->activateWindow(); // the palette may just have closed
        static_cast<void>(QTest::qWaitForWindowActive(open.window.get()));
        QTest::keyClick(open.window->focusWidget(), Qt::Key_K, Qt::ControlModifier);
        auto* field = open.window->findChild<QLineEdit*>(QStringLiteral("paletteField"));
        if (field)
            QTest::keyClicks(field, text);
        return field;
    };
    const auto gone = [&open] { return !open.window->findChild<QWidget*>(QStringLiteral("commandPalette")); };
    open.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(open.window.get()));

    QLineEdit* field = type(QStringLiteral("risk"));
    QVERIFY(field);
    const auto* list = open.window->findChild<QListView*>(QStringLiteral("paletteList"));
    QCOMPARE(list->currentIndex().row(), 0);
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Risk"));
    QVERIFY(field->accessibleDescription().contains(QStringLiteral("Ctrl+3")));
    field->setText(QStringLiteral("re"));
    QVERIFY(list->model()->rowCount() > 2);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(list->currentIndex().row(), 0);
    field->setText(QStringLiteral("risk"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(gone());
    QTRY_COMPARE(open.window->workspace()->page(), Workspace::RiskTab);

    // An item is selected in the plan, whose phase opens for it.
    const ItemPlan item = open.window->document()->plan().items.back();
    field = type(QString::fromStdString(item.title));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(open.window->workspace()->selection().node(), QString::fromStdString(item.id));
    QCOMPARE(open.window->workspace()->page(), Workspace::PlanTab);
    const auto* tree = open.window->findChild<QTreeView*>(QStringLiteral("planTree"));
    QVERIFY(open.window->focusWidget() == tree);
    QCOMPARE(tree->currentIndex().data().toString(), QString::fromStdString(item.title));

    // A person is a row of Team.
    QTRY_VERIFY(gone());
    field = type(QString::fromStdString(open.window->document()->inputs().team.back().name));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(open.window->workspace()->page(), Workspace::TeamTab);
    const auto* team = open.window->findChild<QTableView*>(QStringLiteral("teamTable"));
    QCOMPARE(team->currentIndex().row(), static_cast<int>(open.window->document()->inputs().team.size()) - 1);

    // A scenario is opened.
    QTRY_VERIFY(gone());
    field = type(open.window->document()->scenarios().first());
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(open.window->document()->activeScenario(), open.window->document()->scenarios().first());

    // Esc changes nothing.
    QTRY_VERIFY(gone());
    field = type(QStringLiteral("close plan"));
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(gone());
    QVERIFY(open.window->document());
}

void TestActions::paletteSaysWhyNot()
{
    const Open open(false);
    open.actions().action("actionPalette").trigger();
    auto* field = open.window->findChild<QLineEdit*>(QStringLiteral("paletteField"));
    QTest::keyClicks(field, QStringLiteral("target and"));
    QVERIFY(field->accessibleDescription().contains(QStringLiteral("Open a plan first")));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->isVisible()); // it can't be chosen
    field->setText(QStringLiteral("no such thing at all"));
    QVERIFY(open.window->findChild<QLabel*>(QStringLiteral("paletteNothing"))->isVisible());
}

void TestActions::paletteAnswersOfManyItems()
{
    const Open open;
    QList<PaletteEntry> entries;
    for (int i = 0; i < 500; ++i)
        entries += {QStringLiteral("Item number %1").arg(i), QStringLiteral("Item"), {}, {}, [] {}};
    CommandPalette palette(entries, open.window.get());
    palette.setAttribute(Qt::WA_DeleteOnClose, false);
    palette.openAt(*open.window);
    auto* field = palette.findChild<QLineEdit*>(QStringLiteral("paletteField"));
    const auto* list = palette.findChild<QListView*>(QStringLiteral("paletteList"));
    QCOMPARE(list->model()->rowCount(), 500);
    field->setText(QStringLiteral("number 499")); // the answer is there when the key returns
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Item number 499"));
}

TRESTLE_UI_TEST(TestActions)
#include "tst_actions.moc"
