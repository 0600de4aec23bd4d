#include "tests/support/compare_quantities.h"
#include "tests/ui/support/small_plan.h"
#include "ui/gantt/time_axis.h"

#include <QTest>

#include <cmath>

using namespace trestle;
using namespace trestle::testing;
using std::chrono::year;
using std::chrono::year_month;

namespace {

constexpr double kPixels = 13.5;

TimeAxis axisFrom(const char* start, Weeks length, double pixels, std::vector<Date> daysOff = {}, Weeks planStart = 0)
{
    return {WorkCalendar(day(start), std::move(daysOff)), planStart, length, pixels};
}

/// Weekdays from one date up to another, counted one by one: what the axis must agree with.
int weekdaysBetween(Date from, Date to)
{
    int count = 0;
    for (Date date = from; date < to; date += std::chrono::days(1))
        count += isWeekday(date) ? 1 : 0;
    return count;
}

} // namespace

class TestTimeAxis : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pixelsAndTimesAreInverse();
    void planTimeStandsBehindItsStart();
    void daysHaveTheirPlace_data();
    void daysHaveTheirPlace();
    void lengthHoldsEverything_data();
    void lengthHoldsEverything();
    void asOfMovesThePlanNotTheAxis();
    void weekStepsDouble_data();
    void weekStepsDouble();
    void weekTicksKeepTheirDistance_data();
    void weekTicksKeepTheirDistance();
    void monthsBeginOnTheirFirstWorkingDay();
    void monthLabelsKeepTheirDistance_data();
    void monthLabelsKeepTheirDistance();
    void firstMonthAndJanuariesNameTheYear();
    void closureSqueezesNoMonthOut();
    void yearOfTheFirstMonthMayStandElsewhere();
    void monthCutByTheEdgeStaysInSight();
};

void TestTimeAxis::pixelsAndTimesAreInverse()
{
    const TimeAxis axis = axisFrom("2027-01-04", 28, kPixels, {}, 3);
    for (const double x : {-12.0, 0.0, 1.0, 13.5, 100.25, 378.0}) {
        QCOMPARE(axis.xOfWeek(axis.weekAt(x)), x);
        QCOMPARE(axis.x(axis.planTimeAt(x)), x);
    }
    QCOMPARE(axis.width(), 28 * kPixels);
    QCOMPARE(axis.fitting(560), 20.0);
    QCOMPARE(axis.scaled(20).width(), 560.0);
}

void TestTimeAxis::planTimeStandsBehindItsStart()
{
    const TimeAxis axis = axisFrom("2027-01-04", 28, 10, {}, 3.4);
    QCOMPARE(axis.x(0), 34.0);
    QCOMPARE(axis.x(2), 54.0);
    QCOMPARE(axis.planTimeAt(0), -3.4);
}

void TestTimeAxis::daysHaveTheirPlace_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<double>("start"); // days of the axis; −1: not on it
    QTest::addColumn<double>("end");
    QTest::newRow("first day") << "2027-01-04" << 0.0 << 1.0;
    QTest::newRow("Friday") << "2027-01-08" << 4.0 << 5.0;
    QTest::newRow("Saturday is the end of the week") << "2027-01-09" << 5.0 << 5.0;
    QTest::newRow("Monday after") << "2027-01-11" << 5.0 << 6.0;
    QTest::newRow("day off takes no room") << "2027-01-26" << 16.0 << 16.0;
    QTest::newRow("after the day off") << "2027-01-27" << 16.0 << 17.0;
    QTest::newRow("before the project") << "2027-01-03" << -1.0 << -1.0;
}

void TestTimeAxis::daysHaveTheirPlace()
{
    QFETCH(QString, date);
    QFETCH(double, start);
    QFETCH(double, end);
    const TimeAxis axis = axisFrom("2027-01-04", 28, 50, {day("2027-01-26")});
    const Date when = *parseDate(date.toStdString());
    if (start < 0) {
        QVERIFY(!axis.xOfDayStart(when));
        QVERIFY(!axis.xOfDayEnd(when));
        return;
    }
    QCOMPARE(axis.xOfDayStart(when).value(), start * 10);
    QCOMPARE(axis.xOfDayEnd(when).value(), end * 10);
    if (end > start) // a working day
        QCOMPARE(axis.dateAt(start * 10 + 5), when);
}

