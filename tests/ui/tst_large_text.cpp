#include "tests/ui/support/harness.h"
#include "tests/ui/support/opening_commands.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/settings.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QTabBar>

using namespace trestle;

/// The desktop's text at 200 %, and the least window: nothing is cut, nothing lies on anything else.
class TestLargeText : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void leastWindow();
    void pages_data();
    void pages();
    void dialogs_data();
    void dialogs();

private:
    void open(QSize size);

    QFont m_font;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestLargeText::initTestCase()
{
    m_font = QApplication::font();
}

void TestLargeText::cleanup()
{
    m_window.reset();
    QApplication::setFont(m_font);
}

void TestLargeText::open(QSize size)
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = m_folder->filePath(QStringLiteral("plans"));
    m_window = std::make_unique<MainWindow>(*m_settings, std::move(services));
    testing::showAt(*m_window, size);
    QVERIFY(m_window->openSample());
}

void TestLargeText::leastWindow()
{
    open({100, 100});
    QCOMPARE(m_window->size(), QSize(1024, 640));
}

void TestLargeText::pages_data()
{
    QTest::addColumn<double>("text");
    QTest::addColumn<QSize>("size");
    QTest::newRow("least window") << 1.0 << QSize(1024, 640);
    QTest::newRow("150 %") << 1.5 << QSize(1480, 940);
    QTest::newRow("200 %") << 2.0 << QSize(1920, 1080);
}

void TestLargeText::pages()
{
    QFETCH(double, text);
    QFETCH(QSize, size);
    QApplication::setFont(scaledFont(m_font, text));
    open(size);
    QStringList found;
    const auto* tabs = m_window->findChild<QTabBar*>(QStringLiteral("pageTabs"));
    for (int page = 0; page < tabs->count(); ++page) {
        m_window->workspace()->showPage(static_cast<Workspace::Page>(page));
        QVERIFY(testing::awaitRisk(*m_window->document()));
        QTest::qWait(50);
        for (const QString& problem : testing::widgetProblems(*m_window))
            found += tabs->tabText(page) + QStringLiteral(": ") + problem;
    }
    QCOMPARE(m_window->size(), size);
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestLargeText::dialogs_data()
{
    QTest::addColumn<QString>("action");
    for (const QString& action : testing::commandsThatOpen())
        QTest::newRow(qPrintable(action)) << action;
}

void TestLargeText::dialogs()
{
    QFETCH(QString, action);
    QApplication::setFont(scaledFont(m_font, 2.0));
    open({1480, 940});
    QStringList found;
    QSize shown;
    QVERIFY(testing::lookAtWhatOpens(*m_window, action, [&](QWidget& opened) {
        shown = opened.size();
        found = testing::widgetProblems(opened);
    }));
    QVERIFY2(shown.width() <= 1480 && shown.height() <= 940, "larger than the window");
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

TRESTLE_UI_TEST(TestLargeText)
#include "tst_large_text.moc"
