#include "models/effort.h"
#include "models/network.h"
#include "models/replay/schedule_replay.h"
#include "models/risk/drivers.h"
#include "models/schedule.h"
#include "models/slack.h"
#include "tests/models/support/random_plans.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <random>
#include <sstream>

using namespace trestle;

namespace {

Result<Network> networkOf(const RandomPlan& plan, const Scope& scope)
{
    std::vector<Date> daysOff;
    for (const DayOff& off : plan.inputs.daysOff)
        daysOff.push_back(off.date);
    const Date origin = std::max(plan.inputs.start, plan.inputs.asOf.value_or(plan.inputs.start));
    Result<Network> network = buildNetwork(plan.catalogue, plan.inputs, scope, WorkCalendar(origin, daysOff));
    if (network) {
        const auto order = priorityOrder(plan, network->itemCount);
        network->setOrder({order.begin(), order.end()});
    }
    return network;
}

/// Efforts of many runs, item after item: between the low and the high case, now and then none where others have some.
class Efforts {
public:
    Efforts(const Scope& scope, std::size_t runs, bool vanish, double factor = 1)
        : m_runs(runs), m_work(scope.items.size() * runs)
    {
        std::mt19937_64 random(scope.items.size());
        for (std::size_t run = 0; run < runs; ++run)
            for (std::size_t i = 0; i < scope.items.size(); ++i) {
                const ThreePoint& range = scope.items[i].remaining;
                const double part = static_cast<double>(random() % 10'001) / 10'000;
                const bool isGone = vanish && random() % 500 == 0;
                m_work[i * runs + run] = isGone ? 0.0 : factor * (range.low + part * (range.high - range.low));
            }
    }
    [[nodiscard]] std::span<const double> from(std::size_t run) const { return std::span(m_work).subspan(run); }
    [[nodiscard]] std::vector<PersonWeeks> of(std::size_t run) const
    {
        std::vector<PersonWeeks> work;
        for (std::size_t at = run; at < m_work.size(); at += m_runs)
            work.push_back(m_work[at]);
        return work;
    }

private:
    std::size_t m_runs;
    std::vector<double> m_work;
};

bool sameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

std::string differs(const char* what, std::size_t run, double replayed, double scheduled)
{
    std::ostringstream text;
    text.precision(17);
    text << what << " of run " << run << ": " << replayed << " replayed, " << scheduled << " scheduled";
    return text.str();
}

/// Empty, or what the last replay has otherwise than the ordinary schedule of `run`.
std::string difference(const Network& network, const ScheduleReplay& replay, std::size_t lane, std::size_t run,
                       const Schedule& expected)
{
    if (!sameBits(replay.end()[lane], expected.end))
        return differs("the end", run, replay.end()[lane], expected.end);
    for (std::size_t w = 0; w < network.workers.size(); ++w)
        if (!sameBits(replay.worked(w)[lane], expected.worked[w]))
            return differs("time worked", run, replay.worked(w)[lane], expected.worked[w]);
    for (std::uint32_t p = 0; p < network.phaseCount; ++p) {
        const NodeIndex node = network.phaseNode(p);
        if (!sameBits(replay.phaseFinish(p)[lane], expected.finish[node]))
            return differs("a phase's finish", run, replay.phaseFinish(p)[lane], expected.finish[node]);
        if (!sameBits(replay.phaseStart(p)[lane], expected.start[node]))
            return differs("a phase's start", run, replay.phaseStart(p)[lane], expected.start[node]);
    }
    return {};
}

struct Tally {
    std::uint64_t replayed = 0;
    std::uint64_t scheduled = 0;
};

std::string firstDifference(const Network& network, const Efforts& efforts, std::size_t runs, Tally& tally)
{
    ScheduleReplay replay(network);
    Scheduler scheduler(network);
    for (std::size_t run = 0; run < runs;) {
        const std::size_t count = std::min({kLanes - run % 3, runs - run}); // not always all lanes
        replay.run(efforts.from(run), runs, count);
        for (std::size_t lane = 0; lane < count; ++lane)
            if (std::string text = difference(network, replay, lane, run + lane, scheduler.run(efforts.of(run + lane)));
                !text.empty())
                return text;
        run += count;
    }
    tally.replayed += replay.replayed();
    tally.scheduled += replay.scheduled();
    return {};
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheOrdinarySchedule_data();
    void equalsTheOrdinarySchedule();
    void equalsWhereItemsVanish();
    void equalsWhereTimeStandsStill();
    void equalsWhereMoreWaitThanAnAnswerHolds();
    void findsTheDriversThatSlackFinds();
    void everythingDrivesWhereNobodyIsIdle();
};

void TestReplay::equalsTheOrdinarySchedule_data()
{
    QTest::addColumn<PlanMix>("mix");
    QTest::newRow("everything") << PlanMix{};
    PlanMix plain;
    plain.lags = plain.absences = plain.skills = false;
    QTest::newRow("neither lags, leave nor skills") << plain;
    PlanMix lags = plain;
    lags.lags = true;
    QTest::newRow("lags") << lags;
    PlanMix leave = plain;
    leave.absences = true;
    QTest::newRow("leave") << leave;
    PlanMix days;
    days.wholeDays = true;
    QTest::newRow("much at the same moment") << days;
    PlanMix small = plain;
    small.maxPeople = 2;
    QTest::newRow("two people") << small;
    QTest::newRow("some days in") << PlanMix{.begun = true};
    small.begun = true;
    QTest::newRow("two people, some days in") << small;
}

void TestReplay::equalsTheOrdinarySchedule()
{
    QFETCH(PlanMix, mix);
    Tally tally;
    QVERIFY(holds("replayed schedules equal ordinary ones", 60, [&] {
        const RandomPlan plan = *randomPlans(mix);
        const Scope scope = remainingWork(plan.catalogue, plan.inputs);
        const auto network = networkOf(plan, scope);
        RC_PRE(network.has_value());
        const std::string text = firstDifference(*network, Efforts(scope, 300, false), 300, tally);
        if (!text.empty())
            RC_FAIL(text);
    }));
    // A test of nothing if all runs were scheduled in the ordinary way.
    QVERIFY2(tally.replayed > tally.scheduled,
             qPrintable(QStringLiteral("%1 replayed, %2 scheduled").arg(tally.replayed).arg(tally.scheduled)));
}

void TestReplay::equalsWhereItemsVanish()
{
    Tally tally;
    QVERIFY(holds("runs without the usual work are scheduled as they are", 60, [&] {
        const RandomPlan plan = *randomPlans({.begun = *rc::gen::inRange(0, 3) == 0});
        const Scope scope = remainingWork(plan.catalogue, plan.inputs);
        const auto network = networkOf(plan, scope);
        RC_PRE(network.has_value());
        const std::string text = firstDifference(*network, Efforts(scope, 200, true), 200, tally);
        if (!text.empty())
            RC_FAIL(text);
    }));
    QVERIFY(tally.replayed > 0 && tally.scheduled > 0);
}

/// So late that a day is less than the clock's last digit: what is done is then a matter of rounding.
void TestReplay::equalsWhereTimeStandsStill()
{
    Tally tally;
    PlanMix mix{.maxPhases = 3, .maxItems = 10, .maxPeople = 4, .lags = false, .absences = false};
    QVERIFY(holds("replayed schedules equal ordinary ones however long", 60, [&] {
        const RandomPlan plan = *randomPlans(mix);
        const Scope scope = remainingWork(plan.catalogue, plan.inputs);
        const auto network = networkOf(plan, scope);
        RC_PRE(network.has_value());
        const double factor = *rc::gen::element(1e7, 1e9, 1e12, 1e15);
        const std::string text = firstDifference(*network, Efforts(scope, 100, false, factor), 100, tally);
        if (!text.empty())
            RC_FAIL(text);
    }));
    QVERIFY(tally.replayed > 0 && tally.scheduled > 0);
}

/// An answer has room for 48 waits. One item lets 60 others wait, each for another time.
void TestReplay::equalsWhereMoreWaitThanAnAnswerHolds()
{
    RandomPlan plan;
    plan.catalogue.itemCrewLimit.value = 2;
    plan.catalogue.phaseCrewLimit.value = 3;
    plan.inputs.start = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};
    plan.inputs.team = {{"Ana", 1, {}, {}, {}, {}}, {"Ben", 0.5, {}, {}, {}, {}}};
    Phase& phase = plan.catalogue.phases.emplace_back();
    phase.id = "phase";
    phase.effort.value = {50, 61, 80};
    for (int i = 0; i <= 60; ++i) {
        Item& item = phase.items.emplace_back();
        item.id = "item-" + std::to_string(i);
        item.share.value = 1 / 61.0;
        if (i > 0)
            plan.catalogue.links.push_back({"item-0", item.id, LinkType::startToStart, 0.1 + i, "", {}});
    }
    const Scope scope = remainingWork(plan.catalogue, plan.inputs);
    const auto network = networkOf(plan, scope);
    QVERIFY(network.has_value());
    Tally tally;
    QCOMPARE(firstDifference(*network, Efforts(scope, 100, false), 100, tally), std::string());
}

void TestReplay::findsTheDriversThatSlackFinds()
{
    QVERIFY(holds("phases drive where their slack is none", 200, [] {
        const RandomPlan plan = *randomPlans({.begun = *rc::gen::inRange(0, 3) == 0});
        const Scope scope = remainingWork(plan.catalogue, plan.inputs);
        const auto network = networkOf(plan, scope);
        RC_PRE(network.has_value());
        Scheduler scheduler(*network);
        DriverSearch drivers(*network);
        const Efforts efforts(scope, 12, true);
        for (std::size_t run = 0; run < 12; ++run) {
            const std::vector<PersonWeeks> work = efforts.of(run);
            const Schedule& schedule = scheduler.run(work);
            const auto withPeople = slackWithPeople(*network, schedule);
            const auto byLinks = slackByLinks(*network, work);
            const auto found = drivers.withPeople(schedule);
            const auto foundByLinks = drivers.byLinks(work);
            for (std::uint32_t p = 0; p < network->phaseCount; ++p) {
                const NodeIndex node = network->phaseNode(p);
                const bool hasWork = schedule.hasWork[node] != 0;
                RC_ASSERT((found[p] != 0) == (hasWork && withPeople[node] <= kSlackEpsilon));
                RC_ASSERT((foundByLinks[p] != 0) == (hasWork && byLinks[node] <= kSlackEpsilon));
            }
        }
    }));
}

void TestReplay::everythingDrivesWhereNobodyIsIdle()
{
    std::size_t busy = 0;
    QVERIFY(holds("where nobody waits before the end, every phase with work drives", 300, [&busy] {
        PlanMix mix;
        mix.maxPeople = 3;
        mix.lags = *rc::gen::inRange(0, 4) == 0;
        mix.skills = *rc::gen::inRange(0, 4) == 0;
        mix.absences = *rc::gen::inRange(0, 4) == 0;
        const RandomPlan plan = *randomPlans(mix);
        const Scope scope = remainingWork(plan.catalogue, plan.inputs);
        const auto network = networkOf(plan, scope);
        RC_PRE(network.has_value());
        Scheduler scheduler(*network);
        const Efforts efforts(scope, 4, true);
        for (std::size_t run = 0; run < 4; ++run) {
            const Schedule& schedule = scheduler.run(efforts.of(run));
            if (std::ranges::any_of(schedule.worked,
                                    [&](Weeks worked) { return schedule.end - worked > kSlackEpsilon; }))
                continue;
            ++busy;
            const auto slack = slackWithPeople(*network, schedule);
            for (std::uint32_t p = 0; p < network->phaseCount; ++p)
                if (const NodeIndex node = network->phaseNode(p); schedule.hasWork[node])
                    RC_ASSERT(slack[node] <= kSlackEpsilon);
        }
    }));
    QVERIFY2(busy > 100, qPrintable(QString::number(busy)));
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
