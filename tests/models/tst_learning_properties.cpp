#include "data/catalogue_json.h"
#include "models/draws/effort_batch.h"
#include "models/effort.h"
#include "models/learning.h"
#include "models/pert.h"
#include "models/plan/plan_problems.h"
#include "models/risk/simulation.h"
#include "tests/models/support/random_plans.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

using namespace trestle;

namespace {

std::shared_ptr<const Catalogue> catalogue()
{
    static const auto loaded = builtinCatalogue().value().catalogue;
    return loaded;
}

Plan planOf(const std::shared_ptr<const Catalogue>& from, const Inputs& inputs)
{
    auto plan = makePlan(from, inputs);
    if (!plan)
        RC_FAIL("refused: error " + std::to_string(static_cast<int>(plan.error().code)) + ", " + plan.error().what);
    return std::move(*plan);
}

Risk riskOf(const Plan& plan, std::uint32_t runs)
{
    SimulationOptions options;
    options.runs = runs;
    options.drivingRuns = 100;
    options.layers = true;
    auto risk = simulate(plan, options);
    if (!risk)
        RC_FAIL("refused: error " + std::to_string(static_cast<int>(risk.error().code)) + ", " + risk.error().what);
    return std::move(*risk);
}

bool sameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Empty, or the first figure that two plans do not share to the last bit.
std::string difference(const Plan& a, const Plan& b)
{
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        const ItemPlan& x = a.items[i];
        const ItemPlan& y = b.items[i];
        for (const Case which : kCases)
            if (!sameBits(x.effort.at(which), y.effort.at(which)) || x.when.at(which) != y.when.at(which) ||
                x.crew.at(which) != y.crew.at(which) || x.cost.at(which) != y.cost.at(which) ||
                x.shownCost.at(which) != y.shownCost.at(which))
                return x.id;
        if (!sameBits(x.slack, y.slack) || !sameBits(x.slackByLinks, y.slackByLinks) || x.waitsFor != y.waitsFor)
            return "what " + x.id + " waits for";
    }
    for (std::size_t p = 0; p < a.phases.size(); ++p)
        for (const Case which : kCases)
            if (a.phases[p].when.at(which) != b.phases[p].when.at(which) ||
                a.phases[p].cost.at(which) != b.phases[p].cost.at(which) ||
                !sameBits(a.phases[p].slack, b.phases[p].slack))
                return a.phases[p].id;
    for (const Case which : kCases)
        if (!sameBits(a.finish.at(which), b.finish.at(which)) || a.finishDate.at(which) != b.finishDate.at(which) ||
            a.total.at(which) != b.total.at(which) || a.labour.at(which) != b.labour.at(which) ||
            a.runningTotal.at(which) != b.runningTotal.at(which))
            return "the totals";
    for (std::size_t l = 0; l < a.links.size(); ++l)
        if (a.links[l].tight != b.links[l].tight)
            return "a link";
    return {};
}

/// How the project as a whole varies, and how phases go together, at random.
void vary(Inputs& inputs)
{
    inputs.outsideView.m = *rc::gen::element(0.0, 0.05, 0.3, -0.1);
    inputs.outsideView.s = *rc::gen::element(0.0, 0.1, 0.3, 0.6);
    inputs.correlation = *rc::gen::element(0.0, 0.3, 0.5, 1.0);
}

std::uint64_t seedOf()
{
    return *rc::gen::arbitrary<std::uint64_t>();
}

/// Says of each finished item, by chance, what was spent on it: nothing at all up to many times its effort.
std::vector<std::string> spendAtRandom(RandomPlan& plan)
{
    std::mt19937_64 random(seedOf());
    const auto between = [&random](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    std::vector<std::string> items;
    for (auto& [id, item] : plan.inputs.items)
        if (item.progress.state == ItemState::done && between(0, 1) < 0.8) {
            item.actual.spent = between(0, 1) < 0.1 ? 0 : std::exp(between(-3, 2));
            items.push_back(id);
        }
    return items;
}

/// Of each run, what is left of each item.
std::vector<double> drawn(const RandomPlan& plan, std::size_t runs)
{
    const Scope scope = remainingWork(plan.catalogue, plan.inputs);
    const EffortModel model(plan.catalogue, plan.inputs, scope, {});
    EffortBatch batch(model, 1);
    batch.next(runs);
    std::vector<double> all;
    for (std::size_t i = 0; i < scope.items.size(); ++i)
        std::ranges::copy(batch.work(i), std::back_inserter(all));
    return all;
}

} // namespace

