#include "models/effort.h"
#include "models/network.h"
#include "models/schedule.h"
#include "tests/models/support/random_plans.h"
#include "tests/models/support/schedule_checks.h"

#include <QTest>

#include <algorithm>
#include <sstream>

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

} // namespace

class TestScheduleProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameAsReference_data();
    void sameAsReference();
    void refusesCyclesExactly();
    void refusesWorkForNobody();
};

void TestScheduleProperties::sameAsReference_data()
{
    QTest::addColumn<PlanMix>("mix");
    QTest::addColumn<int>("runs");
    QTest::newRow("everything") << PlanMix{} << 1500;
    QTest::newRow("small networks, where corners are sharp")
        << PlanMix{.maxPhases = 3, .maxItems = 8, .maxPeople = 4} << 3000;
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
            const std::string broken = reference::brokenRule(problem, found);
            const std::string difference = reference::difference(problem, reference::schedule(problem), found);
            if (!broken.empty() || !difference.empty())
                RC_FAIL("case " + std::to_string(static_cast<int>(which)) + ": " + broken + " | " + difference);
        }
    }));
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
        const bool impossible = reference::hasTaskForNobody(problemOf(plan, Case::likely));
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

QTEST_APPLESS_MAIN(TestScheduleProperties)
#include "tst_schedule_properties.moc"
