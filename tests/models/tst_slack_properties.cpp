#include "models/plan/plan.h"
#include "tests/models/support/random_plans.h"
#include "tests/models/support/reference_slack.h"
#include "tests/models/support/schedule_checks.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace trestle;

namespace {

/// Float is a difference of sums of times; it is exact to the times' own tolerance.
constexpr double kExact = 1e-8;

Plan planOf(const RandomPlan& random)
{
    Result<Plan> plan = makePlan(std::make_shared<Catalogue>(random.catalogue), random.inputs);
    if (!plan)
        RC_FAIL("refused: error " + std::to_string(static_cast<int>(plan.error().code)) + ", " + plan.error().what);
    return std::move(*plan);
}

void expectEqual(const std::string& what, double found, double expected)
{
    if (std::abs(found - expected) > kExact)
        RC_FAIL(what + " is " + std::to_string(found) + ", expected " + std::to_string(expected));
}

std::string nameOf(WaitKind kind)
{
    switch (kind) {
    case WaitKind::link: return "link";
    case WaitKind::start: return "start";
    case WaitKind::person: return "person";
    case WaitKind::place: return "place";
    case WaitKind::leave: return "leave";
    }
    return "?";
}

/// The names the reference would accept for a reason: for a person the person, then the item they come from.
void checkReason(const reference::Problem& problem, const ItemPlan& item, const reference::Reason& expected)
{
    const std::string where = item.id + " waits for " + nameOf(item.waitsFor.kind);
    const std::vector<std::string>& on = item.waitsFor.on;
    if (item.waitsFor.kind != expected.kind)
        RC_FAIL(where + ", expected " + nameOf(expected.kind));
    std::set<std::string> names;
    for (const reference::Node node : expected.nodes)
        names.insert(problem.idOf(node));
    const std::string person = problem.team[expected.person].name;
    bool good = false;
    switch (expected.kind) {
    case WaitKind::link: good = std::set<std::string>(on.begin(), on.end()) == names; break;
    case WaitKind::start: good = on.empty(); break;
    case WaitKind::person: good = on.size() == 2 && on[0] == person && names.contains(on[1]); break;
    case WaitKind::place: good = on.size() == 1 && names.contains(on[0]); break;
    case WaitKind::leave: good = on == std::vector<std::string>{person}; break;
    }
    if (!good)
        RC_FAIL(where + ", but names something else: " + (on.empty() ? "nothing" : on.front()));
}

} // namespace

class TestSlackProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameAsReference_data() { mixes(800); }
    void sameAsReference();
    void delayingByTheSlackIsHarmless_data() { mixes(300); }
    void delayingByTheSlackIsHarmless();
    void reasonsToWait_data() { mixes(800); }
    void reasonsToWait();

private:
    static void mixes(int runs);
};

/// Rare combinations stand out in small networks, coincidences where all work takes whole days.
void TestSlackProperties::mixes(int runs)
{
    QTest::addColumn<PlanMix>("mix");
    QTest::addColumn<int>("runs");
    QTest::newRow("everything") << PlanMix{} << runs;
    QTest::newRow("small networks") << PlanMix{.maxPhases = 3, .maxItems = 8, .maxPeople = 5} << 2 * runs;
    QTest::newRow("whole days") << PlanMix{.maxPhases = 5, .maxItems = 20, .wholeDays = true} << 2 * runs;
    QTest::newRow("nobody away") << PlanMix{.absences = false} << runs;
    QTest::newRow("some days in") << PlanMix{.begun = true} << runs;
    QTest::newRow("some days in, small networks")
        << PlanMix{.maxPhases = 3, .maxItems = 8, .maxPeople = 5, .begun = true} << 2 * runs;
    QTest::newRow("some days in, nobody away") << PlanMix{.absences = false, .begun = true} << runs;
}

void TestSlackProperties::sameAsReference()
{
    QFETCH(const PlanMix, mix);
    QFETCH(const int, runs);
    QVERIFY(holds(QTest::currentDataTag(), runs, [&] {
        const RandomPlan random = *randomPlans(mix);
        const Plan plan = planOf(random);
        const auto problem = reference::makeProblem(random.catalogue, random.inputs, Case::likely);
        const auto timetable = reference::schedule(problem);
        const auto withPeople = reference::slackWithPeople(problem, timetable);
        const auto byLinks = reference::slackByLinks(problem);
        for (std::size_t i = 0; i < plan.items.size(); ++i) {
            const ItemPlan& item = plan.items[i];
            expectEqual("slack of " + item.id, item.slack, withPeople[i]);
            expectEqual("slack by links of " + item.id, item.slackByLinks, byLinks[i]);
            RC_ASSERT(item.drivesFinish == (item.hasWork && item.slack <= kSlackEpsilon));
        }
        for (std::size_t p = 0; p < plan.phases.size(); ++p) {
            const PhasePlan& phase = plan.phases[p];
            expectEqual("slack of " + phase.id, phase.slack, withPeople[problem.stageNode(p)]);
            expectEqual("slack by links of " + phase.id, phase.slackByLinks, byLinks[problem.stageNode(p)]);
        }
    }));
}

/// Told by a simulation that knows nothing of float: later by the slack, and the plan ends when it did; later by a
/// hundredth of a week more, and so does the end, by as much where nobody is away.
void TestSlackProperties::delayingByTheSlackIsHarmless()
{
    QFETCH(const PlanMix, mix);
    QFETCH(const int, runs);
    QVERIFY(holds(QTest::currentDataTag(), runs, [&] {
        const RandomPlan random = *randomPlans(mix);
        const Plan plan = planOf(random);
        const auto problem = reference::makeProblem(random.catalogue, random.inputs, Case::likely);
        const auto timetable = reference::schedule(problem);
        for (std::size_t i = 0; i < plan.items.size(); ++i) {
            const ItemPlan& item = plan.items[i];
            if (!item.hasWork)
                continue;
            RC_ASSERT(item.slack >= -kExact);
            expectEqual("finish with " + item.id + " late by its slack",
                        reference::finishWithDelay(problem, timetable, i, item.slack), timetable.end);
            const double later = reference::finishWithDelay(problem, timetable, i, item.slack + 0.01);
            if (mix.absences)
                RC_ASSERT(later > timetable.end + kExact);
            else
                expectEqual("finish with " + item.id + " late by more than its slack", later, timetable.end + 0.01);
        }
    }));
}

void TestSlackProperties::reasonsToWait()
{
    std::map<WaitKind, int> seen;
    QFETCH(const PlanMix, mix);
    QFETCH(const int, runs);
    QVERIFY(holds(QTest::currentDataTag(), runs, [&] {
        const RandomPlan random = *randomPlans(mix);
        const Plan plan = planOf(random);
        const auto problem = reference::makeProblem(random.catalogue, random.inputs, Case::likely);
        const auto timetable = reference::schedule(problem);
        for (std::size_t i = 0; i < plan.items.size(); ++i) {
            const reference::Reason expected = reference::reasonToWait(problem, timetable, i);
            if (plan.items[i].hasWork)
                checkReason(problem, plan.items[i], expected);
            seen[expected.kind] += plan.items[i].hasWork ? 1 : 0;
        }
    }));
    for (const WaitKind kind : {WaitKind::link, WaitKind::start, WaitKind::person, WaitKind::place, WaitKind::leave})
        QVERIFY2((kind == WaitKind::leave && !mix.absences) || seen[kind] > 20, nameOf(kind).c_str());
}

QTEST_APPLESS_MAIN(TestSlackProperties)
#include "tst_slack_properties.moc"
