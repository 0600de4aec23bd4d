#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/dialogs/calendar_dialog.h"
#include "ui/help/guide.h"
#include "ui/help/guide_view.h"
#include "ui/help/help_window.h"
#include "ui/window/main_window.h"
#include "ui/window/window_actions.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QDirIterator>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTextBlock>

using namespace trestle;

namespace {

const QString kDocs = QStringLiteral(TRESTLE_SOURCE "/resources/docs/");

QString fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList slugsOf(const QString& text)
{
    static const QRegularExpression heading(QStringLiteral("^#+ (.+)$"), QRegularExpression::MultilineOption);
    QStringList slugs;
    for (auto found = heading.globalMatch(text); found.hasNext();)
        slugs += guide::slugOf(found.next().captured(1));
    return slugs;
}

/// Whether the place is a page, and its heading is there.
bool isThere(const guide::Place& place)
{
    const auto text = guide::textOf(place.section(u'#', 0, 0));
    const QString slug = place.section(u'#', 1);
    return text && (slug.isEmpty() || slugsOf(*text).contains(slug));
}

struct GuideLink {
    bool isPicture;
    QString to;
};

QList<GuideLink> linksOf(const QString& text)
{
    static const QRegularExpression link(QStringLiteral("(!?)\\[[^\\]]*\\]\\(([^)]+)\\)"));
    QList<GuideLink> links;
    for (auto found = link.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        links += {!match.captured(1).isEmpty(), match.captured(2)};
    }
    return links;
}

struct OpenWindow {
    OpenWindow()
    {
        WindowServices services;
        services.clock = testing::tickingClock();
        services.today = testing::today;
        services.plansFolder = folder.filePath(QStringLiteral("plans"));
        window = std::make_unique<MainWindow>(settings, std::move(services));
        testing::showAt(*window, QSize(1480, 940));
        window->openSample();
    }
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    std::unique_ptr<MainWindow> window;
};

template <class Widget>
Widget& part(const QWidget& root, const char* name)
{
    auto* found = root.findChild<Widget*>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return *found;
}

} // namespace

class TestGuide : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void holdsEveryPage();
    void linksAndPicturesAreThere();
    void topicsLeadSomewhere();
    void everyPageDialogAndCommandHasItsPage();
    void keyOpensThePageThatFits();
    void keyWorksInADialog();
    void contentsLinksAndTheWayBack();
    void wordsAreFound();
    void headingsAreScrolledTo();
    void fits_data();
    void fits();
};

void TestGuide::holdsEveryPage()
{
    QStringList onDisk;
    for (QDirIterator files(kDocs + QStringLiteral("guide"), {"*.md"}); files.hasNext();)
        onDisk += QStringLiteral("guide/") + QFileInfo(files.next()).completeBaseName();
    QVERIFY(onDisk.size() >= 14);
    const QString index = fileText(kDocs + QStringLiteral("user-guide.md"));
    for (const QString& page : std::as_const(onDisk)) {
        QVERIFY2(guide::pages().contains(page), qPrintable(page));
        QVERIFY2(index.contains(u'(' + page + QStringLiteral(".md)")), qPrintable(page)); // for who reads it outside
    }
    QSet<QString> titles;
    for (const QString& page : guide::pages()) {
        QVERIFY2(!guide::titleOf(page).isEmpty(), qPrintable(page));
        QCOMPARE(guide::textOf(page), fileText(kDocs + page + QStringLiteral(".md")));
        titles += guide::titleOf(page);
    }
    QCOMPARE(titles.size(), guide::pages().size());
    QVERIFY(!guide::textOf(QStringLiteral("contributing")));
}