void TestTimeAxis::lengthHoldsEverything_data()
{
    QTest::addColumn<double>("highFinish");
    QTest::addColumn<int>("lastReference");
    QTest::addColumn<QString>("target");
    QTest::addColumn<double>("until");
    QTest::addColumn<double>("length");
    QTest::newRow("nothing to do") << 0.0 << 1 << "" << 0.0 << 4.0;
    QTest::newRow("bars") << 29.4 << 24 << "" << 0.0 << 32.0;
    QTest::newRow("room behind the last") << 28.0 << 24 << "" << 0.0 << 32.0;
    QTest::newRow("reference window") << 10.0 << 24 << "" << 0.0 << 28.0;
    QTest::newRow("target") << 10.0 << 12 << "2027-04-30" << 0.0 << 20.0; // end of week 17
    QTest::newRow("target too far to show") << 10.0 << 12 << "2028-04-30" << 0.0 << 16.0;
    QTest::newRow("extension") << 10.0 << 12 << "" << 17.0 << 20.0;
    QTest::newRow("extension short of the high finish") << 29.4 << 24 << "" << 23.0 << 28.0;
}

void TestTimeAxis::lengthHoldsEverything()
{
    QFETCH(double, highFinish);
    QFETCH(int, lastReference);
    QFETCH(QString, target);
    QFETCH(double, until);
    QFETCH(double, length);
    Plan plan = smallPlan();
    plan.phases.resize(1);
    plan.phases[0].when.high = worked(0, highFinish);
    plan.phases[0].reference = {1, lastReference};
    plan.finish = {0, 0, highFinish};
    plan.inputs.targetDate = parseDate(target.toStdString());
    QCOMPARE(TimeAxis::ofPlan(plan, 10, until > 0 ? std::optional(until) : std::nullopt).length(), length);
}

void TestTimeAxis::asOfMovesThePlanNotTheAxis()
{
    Plan plan = smallPlan();
    const TimeAxis before = TimeAxis::ofPlan(plan, 10);
    plan.inputs.asOf = day("2027-01-20"); // Wednesday of the third week
    plan.startDate = *plan.inputs.asOf;
    const TimeAxis after = TimeAxis::ofPlan(plan, 10);
    QCOMPARE(before.planStart(), 0.0);
    QCOMPARE(after.planStart(), 2.4);
    QCOMPARE(after.xOfWeek(1), before.xOfWeek(1));
    QCOMPARE(after.dateAt(0), day("2027-01-04"));
    QCOMPARE(after.dateAt(after.x(0)), day("2027-01-20"));
}

void TestTimeAxis::weekStepsDouble_data()
{
    QTest::addColumn<double>("pixels");
    QTest::addColumn<int>("step");
    QTest::newRow("room for each") << 20.0 << 1;
    QTest::newRow("just room") << 18.0 << 1;
    QTest::newRow("every other") << 17.9 << 2;
    QTest::newRow("every fourth") << 5.0 << 4;
    QTest::newRow("far out") << 0.1 << 256;
}

void TestTimeAxis::weekStepsDouble()
{
    QFETCH(double, pixels);
    QFETCH(int, step);
    QCOMPARE(axisFrom("2027-01-04", 100, pixels).weekStep(18), step);
}

void TestTimeAxis::weekTicksKeepTheirDistance_data()
{
    QTest::addColumn<double>("pixels");
    QTest::addColumn<double>("left");
    for (const double pixels : {0.4, 3.0, 7.0, 13.5, 40.0, 300.0})
        for (const double left : {0.0, 17.3, 400.0})
            QTest::addRow("%g px a week from %g", pixels, left) << pixels << left;
}

void TestTimeAxis::weekTicksKeepTheirDistance()
{
    QFETCH(double, pixels);
    QFETCH(double, left);
    const TimeAxis axis = axisFrom("2027-01-04", 5000, pixels);
    const auto ticks = axis.weekTicks(left, left + 600, 9, 24);
    QVERIFY(!ticks.empty());
    QVERIFY(ticks.front().x <= left); // the one that the edge cuts is there
    double lastLabel = -1e9;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        QCOMPARE(ticks[i].x, axis.xOfWeek(ticks[i].week - 1));
        QVERIFY(ticks[i].x <= left + 600);
        if (i > 0)
            QVERIFY(ticks[i].x - ticks[i - 1].x >= 9);
        if (!ticks[i].labelled)
            continue;
        QVERIFY(ticks[i].x - lastLabel >= 24);
        lastLabel = ticks[i].x;
    }
    QVERIFY(ticks.back().x + axis.weekStep(9) * pixels > left + 600);
}