/// What finished work says of the rest, whatever is finished.
class TestLearningProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingObservedChangesNothing();
    void whatTookWhatItShouldMovesLittle();
    void moreOverrunNeverMakesTheRestCheaper();
    void noTimeSpentIsATime();
    void switchedOffItSaysNothing();
};

/// A status date on which nothing has happened yet is none: to the last bit, of plan and simulation.
void TestLearningProperties::nothingObservedChangesNothing()
{
    QVERIFY(holds("nothing observed", 60, [] {
        RandomPlan random = *randomPlans({.maxItems = 30});
        vary(random.inputs);
        random.inputs.asOf.reset();
        const auto from = std::make_shared<Catalogue>(random.catalogue);
        const Plan plain = planOf(from, random.inputs);
        const Risk plainRisk = riskOf(plain, 512);
        random.inputs.asOf = random.inputs.start;
        for (const bool learn : {true, false}) {
            random.inputs.learn = learn;
            const Plan plan = planOf(from, random.inputs);
            if (const std::string text = difference(plan, plain); !text.empty())
                RC_FAIL(text);
            RC_ASSERT(riskOf(plan, 512) == plainRisk);
        }
    }));
}

/// exp(g(0) + m) × share × scale on whatever is finished: no more and no less than was to be expected.
void TestLearningProperties::whatTookWhatItShouldMovesLittle()
{
    double most = 0;
    QVERIFY(holds("as was to be expected", 40, [&most] {
        Inputs inputs = userInputs(*catalogue(), "A", *parseDate("2027-01-04"));
        inputs.outsideView = *outsideViewOf(*catalogue(), *rc::gen::element<std::string>("estimates", "usual"));
        inputs.profile.scale = *rc::gen::element(std::string(), catalogue()->scales.back().id);
        inputs.asOf = inputs.start;
        std::mt19937_64 random(seedOf());
        const double finished = std::uniform_real_distribution<double>(0.1, 0.8)(random);
        std::vector<std::pair<std::string, double>> spent;
        for (const Phase& phase : catalogue()->phases) {
            const double scale = isScaled(phase, inputs) ? scaleFactor(*catalogue(), inputs.profile) : 1;
            const double whole = PertDraws().draw(phase.effort.value)(0) * scale * std::exp(inputs.outsideView.m);
            for (const Item& item : phase.items)
                if (std::bernoulli_distribution(finished)(random)) {
                    setState(inputs, item.id, ItemState::done);
                    spent.emplace_back(item.id, whole * item.share.value);
                }
        }
        RC_PRE(!spent.empty());
        const Plan before = planOf(catalogue(), inputs);
        for (const auto& [id, time] : spent)
            inputs.items[id].actual.spent = time;
        const Plan after = planOf(catalogue(), inputs);
        for (const PhaseLearning& phase : after.learning.phases) {
            RC_ASSERT(std::abs(phase.d) < 1e-9);
            RC_ASSERT(std::abs(phase.factor - 1) < 1e-9);
        }
        const double p50 = riskOf(before, kSimulationRuns).labourPercentiles().p50;
        const double moved = std::abs(riskOf(after, kSimulationRuns).labourPercentiles().p50 / p50 - 1);
        most = std::max(most, moved);
        RC_ASSERT(moved < 0.01);
    }));
    qInfo("at most %.2f %%", 100 * most);
}

