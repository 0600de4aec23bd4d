#include "tests/ui/support/harness.h"
#include "tests/ui/support/small_plan.h"
#include "ui/gantt/gantt_links.h"
#include "ui/gantt/gantt_page.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

using namespace trestle;
using namespace trestle::testing;

namespace {

GanttLayout layOut(const Plan& plan, double pixels = 20)
{
    GanttLayoutOptions options{{"one", "two"}, {}, day("2027-01-13")};
    GanttLayout layout =
        layoutGantt(plan, TimeAxis::ofPlan(plan, pixels), GanttMetrics::of(QApplication::font()), options);
    layout.arrows = layoutArrows(plan, layout, LinkMode::All, {});
    return layout;
}

Plan targetedPlan()
{
    Plan plan = smallPlan();
    plan.inputs.targetDate = day("2027-02-12");
    return plan;
}

QImage canvas(const GanttLayout& layout, double scale = 1)
{
    QImage image((QSizeF(layout.axis.width() + 20, layout.height()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(roleColor(Role::Surface, lightPalette()));
    return image;
}

QImage painted(const GanttLayout& layout, GanttPaintOptions options = {}, const QPalette& palette = lightPalette(),
               double scale = 1)
{
    QImage image = canvas(layout, scale);
    options.exposed = QRectF(QPointF(), image.deviceIndependentSize());
    QPainter painter(&image);
    paintGantt(painter, layout, palette, options);
    return image;
}

QColor at(const QImage& image, QPointF place)
{
    return image.pixelColor((place * image.devicePixelRatio()).toPoint());
}

/// No mark within `margin` device pixels of an edge.
bool marginIsFree(const QImage& image, int margin)
{
    const QRect inner = image.rect().adjusted(margin, margin, -margin, -margin);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!inner.contains(x, y) && image.pixel(x, y) != image.pixel(0, 0))
                return false;
    return true;
}

} // namespace

class TestGanttPainter : public UiTest {
    Q_OBJECT
private Q_SLOTS:
    void marksHaveTheColoursOfTheirRoles_data();
    void marksHaveTheColoursOfTheirRoles();
    void daysOffAreColumnsBehindTheBars();
    void stripsMakeTheWhole_data();
    void stripsMakeTheWhole();
    void selectionIsMarked();
    void slackIsDrawnOnRequest();
    void leavesThePainterAsItWas();
    void pageKeepsItsMargins_data();
    void pageKeepsItsMargins();
    void pageIsAsHighAsItSays();
    void pageScales();
    void pageIsVectors();
    void pageWithNothingLeft();
};

void TestGanttPainter::marksHaveTheColoursOfTheirRoles_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark") << true << 1.0;
    QTest::newRow("light at 200 %") << false << 2.0;
}

void TestGanttPainter::marksHaveTheColoursOfTheirRoles()
{
    QFETCH(bool, dark);
    QFETCH(double, scale);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    const Plan plan = targetedPlan();
    GanttLayout layout = layOut(plan);
    layout.arrows.clear();
    const QImage image = painted(layout, {}, palette, scale);
    const GanttRow& two = layout.rows[rowOfNode(plan, layout, "two")];
    QCOMPARE(at(image, two.bar.center()), roleColor(Role::Bar, palette));
    QCOMPARE(at(image, two.until.center()), roleColor(Role::BarPale, palette));
    QCOMPARE(at(image, two.reference.center()), roleColor(Role::Reference, palette));
    const GanttRow& item = layout.rows[rowOfNode(plan, layout, "d")];
    QCOMPARE(at(image, item.bar.center()), roleColor(Role::Bar, palette));
}

void TestGanttPainter::daysOffAreColumnsBehindTheBars()
{
    Plan plan = targetedPlan();
    const Date off = plan.inputs.start + std::chrono::weeks(1);
    plan.inputs.daysOff = {{off, "Stocktake"}};
    for (const QPalette& palette : {lightPalette(), darkPalette()}) {
        GanttLayout layout = layOut(plan);
        layout.arrows.clear();
        QCOMPARE(layout.daysOff.size(), std::size_t{1});
        const double x = layout.daysOff[0].left + layout.daysOff[0].width / 2;
        const QImage image = painted(layout, {}, palette, 1);
        bool seen = false;
        for (const GanttRow& row : layout.rows)
            if (!row.bar.adjusted(-6, 0, 6, 0).contains(x, row.bar.center().y())) {
                QCOMPARE(at(image, {x, row.top + 1}), roleColor(Role::DayOff, palette));
                seen = true;
            }
        QVERIFY(seen);
    }
}

void TestGanttPainter::stripsMakeTheWhole_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("across");
    for (const int step : {1, 7, 26, 34, 100}) {
        QTest::addRow("%d px high", step) << step << false;
        QTest::addRow("%d px wide", step) << step << true;
    }
}

void TestGanttPainter::stripsMakeTheWhole()
{
    QFETCH(int, step);
    QFETCH(bool, across);
    const GanttLayout layout = layOut(targetedPlan());
    GanttPaintOptions options;
    options.selectedRow = 4;
    options.selectionEnd = layout.axis.width() + 10;
    options.slack = true;
    const QImage whole = painted(layout, options);

    QImage strips = canvas(layout);
    QPainter painter(&strips);
    const int length = across ? strips.width() : strips.height();
    for (int from = 0; from < length; from += step) {
        const QRect part = across ? QRect(from, 0, step, strips.height()) : QRect(0, from, strips.width(), step);
        painter.setClipRect(part);
        options.exposed = part;
        paintGantt(painter, layout, lightPalette(), options);
    }
    painter.end();
    QVERIFY(strips == whole);
}

