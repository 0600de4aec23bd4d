#include "data/catalogue_json.h"
#include "models/progress/forecast.h"
#include "models/progress/progress_report.h"

#include <QTest>

#include <cmath>

using namespace trestle;

/// What is late, due, next, under way and finished on a status date, and how the phases stand. The default team on the
/// built-in catalogue: one item after another at 1.5 person-weeks a week, from Monday 4 January 2027 on.
namespace {

using Ids = std::vector<std::string>;

Date day(const char* iso)
{
    return parseDate(iso).value();
}

const std::shared_ptr<const Catalogue>& catalogue()
{
    static const auto loaded = builtinCatalogue();
    return loaded.value().catalogue;
}

Inputs inputs(const char* asOf)
{
    Inputs made = userInputs(*catalogue(), "A", day("2027-01-04"));
    made.asOf = day(asOf);
    return made;
}

Plan planOf(const Inputs& made)
{
    auto plan = makePlan(catalogue(), made);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

void finish(Inputs& made, const std::string& item, const char* on, std::optional<double> spent)
{
    setState(made, item, ItemState::done);
    made.items[item].actual.finished = day(on);
    made.items[item].actual.spent = spent;
}

/// The design's case: the database took 4.5 person-weeks, two items of the next phase are finished, one is under way.
Inputs designCase()
{
    Inputs made = inputs("2027-02-01");
    for (const Item& item : findPhase(*catalogue(), "database")->items)
        finish(made, item.id, "2027-01-22", 4.5 * item.share.value);
    finish(made, "password-hashing", "2027-01-26", .4);
    finish(made, "sessions", "2027-01-29", .6);
    setState(made, "access-control", ItemState::underWay);
    made.items["access-control"].actual.started = day("2027-01-29");
    made.items["access-control"].actual.spent = .5;
    return made;
}

Ids idsOf(const std::vector<ProgressItem>& items)
{
    Ids ids;
    for (const ProgressItem& item : items)
        ids.push_back(item.id);
    return ids;
}

void promise(Inputs& made, const std::string& item, const char* finish)
{
    made.baseline->items[item] = {ItemState::missing, 1, day("2027-01-04"), day(finish)};
}

bool isNear(double value, double wanted, double tolerance)
{
    if (std::abs(value - wanted) <= tolerance)
        return true;
    qWarning("%.9g, wanted %.9g", value, wanted);
    return false;
}

} // namespace

class TestProgressReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lateByTheStart();
    void lateByTheBaseline();
    void daysOffAreNoDaysLate();
    void whatIsNotNeededIsNotLate();
    void eachItemStandsInOneList();
    void whatWasFinished();
    void whatHasNoTime();
    void phases();
    void withoutLearning();
};

void TestProgressReport::lateByTheStart()
{
    // Of the first week two items were to be done: by Wednesday, and by Friday.
    const ProgressReport report = progressReport(planOf(inputs("2027-01-11")));
    QVERIFY(!report.hasBaseline);
    QCOMPARE(idsOf(report.late), (Ids{"schema-for-scale", "live-migrations"}));
    QCOMPARE(*report.late[0].due, day("2027-01-06"));
    QCOMPARE(report.late[0].daysLate, 3);
    QCOMPARE(*report.late[1].due, day("2027-01-08"));
    QCOMPARE(report.late[1].daysLate, 1);
    QCOMPARE(*report.late[0].starts, day("2027-01-11"));
    QCOMPARE(*report.late[0].finishes, day("2027-01-13"));
    // They start in the next five days, and the ones behind them later.
    QVERIFY(report.due.empty());
    QCOMPARE(report.allDue(), (Ids{"schema-for-scale", "live-migrations"}));
    QCOMPARE(report.allLate(), (Ids{"schema-for-scale", "live-migrations"}));
    QCOMPARE(idsOf(report.next), (Ids{"point-in-time-backups", "replication-failover", "indexes"}));
    QCOMPARE(*report.next[0].starts, day("2027-01-18"));
    QVERIFY(isNear(report.next[0].left, .45, 1e-9));

    // On the status date of the start nothing is late.
    QVERIFY(progressReport(planOf(inputs("2027-01-04"))).allLate().empty());
}

void TestProgressReport::lateByTheBaseline()
{
    Inputs made = inputs("2027-01-11");
    made.baseline.emplace();
    promise(made, "schema-for-scale", "2027-01-11");
    promise(made, "tls", "2027-01-08");
    promise(made, "traces", "2027-01-07");
    setState(made, "traces", ItemState::underWay);
    const ProgressReport report = progressReport(planOf(made));
    QVERIFY(report.hasBaseline);
    QCOMPARE(idsOf(report.late), Ids{"tls"});
    QCOMPARE(report.allLate(), (Ids{"traces", "tls"}));
    QCOMPARE(report.underWay.front().daysLate, 2);
    // An item that the baseline does not know was not promised for any day.
    QVERIFY(!report.next.front().due);
}

