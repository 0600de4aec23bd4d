#include "tests/ui/support/small_plan.h"
#include "ui/gantt/gantt_layout.h"
#include "ui/gantt/gantt_links.h"

#include <QTest>

#include <algorithm>

using namespace trestle;
using namespace trestle::testing;

Q_DECLARE_METATYPE(trestle::LinkType)

namespace {

constexpr double kPixels = 20;

GanttLayout layOut(const Plan& plan, GanttLayoutOptions options = {{"one", "two"}, {}, {}})
{
    return layoutGantt(plan, TimeAxis::ofPlan(plan, kPixels), GanttMetrics(), options);
}

const GanttRow& rowOf(const Plan& plan, const GanttLayout& layout, const char* node)
{
    return layout.rows[rowOfNode(plan, layout, node)];
}

std::vector<GanttArrow> arrowsOf(const Plan& plan, const GanttLayout& layout, LinkMode mode, const char* selected = "")
{
    return layoutArrows(plan, layout, mode, selected);
}

} // namespace

class TestGanttLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsFollowOpenPhases();
    void rowsLieOnEachOther();
    void rowAtAgreesWithRows();
    void rowsWithinAgreesWithRows_data();
    void rowsWithinAgreesWithRows();
    void barsRunFromStartToFinish();
    void shortBarsCanBeSeen();
    void workInPlaceHasNoBar();
    void referenceWindowsCountFromTheProject();
    void extensionReachesTheHighFinish();
    void extensionReachesWhatItIsTold();
    void slackEndsWhereTheFinishMoves();
    void marks_data();
    void marks();
    void daysOffBetweenTwoWorkingDaysAreOneColumn();
    void leaveTakesItsTime();
    void nodesOfClosedPhasesStandAtThePhase();
    void nothingLeft();

    void arrowPaths_data();
    void arrowPaths();
    void arrowsOfTheSelection();
    void arrowsOfAll();
    void arrowsOfAClosedPhase();
    void noArrows();
};

void TestGanttLayout::rowsFollowOpenPhases()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan, {{"two", "unknown"}, {}, {}});
    QStringList nodes;
    for (const GanttRow& row : layout.rows)
        nodes += QString::fromStdString(nodeOf(plan, row));
    QCOMPARE(nodes, QStringList({"one", "two", "d", "e", "three"}));
    QVERIFY(!layout.rows[0].open);
    QVERIFY(layout.rows[1].open);
}

void TestGanttLayout::rowsLieOnEachOther()
{
    const GanttLayout layout = layOut(smallPlan());
    double top = 0;
    for (const GanttRow& row : layout.rows) {
        QCOMPARE(row.top, top);
        QCOMPARE(row.height, row.isPhase() ? layout.metrics.phaseRow : layout.metrics.itemRow);
        top = row.bottom();
        for (const QRectF& part : {row.bar, row.until, row.reference})
            if (!part.isEmpty())
                QVERIFY(part.top() >= row.top && part.bottom() <= row.bottom());
    }
    QCOMPARE(layout.height(), top);
}

void TestGanttLayout::rowAtAgreesWithRows()
{
    const GanttLayout layout = layOut(smallPlan());
    for (std::size_t r = 0; r < layout.rows.size(); ++r) {
        QCOMPARE(layout.rowAt(layout.rows[r].top), r);
        QCOMPARE(layout.rowAt(layout.rows[r].bottom() - 0.5), r);
    }
    QCOMPARE(layout.rowAt(-1), GanttLayout::kNoRow);
    QCOMPARE(layout.rowAt(layout.height()), GanttLayout::kNoRow);
    QCOMPARE(GanttLayout().rowAt(0), GanttLayout::kNoRow);
}

void TestGanttLayout::rowsWithinAgreesWithRows_data()
{
    QTest::addColumn<double>("top");
    QTest::addColumn<double>("bottom");
    QTest::newRow("all") << -10.0 << 1000.0;
    QTest::newRow("first pixel") << 0.0 << 1.0;
    QTest::newRow("middle") << 40.0 << 100.0;
    QTest::newRow("edges of rows") << 34.0 << 60.0;
    QTest::newRow("above") << -20.0 << -1.0;
    QTest::newRow("below") << 900.0 << 950.0;
}

