#include "data/exchange/redaction.h"
#include "tests/ui/support/harness.h"
#include "ui/base/settings.h"
#include "ui/charts/readable_chart.h"
#include "ui/gantt/gantt_chart.h"
#include "ui/pictures/chart_actions.h"
#include "ui/pictures/chart_home.h"
#include "ui/report/plan_exporter.h"
#include "ui/report/plan_pictures.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QUrl>
#include <QXmlStreamReader>

#include <cmath>
#include <map>
#include <memory>

using namespace trestle;

/// Charts as pictures: of a plan as files, and taken along from the window.
class TestPictures : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void everyChartIsAPicture_data();
    void everyChartIsAPicture();
    void aClientReadsDatesAlone_data();
    void aClientReadsDatesAlone();
    void picturesComeInFourSizes();
    void hugePicturesAreStillOnes();
    void chartsOfTheWindowAreTaken_data();
    void chartsOfTheWindowAreTaken();
    void whatIsReadIsInNoPicture();
    void dragsCarryThePicture();
    void thePlanIsDraggedByItsMonths();
    void commandsTakeTheChartInSight();
    void picturesAreSaved_data();
    void picturesAreSaved();
};

namespace {

const ExportStamp kStamp{{}, std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}, "7f3a9c21"};

Inputs agency()
{
    Inputs inputs = testing::shippedInputs();
    inputs.client = "Saltbush Logistics";
    inputs.cash.opening = Money::dollars(90'000);
    return inputs;
}

/// What an audience may read of it, simulated.
const ExportSource& simulated(Audience audience)
{
    static std::map<Audience, ExportSource> made;
    const auto [at, isNew] = made.try_emplace(audience);
    if (isNew) {
        ExportSource source;
        source.document = testing::sampleProject();
        source.document.project.base = agency();
        source.plan = std::make_shared<const Plan>(makePlan(source.document.catalogue.catalogue, agency()).value());
        SimulationOptions options;
        options.runs = 400;
        options.drivingRuns = 20;
        options.layers = options.price = options.cash = true;
        source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
        source.audience = audience;
        at->second = forAudience(std::move(source));
    }
    return at->second;
}

ChartPicture pictureOf(ChartKind chart, Audience audience = Audience::internal)
{
    const ExportSource& source = simulated(audience);
    return planPicture(*source.plan, *source.risk, kStamp, chart, audience);
}

/// All texts of a drawing, one after the other.
QString textOf(const QByteArray& svg)
{
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text().toString() + u' ';
    return reader.hasError() ? reader.errorString() : text.simplified();
}

int colours(const QImage& image)
{
    QSet<QRgb> found;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            found += image.pixel(x, y);
    return static_cast<int>(found.size());
}

/// How far two images of a size are from each other, as a mean over their pixels: 0 to 255.
double difference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    return sum / (static_cast<double>(a.width()) * a.height());
}

/// The window with the sample, and what it asks for.
struct Shown {
    Shown()
    {
        WindowServices services;
        services.clock = testing::tickingClock();
        services.today = testing::today;
        services.plansFolder = folder.filePath(QStringLiteral("plans"));
        services.ask.fileToWrite = [this](QWidget*, const QString&, const QString& path, const QString&) {
            asked = path;
            return answer;
        };
        window = std::make_unique<MainWindow>(settings, std::move(services));
        testing::showAt(*window, QSize(1480, 940));
        window->openSample();
        if (!testing::awaitRisk(*window->document()))
            qFatal("no simulation");
        testing::beforeFrame();
    }

    [[nodiscard]] QList<ChartActions*> charts(Workspace::Page page) const
    {
        window->workspace()->showPage(page);
        testing::beforeFrame();
        QList<ChartActions*> found;
        for (ChartActions* actions : window->findChildren<ChartActions*>())
            if (qobject_cast<QWidget*>(actions->parent())->isVisible() && actions->isThere())
                found += actions;
        return found;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    QString asked;
    QString answer;
    std::unique_ptr<MainWindow> window;
};

} // namespace

void TestPictures::everyChartIsAPicture_data()
{
    QTest::addColumn<int>("chart");
    QTest::addColumn<QStringList>("texts");
    const auto row = [](ChartKind chart, const QStringList& texts) {
        QTest::newRow(rowOf(chart).key.data()) << static_cast<int>(chart) << texts;
    };
    row(ChartKind::plan, {QStringLiteral("until 80 % sure"), QStringLiteral("Documentation, on-call")});
    row(ChartKind::items, {QStringLiteral("until 80 % sure"), QStringLiteral("Schema designed for scale")});
    row(ChartKind::finish, {QStringLiteral("weeks from the start"), QStringLiteral("100 %")});
    row(ChartKind::cost, {QStringLiteral("Cost by month"), QStringLiteral("AUD ex GST"), QStringLiteral("Mar")});
    row(ChartKind::cash, {QStringLiteral("Cash at the end of each month"), QStringLiteral("launch, likely")});
    row(ChartKind::margin, {QStringLiteral("Margin of the fixed price"), QStringLiteral("on average")});
}

