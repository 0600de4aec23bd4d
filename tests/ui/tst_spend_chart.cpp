#include "models/plan/cost.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/charts/month_bars.h"
#include "ui/charts/nice_scale.h"
#include "ui/charts/plot_library.h"
#include "ui/charts/spend_chart.h"
#include "ui/gantt/time_axis.h"
#include "ui/questions/risk_service.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QScreen>

#include <cmath>

using namespace trestle;

namespace {

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

} // namespace

class TestSpendChart : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void nothingLeftIsSaid();
    void scalesAreRound_data();
    void scalesAreRound();
    void bandIsThatOfTheSimulation();
    void readsAWeek();
    void keysMoveTheReading();
    void mouseReadsTheWeekUnderIt();
    void alignsWithTheChartAbove();
    void aReplotInBetweenKeepsUpWithThePlace();
    void weeksAreTheProjects();
    void followsThePlanAndTheme();
    void describesItself();
    void monthBarsAreAsHighAsTheirMonths();
};

void TestSpendChart::scalesAreRound_data()
{
    QTest::addColumn<double>("most");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<double>("step");
    QTest::addColumn<int>("steps");
    QTest::newRow("picture") << 180000.0 << 4 << 50000.0 << 4;
    QTest::newRow("exactly full") << 200000.0 << 4 << 50000.0 << 4;
    QTest::newRow("a little over") << 200001.0 << 4 << 50000.0 << 5;
    QTest::newRow("flat plot") << 223178.0 << 2 << 250000.0 << 1;
    QTest::newRow("quarters") << 1000.0 << 4 << 250.0 << 4;
    QTest::newRow("cents") << 0.07 << 4 << 0.02 << 4;
    QTest::newRow("nothing") << 0.0 << 4 << 1.0 << 1;
    QTest::newRow("one step") << 90.0 << 1 << 100.0 << 1;
    QTest::newRow("no room") << 90.0 << 0 << 100.0 << 1;
}

void TestSpendChart::scalesAreRound()
{
    QFETCH(double, most);
    QFETCH(int, wanted);
    const NiceScale scale = niceScale(most, wanted);
    QTEST(scale.step, "step");
    QTEST(scale.steps, "steps");
    QVERIFY(scale.top() >= most);
    QVERIFY(scale.steps <= std::max(1, wanted) + 1);
}

void TestSpendChart::bandIsThatOfTheSimulation()
{
    testing::OpenPlan open;
    SpendChart chart(open.document());
    testing::showAt(chart, {818, 230});
    const auto edge = [&](int graph) { return chart.plot().graph(graph)->data()->constEnd()[-1].value; };
    constexpr int kLeast = 0;
    constexpr int kMost = 1;
    QVERIFY(testing::awaitRisk(open.document()));
    testing::beforeFrame();
    const auto spend = open.document().simulation().spend();
    QCOMPARE(edge(kLeast), spend->back().p10);
    QCOMPARE(edge(kMost), spend->back().p90);
    chart.read(spend->back().at);
    QVERIFY2(plain(chart.readingText()).contains(QStringLiteral("8 of 10 plans: 14")), qPrintable(chart.readingText()));
    // A new plan has no band before it is simulated.
    open.document().setItemState(QStringLiteral("input-validation"), ItemState::done);
    testing::beforeFrame();
    QCOMPARE(edge(kLeast), edge(kMost));
    QVERIFY2(chart.readingText().endsWith(u'…'), qPrintable(chart.readingText()));
    QVERIFY(testing::awaitRisk(open.document()));
    testing::beforeFrame();
    QVERIFY(edge(kLeast) < edge(kMost));
}

