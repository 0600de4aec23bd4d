#include "models/effort.h"
#include "models/network.h"
#include "models/schedule.h"
#include "tests/models/support/random_plans.h"
#include "tests/models/support/schedule_checks.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>

using namespace trestle;

namespace {

struct Compiled {
    Scope scope;
    Result<Network> network;
};

Compiled compile(const RandomPlan& plan)
{
    Scope scope = remainingWork(plan.catalogue, plan.inputs);
    std::vector<Date> daysOff;
    for (const DayOff& off : plan.inputs.daysOff)
        daysOff.push_back(off.date);
    const Date origin = std::max(plan.inputs.start, plan.inputs.asOf.value_or(plan.inputs.start));
    Result<Network> network = buildNetwork(plan.catalogue, plan.inputs, scope, WorkCalendar(origin, daysOff));
    if (network) {
        const auto order = priorityOrder(plan, network->itemCount);
        network->setOrder({order.begin(), order.end()});
    }
    return {std::move(scope), std::move(network)};
}

std::vector<PersonWeeks> workOf(const Scope& scope, Case which)
{
    std::vector<PersonWeeks> work;
    for (const ScopeItem& item : scope.items)
        work.push_back(item.remaining.at(which));
    return work;
}

reference::Problem problemOf(const RandomPlan& plan, Case which)
{
    reference::Problem problem = reference::makeProblem(plan.catalogue, plan.inputs, which);
    problem.priority = priorityOrder(plan, problem.tasks.size());
    return problem;
}

std::string errorText(const Error& error)
{
    return "refused: error " + std::to_string(static_cast<int>(error.code)) + ", " + error.what;
}

/// The nodes on the cycle "a -> b -> a" follow each other by links, or by a phase and its item.
std::string falseCycle(const reference::Problem& problem, const std::string& cycle)
{
    std::vector<std::string> ids;
    for (std::size_t at = 0; at <= cycle.size();) {
        const std::size_t end = std::min(cycle.find(" -> ", at), cycle.size());
        ids.push_back(cycle.substr(at, end - at));
        at = end + 4;
    }
    if (ids.size() < 2 || ids.front() != ids.back())
        return "not a round trip: " + cycle;
    const auto steps = [&](const std::string& a, const std::string& b) {
        const auto leads = [&](const reference::Tie& tie) {
            return problem.idOf(tie.from) == a && problem.idOf(tie.to) == b;
        };
        const auto contains = [&](const reference::Task& task) {
            const std::string& stage = problem.stages[task.phase].id;
            return (task.id == a && stage == b) || (task.id == b && stage == a);
        };
        return a == b || std::any_of(problem.ties.begin(), problem.ties.end(), leads) ||
               std::any_of(problem.tasks.begin(), problem.tasks.end(), contains);
    };
    for (std::size_t i = 0; i + 1 < ids.size(); ++i)
        if (!steps(ids[i], ids[i + 1]))
            return "no step from " + ids[i] + " to " + ids[i + 1] + " in " + cycle;
    return {};
}

/// 20 phases of 500 items, one person, links from items to items anywhere, in shuffled priority order.
RandomPlan thousandsOfItems()
{
    RandomPlan plan;
    plan.orderSeed = 1;
    plan.inputs.start = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};
    plan.inputs.team.push_back({"Ana", 1.0, Money::dollars(5000), {}, {}, {}});
    plan.catalogue.itemCrewLimit.value = 2;
    plan.catalogue.phaseCrewLimit.value = 3;
    std::vector<std::string> ids;
    for (int p = 0; p < 20; ++p) {
        Phase& phase = plan.catalogue.phases.emplace_back();
        phase.id = "phase-" + std::to_string(p);
        phase.effort.value = {50, 100, 200};
        for (int i = 0; i < 500; ++i) {
            Item& item = phase.items.emplace_back();
            item.id = ids.emplace_back("item-" + std::to_string(p) + "-" + std::to_string(i));
            item.share.value = (1 + i % 7) / 1997.0;
        }
    }
    std::mt19937_64 random(1);
    std::vector<std::string> shuffled = ids;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    for (std::size_t i = 0; i < shuffled.size(); ++i)
        if (const std::size_t before = random() % (i + 1); before < i)
            plan.catalogue.links.push_back({shuffled[before], shuffled[i], LinkType::finishToStart, 0, "", {}});
    return plan;
}

} // namespace

class TestScheduleProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameAsReference_data();
    void sameAsReference();
    void onePersonTakesTheNextOfThousands();
    void refusesCyclesExactly();
    void refusesWorkForNobody();
    void leavesUndoneWhatNobodyIsLeftFor();
};

void TestScheduleProperties::sameAsReference_data()
{
    QTest::addColumn<PlanMix>("mix");
    QTest::addColumn<int>("runs");
    QTest::newRow("everything") << PlanMix{} << 1500;
    QTest::newRow("small networks, where corners are sharp")
        << PlanMix{.maxPhases = 3, .maxItems = 8, .maxPeople = 4} << 3000;
    QTest::newRow("whole days, where much coincides")
        << PlanMix{.maxPhases = 5, .maxItems = 20, .wholeDays = true} << 1000;
    QTest::newRow("large networks and teams")
        << PlanMix{.maxPhases = 8, .maxItems = 400, .maxItemsInPhase = 150, .maxPeople = kMaxPeople} << 8;
    QTest::newRow("some days in") << PlanMix{.begun = true} << 1000;
    QTest::newRow("some days in, small networks")
        << PlanMix{.maxPhases = 3, .maxItems = 8, .maxPeople = 4, .begun = true} << 3000;
    QTest::newRow("some days in, whole days")
        << PlanMix{.maxPhases = 5, .maxItems = 20, .wholeDays = true, .begun = true} << 1000;
    QTest::newRow("one person") << PlanMix{.maxPeople = 1} << 500;
    QTest::newRow("nobody away, no lags: ties everywhere") << PlanMix{.lags = false, .absences = false} << 500;
}

/// One scheduler runs low, high and likely after each other, so that nothing may be left over from a run.
void TestScheduleProperties::sameAsReference()
{
    QFETCH(const PlanMix, mix);
    QFETCH(const int, runs);
    QVERIFY(holds(QTest::currentDataTag(), runs, [&mix] {
        const RandomPlan plan = *randomPlans(mix);
        const Compiled compiled = compile(plan);
        if (!compiled.network)
            RC_FAIL(errorText(compiled.network.error()));
        Scheduler scheduler(*compiled.network);
        for (const Case which : {Case::low, Case::high, Case::likely}) {
            const reference::Problem problem = problemOf(plan, which);
            const Schedule& schedule = scheduler.run(workOf(compiled.scope, which));
            const reference::Timetable found = reference::timetableOf(*compiled.network, schedule);
            // On large networks the rules take longer to check than all the rest.
            const std::string broken = mix.maxItems > 60 ? "" : reference::brokenRule(problem, found);
            const std::string difference = reference::difference(problem, reference::schedule(problem), found);
            if (!broken.empty() || !difference.empty())
                RC_FAIL("case " + std::to_string(static_cast<int>(which)) + ": " + broken + " | " + difference);
        }
    }));
}

