#include "data/plan_file/plan_file.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/document/plan_paths.h"
#include "ui/new_plan/new_plan.h"
#include "ui/pages/start_page.h"
#include "ui/summary/summary_text.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace trestle;

class TestStartPage : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void offersTheWaysToBegin();
    void listsRecentPlansWithTheirHeadlines();
    void headlinesAreThoseOfTheFiles();
    void everythingHasNameAndRoom();
    void namesOfFilesAreSafeAndFree_data();
    void namesOfFilesAreSafeAndFree();
    void workStartsOnTheNextMonday_data();
    void workStartsOnTheNextMonday();
    void settingsRememberTheLatestTen();
};

void TestStartPage::offersTheWaysToBegin()
{
    StartPage page;
    testing::showAt(page, QSize(1000, 700));
    const auto presses = [&page](const char* name, auto signal) {
        QSignalSpy spy(&page, signal);
        QTest::mouseClick(page.findChild<QPushButton*>(QString::fromLatin1(name)), Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
    };
    presses("startNew", &StartPage::newWanted);
    presses("startScan", &StartPage::scanWanted);
    presses("startOpen", &StartPage::openWanted);
    const auto* sample = page.findChild<QPushButton*>(QStringLiteral("startSample"));
    QCOMPARE(sample->menu(), &page.sampleMenu());
    QVERIFY(!page.findChild<QWidget*>(QStringLiteral("recentCard"))->isVisible());
}

void TestStartPage::listsRecentPlansWithTheirHeadlines()
{
    StartPage page;
    page.setRecent({{QStringLiteral("/x/a.trestle"), QStringLiteral("Ledgerly"), QStringLiteral("by 31 May 2027")},
                    {QStringLiteral("/x/b.trestle"), QString(), QString()}});
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("recentHeadline1"))->text(), QStringLiteral("by 31 May 2027"));
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("recentName2"))->text(), QStringLiteral("b"));
    testing::showAt(page, QSize(1000, 700));
    QSignalSpy wanted(&page, &StartPage::recentWanted);
    QTest::keyClick(page.findChild<QPushButton*>(QStringLiteral("recent2")), Qt::Key_Space);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("/x/b.trestle"));
    page.setRecent({});
    QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("recent1")));
}

// Another program may have changed a plan, or something else may lie where it was.
void TestStartPage::headlinesAreThoseOfTheFiles()
{
    const QTemporaryDir folder;
    const QString changed = folder.filePath(QStringLiteral("changed.trestle"));
    const QString broken = folder.filePath(QStringLiteral("broken.trestle"));
    const QString gone = folder.filePath(QStringLiteral("gone.trestle"));
    ProjectDocument document = testing::sampleProject();
    document.project.base.name = "As it is now";
    QVERIFY(PlanFile::create(format::utf8(changed), document, "New plan"));
    QVERIFY(QFile(broken).open(QIODevice::WriteOnly));
    const auto plan = makePlan(document.catalogue.catalogue, document.project.base);
    const auto risk = simulate(*plan);

    StartPage page;
    const QString before = QStringLiteral("80 % sure by 1 January 2020, for AUD 1");
    page.setRecent({{changed, QStringLiteral("As it was"), before},
                    {broken, QStringLiteral("Broken"), before},
                    {gone, QStringLiteral("Gone"), before}});
    testing::showAt(page, QSize(1000, 700));
    const auto headline = [&](int number) {
        return page.findChild<QLabel*>(QStringLiteral("recentHeadline%1").arg(number))->text();
    };
    QTRY_VERIFY(headline(3).startsWith(QStringLiteral("Not found")));
    QCOMPARE(headline(1), headlineInList(*plan, &*risk));
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("recentName1"))->text(), QStringLiteral("As it is now"));
    QVERIFY(headline(2).startsWith(QStringLiteral("Cannot be read")));
    QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("recentRemove1"))->isVisible());
    for (const char* name : {"recentRemove2", "recentRemove3"})
        QVERIFY(page.findChild<QPushButton*>(QLatin1StringView(name))->isVisible());
}

void TestStartPage::everythingHasNameAndRoom()
{
    StartPage page;
    page.setRecent(
        {{QStringLiteral("/plans/a/rather/long/way/down/to/the/file/of/this/plan/of/ours/a.trestle"),
          QStringLiteral("A plan with a name that is longer than names of plans usually are, by a good deal"),
          QStringLiteral("by 31 May 2027, for AUD 159,165")}});
    page.tell(QStringLiteral("Something could not be done."));
    testing::showAt(page, QSize(600, 700));
    const QStringList problems = testing::widgetProblems(page);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestStartPage::namesOfFilesAreSafeAndFree_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");
    QTest::newRow("plain") << QStringLiteral("Ledgerly") << QStringLiteral("Ledgerly.trestle");
    QTest::newRow("taken") << QStringLiteral("Taken") << QStringLiteral("Taken 2.trestle");
    QTest::newRow("path in it") << QStringLiteral("../a/b") << QStringLiteral("a b.trestle");
    QTest::newRow("hidden") << QStringLiteral("..x") << QStringLiteral("x.trestle");
    QTest::newRow("percent") << QStringLiteral("100 %1") << QStringLiteral("100 %1.trestle");
    QTest::newRow("nothing left") << QStringLiteral("///") << QStringLiteral("plan.trestle");
    QTest::newRow("nothing") << QString() << QStringLiteral("plan.trestle");
}

void TestStartPage::namesOfFilesAreSafeAndFree()
{
    QFETCH(QString, name);
    QFETCH(QString, file);
    const QTemporaryDir folder;
    QFile taken(folder.filePath(QStringLiteral("Taken.trestle")));
    QVERIFY(taken.open(QIODevice::WriteOnly));
    QCOMPARE(freePlanPath(folder.path(), name), folder.filePath(file));
}

void TestStartPage::workStartsOnTheNextMonday_data()
{
    QTest::addColumn<QString>("today");
    QTest::addColumn<QString>("monday");
    QTest::newRow("Monday") << QStringLiteral("2026-11-23") << QStringLiteral("2026-11-30");
    QTest::newRow("Tuesday") << QStringLiteral("2026-11-24") << QStringLiteral("2026-11-30");
    QTest::newRow("Sunday") << QStringLiteral("2026-11-29") << QStringLiteral("2026-11-30");
    QTest::newRow("end of the year") << QStringLiteral("2026-12-31") << QStringLiteral("2027-01-04");
}

void TestStartPage::workStartsOnTheNextMonday()
{
    QFETCH(QString, today);
    QFETCH(QString, monday);
    QCOMPARE(format::text(isoDate(nextMonday(*parseDate(today.toStdString())))), monday);
}

void TestStartPage::settingsRememberTheLatestTen()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    const auto plan = [](int number) {
        const QString n = QString::number(number);
        return RecentPlan{QStringLiteral("/plans/") + n, QStringLiteral("Plan ") + n, QStringLiteral("by then")};
    };
    {
        Settings settings(file);
        for (int i = 1; i <= 12; ++i)
            settings.remember(plan(i));
        settings.remember(plan(5));
        settings.forget(plan(9).path);
        settings.setTheme(ThemeChoice::Dark);
    }
    const Settings settings(file);
    QList<RecentPlan> expected;
    for (const int number : {5, 12, 11, 10, 8, 7, 6, 4, 3})
        expected += plan(number);
    QCOMPARE(settings.recentPlans(), expected);
    QCOMPARE(settings.theme(), ThemeChoice::Dark);
}

TRESTLE_UI_TEST(TestStartPage)
#include "tst_start_page.moc"