void TestGanttLayout::rowsWithinAgreesWithRows()
{
    QFETCH(double, top);
    QFETCH(double, bottom);
    const GanttLayout layout = layOut(smallPlan());
    const auto [first, last] = layout.rowsWithin(top, bottom);
    QVERIFY(first <= last);
    for (std::size_t r = 0; r < layout.rows.size(); ++r) {
        const bool reaches = layout.rows[r].bottom() > top && layout.rows[r].top < bottom;
        QCOMPARE(r >= first && r < last, reaches);
    }
}

void TestGanttLayout::barsRunFromStartToFinish()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan);
    QCOMPARE(rowOf(plan, layout, "two").bar.left(), 2 * kPixels);
    QCOMPARE(rowOf(plan, layout, "two").bar.right(), 5 * kPixels);
    QCOMPARE(rowOf(plan, layout, "e").bar.left(), 4 * kPixels);
    QCOMPARE(rowOf(plan, layout, "e").bar.right(), 5 * kPixels);
    QVERIFY(rowOf(plan, layout, "e").until.isEmpty());
    QVERIFY(rowOf(plan, layout, "e").reference.isEmpty());
}

void TestGanttLayout::shortBarsCanBeSeen()
{
    Plan plan = smallPlan();
    plan.items[0].when.likely = worked(0, 0.01);
    const GanttLayout layout = layOut(plan);
    QCOMPARE(rowOf(plan, layout, "a").bar.width(), layout.metrics.smallestBar);
}

void TestGanttLayout::workInPlaceHasNoBar()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan);
    for (const char* node : {"c", "three"}) {
        QVERIFY(!rowOf(plan, layout, node).hasWork);
        QVERIFY(rowOf(plan, layout, node).bar.isEmpty());
        QVERIFY(rowOf(plan, layout, node).until.isEmpty());
    }
    QVERIFY(!rowOf(plan, layout, "three").reference.isEmpty());
    QVERIFY(layout.anyWork);
}

void TestGanttLayout::referenceWindowsCountFromTheProject()
{
    Plan plan = smallPlan();
    plan.inputs.asOf = day("2027-01-25");
    plan.startDate = *plan.inputs.asOf;
    const GanttLayout layout = layOut(plan);
    const GanttRow& two = rowOf(plan, layout, "two");
    QCOMPARE(two.reference.left(), 2 * kPixels); // weeks 3 to 6
    QCOMPARE(two.reference.right(), 6 * kPixels);
    QCOMPARE(two.bar.left(), (3 + 2) * kPixels); // three weeks later than without as-of
    QVERIFY(two.reference.top() > two.bar.bottom());
}

void TestGanttLayout::extensionReachesTheHighFinish()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan);
    const GanttRow& two = rowOf(plan, layout, "two");
    QCOMPARE(two.until.left(), two.bar.right());
    QCOMPARE(two.until.right(), 7.5 * kPixels);
    QVERIFY(!layout.until);
}

void TestGanttLayout::extensionReachesWhatItIsTold()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan, {{}, UntilFinish{{2.0, 6.0, 0.0}, 90}, {}});
    QVERIFY(rowOf(plan, layout, "one").until.isEmpty()); // sure to finish when it is likely to
    QCOMPARE(rowOf(plan, layout, "two").until.right(), 6 * kPixels);
    QVERIFY(rowOf(plan, layout, "three").until.isEmpty());
    QCOMPARE(layout.until->confidence, 90);
    // Not known yet: nothing is claimed.
    QVERIFY(rowOf(plan, layOut(plan, {{}, UntilFinish{{}, 90}, {}}), "two").until.isEmpty());
}