void TestTimeAxis::monthsBeginOnTheirFirstWorkingDay()
{
    const Date start = day("2027-01-04");
    const TimeAxis axis = axisFrom("2027-01-04", 28, kPixels);
    const auto ticks = axis.monthTicks(0, axis.width(), 20, 40);
    QCOMPARE(ticks.size(), std::size_t{7}); // January to July
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const year_month month = year(2027) / std::chrono::month(static_cast<unsigned>(i + 1));
        QVERIFY(ticks[i].month == month);
        const Date first = std::max(start, Date(month / 1));
        QCOMPARE(ticks[i].x, weekdaysBetween(start, first) * kPixels / 5);
    }
    // Australia Day and the first of February off: January is a day shorter, February begins on the second.
    const auto later =
        axisFrom("2027-01-04", 28, 50, {day("2027-01-26"), day("2027-02-01")}).monthTicks(0, 600, 20, 40);
    QCOMPARE(later[1].x, 19 * 10.0);
}

void TestTimeAxis::monthLabelsKeepTheirDistance_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<double>("pixels");
    QTest::addColumn<double>("left");
    for (const char* start : {"2027-01-04", "2027-01-28", "2027-12-31"})
        for (const double pixels : {0.1, 0.7, 2.0, 7.0, 12.3, 60.0})
            for (const double left : {-10.0, 0.0, 333.0})
                QTest::addRow("%s, %g px, from %g", start, pixels, left) << start << pixels << left;
}

void TestTimeAxis::monthLabelsKeepTheirDistance()
{
    QFETCH(QString, start);
    QFETCH(double, pixels);
    QFETCH(double, left);
    constexpr double kPlain = 34;
    constexpr double kWithYear = 56;
    const TimeAxis axis = axisFrom(qPrintable(start), 100'000, pixels);
    const auto ticks = axis.monthTicks(left, left + 800, kPlain, kWithYear);
    QVERIFY(!ticks.empty());
    QVERIFY(ticks.front().withYear);
    QVERIFY(ticks.front().x >= left);
    for (std::size_t i = 1; i < ticks.size(); ++i)
        QVERIFY(ticks[i].x - ticks[i - 1].x >= (ticks[i - 1].withYear ? kWithYear : kPlain));
    QVERIFY(ticks.back().x <= left + 800);
}

void TestTimeAxis::firstMonthAndJanuariesNameTheYear()
{
    for (const MonthTick& tick : axisFrom("2026-10-05", 80, kPixels).monthTicks(0, 80 * kPixels, 30, 50)) {
        const bool first = tick.month == year(2026) / std::chrono::October;
        QCOMPARE(tick.withYear, first || tick.month.month() == std::chrono::January);
    }
}

void TestTimeAxis::closureSqueezesNoMonthOut()
{
    // Closed from 14 December to 26 January: December has nine working days, January three.
    std::vector<Date> closed;
    for (Date date = day("2026-12-14"); date <= day("2027-01-26"); date += std::chrono::days(1))
        closed.push_back(date);
    const TimeAxis axis = axisFrom("2026-10-05", 28, kPixels, closed);
    const auto ticks = axis.monthTicks(0, axis.width(), 30, 50, false);
    QCOMPARE(ticks.size(), std::size_t{9}); // October to June
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        QVERIFY(ticks[i].month == year(2026) / std::chrono::October + std::chrono::months(static_cast<int>(i)));
        QVERIFY(ticks[i].x >= ticks[i].begin);
        QCOMPARE(ticks[i].begin, axis.xOfDayStart(std::max(day("2026-10-05"), Date(ticks[i].month / 1))).value());
    }
    QVERIFY(ticks[3].begin - ticks[2].begin < 30); // December had no room for its label
}

void TestTimeAxis::yearOfTheFirstMonthMayStandElsewhere()
{
    const auto ticks = axisFrom("2026-11-02", 28, kPixels).monthTicks(0, 28 * kPixels, 30, 50, false);
    for (const MonthTick& tick : ticks)
        QCOMPARE(tick.withYear, tick.month == year(2027) / std::chrono::January);
}

void TestTimeAxis::monthCutByTheEdgeStaysInSight()
{
    const TimeAxis axis = axisFrom("2027-01-04", 28, 60);
    const double middle = axis.xOfDayStart(day("2027-02-08")).value();
    const auto ticks = axis.monthTicks(middle, middle + 800, 30, 50);
    QVERIFY(ticks.front().month == year(2027) / std::chrono::February);
    QCOMPARE(ticks.front().x, middle);
    // … but gives way to the next when that is close.
    const double late = axis.xOfDayStart(day("2027-02-26")).value();
    QVERIFY(axis.monthTicks(late, late + 800, 30, 50).front().month == year(2027) / std::chrono::March);
}

QTEST_GUILESS_MAIN(TestTimeAxis)
#include "tst_time_axis.moc"