/// One finished item has taken longer than another story says: no phase's factor falls, and no item of any run.
void TestLearningProperties::moreOverrunNeverMakesTheRestCheaper()
{
    int moved = 0;
    QVERIFY(holds("more overrun", 600, [&moved] {
        RandomPlan plan = *randomPlans({.begun = true});
        vary(plan.inputs);
        const std::vector<std::string> items = spendAtRandom(plan);
        RC_PRE(!items.empty());
        const Learning before = learnFrom(plan.catalogue, plan.inputs);
        const std::vector<double> left = drawn(plan, 32);
        const Scope scope = remainingWork(plan.catalogue, plan.inputs);
        double& spent = *plan.inputs.items[*rc::gen::elementOf(items)].actual.spent;
        spent = spent * *rc::gen::element(1.01, 1.5, 10.0) + *rc::gen::element(0.0, 0.01, 1.0);
        const Learning after = learnFrom(plan.catalogue, plan.inputs);
        RC_ASSERT(after.zeta >= before.zeta - kEpsilon);
        for (std::size_t p = 0; p < before.phases.size(); ++p) {
            RC_ASSERT(after.phases[p].factor >= before.phases[p].factor - kEpsilon);
            RC_ASSERT(after.phases[p].z >= before.phases[p].z - kEpsilon);
        }
        const Scope now = remainingWork(plan.catalogue, plan.inputs);
        for (std::size_t i = 0; i < scope.items.size(); ++i)
            for (const Case which : kCases)
                RC_ASSERT(now.items[i].remaining.at(which) >= scope.items[i].remaining.at(which) - kEpsilon);
        const std::vector<double> nowLeft = drawn(plan, 32);
        for (std::size_t k = 0; k < left.size(); ++k)
            RC_ASSERT(nowLeft[k] >= left[k] - kEpsilon);
        moved += after.zeta > before.zeta + kEpsilon ? 1 : 0;
    }));
    QVERIFY2(moved > 100, qPrintable(QString::number(moved)));
}

/// Finished in no time at all: held at three spreads, so that the rest still takes some. Begun without any: all is
/// left.
void TestLearningProperties::noTimeSpentIsATime()
{
    QVERIFY(holds("no time spent", 100, [] {
        RandomPlan random = *randomPlans({.maxItems = 20, .begun = true});
        vary(random.inputs);
        for (auto& [id, item] : random.inputs.items)
            if (item.progress.state == ItemState::done || item.progress.state == ItemState::underWay) {
                item.actual.spent = 0;
                item.actual.left.reset();
            }
        const Plan plan = planOf(std::make_shared<Catalogue>(random.catalogue), random.inputs);
        RC_ASSERT(problems(plan).empty());
        for (const PhaseLearning& phase : plan.learning.phases) {
            const double spread = std::hypot(phase.sigma, random.inputs.outsideView.s);
            RC_ASSERT(std::isfinite(phase.factor) && phase.factor > 0);
            RC_ASSERT(!phase.isObserved || std::abs(phase.d + 3 * spread) < 1e-9);
        }
        for (const ItemPlan& item : plan.items)
            if (item.state == ItemState::underWay) {
                const double part = item.actual.partlyBefore ? random.catalogue.partialFactor.value : 1;
                RC_ASSERT(std::abs(item.effort.likely - item.fullEffort.likely * part * item.learnt) < 1e-9);
            }
        const Risk risk = riskOf(plan, 256);
        RC_ASSERT(std::ranges::all_of(risk.finish, [](double week) { return std::isfinite(week) && week >= 0; }));
    }));
}

void TestLearningProperties::switchedOffItSaysNothing()
{
    QVERIFY(holds("switched off", 60, [] {
        RandomPlan random = *randomPlans({.maxItems = 20, .begun = true});
        vary(random.inputs);
        spendAtRandom(random);
        random.inputs.learn = false;
        const auto from = std::make_shared<Catalogue>(random.catalogue);
        const Plan plan = planOf(from, random.inputs);
        for (auto& [id, item] : random.inputs.items)
            if (item.progress.state == ItemState::done)
                item.actual.spent.reset();
        const Plan without = planOf(from, random.inputs);
        for (std::size_t i = 0; i < plan.items.size(); ++i)
            RC_ASSERT(plan.items[i].effort == without.items[i].effort);
        RC_ASSERT(riskOf(plan, 256).sortedLabour == riskOf(without, 256).sortedLabour);
    }));
}

QTEST_APPLESS_MAIN(TestLearningProperties)
#include "tst_learning_properties.moc"