void TestSpendChart::readsAWeek()
{
    const testing::OpenPlan open;
    SpendChart chart(open.document());
    testing::showAt(chart, {818, 230});
    QVERIFY(chart.readingText().isEmpty());
    chart.read(8);
    const SpendReading expected = SpendSeries::ofPlan(open.plan()).at(8);
    const QString likely = QLocale(QLocale::English, QLocale::Australia).toString(std::round(expected.likely), 'f', 0);
    QVERIFY2(
        plain(chart.readingText()).startsWith(QStringLiteral("week 8, by 26 Feb 2027:\nAUD %1 likely").arg(likely)),
        qPrintable(chart.readingText()));
    chart.read(0);
    QVERIFY(chart.readingText().startsWith(QStringLiteral("at the start")));
    chart.read(std::nullopt);
    QVERIFY(chart.readingText().isEmpty());
}

void TestSpendChart::keysMoveTheReading()
{
    const testing::OpenPlan open;
    SpendChart chart(open.document());
    testing::showAt(chart, {818, 230});
    chart.read(3);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.reading(), std::optional(4.0));
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.reading(), std::optional(3.0));
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(chart.reading(), std::optional(0.0));
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.reading(), std::optional(0.0));
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.reading(), std::optional(open.plan().finish.likely));
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.reading(), std::optional(std::ceil(open.plan().finish.high)));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.reading());
}

void TestSpendChart::mouseReadsTheWeekUnderIt()
{
    const testing::OpenPlan open;
    SpendChart chart(open.document());
    testing::showAt(chart, {818, 230});
    QCustomPlot& plot = chart.plot();
    const QPoint week5(static_cast<int>(std::lround(plot.xAxis->coordToPixel(5))), plot.height() / 2);
    QTest::mouseMove(&plot, week5);
    QCOMPARE(chart.reading(), std::optional(5.0));
    QTest::mouseMove(&plot, QPoint(2, plot.height() / 2)); // over the amounts
    QVERIFY(!chart.reading());
}

void TestSpendChart::alignsWithTheChartAbove()
{
    const testing::OpenPlan open;
    SpendChart chart(open.document());
    testing::showAt(chart, {900, 230});
    chart.alignTo(400, 880, 2, 26);
    testing::beforeFrame();
    QCustomPlot& plot = chart.plot();
    const auto columnOf = [&](double week) { return plot.x() + plot.xAxis->coordToPixel(week); };
    QVERIFY(std::abs(columnOf(2) - 400) <= 1);
    QVERIFY(std::abs(columnOf(26) - 880) <= 1);
}

/// A plot replots itself as well, as it does once after it is made: whatever is due at that moment has to come out.
void TestSpendChart::aReplotInBetweenKeepsUpWithThePlace()
{
    const testing::OpenPlan open;
    SpendChart chart(open.document());
    testing::showAt(chart, {900, 230});
    QCustomPlot& plot = chart.plot();
    chart.alignTo(400, 470, 2, 26);
    testing::beforeFrame();
    QCOMPARE(plot.axisRect()->width(), 70);
    chart.alignTo(400, 880, 2, 26);
    plot.replot();
    QCoreApplication::processEvents();
    QCOMPARE(plot.axisRect()->width(), 480);
    const QImage shown = chart.screen()->grabWindow(chart.winId()).toImage();
    QCOMPARE(shown, chart.grab().toImage().convertToFormat(shown.format()));
}

void TestSpendChart::weeksAreTheProjects()
{
    // Replanned four weeks in: plan time 0 is week 4 of the project, as on the axis above.
    testing::OpenPlan open;
    open.document().edit(QStringLiteral("as of"), [](Inputs& inputs) { inputs.asOf = parseDate("2027-02-01"); });
    SpendChart chart(open.document());
    testing::showAt(chart, {818, 230});
    chart.read(2);
    QVERIFY2(plain(chart.readingText()).startsWith(QStringLiteral("week 6, by 12 Feb 2027")),
             qPrintable(chart.readingText()));
    const double start = TimeAxis::ofPlan(open.plan(), 1).planStart();
    QCOMPARE(start, 4.0);
    for (const double tick : chart.plot().xAxis->tickVector())
        QCOMPARE(std::remainder(tick + start, 1.0), 0.0);
}

