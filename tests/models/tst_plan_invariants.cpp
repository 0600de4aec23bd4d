#include "data/catalogue_json.h"
#include "models/plan/plan.h"
#include "models/plan/plan_problems.h"
#include "tests/models/support/random_plans.h"
#include "tests/models/support/schedule_checks.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <random>

using namespace trestle;

namespace {

Result<Plan> tryPlan(const Catalogue& catalogue, const Inputs& inputs)
{
    return makePlan(std::make_shared<Catalogue>(catalogue), inputs);
}

Plan planOf(const RandomPlan& random)
{
    Result<Plan> plan = tryPlan(random.catalogue, random.inputs);
    if (!plan)
        RC_FAIL("refused: error " + std::to_string(static_cast<int>(plan.error().code)) + ", " + plan.error().what);
    for (const PlanProblem& problem : problems(*plan))
        RC_FAIL("rule " + std::to_string(static_cast<int>(problem.rule)) + " is broken by " + problem.on + ' ' +
                problem.with);
    return std::move(*plan);
}

/// A cent either way where the product may have added the dollars in another order.
void expectNear(const std::string& what, Money found, double dollars)
{
    if (std::abs(found.inDollars() - dollars) > 0.0051)
        RC_FAIL(what + ": " + std::to_string(found.inDollars()) + ", expected " + std::to_string(dollars));
}

/// What people cost, from the reference's times alone.
double labourOf(const reference::Problem& problem, const reference::Timetable& timetable, CostMode mode)
{
    double sum = 0;
    for (std::size_t person = 0; person < problem.team.size(); ++person) {
        const reference::Helper& helper = problem.team[person];
        const double gone = helper.goneFrom ? std::min(timetable.end, *helper.goneFrom / 5.0) : timetable.end;
        const double retained = std::max(0.0, gone - helper.firstDay / 5.0);
        sum += (mode == CostMode::worked ? timetable.worked[person] : retained) * helper.allocation * helper.rate;
    }
    return sum;
}

Date startDate(const Inputs& inputs, double at)
{
    return reference::workingDay(inputs, static_cast<int>(std::floor(5 * at + 1e-6)));
}

Date lastDate(const Inputs& inputs, double start, double finish)
{
    const double first = std::floor(5 * start + 1e-6);
    return reference::workingDay(inputs, static_cast<int>(std::max(first, std::ceil(5 * finish - 1e-6) - 1)));
}

void checkMoney(const RandomPlan& random, const Plan& plan, Case which, const reference::Timetable& timetable)
{
    const auto problem = reference::makeProblem(random.catalogue, random.inputs, which);
    expectNear("labour", plan.labour.at(which), labourOf(problem, timetable, random.inputs.costMode));
}

void checkRunningCosts(const RandomPlan& random, const Plan& plan, Case which, const reference::Timetable& timetable)
{
    const auto problem = reference::makeProblem(random.catalogue, random.inputs, which);
    const Date finish = lastDate(random.inputs, 0, timetable.end);
    RC_ASSERT(plan.finishDate.at(which) == finish);
    // A service is paid for as soon as its phase has anything in scope, in place or not.
    std::size_t services = 0;
    for (const Phase& phase : random.catalogue.phases)
        for (const reference::Task& task : problem.tasks)
            if (problem.stages[task.phase].id == phase.id && stateOf(random.inputs, task.id) != ItemState::excluded) {
                services += phase.runningCosts.size();
                break;
            }
    RC_ASSERT(plan.running.size() == services);
    for (const RunningCostPlan& running : plan.running) {
        const Date from = startDate(random.inputs, timetable.start[problem.stageNode(running.phase)]);
        // A plan with nothing left to do takes no day at all.
        const int untilFinish = static_cast<int>((finish - from).count()) + 1;
        const int days = timetable.end > reference::kEqual ? std::max(0, untilFinish) : 0;
        RC_ASSERT(running.days.at(which) == days);
        const double months = days / 30.4375 + random.inputs.monthsAfterLaunch;
        // Lines are split from a rounded total: each is within a cent of its own figure.
        RC_ASSERT(std::abs(running.cost.at(which).inDollars() - months * running.monthly.at(which)) < 0.0101);
    }
}

std::optional<double> readinessOf(const RandomPlan& random)
{
    const auto problem = reference::makeProblem(random.catalogue, random.inputs, Case::likely);
    double all = 0;
    double left = 0;
    double items = 0; // what counts where there is no effort
    double itemsLeft = 0;
    for (const reference::Task& task : problem.tasks)
        if (const ItemState state = stateOf(random.inputs, task.id); state != ItemState::excluded) {
            all += task.fullWork;
            left += task.work;
            items += 1;
            itemsLeft += state == ItemState::missing ? 1 : state == ItemState::partial ? 0.5 : 0;
        }
    if (items == 0)
        return std::nullopt;
    const double prototype = random.catalogue.prototypeShare.value;
    return prototype + (1 - prototype) * (all <= 1e-9 ? (items - itemsLeft) / items : (all - left) / all);
}

/// One item of the plan that is not in place yet gets a better state; false if there is none.
bool tickOne(RandomPlan& random, std::uint64_t seed)
{
    std::mt19937_64 source(seed);
    const auto problem = reference::makeProblem(random.catalogue, random.inputs, Case::likely);
    std::vector<std::string> open;
    for (const reference::Task& task : problem.tasks)
        if (task.work > 0)
            open.push_back(task.id);
    if (open.empty())
        return false;
    ItemProgress& item = random.inputs.items[open[source() % open.size()]].progress;
    item.state = item.state == ItemState::missing && source() % 3 == 0 ? ItemState::partial : ItemState::done;
    return true;
}

void useEqualRates(Inputs& inputs)
{
    inputs.costMode = CostMode::worked;
    for (Person& person : inputs.team)
        person.weeklyRate = Money::dollars(5000);
}

struct TickCount {
    int ticks = 0;
    int longer = 0;
    double most = 0;

