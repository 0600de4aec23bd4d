#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/pages/risk_page.h"
#include "ui/risk/risk_chart_widgets.h"
#include "ui/risk/risk_section.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/figure_fields.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace trestle;

namespace {

QString plain(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

template <class T>
T& part(const QWidget& page, const char* name)
{
    auto* found = page.findChild<T*>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return *found;
}

QString sentence(const QWidget& page, const char* section)
{
    return plain(part<QLabel>(page, (QByteArray(section) + "Sentence").constData()).text());
}

/// A page over an open plan whose simulation has come.
struct OpenPage {
    explicit OpenPage(const ProjectDocument& project = testing::sampleProject(), QSize size = {818, 740})
        : open(project), page(open.document())
    {
        testing::showAt(page, size);
        settle();
    }
    void settle()
    {
        if (!QTest::qWaitFor([&] { return open.document().risk() != nullptr; }, 60000))
            qFatal("no simulation");
    }
    PlanDocument& document() { return open.document(); }

    testing::OpenPlan open;
    RiskPage page;
};

} // namespace

class TestRiskPage : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void showsChartsWithTheirSentences();
    void pendingShowsNothingStale();
    void nothingLeftIsASentence();
    void editsConfidenceInPlace();
    void editsTargetAndBudgetInPlace();
    void editsCorrelationInPlace();
    void chartsAreReadByKeys();
    void chartsAreReadByMouse();
    void figuresAreCopied();
    void chartsDescribeThemselves();
    void curvesRiseThroughTheirMarks();
    void barsReachTheirValues();
    void labelsKeepClearOfDashedLines_data();
    void labelsKeepClearOfDashedLines();
    void noChartStandsBesideAnEmptyHalf();
    void everythingFits_data();
    void everythingFits();
};

void TestRiskPage::showsChartsWithTheirSentences()
{
    OpenPage made;
    QVERIFY(sentence(made.page, "riskFinish").startsWith(QStringLiteral("80 % chance of finishing by")));
    QVERIFY(sentence(made.page, "riskCost").contains(QStringLiteral("chance of costing no more than AUD")));
    QVERIFY(part<SureChart>(made.page, "finishCurve").isVisible());
    QVERIFY(part<JointChart>(made.page, "jointChance").isVisible());
    // One crew in series: a sentence in place of flat bars.
    QVERIFY(!part<PhaseBarChart>(made.page, "drivers").isVisible());
    QVERIFY(part<QLabel>(made.page, "riskDriversSentence").isVisible());
    QVERIFY(plain(part<QLabel>(made.page, "riskBasis").text())
                .startsWith(QStringLiteral("10,000 simulated plans, seed 1.")));
}

void TestRiskPage::pendingShowsNothingStale()
{
    OpenPage made;
    made.document().setItemState(QStringLiteral("metrics"), ItemState::done);
    // Right after the edit, before its simulation can have come.
    QVERIFY(!made.document().risk());
    QVERIFY(part<SureChart>(made.page, "finishCurve").isPending());
    QVERIFY(sentence(made.page, "riskFinish").isEmpty());
    QVERIFY(plain(part<QLabel>(made.page, "riskBasis").text()).startsWith(QStringLiteral("Simulating 10,000 plans")));
    QVERIFY(part<SureChart>(made.page, "finishCurve").readout().isEmpty());
    made.settle();
    QVERIFY(!part<SureChart>(made.page, "finishCurve").isPending());
    QVERIFY(!sentence(made.page, "riskFinish").isEmpty());
}

void TestRiskPage::labelsKeepClearOfDashedLines_data()
{
    QTest::addColumn<double>("limit");
    QTest::addColumn<int>("chosen");
    for (const double limit : {12.0, 17.0, 20.0, 21.5, 23.0, 26.0, 99.0})
        for (const int chosen : {1, 2, 3})
            QTest::addRow("limit at %g, mark %d chosen", limit, chosen) << limit << chosen;
}

