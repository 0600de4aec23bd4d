#include "tests/ui/support/harness.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>

using namespace trestle;

/// The screenshot tool, run as the README's picture is made: small, both themes.
class TestScreenshots : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void rendersEveryPage();
    void scalesThePixels();
    void refusesNonsense_data();
    void refusesNonsense();

private:
    struct Run {
        int code;
        QString out;
        QString err;
    };
    static Run run(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(TRESTLE_SCREENSHOTS), arguments);
        if (!process.waitForStarted() || !process.waitForFinished(120000))
            qFatal("the screenshot tool does not run");
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    static int colours(const QImage& image)
    {
        QSet<QRgb> seen;
        for (int y = 0; y < image.height(); y += 2)
            for (int x = 0; x < image.width(); x += 2)
                seen << image.pixel(x, y);
        return static_cast<int>(seen.size());
    }
};

void TestScreenshots::rendersEveryPage()
{
    QTemporaryDir folder;
    const Run made = run({"--size", "1280x720", "--theme", "both", folder.path()});
    QVERIFY2(made.code == 0, qPrintable(made.err));
    const QStringList files = QDir(folder.path()).entryList({"*.png"}, QDir::Files, QDir::Name);
    for (const char* page : {"start", "plan", "cost", "team"})
        for (const char* theme : {"light", "dark"}) {
            const QString name = QStringLiteral("%1-%2.png").arg(QLatin1String(page), QLatin1String(theme));
            QVERIFY2(files.contains(name), qPrintable(files.join(u' ')));
            const QImage image(folder.filePath(name));
            QCOMPARE(image.size(), QSize(1280, 720));
            QVERIFY2(colours(image) > 30, qPrintable(name));
            const int ground = qGray(image.pixel(3, image.height() - 3));
            QVERIFY2(theme == QLatin1String("dark") ? ground < 80 : ground > 200, qPrintable(name));
        }
    QCOMPARE(made.out.count(u'\n'), files.size());
    // The pages differ: a picture of one page under all names would pass everything above.
    QVERIFY(QImage(folder.filePath(QStringLiteral("plan-light.png"))) !=
            QImage(folder.filePath(QStringLiteral("cost-light.png"))));
}

void TestScreenshots::scalesThePixels()
{
    QTemporaryDir folder;
    const Run made = run({"--size", "1280x720", "--scale", "2", "--page", "plan", folder.path()});
    QVERIFY2(made.code == 0, qPrintable(made.err));
    QCOMPARE(QImage(folder.filePath(QStringLiteral("plan-light.png"))).size(), QSize(2560, 1440));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), qsizetype{1});
}

void TestScreenshots::refusesNonsense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no folder") << QStringList{};
    QTest::newRow("size") << QStringList{"--size", "big", "x"};
    QTest::newRow("theme") << QStringList{"--theme", "pink", "x"};
    QTest::newRow("scale") << QStringList{"--scale", "0", "x"};
    QTest::newRow("option") << QStringList{"--sise", "1280x720", "x"};
}

void TestScreenshots::refusesNonsense()
{
    QFETCH(QStringList, arguments);
    const Run made = run(arguments);
    QCOMPARE(made.code, 2);
    QVERIFY(made.err.startsWith(QStringLiteral("trestle_screenshots: ")));
}

TRESTLE_UI_TEST(TestScreenshots)
#include "tst_screenshots.moc"