void TestGanttLayout::slackEndsWhereTheFinishMoves()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan);
    QCOMPARE(rowOf(plan, layout, "e").slackTo, 6.5 * kPixels);
    QCOMPARE(rowOf(plan, layout, "d").slackTo, rowOf(plan, layout, "d").bar.right());
}

void TestGanttLayout::marks_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("today");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << ""
                          << ""
                          << "" << QStringList();
    QTest::newRow("target at the end of its day") << ""
                                                  << ""
                                                  << "2027-01-15" << QStringList("target 40");
    QTest::newRow("today at the start of its day") << ""
                                                   << "2027-01-13"
                                                   << "" << QStringList("today 28");
    QTest::newRow("today before the project") << ""
                                              << "2026-12-24"
                                              << "" << QStringList();
    QTest::newRow("today behind the axis") << ""
                                           << "2028-12-24"
                                           << "" << QStringList();
    QTest::newRow("as of") << "2027-01-18"
                           << ""
                           << "" << QStringList("as of 40");
    QTest::newRow("as of before the start") << "2026-12-01"
                                            << ""
                                            << "" << QStringList();
    QTest::newRow("target before the start") << ""
                                             << ""
                                             << "2026-12-24" << QStringList("target 0");
    QTest::newRow("target beyond") << ""
                                   << ""
                                   << "2029-01-15" << QStringList("target 240 beyond");
    QTest::newRow("all") << "2027-01-18"
                         << "2027-01-18"
                         << "2027-01-22" << QStringList({"as of 40", "today 40", "target 60"});
}

void TestGanttLayout::marks()
{
    QFETCH(QString, asOf);
    QFETCH(QString, today);
    QFETCH(QString, target);
    QFETCH(QStringList, expected);
    Plan plan = smallPlan();
    plan.inputs.asOf = parseDate(asOf.toStdString());
    if (plan.inputs.asOf)
        plan.startDate = std::max(plan.startDate, *plan.inputs.asOf);
    plan.inputs.targetDate = parseDate(target.toStdString());
    const GanttLayout layout = layOut(plan, {{}, {}, parseDate(today.toStdString())});
    QStringList found;
    for (const GanttMark& mark : layout.marks) {
        static constexpr std::array kNames{"as of", "today", "target"};
        found += QStringLiteral("%1 %2%3")
                     .arg(QLatin1String(kNames.at(static_cast<std::size_t>(mark.kind))))
                     .arg(mark.x)
                     .arg(mark.beyond ? QStringLiteral(" beyond") : QString());
    }
    QCOMPARE(found, expected);
}