void TestGuide::linksAndPicturesAreThere()
{
    int pictures = 0;
    for (const QString& page : guide::pages()) {
        if (!page.startsWith(QStringLiteral("guide/")))
            continue;
        for (const GuideLink& link : linksOf(*guide::textOf(page))) {
            const QByteArray what = (page + QStringLiteral(": ") + link.to).toUtf8();
            if (link.isPicture) {
                ++pictures;
                QVERIFY2(!QImage(guide::pictureFile(link.to, page)).isNull(), what.constData());
            } else {
                const auto place = guide::placeOf(link.to, page);
                QVERIFY2(place && isThere(*place), what.constData());
            }
        }
    }
    QVERIFY(pictures >= 5);
    for (const GuideLink& link : linksOf(fileText(kDocs + QStringLiteral("user-guide.md"))))
        QVERIFY2(QFile::exists(kDocs + link.to), qPrintable(link.to));
    QVERIFY(!guide::placeOf(QStringLiteral("../contributing.md"), QStringLiteral("guide/plan")));
}

void TestGuide::topicsLeadSomewhere()
{
    QSet<QString> parts;
    for (const guide::Topic& topic : guide::topics()) {
        QVERIFY2(!parts.contains(QString::fromLatin1(topic.part)), topic.part);
        parts += QString::fromLatin1(topic.part);
        QVERIFY2(isThere(guide::topicOf(QString::fromLatin1(topic.part))), topic.place);
    }
}

void TestGuide::everyPageDialogAndCommandHasItsPage()
{
    const OpenWindow open;
    const auto& pages = part<QStackedWidget>(*open.window, "pages");
    for (int page = 0; page <= static_cast<int>(Workspace::ScanTab); ++page) {
        open.window->workspace()->showPage(static_cast<Workspace::Page>(page));
        const QString name = pages.currentWidget()->objectName();
        QVERIFY2(!guide::topicOf(name).isEmpty(), qPrintable(name));
    }
    auto commands = open.window->findChild<WindowActions*>()->commands();
    QVERIFY(commands.size() > 20);
    for (const auto& command : std::as_const(commands))
        if (const QString name = command.action->objectName(); name.startsWith(QStringLiteral("action")))
            QVERIFY2(!guide::topicOf(name).isEmpty(), qPrintable(name));
    // Dialogs by their names in the sources.
    static const QRegularExpression dialog(QStringLiteral("\"([a-z]\\w*Dialog)\""));
    int dialogs = 0;
    for (QDirIterator files(QStringLiteral(TRESTLE_SOURCE "/ui"), {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();) {
        const QString text = fileText(files.next());
        for (auto found = dialog.globalMatch(text); found.hasNext(); ++dialogs) {
            const QString name = found.next().captured(1);
            QVERIFY2(!guide::topicOf(name).isEmpty(), qPrintable(name));
        }
    }
    QVERIFY(dialogs > 10);
}

void TestGuide::keyOpensThePageThatFits()
{
    const OpenWindow open;
    open.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(open.window.get()));
    const auto opened = [&](Workspace::Page page) {
        open.window->workspace()->showPage(page);
        open.window->workspace()->focusPage();
        open.window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(open.window.get()));
        QTest::keyClick(open.window->focusWidget(), Qt::Key_F1);
        const auto* help = open.window->findChild<HelpWindow*>();
        return help && help->isVisible() ? help->page() : QString();
    };
    QCOMPARE(opened(Workspace::CostTab), QStringLiteral("guide/cost"));
    QCOMPARE(opened(Workspace::TeamTab), QStringLiteral("guide/team"));
    QCOMPARE(open.window->findChildren<HelpWindow*>().size(), 1);
}

void TestGuide::keyWorksInADialog()
{
    const OpenWindow open;
    CalendarDialog dialog(*open.window->document(), open.window.get());
    dialog.setModal(true);
    testing::showAt(dialog, dialog.sizeHint());
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_F1);
    auto* help = dialog.findChild<HelpWindow*>();
    QVERIFY(help && help->isVisible());
    QCOMPARE(help->page(), QStringLiteral("guide/calendar"));
    QTest::keyClick(help, Qt::Key_Escape);
    QVERIFY(!help->isVisible());
    QVERIFY(dialog.isVisible());
}