void TestProgressReport::daysOffAreNoDaysLate()
{
    Inputs made = inputs("2027-01-11");
    made.daysOff = {{day("2027-01-08"), "off"}};
    made.baseline.emplace();
    promise(made, "tls", "2027-01-07");
    QCOMPARE(progressReport(planOf(made)).late.front().daysLate, 1);
    // On a weekend the work goes on the Monday after it.
    made.asOf = day("2027-01-09");
    QCOMPARE(progressReport(planOf(made)).late.front().daysLate, 1);
}

void TestProgressReport::whatIsNotNeededIsNotLate()
{
    Inputs made = inputs("2027-01-11");
    setState(made, "schema-for-scale", ItemState::excluded);
    finish(made, "live-migrations", "2027-01-07", .6);
    // Without the first item the next two were to be done within the week.
    QCOMPARE(progressReport(planOf(made)).allLate(), (Ids{"point-in-time-backups", "replication-failover"}));
}

void TestProgressReport::eachItemStandsInOneList()
{
    const Plan plan = planOf(designCase());
    const ProgressReport report = progressReport(plan);
    QCOMPARE(idsOf(report.underWay), Ids{"access-control"});
    const ProgressItem& begun = report.underWay.front();
    QCOMPARE(*begun.starts, day("2027-01-29"));
    QCOMPARE(*begun.spent, .5);
    QVERIFY(isNear(begun.likely, .75, 1e-9));
    QVERIFY(isNear(begun.left, plan.findItem("access-control")->effort.likely, 1e-12));
    QVERIFY(begun.isDueSoon);
    std::vector<std::string> all;
    for (const auto* list : {&report.underWay, &report.late, &report.due, &report.next, &report.finished})
        for (const ProgressItem& item : *list) {
            QCOMPARE(plan.items[item.item].id, item.id);
            all.push_back(item.id);
        }
    std::ranges::sort(all);
    QVERIFY(std::ranges::adjacent_find(all) == all.end());
    QVERIFY(report.next.size() <= 3);
}

void TestProgressReport::whatWasFinished()
{
    const Plan plan = planOf(designCase());
    // The last week by itself: the last first. What they took, and what was likely.
    const ProgressReport week = progressReport(plan);
    QCOMPARE(week.since, day("2027-01-25"));
    QCOMPARE(idsOf(week.finished), (Ids{"sessions", "password-hashing"}));
    QCOMPARE(*week.finished[0].spent, .6);
    QVERIFY(isNear(week.finished[0].likely, .45, 1e-9));
    QCOMPARE(idsOf(progressReport(plan, day("2027-01-27")).finished), Ids{"sessions"});
    QCOMPARE(progressReport(plan, day("2027-01-22")).finished.size(), std::size_t{9});
}

void TestProgressReport::whatHasNoTime()
{
    Inputs made = designCase();
    setState(made, "tls", ItemState::done); // in place, for all that is recorded
    QVERIFY(progressReport(planOf(made)).withoutTime.empty());
    made.items["tls"].actual.finished = day("2027-01-28");
    made.items["sessions"].actual.spent.reset();
    const ProgressReport report = progressReport(planOf(made));
    QCOMPARE(report.withoutTime, (Ids{"sessions", "tls"}));
    QCOMPARE(report.finished.size(), std::size_t{3});
}

void TestProgressReport::phases()
{
    const Plan plan = planOf(designCase());
    const ProgressReport report = progressReport(plan);
    QCOMPARE(report.phases.size(), plan.phases.size());
    const PhaseProgress& database = report.phases[0];
    QVERIFY(database.isObserved);
    QVERIFY(isNear(database.share, 1, 1e-9));
    QVERIFY(isNear(database.spent, 4.5, 1e-9));
    QVERIFY(isNear(database.likely, 3, 1e-9));
    QVERIFY(isNear(database.d, .1601, .00005));
    QVERIFY(isNear(database.likelyNow, 0, 1e-9));
    QCOMPARE(*database.due, day("2027-01-15"));
    QCOMPARE(*database.finishes, day("2027-01-22"));

    const PhaseProgress& authentication = report.phases[1];
    QVERIFY(isNear(authentication.share, .25, 1e-9));
    QVERIFY(isNear(authentication.v, .3258, .00005));
    QVERIFY(isNear(authentication.z, .1357, .00005));
    QVERIFY(isNear(authentication.likelyBefore, .25 + 1.5, 1e-9));
    const double factor = plan.learning.phases[1].factor;
    QVERIFY(factor > 1.05);
    QVERIFY(isNear(authentication.likelyNow, .75 * factor - .5 + 1.5 * factor, 1e-9));
    QCOMPARE(*authentication.due, day("2027-01-29"));

    const PhaseProgress& security = report.phases[5];
    QVERIFY(!security.isObserved);
    QVERIFY(isNear(security.likelyBefore, 6, 1e-9));
    QVERIFY(isNear(security.likelyNow, 6 * plan.learning.phases[5].factor, 1e-9));
}

void TestProgressReport::withoutLearning()
{
    Inputs made = designCase();
    made.learn = false;
    for (const PhaseProgress& phase : progressReport(planOf(made)).phases)
        QVERIFY(isNear(phase.likelyNow, phase.likelyBefore, 1e-12));
}

QTEST_APPLESS_MAIN(TestProgressReport)
#include "tst_progress_report.moc"
