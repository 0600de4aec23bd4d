#include "models/plan/work_dates.h"
#include "tests/support/in_progress.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace trestle;

namespace {

Date day(const char* text)
{
    return parseDate(text).value();
}

Plan planWith(const std::function<void(Inputs&)>& change = {})
{
    const ProjectDocument document = testing::inProgressProject();
    Inputs inputs = document.project.base;
    if (change)
        change(inputs);
    auto plan = makePlan(document.catalogue.catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

QString text(const std::optional<DateRange>& range)
{
    return range ? QString::fromStdString(isoDate(range->first) + ' ' + isoDate(range->last)) : QString();
}

QString text(const std::optional<DoneDates>& done)
{
    return done ? text(std::optional(DateRange{done->first, done->last})) + (done->isOneDay ? " one day" : "")
                : QString();
}

} // namespace

/// When work was done, is likely and was promised.
class TestWorkDates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemsOfAPlanInProgress();
    void phases();
    void oneDateAlone();
    void nothingRecorded();
    void allThatIsTold();
    void effort();
};

void TestWorkDates::itemsOfAPlanInProgress()
{
    const Plan plan = planWith();
    const ItemPlan& finished = *plan.findItem("password-hashing");
    QCOMPARE(text(doneDates(plan, finished)), "2027-01-25 2027-01-28");
    QCOMPARE(text(workDates(plan, finished)), "2027-01-25 2027-01-28");
    QCOMPARE(text(promisedDates(plan, finished)), "2027-01-18 2027-01-18");
    // Under way: done up to the status date, the rest likely after it.
    const ItemPlan& underWay = *plan.findItem("access-control");
    QCOMPARE(text(doneDates(plan, underWay)), "2027-01-29 2027-02-01");
    QVERIFY(underWay.hasWork);
    const Date last = plan.calendar.lastDate(underWay.when.likely.start, underWay.when.likely.finish);
    QVERIFY(last >= day("2027-02-01"));
    QCOMPARE(text(workDates(plan, underWay)), text(std::optional(DateRange{day("2027-01-29"), last})));
    // Not begun: what is likely alone.
    const ItemPlan& ahead = *plan.findItem("metrics");
    QCOMPARE(text(doneDates(plan, ahead)), QString());
    QCOMPARE(workDates(plan, ahead)->first, plan.calendar.startDate(ahead.when.likely.start));
    QCOMPARE(text(promisedDates(plan, ahead)), "2027-02-03 2027-02-05");
}

void TestWorkDates::phases()
{
    const Plan plan = planWith();
    QCOMPARE(text(doneDates(plan, *plan.findPhase("database"))), "2027-01-04 2027-01-22");
    QCOMPARE(text(promisedDates(plan, *plan.findPhase("database"))), "2027-01-04 2027-01-15");
    const PhasePlan& begun = *plan.findPhase("authentication");
    QCOMPARE(text(doneDates(plan, begun)), "2027-01-25 2027-02-01");
    QCOMPARE(workDates(plan, begun)->last, plan.calendar.lastDate(begun.when.likely.start, begun.when.likely.finish));
    QVERIFY(!doneDates(plan, *plan.findPhase("observability")));
}

void TestWorkDates::oneDateAlone()
{
    const Plan plan = planWith([](Inputs& inputs) {
        inputs.items["sessions"].actual.started.reset();
        inputs.items["password-hashing"].actual.finished.reset();
        inputs.items["access-control"].actual.started.reset();
    });
    QCOMPARE(text(doneDates(plan, *plan.findItem("sessions"))), "2027-01-29 2027-01-29 one day");
    QCOMPARE(text(doneDates(plan, *plan.findItem("password-hashing"))), "2027-01-25 2027-01-25 one day");
    QCOMPARE(text(doneDates(plan, *plan.findItem("access-control"))), QString());
    QCOMPARE(text(doneDates(plan, *plan.findPhase("authentication"))), "2027-01-25 2027-01-29");
}

void TestWorkDates::nothingRecorded()
{
    const Plan plan = planWith([](Inputs& inputs) {
        inputs.items.clear();
        inputs.asOf.reset();
        inputs.baseline.reset();
    });
    QVERIFY(!toldDates(plan));
    for (const ItemPlan& item : plan.items) {
        QVERIFY(!doneDates(plan, item));
        QVERIFY(!promisedDates(plan, item));
        QCOMPARE(workDates(plan, item).has_value(), item.hasWork);
    }
}

void TestWorkDates::allThatIsTold()
{
    QCOMPARE(text(toldDates(planWith())), "2027-01-04 2027-06-18"); // the baseline's last item
    const Plan early = planWith([](Inputs& inputs) { inputs.items["sessions"].actual.started = day("2026-12-16"); });
    QCOMPARE(toldDates(early)->first, day("2026-12-16"));
}

void TestWorkDates::effort()
{
    const Plan plan = planWith();
    const ItemPlan& underWay = *plan.findItem("access-control");
    QCOMPARE(expectedEffort(plan, underWay), .75); // its share of the phase, before anything was learnt
    QVERIFY(std::abs(partDone(underWay) - .5 / (.5 + underWay.effort.likely)) < 1e-12);
    QCOMPARE(partDone(*plan.findItem("sessions")), 1.0);
    QCOMPARE(partDone(*plan.findItem("metrics")), 0.0);
}

QTEST_APPLESS_MAIN(TestWorkDates)
#include "tst_work_dates.moc"