void TestPictures::everyChartIsAPicture()
{
    QFETCH(int, chart);
    QFETCH(QStringList, texts);
    const ChartPicture picture = pictureOf(static_cast<ChartKind>(chart));
    const QByteArray svg = picture.svg();
    QVERIFY(QSvgRenderer(svg).isValid());
    const QString text = textOf(svg);
    for (const QString& each : texts + QStringList{QStringLiteral("Ledgerly · for Saltbush Logistics"),
                                                   QStringLiteral("80 % sure; likely by "), QStringLiteral("seed 1")})
        QVERIFY2(text.contains(each), qPrintable(each + QStringLiteral(" in: ") + text));
    QVERIFY(!picture.description.isEmpty());
    const QImage image = picture.image(1);
    QCOMPARE(image.size(), QSvgRenderer(svg).defaultSize());
    QVERIFY(colours(image) > 10);
}

void TestPictures::aClientReadsDatesAlone_data()
{
    QTest::addColumn<int>("chart");
    QTest::newRow("plan") << static_cast<int>(ChartKind::plan);
    QTest::newRow("items") << static_cast<int>(ChartKind::items);
}

void TestPictures::aClientReadsDatesAlone()
{
    QFETCH(int, chart);
    const QByteArray svg = pictureOf(static_cast<ChartKind>(chart), Audience::client).svg();
    const QString text = textOf(svg);
    QVERIFY(text.contains(QStringLiteral("Live by ")));
    QVERIFY(text.contains(QStringLiteral("Documentation, on-call")));
    for (const char* forbidden : {"% sure", "AUD", "seed", "runs", "Work left", "article", "target"})
        QVERIFY2(!text.contains(QLatin1StringView(forbidden)), forbidden);
}

void TestPictures::picturesComeInFourSizes()
{
    const ChartPicture picture = pictureOf(ChartKind::finish);
    const QSize once = picture.image(1).size();
    for (int scale = 1; scale <= 4; ++scale) {
        const QImage image = QImage::fromData(picture.png(scale), "PNG");
        QCOMPARE(image.size(), once * scale);
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Ledgerly"));
    }
}

void TestPictures::hugePicturesAreStillOnes()
{
    ChartPicture picture;
    picture.name = QStringLiteral("Tall");
    picture.palette = lightPalette();
    picture.chart = {600, 60'000};
    picture.paintChart = [](QPainter& painter, const QRectF& area, const QPalette&) {
        painter.fillRect(area, Qt::black);
    };
    const QImage image = picture.image(4);
    QVERIFY(!image.isNull());
    QVERIFY(image.height() <= 32'000);
    QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2), QColor(Qt::black));
}

void TestPictures::chartsOfTheWindowAreTaken_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("least");
    QTest::newRow("plan") << static_cast<int>(Workspace::PlanTab) << 2;
    QTest::newRow("cost") << static_cast<int>(Workspace::CostTab) << 1;
    QTest::newRow("risk") << static_cast<int>(Workspace::RiskTab) << 4;
    QTest::newRow("team") << static_cast<int>(Workspace::TeamTab) << 1;
    QTest::newRow("scenarios") << static_cast<int>(Workspace::ScenariosTab) << 0;
}

void TestPictures::chartsOfTheWindowAreTaken()
{
    QFETCH(int, page);
    QFETCH(int, least);
    const Shown shown;
    const QList<ChartActions*> charts = shown.charts(static_cast<Workspace::Page>(page));
    QVERIFY2(charts.size() >= least, qPrintable(QString::number(charts.size())));
    for (ChartActions* actions : charts) {
        const auto* chart = qobject_cast<QWidget*>(actions->parent());
        QMenu menu;
        actions->fill(menu);
        QCOMPARE(menu.actions().size(), 3);
        const QByteArray svg = actions->picture().svg();
        QVERIFY2(QSvgRenderer(svg).isValid(), qPrintable(chart->objectName()));
        const QString text = textOf(svg);
        QVERIFY2(text.contains(QStringLiteral("Ledgerly")) && text.contains(QStringLiteral("80 % sure; likely by")),
                 qPrintable(chart->objectName() + u' ' + text));
        const QImage once = actions->picture().image(1);
        QVERIFY(colours(once) > 5);
        // Finer is the same picture: nothing grows by itself.
        const QImage twice = actions->picture().image(2);
        QCOMPARE(twice.size(), 2 * once.size());
        const double apart =
            difference(once, twice.scaled(once.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        QVERIFY2(apart < 4, qPrintable(QStringLiteral("%1: %2").arg(chart->objectName()).arg(apart)));
        actions->copyPicture();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("image/svg+xml")));
        actions->copyTable();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(lines.size() > 1, qPrintable(chart->objectName()));
    }
}