void TestGanttPainter::selectionIsMarked()
{
    const Plan plan = targetedPlan();
    GanttLayout layout = layOut(plan);
    layout.arrows.clear();
    GanttPaintOptions options;
    options.selectedRow = rowOfNode(plan, layout, "two");
    const QImage image = painted(layout, options);
    const GanttRow& row = layout.rows[options.selectedRow];
    QCOMPARE(at(image, row.bar.center()), roleColor(Role::BarSelected, lightPalette()));
    QCOMPARE(at(image, {30, row.top + 4}), roleColor(Role::Selection, lightPalette()));
    QVERIFY(at(image, {30, row.bottom() + 4}) != roleColor(Role::Selection, lightPalette()));
}

void TestGanttPainter::slackIsDrawnOnRequest()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan);
    const GanttRow& e = layout.rows[rowOfNode(plan, layout, "e")];
    const QPointF behind((e.bar.right() + e.slackTo) / 2 + 3, e.bar.center().y());
    GanttPaintOptions options;
    QCOMPARE(at(painted(layout, options), behind), roleColor(Role::Surface, lightPalette()));
    options.slack = true;
    QVERIFY(at(painted(layout, options), behind).lightness() < 160);
}

void TestGanttPainter::leavesThePainterAsItWas()
{
    const GanttLayout layout = layOut(targetedPlan());
    QImage image = canvas(layout);
    QPainter painter(&image);
    painter.setPen(Qt::red);
    painter.setBrush(Qt::green);
    GanttPaintOptions options;
    options.exposed = image.rect();
    paintGantt(painter, layout, lightPalette(), options);
    paintGanttHeader(painter, layout, lightPalette(), image.rect(), 0);
    paintGanttMarkLabels(painter, layout, targetedPlan(), lightPalette(), image.rect(), 0);
    QCOMPARE(painter.pen().color(), QColor(Qt::red));
    QCOMPARE(painter.brush().color(), QColor(Qt::green));
    QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
}

void TestGanttPainter::pageKeepsItsMargins_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("items");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("fontSize");
    for (const int width : {360, 620, 1200})
        for (const bool items : {false, true})
            for (const double scale : {1.0, 2.0})
                for (const int fontSize : {9, 13, 20})
                    QTest::addRow("%d wide, %s, %g, %d px", width, items ? "items" : "phases", scale, fontSize)
                        << width << items << scale << fontSize;
}

void TestGanttPainter::pageKeepsItsMargins()
{
    QFETCH(int, width);
    QFETCH(bool, items);
    QFETCH(double, scale);
    QFETCH(int, fontSize);
    const ProjectDocument sample = sampleProject();
    const Result<Plan> plan = makePlan(sample.catalogue.catalogue, sample.project.base);
    QVERIFY(plan.has_value());
    GanttPageOptions options;
    options.items = items;
    options.links = LinkMode::All;
    options.font = QApplication::font();
    options.font.setPixelSize(fontSize);
    const QImage image = ganttImage(*plan, width, scale, lightPalette(), options);
    QCOMPARE(image.width(), qRound(width * scale));
    QCOMPARE(image.devicePixelRatio(), scale);
    QVERIFY(marginIsFree(image, qRound(14 * scale)));
}

void TestGanttPainter::pageIsAsHighAsItSays()
{
    const Plan plan = smallPlan();
    GanttPageOptions options;
    options.font = QApplication::font();
    const qreal phases = ganttPageHeight(plan, 600, options);
    options.items = true;
    const qreal all = ganttPageHeight(plan, 600, options);
    QCOMPARE(all - phases, 6 * GanttMetrics::of(options.font).itemRow);
    options.legend = false;
    QVERIFY(ganttPageHeight(plan, 600, options) < all);
}

void TestGanttPainter::pageScales()
{
    const Plan plan = smallPlan();
    GanttPageOptions options;
    options.font = QApplication::font();
    const QImage once = ganttImage(plan, 600, 1, lightPalette(), options);
    const QImage twice = ganttImage(plan, 600, 2, lightPalette(), options);
    QCOMPARE(twice.size(), once.size() * 2);
    QCOMPARE(twice.deviceIndependentSize(), once.deviceIndependentSize());
}

void TestGanttPainter::pageIsVectors()
{
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({600, 400});
    GanttPageOptions options;
    options.font = QApplication::font();
    QPainter painter(&generator);
    paintGanttPage(painter, QRectF(0, 0, 600, 400), targetedPlan(), lightPalette(), options);
    painter.end();
    QVERIFY(svg.contains("Phase one"));
    QVERIFY(svg.contains("target"));
    QVERIFY(svg.contains("article's window"));
    QVERIFY(!svg.contains("<image"));
}

void TestGanttPainter::pageWithNothingLeft()
{
    Plan plan = smallPlan();
    for (ItemPlan& item : plan.items)
        item.hasWork = false;
    for (PhasePlan& phase : plan.phases)
        phase.hasWork = false;
    GanttPageOptions options;
    options.font = QApplication::font();
    QVERIFY(marginIsFree(ganttImage(plan, 600, 1, lightPalette(), options), 14));
    QVERIFY(!ganttImage(Plan(), 600, 1, lightPalette(), options).isNull());
}

TRESTLE_UI_TEST(TestGanttPainter)
#include "tst_gantt_painter.moc"