    void add(double before, double after)
    {
        ++ticks;
        longer += after > before + 1e-6 ? 1 : 0;
        most = std::max(most, after - before);
    }
    void report(const char* where) const
    {
        qInfo("%s: %d of %d ticks lengthened a plan of several people (1 in %.0f), by at most %.2f weeks", where,
              longer, ticks, longer == 0 ? 0.0 : static_cast<double>(ticks) / longer, most);
    }
};

} // namespace

class TestPlanInvariants : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void planIsTheReferences();
    void tickingNeverAddsWork();
    void tickingNeverDelaysOnePerson();
    void tickingTheBuiltinCatalogue_data();
    void tickingTheBuiltinCatalogue();
};

void TestPlanInvariants::planIsTheReferences()
{
    QVERIFY(holds("whole plans", 700, [] {
        RandomPlan random = *randomPlans();
        random.orderSeed = 0;
        const Plan plan = planOf(random);
        RC_ASSERT(plan.startDate == reference::firstWorkingDay(random.inputs));
        RC_ASSERT(plan.readiness.fraction.has_value() == readinessOf(random).has_value() &&
                  std::abs(plan.readiness.fraction.value_or(0) - readinessOf(random).value_or(0)) <= 1e-9);
        for (const Case which : kCases) {
            const auto problem = reference::makeProblem(random.catalogue, random.inputs, which);
            const auto timetable = reference::schedule(problem);
            const std::string difference =
                reference::difference(problem, timetable, reference::timetableOf(plan, which));
            if (!difference.empty())
                RC_FAIL(difference);
            checkMoney(random, plan, which, timetable);
            checkRunningCosts(random, plan, which, timetable);
        }
        for (const ItemPlan& item : plan.items)
            RC_ASSERT(item.effort.low <= item.effort.likely && item.effort.likely <= item.effort.high);
        RC_ASSERT(plan.effort.low <= plan.effort.likely && plan.effort.likely <= plan.effort.high);
    }));
}

/// Effort, readiness, and worked cost at equal rates; the finish only with one person.
void TestPlanInvariants::tickingNeverAddsWork()
{
    TickCount count;
    QVERIFY(holds("a tick never adds work", 1000, [&count] {
        RandomPlan random = *randomPlans();
        useEqualRates(random.inputs);
        const Plan before = planOf(random);
        if (!tickOne(random, *rc::gen::arbitrary<std::uint64_t>()))
            return;
        const Plan after = planOf(random);
        RC_ASSERT(after.readiness.fraction.value() >= before.readiness.fraction.value() - 1e-12); // an item is in scope
        for (const Case which : kCases) {
            RC_ASSERT(after.effort.at(which) <= before.effort.at(which) + 1e-12);
            RC_ASSERT(after.labour.at(which) <= before.labour.at(which));
        }
        if (random.inputs.team.size() > 1)
            count.add(before.finish.likely, after.finish.likely);
    }));
    count.report("random networks");
}

void TestPlanInvariants::tickingNeverDelaysOnePerson()
{
    const PlanMix mix{.maxPeople = 1, .lags = false, .absences = false};
    QVERIFY(holds("a tick never delays one person", 700, [&mix] {
        RandomPlan random = *randomPlans(mix);
        const Plan before = planOf(random);
        if (!tickOne(random, *rc::gen::arbitrary<std::uint64_t>()))
            return;
        const Plan after = planOf(random);
        for (const Case which : kCases)
            RC_ASSERT(after.finish.at(which) <= before.finish.at(which) + 1e-9);
    }));
}

void TestPlanInvariants::tickingTheBuiltinCatalogue_data()
{
    QTest::addColumn<bool>("halfTimers");
    QTest::newRow("full-timers") << false;
    QTest::newRow("full- and half-timers") << true;
}

/// From nothing in place to everything, in random order, with teams of two to eight.
void TestPlanInvariants::tickingTheBuiltinCatalogue()
{
    QFETCH(const bool, halfTimers);
    const Result<LoadedCatalogue> loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    const Date start = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};
    std::mt19937_64 source(20270104);
    TickCount count;
    for (int round = 0; round < 28; ++round) {
        Inputs inputs = newInputs(*loaded->catalogue, "Ticking", start);
        inputs.team.resize(2 + static_cast<std::size_t>(round % 7));
        for (std::size_t i = 0; i < inputs.team.size(); ++i) {
            inputs.team[i].name = std::to_string(i + 1);
            inputs.team[i].allocation = halfTimers && source() % 2 == 0 ? 0.5 : 1.0;
        }
        useEqualRates(inputs);
        RandomPlan random{*loaded->catalogue, inputs, 0};
        Plan before = planOf(random);
        while (tickOne(random, source())) {
            Plan after = planOf(random);
            QVERIFY(after.readiness.fraction >= before.readiness.fraction);
            QVERIFY(after.effort.likely <= before.effort.likely);
            QVERIFY(after.labour.likely <= before.labour.likely);
            count.add(before.finish.likely, after.finish.likely);
            before = std::move(after);
        }
        QCOMPARE(before.finish.likely, 0.0);
        QCOMPARE(before.labour.likely.cents, 0);
        QCOMPARE(before.readiness.fraction, 1.0);
    }
    count.report(QTest::currentDataTag());
}

QTEST_APPLESS_MAIN(TestPlanInvariants)
#include "tst_plan_invariants.moc"