void TestGanttLayout::daysOffBetweenTwoWorkingDaysAreOneColumn()
{
    Plan plan = smallPlan();
    const Date start = plan.inputs.start;
    QVERIFY(isWeekday(start));
    QVERIFY(layOut(plan).daysOff.empty());
    // Thursday and Friday of the first week and the Monday behind them; a day of the third week; one before the start
    // and one behind the axis.
    const Date monday = start - (std::chrono::weekday(start) - std::chrono::Monday);
    const auto off = [&](int days, const char* label) { return DayOff{monday + std::chrono::days(days), label}; };
    plan.inputs.daysOff = {off(3, "Good Friday"), off(4, "Good Friday"), off(7, "Easter Monday"),
                           off(15, "Stocktake"),  off(-7, "Before"),     off(7'000, "Behind")};
    const GanttLayout layout = layOut(plan);
    QCOMPARE(layout.daysOff.size(), std::size_t{2});
    const GanttDaysOff& easter = layout.daysOff[0];
    QVERIFY((easter.days == DateRange{monday + std::chrono::days(3), monday + std::chrono::days(7)}));
    QVERIFY((easter.labels == std::vector<std::string>{"Good Friday", "Easter Monday"}));
    QVERIFY(easter.width >= 3 && !easter.isLeave);
    QCOMPARE(easter.left + easter.width / 2, layout.axis.xOfDayStart(monday + std::chrono::days(8)).value());
    QVERIFY(layout.daysOff[1].width >= 3);
}

void TestGanttLayout::leaveTakesItsTime()
{
    Plan plan = smallPlan();
    const Date away = plan.inputs.start + std::chrono::weeks(1);
    plan.inputs.team = {{"Ana", 1.0, {}, {}, {}, {{away, away + std::chrono::weeks(1) - std::chrono::days(1)}}}};
    const GanttLayout layout = layOut(plan);
    QCOMPARE(layout.daysOff.size(), std::size_t{1});
    QVERIFY(layout.daysOff[0].isLeave);
    QCOMPARE(layout.daysOff[0].left, layout.axis.xOfDayStart(away).value());
    QCOMPARE(layout.daysOff[0].width, kPixels);
    QVERIFY(layout.daysOff[0].labels.empty());
    plan.inputs.team.push_back({"Ben", 1.0, {}, {}, {}, {{away, away}}});
    const GanttLayout ofTwo = layOut(plan);
    QCOMPARE(ofTwo.daysOff.size(), std::size_t{2});
    QCOMPARE(ofTwo.daysOff[0].labels, std::vector<std::string>{"Ana"});
    QCOMPARE(ofTwo.daysOff[1].labels, std::vector<std::string>{"Ben"});
    QCOMPARE(ofTwo.daysOff[1].width, kPixels / 5);
}

void TestGanttLayout::nodesOfClosedPhasesStandAtThePhase()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan, {{"two"}, {}, {}});
    QCOMPARE(rowOfNode(plan, layout, "b"), rowOfNode(plan, layout, "one"));
    QCOMPARE(rowOfNode(plan, layout, "d"), rowOfNode(plan, layout, "two") + 1);
    QCOMPARE(rowOfNode(plan, layout, "nobody"), GanttLayout::kNoRow);
    QCOMPARE(rowOfNode(plan, layout, ""), GanttLayout::kNoRow);
}

void TestGanttLayout::nothingLeft()
{
    Plan plan = smallPlan();
    for (ItemPlan& item : plan.items)
        item.hasWork = false;
    for (PhasePlan& phase : plan.phases)
        phase.hasWork = false;
    const GanttLayout layout = layOut(plan);
    QVERIFY(!layout.anyWork);
    QVERIFY(std::ranges::all_of(layout.rows, [](const GanttRow& row) { return row.bar.isEmpty(); }));
    QVERIFY(arrowsOf(plan, layout, LinkMode::All).empty());
    QCOMPARE(layOut(Plan()).height(), 0.0);
}

void TestGanttLayout::arrowPaths_data()
{
    QTest::addColumn<LinkType>("type");
    QTest::addColumn<double>("targetLeft"); // the source's bar runs from 100 to 140
    QTest::addColumn<double>("targetTop");
    QTest::addColumn<int>("corners");
    using enum LinkType;
    QTest::newRow("finish to start, room between") << finishToStart << 200.0 << 100.0 << 4;
    QTest::newRow("finish to start, right behind") << finishToStart << 140.0 << 100.0 << 6;
    QTest::newRow("finish to start, overlapping") << finishToStart << 110.0 << 100.0 << 6;
    QTest::newRow("finish to start, upwards") << finishToStart << 140.0 << -100.0 << 6;
    QTest::newRow("start to start, later") << startToStart << 150.0 << 100.0 << 4;
    QTest::newRow("start to start, earlier") << startToStart << 20.0 << 100.0 << 4;
    QTest::newRow("finish to finish, later") << finishToFinish << 200.0 << 100.0 << 4;
    QTest::newRow("finish to finish, earlier") << finishToFinish << 20.0 << -100.0 << 4;
    QTest::newRow("start to finish, earlier") << startToFinish << 10.0 << 100.0 << 4;
    QTest::newRow("start to finish, later") << startToFinish << 200.0 << 100.0 << 6;
}