void TestSpendChart::followsThePlanAndTheme()
{
    testing::OpenPlan open;
    SpendChart chart(open.document());
    testing::showAt(chart, {818, 230});
    const auto end = [&] { return chart.plot().graph(2)->data()->constEnd()[-1].value; };
    QCOMPARE(end(), open.plan().total.likely.inDollars());
    const double before = end();
    open.document().setItemState(QStringLiteral("input-validation"), ItemState::done);
    testing::beforeFrame();
    QVERIFY(end() < before);
    QCOMPARE(end(), open.plan().total.likely.inDollars());
    chart.setPalette(darkPalette());
    QCOMPARE(chart.plot().graph(2)->pen().color(), roleColor(Role::Line, darkPalette()));
    QCOMPARE(testing::widgetProblems(chart), QStringList());
}

void TestSpendChart::describesItself()
{
    testing::OpenPlan open;
    SpendChart chart(open.document());
    testing::showAt(chart, {818, 230});
    QCOMPARE(chart.accessibleName(), QStringLiteral("Spend over time"));
    QVERIFY2(plain(chart.accessibleDescription())
                 .contains(QStringLiteral("keeps to the budget of AUD 180,000; the dearest goes beyond it in week 24")),
             qPrintable(chart.accessibleDescription()));
    open.document().edit(QStringLiteral("budget"), [](Inputs& inputs) { inputs.budget = Money::dollars(100'000); });
    testing::beforeFrame();
    QVERIFY(plain(chart.accessibleDescription())
                .contains(QStringLiteral("goes beyond the budget of AUD 100,000 in week 14")));
    open.document().edit(QStringLiteral("budget"), [](Inputs& inputs) { inputs.budget.reset(); });
    testing::beforeFrame();
    QVERIFY(!chart.accessibleDescription().contains(QStringLiteral("budget")));
}

void TestSpendChart::monthBarsAreAsHighAsTheirMonths()
{
    using namespace std::chrono_literals;
    MonthBars bars;
    bars.font.setPixelSize(11);
    bars.bars = {{2027y / 1, Money::dollars(20'000), {}}, {2027y / 2, Money::dollars(40'000), {}}};
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QRectF area(image.rect());
    bars.paint(painter, area, lightPalette());
    painter.end();
    const auto filled = [&](std::size_t month) {
        const QRectF slot = bars.slot(area, month);
        const QRgb bar = roleColor(Role::Bar, lightPalette()).rgb();
        int rows = 0;
        for (int y = 0; y < image.height(); ++y)
            rows += image.pixel(qRound(slot.center().x()), y) == bar ? 1 : 0;
        return rows;
    };
    QVERIFY(filled(1) > 100);
    QVERIFY(std::abs(filled(1) - 2 * filled(0)) <= 3);
}

void TestSpendChart::nothingLeftIsSaid()
{
    ProjectDocument project = testing::sampleProject();
    for (const Phase& phase : project.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            project.project.base.items[item.id].progress.state = ItemState::excluded;
    testing::OpenPlan open(project);
    SpendChart chart(open.document());
    testing::showAt(chart, {818, 230});
    testing::beforeFrame();
    const auto* legend = chart.findChild<QLabel*>(QStringLiteral("spendLegend"));
    QCOMPARE(legend->text(), QStringLiteral("Nothing left to spend."));
    QVERIFY(!chart.plot().xAxis->visible());
    open.document().setItemState(QStringLiteral("caching"), ItemState::missing);
    testing::beforeFrame();
    QVERIFY(chart.plot().xAxis->visible());
    QVERIFY(legend->text().startsWith(QStringLiteral("pale")));
}

TRESTLE_UI_TEST(TestSpendChart)
#include "tst_spend_chart.moc"
