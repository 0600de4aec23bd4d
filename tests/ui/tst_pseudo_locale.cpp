#include "models/calendar/holidays.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/opening_commands.h"
#include "tests/ui/support/pseudo_locale.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/settings.h"
#include "ui/document/plan_document.h"
#include "ui/questions/risk_service.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QTabBar>

#include <algorithm>

using namespace trestle;

namespace {

/// Texts, not the keys and kinds that JSON has as well.
void collect(const QJsonValue& value, QStringList& texts)
{
    const QString text = value.toString();
    constexpr qsizetype kShortest = 4; // shorter ones would be found inside words of ours
    if (text.size() >= kShortest && std::ranges::any_of(text, [](QChar c) { return c.isSpace() || c.isUpper(); }))
        texts += text.split(u'\n') << text; // the first line of a note may stand alone
    const QJsonArray list = value.toArray();
    for (const QJsonValue& inner : list)
        collect(inner, texts);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        collect(member.value(), texts);
}

/// What catalogues, samples and references say: nobody translates that.
QStringList said()
{
    QStringList texts;
    for (const char* folder : {"catalogue", "samples", "reference"}) {
        QDirIterator files(QStringLiteral(TRESTLE_SOURCE "/resources/") + QLatin1String(folder), {"*.json"},
                           QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be read", qPrintable(file.fileName()));
            const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
            collect(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), texts);
        }
    }
    for (const HolidayRegion& region : holidayRegions())
        texts += QString::fromUtf8(region.name.data(), static_cast<qsizetype>(region.name.size()));
    if (texts.size() < 100)
        qFatal("no texts in resources");
    return texts;
}

} // namespace

/// The window in a language of its own: what stays as it was written is a text that nobody could translate, and what
/// is cut has room for English alone.
class TestPseudoLocale : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void bracketsAreSeenThrough_data();
    void bracketsAreSeenThrough();
    void startPage();
    void pages_data();
    void pages();
    void menus();
    void dialogs_data();
    void dialogs();
    void cleanupTestCase();

private:
    void open(QSize size = {1480, 940});
    [[nodiscard]] QStringList known() const;

    testing::PseudoLocale m_language;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestPseudoLocale::initTestCase()
{
    QVERIFY(QCoreApplication::installTranslator(&m_language));
}

void TestPseudoLocale::cleanupTestCase()
{
    m_window.reset();
}

void TestPseudoLocale::open(QSize size)
{
    m_window.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = m_folder->filePath(QStringLiteral("plans"));
    m_window = std::make_unique<MainWindow>(*m_settings, std::move(services));
    testing::showAt(*m_window, size);
}

QStringList TestPseudoLocale::known() const
{
    QStringList texts = said();
    const QString folder = m_folder->filePath(QStringLiteral("plans"));
    texts << folder << m_folder->path();
    for (const QString& file : QDir(folder).entryList(QDir::Files))
        texts << file << folder + u'/' + file;
    return texts;
}

void TestPseudoLocale::bracketsAreSeenThrough_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("left");
    const auto in = [](const char* text) { return QCoreApplication::translate("any", text); };
    QTest::newRow("translated") << in("Open a plan") << QString();
    QTest::newRow("not") << QStringLiteral("Open a plan") << QStringLiteral("Open a plan");
    QTest::newRow("one in another") << in("Open %1").arg(in("the sample")) << QString();
    QTest::newRow("part") << in("Open") + QStringLiteral(" Ledgerly now") << QStringLiteral("now");
    QTest::newRow("figures") << QStringLiteral("4 – 15 Jan 2027, AUD 15,000") << QString();
    QTest::newRow("markup") << QStringLiteral("<b>") + in("Bold") + QStringLiteral("</b>") << QString();
}

void TestPseudoLocale::bracketsAreSeenThrough()
{
    QFETCH(QString, text);
    QFETCH(QString, left);
    QCOMPARE(testing::untranslated(text, {QStringLiteral("Ledgerly")}), left);
}

void TestPseudoLocale::startPage()
{
    open();
    const QStringList texts = testing::untranslatedTexts(*m_window, known());
    QVERIFY2(texts.isEmpty(), qPrintable(texts.join(u'\n')));
    const QStringList problems = testing::widgetProblems(*m_window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestPseudoLocale::pages_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1480, 940), QSize(1280, 720)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void TestPseudoLocale::pages()
{
    QFETCH(QSize, size);
    open(size);
    QVERIFY(m_window->openSample());
    QStringList found;
    const auto* tabs = m_window->findChild<QTabBar*>(QStringLiteral("pageTabs"));
    for (int page = 0; page < tabs->count(); ++page) {
        m_window->workspace()->showPage(static_cast<Workspace::Page>(page));
        QVERIFY(testing::awaitRisk(*m_window->document()));
        QTest::qWait(50);
        found += testing::untranslatedTexts(*m_window, known());
        for (const QString& problem : testing::widgetProblems(*m_window))
            found += tabs->tabText(page) + QStringLiteral(": ") + problem;
    }
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestPseudoLocale::menus()
{
    open();
    QVERIFY(m_window->openSample());
    QStringList found;
    for (const QAction* action : m_window->findChildren<QAction*>())
        for (const QString& text : {action->text(), action->toolTip()})
            if (const QString left = testing::untranslated(text, known()); !left.isEmpty())
                found += action->objectName() + QStringLiteral(": ") + left;
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestPseudoLocale::dialogs_data()
{
    QTest::addColumn<QString>("action");
    for (const QString& action : testing::commandsThatOpen())
        QTest::newRow(qPrintable(action)) << action;
}

void TestPseudoLocale::dialogs()
{
    QFETCH(QString, action);
    open();
    QVERIFY(m_window->openSample());
    QStringList found;
    QVERIFY(testing::lookAtWhatOpens(*m_window, action, [&](QWidget& opened) {
        found = testing::untranslatedTexts(opened, known()) + testing::widgetProblems(opened);
    }));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

TRESTLE_UI_TEST(TestPseudoLocale)
#include "tst_pseudo_locale.moc"