/// The reference is too slow for as many items as the product is made for. With one person it need not be asked: they
/// are never idle, and take the first item in priority order whose predecessors are done.
void TestScheduleProperties::onePersonTakesTheNextOfThousands()
{
    const RandomPlan plan = thousandsOfItems();
    const Compiled compiled = compile(plan);
    QVERIFY(compiled.network.has_value());
    const std::vector<PersonWeeks> work = workOf(compiled.scope, Case::likely);
    Scheduler scheduler(*compiled.network);
    const Schedule& schedule = scheduler.run(work);

    std::vector<std::size_t> rankOf(work.size());
    const std::vector<std::size_t> order = priorityOrder(plan, work.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        rankOf[order[rank]] = rank;
    std::vector<std::vector<std::size_t>> next(work.size());
    std::vector<int> waitsFor(work.size(), 0);
    std::map<std::string, std::size_t> indexOf;
    for (std::size_t item = 0; item < work.size(); ++item)
        indexOf[compiled.scope.items[item].item->id] = item;
    for (const Link& link : plan.catalogue.links) {
        next[indexOf.at(link.from)].push_back(indexOf.at(link.to));
        ++waitsFor[indexOf.at(link.to)];
    }
    std::set<std::size_t> ready;
    for (std::size_t item = 0; item < work.size(); ++item)
        if (waitsFor[item] == 0)
            ready.insert(rankOf[item]);
    double now = 0;
    while (!ready.empty()) {
        const std::size_t item = order[*ready.begin()];
        ready.erase(ready.begin());
        QVERIFY2(std::abs(schedule.start[item] - now) < 1e-6, std::to_string(item).c_str());
        now += work[item];
        for (const std::size_t other : next[item])
            if (--waitsFor[other] == 0)
                ready.insert(rankOf[other]);
    }
    QVERIFY(std::abs(schedule.end - now) < 1e-6);
}

void TestScheduleProperties::refusesCyclesExactly()
{
    int cycles = 0;
    int sound = 0;
    const PlanMix mix{.maxPhases = 5, .maxItems = 15, .maxPeople = 2, .skills = false, .cycles = true};
    QVERIFY(holds("cycles", 3000, [&] {
        const RandomPlan plan = *randomPlans(mix);
        const reference::Problem problem = problemOf(plan, Case::likely);
        const Compiled compiled = compile(plan);
        if (!reference::hasCycle(problem)) {
            ++sound;
            if (!compiled.network)
                RC_FAIL(errorText(compiled.network.error()));
            return;
        }
        ++cycles;
        if (compiled.network)
            RC_FAIL("a cycle is accepted");
        RC_ASSERT(compiled.network.error().code == ErrorCode::cycle);
        if (const std::string lie = falseCycle(problem, compiled.network.error().what); !lie.empty())
            RC_FAIL(lie);
    }));
    qInfo("%d with a cycle, %d without", cycles, sound);
    // Both kinds must have come up, or the property says nothing.
    QVERIFY(cycles > 500);
    QVERIFY(sound > 500);
}

void TestScheduleProperties::refusesWorkForNobody()
{
    int refused = 0;
    int sound = 0;
    const PlanMix mix{.maxPhases = 3, .maxItems = 6, .maxPeople = 3, .nobodyAble = true};
    QVERIFY(holds("work for nobody", 1000, [&] {
        const RandomPlan plan = *randomPlans(mix);
        const bool impossible = reference::hasTaskForNobody(problemOf(plan, Case::high));
        const Compiled compiled = compile(plan);
        ++(impossible ? refused : sound);
        if (!impossible && !compiled.network)
            RC_FAIL(errorText(compiled.network.error()));
        if (impossible && (compiled.network || compiled.network.error().code != ErrorCode::nobodyAble))
            RC_FAIL("work that nobody can do is accepted");
    }));
    QVERIFY(refused > 50);
    QVERIFY(sound > 50);
}

/// All who can do an item may leave: the schedule comes to an end, and says so exactly where the reference finds that
/// nothing happens any more.
void TestScheduleProperties::leavesUndoneWhatNobodyIsLeftFor()
{
    const PlanMix mix{.maxPhases = 3, .maxItems = 8, .maxPeople = 3, .mayRunOut = true};
    int undone = 0;
    int done = 0;
    QVERIFY(holds("nobody is left", 2000, [&] {
        const RandomPlan plan = *randomPlans(mix);
        const Compiled compiled = compile(plan);
        if (!compiled.network)
            RC_FAIL(errorText(compiled.network.error()));
        Scheduler scheduler(*compiled.network);
        for (const Case which : {Case::high, Case::likely, Case::low}) {
            const reference::Problem problem = problemOf(plan, which);
            const Schedule& schedule = scheduler.run(workOf(compiled.scope, which));
            std::optional<reference::Timetable> expected;
            try {
                expected = reference::schedule(problem);
            } catch (const std::logic_error&) {
                ++undone;
            }
            RC_ASSERT(schedule.isUndone != expected.has_value());
            RC_ASSERT(!schedule.isUndone || (compiled.network->mayRunOut && schedule.end >= kNeverDone));
            if (!expected)
                continue;
            ++done;
            const std::string difference =
                reference::difference(problem, *expected, reference::timetableOf(*compiled.network, schedule));
            if (!difference.empty())
                RC_FAIL(difference);
        }
    }));
    QVERIFY(undone > 100 && done > 100);
}

QTEST_APPLESS_MAIN(TestScheduleProperties)
#include "tst_schedule_properties.moc"
