#include "tests/ui/support/harness.h"
#include "ui/base/settings.h"
#include "ui/window/main_window.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

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

TRESTLE_UI_TEST(TestActions)
#include "tst_actions.moc"
