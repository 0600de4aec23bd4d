#include "models/plan/work_dates.h"
#include "tests/support/compare_quantities.h"
#include "tests/support/in_progress.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/small_plan.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/selection.h"
#include "ui/charts/plot_library.h"
#include "ui/charts/spend_chart.h"
#include "ui/gantt/gantt_actions.h"
#include "ui/gantt/gantt_chart.h"
#include "ui/gantt/gantt_legend.h"
#include "ui/gantt/gantt_page.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/gantt/gantt_table.h"
#include "ui/gantt/gantt_view.h"
#include "ui/gantt/gantt_words.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <cmath>

using namespace trestle;
using namespace trestle::testing;

namespace {

constexpr double kPixels = 20; // a week

Plan planWith(const std::function<void(Inputs&)>& change = {})
{
    const ProjectDocument document = inProgressProject();
    Inputs inputs = document.project.base;
    if (change)
        change(inputs);
    auto plan = makePlan(document.catalogue.catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

GanttLayout layOut(const Plan& plan, bool baseline = true)
{
    GanttLayoutOptions options{{"database", "authentication", "observability"}, {}, {}};
    options.baseline = baseline;
    return layoutGantt(plan, TimeAxis::ofPlan(plan, kPixels), GanttMetrics::of(QApplication::font()), options);
}

const GanttRow& rowOf(const Plan& plan, const GanttLayout& layout, std::string_view node)
{
    return layout.rows.at(rowOfNode(plan, layout, node));
}

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ').replace(QChar(0x2009), u' ');
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 0.01;
}

struct Shown {
    explicit Shown(QSize size = {1000, 560}) : file(inProgressProject())
    {
        view = std::make_unique<GanttView>(file.document(), selection);
        view->setOpenPhases({"database", "authentication"});
        chart = view->findChild<GanttChart*>();
        showAt(*view, size);
    }

    [[nodiscard]] QAction* baseline() const
    {
        for (QAction* action : view->viewActions())
            if (action->objectName() == u"ganttBaseline")
                return action;
        return nullptr;
    }
    [[nodiscard]] const GanttRow& row(const char* node) const { return rowOf(*chart->plan(), chart->contents(), node); }
    [[nodiscard]] QString legend() const { return view->findChild<GanttLegend*>()->accessibleName(); }

    OpenPlan file;
    Selection selection;
    std::unique_ptr<GanttView> view;
    GanttChart* chart = nullptr;
};

} // namespace

/// The past in the Gantt chart and the spend chart: what is done, the status date, the baseline.
class TestGanttActuals : public UiTest {
    Q_OBJECT
private Q_SLOTS:
    void axisReachesBack_data();
    void axisReachesBack();
    void weeksBeforeTheStartHaveNoNumber();
    void finishedBarsStandAtTheirDates();
    void anItemUnderWayIsSplit();
    void oneDateIsAMark();
    void whatEndsOnTheStatusDateEndsThere();
    void phasesSpanActualAndRest();
    void statusLine();
    void baselineBarsAndTheirSwitch();
    void coloursAndShapes_data();
    void coloursAndShapes();
    void words();
    void screenReaderHearsOfThePast();
    void tableHoldsDates();
    void pageHasWhatTheChartHas();
    void thePastCannotBeDragged();
    void spendShowsThePast();
    void spendAlone_data();
    void spendAlone();
};

void TestGanttActuals::axisReachesBack_data()
{
    QTest::addColumn<QString>("started");
    QTest::addColumn<double>("from");
    QTest::newRow("at the start") << "2027-01-04" << 0.0;
    QTest::newRow("the weekend before") << "2027-01-02" << 0.0;
    QTest::newRow("the Friday before") << "2027-01-01" << -1.0;
    QTest::newRow("two weeks before") << "2026-12-21" << -2.0;
    QTest::newRow("a day more") << "2026-12-18" << -3.0;
    QTest::newRow("a year before") << "2026-01-05" << -52.0;
}

void TestGanttActuals::axisReachesBack()
{
    QFETCH(QString, started);
    QFETCH(double, from);
    const Date first = parseDate(started.toStdString()).value();
    const Plan plan = planWith([&](Inputs& inputs) { inputs.items["schema-for-scale"].actual.started = first; });
    const TimeAxis axis = TimeAxis::ofPlan(plan, kPixels);
    QCOMPARE(double{axis.from()}, from);
    QCOMPARE(axis.xOfWeek(axis.from()), 0.0);
    QVERIFY(isNear(axis.width(), (double{axis.length()} - from) * kPixels));
    QVERIFY(isNear(axis.fitting(axis.width()), kPixels));
    QCOMPARE(isoDate(axis.dateAt(axis.xOfWeek(0))), "2027-01-04"); // weeks count from the project
    QCOMPARE(isoDate(axis.dateAt(axis.x(0))), "2027-02-01");       // and the plan's time from the status date
    QVERIFY(isNear(axis.x(0), (4 - from) * kPixels));
    for (Date day = first; day < plan.inputs.start; day += std::chrono::days(1))
        if (const auto x = axis.xOfDayStart(day); x && isWeekday(day)) {
            QCOMPARE(isoDate(axis.dateAt(*x + 0.1)), isoDate(day));
            QVERIFY(isNear(axis.xOfWeek(axis.weekAt(*x)), *x));
        }
    const TimeAxis finer = axis.scaled(3 * kPixels);
    QVERIFY(isNear(finer.width(), 3 * axis.width()));
    QCOMPARE(finer.dateAt(0), axis.dateAt(0));
}

void TestGanttActuals::weeksBeforeTheStartHaveNoNumber()
{
    const Plan plan =
        planWith([](Inputs& inputs) { inputs.items["schema-for-scale"].actual.started = parseDate("2026-12-15"); });
    const TimeAxis axis = TimeAxis::ofPlan(plan, kPixels);
    const auto ticks = axis.weekTicks(0, axis.width(), 9, 9);
    QCOMPARE(ticks.front().x, 0.0);
    QCOMPARE(ticks.front().week, -2);
    for (const WeekTick& tick : ticks)
        QCOMPARE(tick.labelled, tick.week >= 1);
    QCOMPARE(axis.monthTicks(0, axis.width(), 20, 40).front().month, std::chrono::year(2026) / 12);
}

void TestGanttActuals::finishedBarsStandAtTheirDates()
{
    const Plan plan = planWith();
    const GanttLayout layout = layOut(plan);
    const GanttRow& row = rowOf(plan, layout, "password-hashing"); // Monday 25 to Thursday 28 January: week 3 to 3.8
    QVERIFY(!row.hasWork && !row.isMark && row.hasBars());
    QVERIFY(isNear(row.done.left(), 3 * kPixels));
    QVERIFY(isNear(row.done.right(), 3.8 * kPixels));
    QVERIFY(row.bar.isEmpty());
    QVERIFY(layout.anyDone);
    // Whoever is not begun has no past.
    QVERIFY(rowOf(plan, layout, "metrics").done.isEmpty());
    QVERIFY(!layOut(planWith([](Inputs& inputs) { inputs.items.clear(); })).anyDone);
}

void TestGanttActuals::anItemUnderWayIsSplit()
{
    const Plan plan = planWith();
    const GanttLayout layout = layOut(plan);
    const GanttRow& row = rowOf(plan, layout, "access-control"); // since Friday 29 January
    QVERIFY(row.hasWork);
    QVERIFY(isNear(row.done.left(), 3.8 * kPixels));
    QVERIFY(isNear(row.done.right(), layout.axis.x(0)));
    QVERIFY(row.bar.left() >= layout.axis.x(0) - 0.01);
    QCOMPARE(row.done.top(), row.bar.top());
    QCOMPARE(row.done.height(), row.bar.height());
}

void TestGanttActuals::oneDateIsAMark()
{
    const Plan plan = planWith([](Inputs& inputs) {
        inputs.items["sessions"].actual.started.reset();
        inputs.items["password-hashing"].actual.finished.reset();
    });
    const GanttLayout layout = layOut(plan);
    for (const auto& [id, middle] : {std::pair{"sessions", 3.9}, std::pair{"password-hashing", 3.1}}) {
        const GanttRow& row = rowOf(plan, layout, id);
        QVERIFY(row.isMark);
        QCOMPARE(row.done.width(), row.done.height());
        QVERIFY(isNear(row.done.center().x(), middle * kPixels));
    }
}

void TestGanttActuals::whatEndsOnTheStatusDateEndsThere()
{
    const Plan plan = planWith([](Inputs& inputs) {
        inputs.items["sessions"].actual.finished = inputs.asOf;
        inputs.items["password-hashing"].actual.started = inputs.asOf;
        inputs.items["password-hashing"].actual.finished = inputs.asOf;
    });
    const GanttLayout layout = layOut(plan);
    const double status = layout.axis.x(0);
    QVERIFY(isNear(rowOf(plan, layout, "sessions").done.right(), status));
    const GanttRow& today = rowOf(plan, layout, "password-hashing");
    QVERIFY(today.done.width() >= layout.metrics.smallestBar);
    QVERIFY(isNear(today.done.right(), status));
}

void TestGanttActuals::phasesSpanActualAndRest()
{
    const Plan plan = planWith();
    const GanttLayout layout = layOut(plan);
    const GanttRow& finished = rowOf(plan, layout, "database");
    QVERIFY(isNear(finished.done.left(), 0));
    QVERIFY(isNear(finished.done.right(), 3 * kPixels)); // Friday 22 January
    const GanttRow& begun = rowOf(plan, layout, "authentication");
    QVERIFY(isNear(begun.done.left(), 3 * kPixels));
    QVERIFY(isNear(begun.done.right(), layout.axis.x(0)));
    QVERIFY(begun.hasWork && begun.bar.left() >= begun.done.right() - 0.01);
    QVERIFY(rowOf(plan, layout, "observability").done.isEmpty());
}

void TestGanttActuals::statusLine()
{
    const Plan plan = planWith();
    const GanttLayout layout = layOut(plan);
    QCOMPARE(layout.marks.size(), std::size_t{1});
    const GanttMark& mark = layout.marks.front();
    QVERIFY(mark.kind == GanttMark::Kind::Status);
    QVERIFY(isNear(mark.x, layout.axis.x(0)));
    QCOMPARE(plain(ganttwords::markLabel(plan, mark)), "status 1 Feb");
    // A weekend is told as it is said; its line stands where work goes on.
    const Plan sunday = planWith([](Inputs& inputs) { inputs.asOf = parseDate("2027-01-31"); });
    const GanttLayout weekend = layOut(sunday);
    QCOMPARE(plain(ganttwords::markLabel(sunday, weekend.marks.front())), "status 31 Jan");
    QVERIFY(isNear(weekend.marks.front().x, mark.x));
}

void TestGanttActuals::baselineBarsAndTheirSwitch()
{
    const Shown shown;
    QVERIFY(shown.baseline() && shown.baseline()->isVisible() && shown.baseline()->isChecked());
    const GanttRow promised = shown.row("password-hashing");
    QVERIFY(!promised.promised.isEmpty() && promised.reference.isEmpty());
    QVERIFY(promised.promised.top() > promised.done.bottom());
    QVERIFY(promised.promised.bottom() <= promised.bottom());
    const TimeAxis& axis = shown.chart->contents().axis;
    QVERIFY(isNear(promised.promised.left(), axis.xOfDayStart(day("2027-01-18")).value()));
    QVERIFY(isNear(promised.promised.right(), axis.xOfDayEnd(day("2027-01-18")).value()));
    QVERIFY(isNear(shown.row("database").promised.right(), axis.xOfDayEnd(day("2027-01-15")).value()));
    QVERIFY2(shown.legend().contains("Sent to investors"), qPrintable(shown.legend()));
    QVERIFY2(shown.legend().contains("done"), qPrintable(shown.legend()));

    const double width = axis.width();
    shown.baseline()->trigger();
    QVERIFY(shown.row("password-hashing").promised.isEmpty());
    QVERIFY(!shown.row("database").reference.isEmpty());
    QVERIFY(!shown.legend().contains("Sent to investors"));
    QVERIFY2(shown.legend().contains("article's window"), qPrintable(shown.legend()));
    QCOMPARE(shown.chart->contents().axis.width(), width); // the scale keeps still
    auto* button = shown.view->tools()->findChild<QPushButton*>("ganttBaselineButton");
    QVERIFY(button && !button->isChecked() && !button->isHidden());

    shown.file.document().edit("none", [](Inputs& inputs) { inputs.baseline.reset(); });
    beforeFrame();
    QVERIFY(!shown.baseline()->isVisible());
    QVERIFY(button->isHidden());
    QCOMPARE(widgetProblems(*shown.view), QStringList());
}

void TestGanttActuals::coloursAndShapes_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestGanttActuals::coloursAndShapes()
{
    QFETCH(bool, dark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    const Plan plan = planWith([](Inputs& inputs) { inputs.items["sessions"].actual.started.reset(); });
    const GanttLayout layout = layOut(plan);
    QImage image((QSizeF(layout.axis.width(), layout.height())).toSize(), QImage::Format_RGB32);
    image.fill(roleColor(Role::Surface, palette));
    QPainter painter(&image);
    GanttPaintOptions options;
    options.exposed = QRectF(image.rect());
    options.grid = false;
    paintGantt(painter, layout, palette, options);
    painter.end();
    const auto at = [&](QPointF place) { return image.pixelColor(place.toPoint()); };
    const GanttRow& finished = rowOf(plan, layout, "password-hashing");
    QCOMPARE(at(finished.done.center()), roleColor(Role::Text, palette));
    QCOMPARE(at(rowOf(plan, layout, "database").promised.center()), roleColor(Role::Reference, palette));
    const GanttRow& underWay = rowOf(plan, layout, "access-control");
    QCOMPARE(at(underWay.done.center()), roleColor(Role::Text, palette));
    QCOMPARE(at({underWay.bar.right() - 3, underWay.bar.center().y()}), roleColor(Role::Bar, palette));
    // A mark is a diamond: full in its middle, empty in its corners.
    const QRectF mark = rowOf(plan, layout, "sessions").done;
    QCOMPARE(at(mark.center()), roleColor(Role::Text, palette));
    QCOMPARE(at(mark.topLeft() + QPointF(0.6, 0.6)), roleColor(Role::Surface, palette));
    // The status line goes through all rows.
    const double status = layout.marks.front().x;
    for (const GanttRow& row : layout.rows)
        QCOMPARE(at({status - 0.5, row.top + 1}), roleColor(Role::Text, palette));
}

void TestGanttActuals::words()
{
    const Plan plan = planWith();
    const auto recorded = [&](const char* id) { return plain(ganttwords::recorded(plan, *plan.findItem(id))); };
    QCOMPARE(recorded("password-hashing"), "started 25 Jan, finished 28 Jan, took 2 days (likely 1½ days)");
    QCOMPARE(recorded("access-control"), "started 29 Jan, 2½ days spent (likely 4 days)");
    QCOMPARE(recorded("metrics"), QString());
    QCOMPARE(plain(ganttwords::promised(plan, *plan.findItem("access-control"))), "baseline 20 – 22 Jan");
    QCOMPARE(plain(ganttwords::recorded(plan, *plan.findPhase("database"))),
             "started 4 Jan, finished 22 Jan, took 4.5 weeks (likely 3.0 weeks)");
    const QString tip = plain(ganttwords::tooltip(plan, *plan.findItem("sessions")));
    QVERIFY2(tip.contains("started 27 Jan, finished 29 Jan, took 3 days (likely 2 days)") ||
                 tip.contains("started 27 Jan, finished 29 Jan, took 3 days (likely 2½ days)"),
             qPrintable(tip));
    QVERIFY2(tip.contains("baseline 19 – 20 Jan"), qPrintable(tip));
    const QString underWay = plain(ganttwords::tooltip(plan, *plan.findItem("access-control")));
    QVERIFY2(underWay.contains("under way") && underWay.contains("2½ days spent"), qPrintable(underWay));
}

void TestGanttActuals::screenReaderHearsOfThePast()
{
    const Shown shown;
    QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(shown.chart);
    const auto nameOf = [&](const char* node) {
        const std::size_t row = rowOfNode(*shown.chart->plan(), shown.chart->contents(), node);
        return plain(chart->child(static_cast<int>(row))->text(QAccessible::Name));
    };
    QVERIFY2(nameOf("password-hashing").contains("started 25 Jan, finished 28 Jan, took 2 days"),
             qPrintable(nameOf("password-hashing")));
    QVERIFY2(nameOf("password-hashing").contains("baseline 18 Jan"), qPrintable(nameOf("password-hashing")));
    QVERIFY2(nameOf("access-control").contains("under way"), qPrintable(nameOf("access-control")));
    // Where it stands on the screen is the bar of what is done.
    const QRect rect =
        chart->child(static_cast<int>(rowOfNode(*shown.chart->plan(), shown.chart->contents(), "password-hashing")))
            ->rect();
    QVERIFY(isNear(rect.width(), std::ceil(shown.row("password-hashing").done.width())) || rect.width() > 0);
}

void TestGanttActuals::tableHoldsDates()
{
    const Plan plan = planWith();
    const QStringList lines = ganttTable(plan, layOut(plan)).split('\n');
    QVERIFY(lines.front().endsWith("Baseline start\tBaseline finish"));
    const auto line =
        lines.filter(QString::fromStdString(plan.findItem("password-hashing")->title)).value(0).split('\t');
    QCOMPARE(line.value(2), "2027-01-25");
    QCOMPARE(line.value(3), "2027-01-28");
    QCOMPARE(line.last(), "2027-01-18");
}

void TestGanttActuals::pageHasWhatTheChartHas()
{
    const Plan plan = planWith();
    GanttPageOptions options;
    options.items = true;
    options.font = QApplication::font();
    const QImage with = ganttImage(plan, 1100, 1, lightPalette(), options);
    const QRgb done = roleColor(Role::Text, lightPalette()).rgb();
    int wide = 0; // the longest run of what is done, pixels
    for (int y = 0; y < with.height(); ++y)
        for (int x = 0, run = 0; x < with.width(); ++x) {
            run = with.pixel(x, y) == done ? run + 1 : 0;
            wide = std::max(wide, run);
        }
    QVERIFY2(wide > 30, qPrintable(QString::number(wide))); // the database: three weeks
    options.baseline = false;
    QVERIFY(ganttImage(plan, 1100, 1, lightPalette(), options) != with);
}

void TestGanttActuals::thePastCannotBeDragged()
{
    const Shown shown;
    const QRectF bar = shown.row("password-hashing").done;
    const QPointF end = QPointF(bar.right() - 1, bar.center().y()) +
                        QPointF(-shown.chart->offset().x(), shown.chart->body().top() - shown.chart->offset().y());
    const Inputs before = shown.file.document().inputs();
    bool linked = false;
    QObject::connect(shown.view.get(), &GanttView::linkWanted, shown.view.get(), [&] { linked = true; });
    QTest::mousePress(shown.chart, Qt::LeftButton, {}, end.toPoint());
    QTest::mouseMove(shown.chart, end.toPoint() + QPoint(60, 40));
    QTest::mouseRelease(shown.chart, Qt::LeftButton, {}, end.toPoint() + QPoint(60, 40));
    QVERIFY(!linked);
    QVERIFY(shown.file.document().inputs() == before);
    QCOMPARE(shown.selection.node(), "password-hashing"); // a press selects, as everywhere
}

void TestGanttActuals::spendShowsThePast()
{
    const OpenPlan open(inProgressProject());
    SpendChart chart(open.document());
    showAt(chart, {818, 230});
    QVERIFY(awaitRisk(open.document()));
    beforeFrame();
    constexpr int kBaseline = 3;
    constexpr int kActual = 4;
    const auto actual = chart.plot().graph(kActual)->data();
    QCOMPARE(actual->constBegin()->value, 0.0);
    QVERIFY(actual->constBegin()->key < -3.9);
    QCOMPARE((actual->constEnd() - 1)->value, open.plan().actual.total().inDollars());
    QVERIFY(isNear((actual->constEnd() - 1)->key, 0));
    const auto baseline = chart.plot().graph(kBaseline)->data();
    QCOMPARE((baseline->constEnd() - 1)->value, open.plan().inputs.baseline->total.inDollars());
    QVERIFY(chart.plot().graph(kActual)->pen().widthF() > chart.plot().graph(kBaseline)->pen().widthF());
    chart.read(-2);
    QVERIFY2(plain(chart.readingText()).startsWith("week 2, by 15 Jan 2027:\nAUD "), qPrintable(chart.readingText()));
    QVERIFY(plain(chart.readingText()).contains("spent"));
    chart.read(-400); // no farther back than anything was spent
    QVERIFY(chart.reading().value() > -5);
    chart.read(std::nullopt);
    const auto* legend = chart.findChild<QLabel*>("spendLegend");
    QVERIFY(legend->text().contains("thick: spent so far"));
    QVERIFY(legend->text().contains("Sent to investors"));
    QVERIFY2(plain(chart.accessibleDescription()).startsWith("By 1 Feb 2027 AUD "),
             qPrintable(chart.accessibleDescription()));
    QCOMPARE(widgetProblems(chart), QStringList());
}

void TestGanttActuals::spendAlone_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("progress page") << QSize(640, 150);
    QTest::newRow("narrow") << QSize(420, 130);
    QTest::newRow("large") << QSize(1000, 400);
}

void TestGanttActuals::spendAlone()
{
    QFETCH(QSize, size);
    const OpenPlan open(inProgressProject());
    SpendChart chart(open.document(), nullptr, SpendPlot::Style::Alone);
    showAt(chart, size);
    QVERIFY(awaitRisk(open.document()));
    beforeFrame();
    QStringList texts;
    QList<QRectF> places;
    for (int i = 0; i < chart.plot().itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(chart.plot().item(i)); text && text->visible()) {
            texts += plain(text->text());
            places += QRectF(text->topLeft->pixelPosition(), text->bottomRight->pixelPosition());
        }
    const QString all = texts.join('|');
    QVERIFY2(all.contains("1 Feb: ") && all.contains(" spent"), qPrintable(all));
    QVERIFY2(all.contains("likely ") && all.contains("8 of 10") && all.contains("baseline 181 k"), qPrintable(all));
    for (qsizetype i = 0; i < places.size(); ++i) {
        QVERIFY2(places[i].left() >= 0 && places[i].right() <= chart.plot().width() + 1, qPrintable(texts[i]));
        for (qsizetype j = i + 1; j < places.size(); ++j)
            QVERIFY2(!places[i].adjusted(0, 2, 0, -2).intersects(places[j]),
                     qPrintable(texts[i] + " over " + texts[j]));
    }
    QVERIFY(chart.findChild<QLabel*>("spendLegend")->isHidden());
    QCOMPARE(widgetProblems(chart), QStringList());
}

TRESTLE_UI_TEST(TestGanttActuals)
#include "tst_gantt_actuals.moc"