void TestRiskPage::labelsKeepClearOfDashedLines()
{
    QFETCH(double, limit);
    QFETCH(int, chosen);
    SureCurve curve;
    curve.first = 10;
    curve.last = 30;
    const std::array<double, 4> chances{0.1, 0.5, 0.8, 0.9};
    const std::array<double, 4> values{16.5, 20.2, 22.4, 23.6};
    for (std::size_t i = 0; i < values.size(); ++i)
        curve.marks.push_back({values[i], chances[i], QStringLiteral("AUD 162,000"), static_cast<int>(i) == chosen});
    curve.limit = SureCurve::Limit{limit, QStringLiteral("budget 180,000")};
    const QRectF area(0, 0, 420, 220);
    const double wide = QFontMetricsF(curve.font).horizontalAdvance(QStringLiteral("AUD 162,000")) + 4;
    const double tall = QFontMetricsF(curve.font).height();
    for (const SureCurve::Mark& mark : curve.marks) {
        const QRectF box = curve.labelBox(area, mark, {wide, tall});
        QVERIFY(area.contains(box));
        const double budget = curve.at(area, limit, 0).x();
        QVERIFY2(limit > curve.last || budget <= box.left() || budget >= box.right(), qPrintable(mark.label));
        const SureCurve::Mark& promise = curve.marks[static_cast<std::size_t>(chosen)];
        const QPointF foot = curve.at(area, promise.value, promise.chance);
        QVERIFY(foot.x() <= box.left() || foot.x() >= box.right() || foot.y() >= box.bottom());
    }
}

/// One crew in series has two sections of a sentence alone.
void TestRiskPage::noChartStandsBesideAnEmptyHalf()
{
    OpenPage made;
    const auto top = [&](const char* name) { return part<RiskSection>(made.page, name).y(); };
    QVERIFY(part<RiskSection>(made.page, "riskFinishMovers").part().drawn);
    QVERIFY(!part<RiskSection>(made.page, "riskDrivers").part().drawn);
    QTRY_COMPARE(top("riskJoint"), top("riskFinishMovers"));
    QVERIFY(top("riskDrivers") > top("riskFinishMovers"));
    QCOMPARE(top("riskDrivers"), top("riskCostMovers"));
    QVERIFY(part<RiskSection>(made.page, "riskDrivers").height() < part<RiskSection>(made.page, "riskJoint").height());
}

