#include "tests/ui/support/harness.h"
#include "ui/base/settings.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTableView>
#include <QTimer>

using namespace trestle;

namespace {

/// What a key opens at a widget: the texts of its menu. `choose`: one that is chosen.
QStringList menuOf(QWidget& widget, const QString& choose = {})
{
    QStringList texts;
    QTimer::singleShot(0, &widget, [&texts, choose] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu)
            return;
        QAction* chosen = nullptr;
        for (QAction* action : menu->actions()) {
            if (action->isSeparator())
                continue;
            texts += action->text().remove(u'&');
            if (texts.back() == choose)
                chosen = action;
        }
        menu->close();
        if (chosen)
            chosen->trigger();
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, widget.rect().center(),
                            widget.mapToGlobal(widget.rect().center()));
    QApplication::sendEvent(&widget, &event);
    return texts;
}

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
    }
    template <typename Widget>
    [[nodiscard]] Widget& find(const char* name) const
    {
        auto* found = window->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    std::unique_ptr<MainWindow> window;
};

} // namespace

class TestRowMenus : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void aPersonHasAMenu();
    void aScenarioHasAMenu();
    void aVersionHasAMenu();
    void chartsAreCopiedAsPictures();
};

void TestRowMenus::aPersonHasAMenu()
{
    const Open open;
    open.window->workspace()->showPerson(1);
    auto& table = open.find<QTableView>("teamTable");
    const std::size_t people = open.window->document()->inputs().team.size();
    const std::string gone = open.window->document()->inputs().team[1].name;
    QVERIFY(menuOf(table, QStringLiteral("Remove")).contains(QStringLiteral("Remove")));
    QCOMPARE(open.window->document()->inputs().team.size(), people - 1);
    for (const Person& person : open.window->document()->inputs().team)
        QVERIFY(person.name != gone);
}

void TestRowMenus::aScenarioHasAMenu()
{
    const Open open;
    open.window->workspace()->showPage(Workspace::ScenariosTab);
    auto& table = open.find<QTableView>("scenarioTable");
    const QString second = open.window->document()->scenarios().first();
    QTRY_VERIFY(table.model()->columnCount() > 1);
    table.setCurrentIndex(table.model()->index(0, 1));
    const QStringList texts = menuOf(table, QStringLiteral("Open"));
    QVERIFY(texts.contains(QStringLiteral("Remove…")));
    QVERIFY(texts.contains(QStringLiteral("Rename…")));
    QVERIFY(open.window->document()->activeScenario() == second || !texts.contains(QStringLiteral("Open")));
}

void TestRowMenus::aVersionHasAMenu()
{
    const Open open;
    open.window->workspace()->showPage(Workspace::HistoryTab);
    auto& table = open.find<QTableView>("historyTable");
    QTRY_VERIFY(table.model()->rowCount() > 1);
    table.selectRow(1);
    const QStringList texts = menuOf(table);
    QVERIFY(texts.contains(QStringLiteral("Restore")));
    QVERIFY(texts.contains(QStringLiteral("Name…")));
}

void TestRowMenus::chartsAreCopiedAsPictures()
{
    const Open open;
    QVERIFY(testing::awaitRisk(*open.window->document()));
    const auto copied = [&open](const char* name) {
        QGuiApplication::clipboard()->clear();
        menuOf(open.find<QWidget>(name), QStringLiteral("Copy as picture"));
        return !QGuiApplication::clipboard()->pixmap().isNull();
    };
    QVERIFY(copied("spendChart"));
    open.window->workspace()->showPage(Workspace::CostTab);
    QVERIFY(copied("monthChart"));
}

TRESTLE_UI_TEST(TestRowMenus)
#include "tst_row_menus.moc"