void TestPictures::whatIsReadIsInNoPicture()
{
    const Shown shown;
    for (ChartActions* actions : shown.charts(Workspace::RiskTab)) {
        auto* chart = qobject_cast<ReadableChart*>(actions->parent());
        QVERIFY(chart);
        if (chart->readingCount() == 0)
            continue;
        const QImage before = actions->picture().image(1);
        chart->read(0);
        QVERIFY(chart->reading());
        QVERIFY2(actions->picture().image(1) == before, qPrintable(chart->objectName()));
        QCOMPARE(chart->reading(), std::optional<std::size_t>(0));
    }
}

void TestPictures::dragsCarryThePicture()
{
    const Shown shown;
    const QList<ChartActions*> charts = shown.charts(Workspace::CostTab);
    QVERIFY(!charts.isEmpty());
    ChartActions& actions = *charts.first();
    auto& chart = *qobject_cast<QWidget*>(actions.parent());
    std::unique_ptr<QMimeData> data;
    QPixmap seen;
    actions.setDrag([&](QWidget&, std::unique_ptr<QMimeData> dragged, const QPixmap& pixmap) {
        data = std::move(dragged);
        seen = pixmap;
    });
    const QPoint from = chart.rect().center();
    QTest::mousePress(&chart, Qt::LeftButton, {}, from);
    QTest::mouseMove(&chart, from + QPoint(2, 0));
    QVERIFY(!data); // a hand that trembles
    QMouseEvent move(QEvent::MouseMove, from + QPointF(60, 0), chart.mapToGlobal(from + QPointF(60, 0)), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&chart, &move);
    QVERIFY(data);
    QVERIFY(!seen.isNull());
    QVERIFY(data->hasImage());
    QVERIFY(QSvgRenderer(data->data(QStringLiteral("image/svg+xml"))).isValid());
    QCOMPARE(data->urls().size(), 1);
    const QString path = data->urls().first().toLocalFile();
    QVERIFY2(QFileInfo(path).fileName().startsWith(QStringLiteral("Ledgerly, ")), qPrintable(path));
    QCOMPARE(QImage(path).size(), qvariant_cast<QImage>(data->imageData()).size());
}

void TestPictures::thePlanIsDraggedByItsMonths()
{
    const Shown shown;
    QVERIFY(!shown.charts(Workspace::PlanTab).isEmpty());
    auto* chart = shown.window->findChild<GanttChart*>();
    QVERIFY(chart);
    auto* actions = chart->findChild<ChartActions*>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(actions);
    int drags = 0;
    actions->setDrag([&](QWidget&, std::unique_ptr<QMimeData>, const QPixmap&) { ++drags; });
    const auto drag = [&](QPoint from) {
        QTest::mousePress(chart, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, QPointF(from + QPoint(60, 0)), chart->mapToGlobal(QPointF(from)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(chart, &move);
        QTest::mouseRelease(chart, Qt::LeftButton, {}, from);
    };
    drag(chart->body().center());
    QCOMPARE(drags, 0);
    drag({chart->width() / 2, chart->body().top() / 2});
    QCOMPARE(drags, 1);
}

void TestPictures::commandsTakeTheChartInSight()
{
    const Shown shown;
    QVERIFY(!shown.charts(Workspace::CostTab).isEmpty());
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(shown.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    auto* table = shown.window->findChild<QAction*>(QStringLiteral("actionCopyChartTable"));
    QVERIFY(table);
    table->trigger();
    QVERIFY2(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Month\tLikely AUD\tHigh AUD\n")),
             qPrintable(QGuiApplication::clipboard()->text().left(200)));
}

void TestPictures::picturesAreSaved_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("png") << "out.png" << QByteArray("\x89PNG");
    QTest::newRow("svg") << "out.svg" << QByteArray("<?xml");
    QTest::newRow("no ending") << "out" << QByteArray("\x89PNG");
}

void TestPictures::picturesAreSaved()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, begins);
    Shown shown;
    shown.answer = shown.folder.filePath(file);
    const QList<ChartActions*> charts = shown.charts(Workspace::CostTab);
    QVERIFY(!charts.isEmpty());
    auto* exporter = shown.window->findChild<PlanExporter*>();
    QVERIFY(exporter);
    QSignalSpy finished(exporter, &PlanExporter::finished);
    charts.first()->savePicture();
    QVERIFY(finished.wait(60000));
    const QString path = finished.first().first().toString();
    QCOMPARE(path, shown.folder.filePath(file.contains(u'.') ? file : file + QStringLiteral(".png")));
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().startsWith(begins));
    QVERIFY2(shown.asked.contains(QStringLiteral("Cash needed by month")), qPrintable(shown.asked));
}

TRESTLE_UI_TEST(TestPictures)
#include "tst_pictures.moc"