void TestGanttLayout::arrowPaths()
{
    QFETCH(LinkType, type);
    QFETCH(double, targetLeft);
    QFETCH(double, targetTop);
    QFETCH(int, corners);
    GanttRow from;
    from.top = 0;
    from.height = 34;
    from.bar = QRectF(100, 8, 40, 12);
    GanttRow to;
    to.top = targetTop;
    to.height = 34;
    to.bar = QRectF(targetLeft, targetTop + 8, 40, 12);
    const QPolygonF path = arrowPath(from, to, type, GanttMetrics());

    QCOMPARE(path.size(), corners);
    const bool leavesFinish = type == LinkType::finishToStart || type == LinkType::finishToFinish;
    const bool entersStart = type == LinkType::finishToStart || type == LinkType::startToStart;
    QCOMPARE(path.front(), QPointF(leavesFinish ? 140 : 100, 14));
    QCOMPARE(path.back(), QPointF(entersStart ? targetLeft : targetLeft + 40, targetTop + 14));
    for (int i = 1; i < path.size(); ++i)
        QVERIFY(path[i].x() == path[i - 1].x() || path[i].y() == path[i - 1].y());
    // Leaves the bar outwards and comes in from outside, with room for the head.
    const double in = path.back().x() - path[path.size() - 2].x();
    QVERIFY((entersStart ? in : -in) >= GanttMetrics().arrowHead);
    const double out = path[1].x() - path[0].x();
    QVERIFY((leavesFinish ? out : -out) >= 0);
}

void TestGanttLayout::arrowsOfTheSelection()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan);
    const auto one = arrowsOf(plan, layout, LinkMode::Selected, "one");
    QCOMPARE(one.size(), std::size_t{1});
    QCOMPARE(one[0].from, rowOfNode(plan, layout, "one"));
    QCOMPARE(one[0].to, rowOfNode(plan, layout, "two"));
    QVERIFY(!one[0].byPeople); // it binds
    // e has a link from a, which does not bind, and waits for Ana, who is on d: both dashed.
    const auto e = arrowsOf(plan, layout, LinkMode::Selected, "e");
    QCOMPARE(e.size(), std::size_t{2});
    for (const GanttArrow& arrow : e) {
        QVERIFY(arrow.byPeople);
        QCOMPARE(arrow.to, rowOfNode(plan, layout, "e"));
    }
    QCOMPARE(e[0].from, rowOfNode(plan, layout, "a"));
    QCOMPARE(e[1].from, rowOfNode(plan, layout, "d"));
    QVERIFY(arrowsOf(plan, layout, LinkMode::Selected, "").empty());
    QVERIFY(arrowsOf(plan, layout, LinkMode::Selected, "b").empty());
}

void TestGanttLayout::arrowsOfAll()
{
    const Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan);
    // Not the link to the phase that is in place: it has no bar.
    QCOMPARE(arrowsOf(plan, layout, LinkMode::All).size(), std::size_t{2});
}

void TestGanttLayout::arrowsOfAClosedPhase()
{
    Plan plan = smallPlan();
    const GanttLayout layout = layOut(plan, {{}, {}, {}});
    // The link of the phase and the one between its items are one arrow between the same bars; the binding one wins.
    const auto arrows = arrowsOf(plan, layout, LinkMode::Selected, "one");
    QCOMPARE(arrows.size(), std::size_t{1});
    QVERIFY(!arrows[0].byPeople);
    plan.links[0].tight = false;
    QVERIFY(arrowsOf(plan, layout, LinkMode::Selected, "one")[0].byPeople);
    // What an item waits for inside its own closed phase is no arrow.
    QVERIFY(std::ranges::none_of(arrowsOf(plan, layout, LinkMode::Selected, "e"),
                                 [](const GanttArrow& arrow) { return arrow.from == arrow.to; }));
}

void TestGanttLayout::noArrows()
{
    const Plan plan = smallPlan();
    QVERIFY(arrowsOf(plan, layOut(plan), LinkMode::None, "one").empty());
}

QTEST_GUILESS_MAIN(TestGanttLayout)
#include "tst_gantt_layout.moc"