void TestGuide::contentsLinksAndTheWayBack()
{
    QUrl outside;
    HelpWindow help([&outside](const QUrl& url) {
        outside = url;
        return true;
    });
    testing::showAt(help, {920, 640});
    help.showPlace(QStringLiteral("guide/cost"));
    auto& back = part<QPushButton>(help, "helpBack");
    auto& forward = part<QPushButton>(help, "helpForward");
    QVERIFY(!back.isEnabled() && !forward.isEnabled());
    auto& contents = part<QListWidget>(help, "helpContents");
    QCOMPARE(contents.count(), static_cast<int>(guide::pages().size()));
    QCOMPARE(contents.currentItem()->text(), QStringLiteral("Cost"));
    contents.setFocus();
    QTest::keyClick(&contents, Qt::Key_Down);
    QCOMPARE(help.page(), QStringLiteral("guide/price"));
    auto& view = part<GuideView>(help, "guideView");
    Q_EMIT view.anchorClicked(QUrl(QStringLiteral("../how-sure.md")));
    QCOMPARE(help.page(), QStringLiteral("how-sure"));
    back.click();
    back.click();
    QCOMPARE(help.page(), QStringLiteral("guide/cost"));
    QVERIFY(!back.isEnabled());
    forward.click();
    QCOMPARE(help.page(), QStringLiteral("guide/price"));
    Q_EMIT view.anchorClicked(QUrl(QStringLiteral("https://example.org/")));
    QCOMPARE(outside, QUrl(QStringLiteral("https://example.org/")));
    QCOMPARE(help.page(), QStringLiteral("guide/price"));
}

void TestGuide::wordsAreFound()
{
    HelpWindow help([](const QUrl&) { return false; });
    testing::showAt(help, {920, 640});
    help.showPlace(QStringLiteral("guide/first-plan"));
    auto& find = part<QLineEdit>(help, "helpFind");
    auto& contents = part<QListWidget>(help, "helpContents");
    const auto& view = part<GuideView>(help, "guideView");
    const auto left = [&contents] {
        int rows = 0;
        for (int row = 0; row < contents.count(); ++row)
            rows += !contents.item(row)->isHidden();
        return rows;
    };
    find.setText(QStringLiteral("contingency"));
    QVERIFY(left() >= 2 && left() < contents.count());
    QCOMPARE(help.page(), QStringLiteral("guide/cost"));
    QCOMPARE(view.textCursor().selectedText().toLower(), QStringLiteral("contingency"));
    for (int press = 0; press < 20 && help.page() == u"guide/cost"; ++press)
        QTest::keyClick(&find, Qt::Key_Return);
    QVERIFY(help.page() != u"guide/cost"); // on to the next page that has it
    QCOMPARE(view.textCursor().selectedText().toLower(), QStringLiteral("contingency"));
    find.setText(QStringLiteral("xyzzy"));
    QCOMPARE(left(), 0);
    QVERIFY(part<QLabel>(help, "helpNone").isVisible());
    find.clear();
    QCOMPARE(left(), contents.count());
}

void TestGuide::headingsAreScrolledTo()
{
    HelpWindow help([](const QUrl&) { return false; });
    testing::showAt(help, {920, 400});
    help.showPlace(guide::topicOf(QStringLiteral("insightsPage")));
    const auto& view = part<GuideView>(help, "guideView");
    QCOMPARE(view.textCursor().block().text(), QStringLiteral("What would change the plan"));
    QVERIFY(view.viewport()->rect().contains(view.cursorRect().center()));
}

void TestGuide::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(920, 640);
    QTest::newRow("small") << QSize(640, 420);
}

void TestGuide::fits()
{
    QFETCH(QSize, size);
    HelpWindow help([](const QUrl&) { return false; });
    testing::showAt(help, size);
    for (const QString& page : guide::pages()) {
        help.showPlace(page);
        QCOMPARE(testing::widgetProblems(help), QStringList());
        const auto& view = part<GuideView>(help, "guideView");
        QVERIFY2(view.document()->size().width() <= view.viewport()->width() + 1 || page == u"command-line" ||
                     page == u"how-sure" || page == u"catalogue-format",
                 qPrintable(page));
    }
}

TRESTLE_UI_TEST(TestGuide)
#include "tst_guide.moc"