void TestRiskPage::nothingLeftIsASentence()
{
    ProjectDocument project = testing::emptyProject();
    for (const Phase& phase : project.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            project.project.base.items[item.id].progress.state = ItemState::done;
    OpenPage made(project);
    QVERIFY(sentence(made.page, "riskFinish").startsWith(QStringLiteral("Nothing is left to build")));
    for (const char* chart : {"finishCurve", "costCurve", "jointChance", "drivers", "finishMovers", "costMovers"})
        QVERIFY2(!part<ReadableChart>(made.page, chart).isVisible(), chart);
    // And back again.
    made.document().setItemState(QStringLiteral("metrics"), ItemState::missing);
    made.settle();
    QVERIFY(part<SureChart>(made.page, "finishCurve").isVisible());
}

void TestRiskPage::editsConfidenceInPlace()
{
    OpenPage made;
    part<QPushButton>(made.page, "riskConfidence90").click();
    QCOMPARE(made.document().inputs().confidence, 90);
    made.settle();
    QVERIFY(sentence(made.page, "riskFinish").startsWith(QStringLiteral("90 % chance")));
    const SureCurve& curve = part<SureChart>(made.page, "finishCurve").curve();
    const auto chosen = std::ranges::find_if(curve.marks, &SureCurve::Mark::chosen);
    QVERIFY(chosen != curve.marks.end() && chosen->chance == 0.9);
    made.document().undo();
    QVERIFY(part<QPushButton>(made.page, "riskConfidence80").isChecked());
}

void TestRiskPage::editsTargetAndBudgetInPlace()
{
    OpenPage made;
    auto& target = part<DateField>(made.page, "riskTarget");
    target.setText(QStringLiteral("2 Nov 2026"));
    target.settle();
    QCOMPARE(made.document().inputs().targetDate, parseDate("2026-11-02").value());
    made.settle();
    QVERIFY(sentence(made.page, "riskJoint")
                .startsWith(QStringLiteral("No chance of meeting both: done by 2 November 2026")));
    auto& budget = part<AmountField>(made.page, "riskBudget");
    budget.setText(QStringLiteral("200k"));
    budget.settle();
    QCOMPARE(made.document().inputs().budget, Money::dollars(200'000));
    QTest::mouseClick(&part<QCheckBox>(made.page, "riskUseTarget"), Qt::LeftButton, {}, QPoint(8, 10));
    QVERIFY(!made.document().inputs().targetDate);
    QVERIFY(!target.isEnabled());
    made.settle();
    QVERIFY(sentence(made.page, "riskJoint").contains(QStringLiteral("Set a target date as well")));
    QVERIFY(!part<JointChart>(made.page, "jointChance").isVisible());
}

void TestRiskPage::editsCorrelationInPlace()
{
    OpenPage made;
    auto& badge = part<Badge>(made.page, "correlationBadge");
    QCOMPARE(badge.kind(), ProvenanceKind::assumed);
    const double before = made.document().risk()->finishAt(0.9);
    QTest::keyClick(&part<QComboBox>(made.page, "correlation"), Qt::Key_Home);
    QCOMPARE(made.document().inputs().correlation, 0.0);
    QCOMPARE(badge.kind(), ProvenanceKind::yours);
    made.settle();
    QVERIFY(made.document().risk()->finishAt(0.9) < before);
    part<QPushButton>(made.page, "correlationUsual").click();
    QCOMPARE(made.document().inputs().correlation, 0.5);
    QCOMPARE(badge.kind(), ProvenanceKind::assumed);
}

void TestRiskPage::chartsAreReadByKeys()
{
    OpenPage made;
    made.page.activateWindow();
    auto& chart = part<SureChart>(made.page, "finishCurve");
    chart.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(chart.hasFocus());
    // The keys begin at the promise.
    QVERIFY2(plain(chart.readout()).contains(QStringLiteral("80 plans of 100 are done")), qPrintable(chart.readout()));
    QCOMPARE(chart.accessibleDescription(), chart.readout());
    const auto at = chart.reading();
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(*chart.reading(), *at - 1);
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(*chart.reading(), std::size_t{0});
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(*chart.reading(), std::size_t{0});
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(*chart.reading(), chart.readingCount() - 1);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.reading());
    auto& joint = part<JointChart>(made.page, "jointChance");
    joint.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(joint.hasFocus());
    QVERIFY(joint.readout().endsWith(QStringLiteral("on time and in budget.")));
}

void TestRiskPage::chartsAreReadByMouse()
{
    OpenPage made;
    auto& chart = part<SureChart>(made.page, "finishCurve");
    QTest::mouseMove(&chart, QPoint(chart.width() / 2, 80));
    QTRY_VERIFY(chart.reading().has_value());
    QVERIFY(plain(chart.readout()).startsWith(QStringLiteral("Week ")));
    QTest::mouseMove(&chart, QPoint(chart.width() / 2, chart.height() - 3));
    QTRY_VERIFY(!chart.reading());
    auto& movers = part<PhaseBarChart>(made.page, "finishMovers");
    part<QScrollArea>(made.page, "riskScroll").ensureWidgetVisible(&movers);
    for (int y = 4; y < movers.height() && !movers.reading(); y += 4) { // down to the first row
        QTest::mouseMove(&movers, QPoint(movers.width() / 2, y));
        QTest::qWait(1);
    }
    QTRY_COMPARE(movers.reading(), std::optional<std::size_t>(0));
    QVERIFY(movers.readout().startsWith(movers.bars().rows.front().title));
}

void TestRiskPage::figuresAreCopied()
{
    OpenPage made;
    made.page.activateWindow();
    auto& chart = part<SureChart>(made.page, "costCurve");
    chart.setFocus();
    QTRY_VERIFY(chart.hasFocus());
    QTest::keyClick(&chart, Qt::Key_C, Qt::ControlModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(QStringLiteral("Plans\tdone by\t")), qPrintable(text));
    QVERIFY(text.contains(format::promiseAmount(made.document().risk()->totalAt(0.9))));
}

void TestRiskPage::chartsDescribeThemselves()
{
    OpenPage made;
    for (const ReadableChart* chart : made.page.findChildren<ReadableChart*>()) {
        QVERIFY2(!chart->accessibleName().isEmpty(), qPrintable(chart->objectName()));
        if (chart->isVisible())
            QVERIFY2(chart->accessibleDescription().contains(QRegularExpression(QStringLiteral("\\d"))),
                     qPrintable(chart->objectName()));
    }
    QVERIFY(plain(part<JointChart>(made.page, "jointChance").accessibleDescription())
                .contains(QStringLiteral("late and over budget, share ")));
}

void TestRiskPage::curvesRiseThroughTheirMarks()
{
    OpenPage made;
    for (const char* name : {"finishCurve", "costCurve"}) {
        SureCurve curve = part<SureChart>(made.page, name).curve();
        curve.font = made.page.font();
        QVERIFY(std::ranges::is_sorted(curve.points, {}, &QPointF::x));
        QVERIFY(std::ranges::is_sorted(curve.points, {}, &QPointF::y));
        QCOMPARE(curve.points.back().y(), 1.0);
        QCOMPARE(curve.marks.size(), std::size_t{4});
        const QRectF area(0, 0, 400, 240);
        for (const SureCurve::Mark& mark : curve.marks) {
            // Two of 240 points lie 0.42 % apart.
            QVERIFY(std::abs(curve.chanceAt(mark.value) - mark.chance) < 0.005);
            const QPointF place = curve.at(area, mark.value, mark.chance);
            QVERIFY(curve.plot(area).contains(place));
            QVERIFY(std::abs(curve.valueAt(area, place.x()) - mark.value) < 1e-6 * std::abs(mark.value));
        }
    }
}

void TestRiskPage::barsReachTheirValues()
{
    OpenPage made;
    PhaseBars bars = part<PhaseBarChart>(made.page, "finishMovers").bars();
    bars.font = made.page.font();
    const QRectF area(0, 0, 420, bars.heightFor(bars.rows.size()));
    double last = 1e9;
    for (const PhaseBars::Row& row : bars.rows) {
        QVERIFY(row.first < 0 && row.second > 0);
        QVERIFY(bars.x(area, row.first) < bars.x(area, 0) && bars.x(area, row.second) > bars.x(area, 0));
        QVERIFY(bars.plot(area).contains(QPointF(bars.x(area, row.first) + 0.1, 1)));
        QVERIFY(row.second - row.first <= last);
        last = row.second - row.first;
    }
    QVERIFY(area.contains(bars.row(area, bars.rows.size() - 1)));
}

void TestRiskPage::everythingFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("pixels");
    QTest::newRow("beside the inspector") << QSize(818, 740) << 13;
    QTest::newRow("narrow") << QSize(420, 400) << 13;
    QTest::newRow("large type") << QSize(700, 500) << 26;
}

void TestRiskPage::everythingFits()
{
    QFETCH(QSize, size);
    QFETCH(int, pixels);
    testing::OpenPlan open;
    RiskPage page(open.document());
    QFont font = page.font();
    font.setPixelSize(pixels);
    page.setFont(font);
    testing::showAt(page, size);
    QVERIFY(QTest::qWaitFor([&] { return open.document().risk() != nullptr; }, 60000));
    QTest::qWait(0);
    QCOMPARE(testing::widgetProblems(page), QStringList());
    // It scrolls down and never across.
    auto& scroll = part<QScrollArea>(page, "riskScroll");
    QVERIFY(scroll.widget()->width() <= scroll.viewport()->width());
    QVERIFY(scroll.verticalScrollBar()->maximum() > 0);
}

TRESTLE_UI_TEST(TestRiskPage)
#include "tst_risk_page.moc"
