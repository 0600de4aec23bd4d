#include "data/catalogue_json.h"
#include "models/decisions/goal_search.h"
#include "models/decisions/item_value.h"
#include "models/decisions/team_curve.h"
#include "models/risk/nearby_runs.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <algorithm>

using namespace trestle;

/// Answers worth trusting: nobody is hired for nothing, a goal that can't be met comes with what can, and of a large
/// plan what is shown is as exact as that of a small one.
class TestAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyIsCopiedBelowHalfTheRate_data();
    void nobodyIsCopiedBelowHalfTheRate();
    void hiredEngineersCostTheirRate();
    void laterDateIsTheNearest();
    void largerBudgetIsTheNearest();
    void lessScopeMeetsTheGoal();
    void waysHoldByAllRuns();
    void teamIsPricedInBothModes();
    void largePlanHasItsBestInFull();
    void largePlanIsTheSameOnAnyThreads();
    void listedRunsAreThoseOfTheWhole();
    void nearbyRunsFindThePercentile_data();
    void nearbyRunsFindThePercentile();

private:
    [[nodiscard]] Plan planOf(const Inputs& inputs) const { return *makePlan(m_catalogue, inputs); }
    [[nodiscard]] static QuestionOptions runs(std::uint32_t count)
    {
        QuestionOptions options;
        options.runs = count;
        return options;
    }
    [[nodiscard]] Inputs withTeam(std::vector<Person> team) const
    {
        Inputs inputs = m_inputs;
        inputs.team = std::move(team);
        return inputs;
    }
    /// The built-in catalogue three times over, with four people.
    [[nodiscard]] Plan largePlan() const;

    std::shared_ptr<const Catalogue> m_catalogue;
    Inputs m_inputs;
};

void TestAnswers::initTestCase()
{
    const auto loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    m_catalogue = loaded->catalogue;
    m_inputs = newInputs(*m_catalogue, "Answers", *parseDate("2027-01-04"));
}

Plan TestAnswers::largePlan() const
{
    auto large = std::make_shared<Catalogue>(*m_catalogue);
    for (const char* copy : {"-b", "-c"})
        for (const Phase& phase : m_catalogue->phases) {
            Phase more = phase;
            more.id += copy;
            more.addOns.clear();
            for (Item& item : more.items)
                item.id += copy;
            large->phases.push_back(std::move(more));
        }
    Inputs inputs = withTeam({{"Ana", 1.0, Money::dollars(5200), {}, {}, {}},
                              {"Ben", 1.0, Money::dollars(4800), {}, {}, {}},
                              {"Cy", 0.6, Money::dollars(5000), {}, {}, {}},
                              {"Di", 0.8, Money::dollars(6100), {}, {}, {}}});
    return *makePlan(large, inputs);
}

void TestAnswers::nobodyIsCopiedBelowHalfTheRate_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<bool>("copied");
    QTest::newRow("unpaid") << 0 << false;
    QTest::newRow("just under half") << 2499 << false;
    QTest::newRow("half") << 2500 << true;
    QTest::newRow("as dear as a hire") << 5000 << false;
    QTest::newRow("dearer") << 5001 << true;
}

void TestAnswers::nobodyIsCopiedBelowHalfTheRate()
{
    QFETCH(const int, rate);
    QFETCH(const bool, copied);
    const Inputs inputs = withTeam({{"Founder", 0.5, Money::dollars(rate), {}, {}, {}}});
    const auto additions = additionsOf(inputs, Money::dollars(5000));
    QVERIFY(!additions.empty());
    bool any = false;
    for (const auto& added : additions)
        for (const AddedPerson& person : added) {
            any = any || !person.isHired();
            QVERIFY(person.weeklyRate >= Money::dollars(2500));
        }
    QCOMPARE(any, copied);
}

void TestAnswers::hiredEngineersCostTheirRate()
{
    const Inputs inputs =
        withTeam({{"Founder", 0.5, Money{}, {}, {}, {}}, {"Engineer", 1.0, Money::dollars(5000), {}, {}, {}}});
    Goal goal{*parseDate("2027-04-30"), Money::dollars(400'000), 80, m_inputs.start, Money::dollars(7300)};
    const auto answer = searchGoal(planOf(inputs), goal, runs(300));
    QVERIFY(answer.has_value());
    const auto hires = std::ranges::find_if(
        answer->ways, [](const Way& way) { return !way.added.empty() && way.added.front().isHired(); });
    QVERIFY(hires != answer->ways.end() || !answer->ways.empty());
    for (const Way& way : answer->ways) {
        const Inputs changed = applyWay(inputs, way);
        QCOMPARE(changed.team.size(), inputs.team.size() + way.added.size());
        for (std::size_t i = 0; i < way.added.size(); ++i)
            QCOMPARE(changed.team[inputs.team.size() + i].weeklyRate,
                     way.added[i].isHired() ? Money::dollars(7300) : Money::dollars(5000));
        QVERIFY(checkInputs(*m_catalogue, changed).has_value()); // names stay unique
    }
}

void TestAnswers::laterDateIsTheNearest()
{
    const Goal goal{*parseDate("2027-02-26"), Money::dollars(190'000), 80, m_inputs.start};
    const QuestionOptions options = runs(400);
    const auto answer = searchGoal(planOf(m_inputs), goal, options);
    QVERIFY(answer->ways.empty());
    QVERIFY(answer->laterDate.has_value());
    QVERIFY(answer->laterDate->by > goal.by);
    const auto chanceBy = [&](const Way& way, Date by) {
        const auto made = estimate(m_catalogue, applyWay(m_inputs, way), options);
        return made->risk.chanceOfBoth(latestFinishBy(made->plan.calendar, by), goal.budget);
    };
    QVERIFY(chanceBy(answer->laterDate->way, answer->laterDate->by) >= 0.8);
    const Date before = answer->laterDate->by - std::chrono::days{1};
    QVERIFY(chanceBy(answer->laterDate->way, before) < 0.8);
    for (const auto& added : additionsOf(m_inputs, m_catalogue->personWeekRate.value)) {
        Way other;
        other.added = added;
        QVERIFY2(chanceBy(other, before) < 0.8, "another way gets there sooner");
    }
}

void TestAnswers::largerBudgetIsTheNearest()
{
    const Goal goal{*parseDate("2027-06-25"), Money::dollars(60'000), 80, m_inputs.start};
    const QuestionOptions options = runs(400);
    const auto answer = searchGoal(planOf(m_inputs), goal, options);
    QVERIFY(answer->ways.empty());
    QCOMPARE(answer->unmet, Unmet::budget);
    QVERIFY(!answer->laterDate);
    QVERIFY(answer->largerBudget.has_value());
    const auto made = estimate(m_catalogue, applyWay(m_inputs, answer->largerBudget->way), options);
    const Weeks by = latestFinishBy(made->plan.calendar, goal.by);
    QVERIFY(made->risk.chanceOfBoth(by, answer->largerBudget->budget) >= 0.8);
    QVERIFY(made->risk.chanceOfBoth(by, answer->largerBudget->budget - Money::dollars(1)) < 0.8);
}

void TestAnswers::lessScopeMeetsTheGoal()
{
    const Goal goal{*parseDate("2027-06-25"), Money::dollars(60'000), 80, m_inputs.start};
    const QuestionOptions options = runs(400);
    const auto answer = searchGoal(planOf(m_inputs), goal, options);
    QVERIFY(answer->lessScope.has_value());
    const Way& less = *answer->lessScope;
    QVERIFY(less.added.empty() && !less.start);
    QVERIFY(less.deferred.size() > 5 && less.deferred.size() < 39);
    const auto chanceOf = [&](const Way& way) {
        const auto made = estimate(m_catalogue, applyWay(m_inputs, way), options);
        return made->risk.chanceOfBoth(latestFinishBy(made->plan.calendar, goal.by), goal.budget);
    };
    QVERIFY(chanceOf(less) >= 0.8);
    Way oneMore = less;
    oneMore.deferred.pop_back();
    QVERIFY2(chanceOf(oneMore) < 0.8, "one item fewer would do to leave");
}

/// More runs than the search looks at: what it answers with has all of them.
void TestAnswers::waysHoldByAllRuns()
{
    const Goal goal{*parseDate("2027-06-11"), Money::dollars(200'000), 80, m_inputs.start - std::chrono::days{42}};
    const QuestionOptions options = runs(3000);
    const auto answer = searchGoal(planOf(m_inputs), goal, options);
    QVERIFY(answer.has_value());
    QVERIFY(answer->ways.size() > 1);
    for (const Way& way : answer->ways) {
        const auto made = estimate(m_catalogue, applyWay(m_inputs, way), options);
        QCOMPARE(way.chance.share, made->risk.chanceOfBoth(latestFinishBy(made->plan.calendar, goal.by), goal.budget));
        QVERIFY(way.chance.share >= 0.8);
        QCOMPARE(way.headline, made->headlineAt(80));
        QCOMPARE(way.costDifference, way.headline.total - answer->today.headline.total);
    }
}

void TestAnswers::teamIsPricedInBothModes()
{
    Inputs inputs = withTeam({{"Ana", 1.0, Money::dollars(5000), {}, parseDate("2027-01-18"), {}},
                              {"Ben", 0.5, Money::dollars(4000), {}, {}, {}}});
    for (const CostMode mode : {CostMode::worked, CostMode::retained}) {
        inputs.costMode = mode;
        const auto curve = teamCurve(planOf(inputs), runs(300));
        QVERIFY(curve.has_value());
        for (const CostMode priced : {CostMode::worked, CostMode::retained}) {
            Inputs one = inputs;
            one.costMode = priced;
            const auto made = estimate(m_catalogue, one, runs(300));
            QCOMPARE(priced == CostMode::worked ? curve->today.worked80 : curve->today.retained80,
                     made->risk.totalAt(0.8));
        }
    }
}

void TestAnswers::largePlanHasItsBestInFull()
{
    const Plan plan = largePlan();
    QVERIFY(plan.items.size() > kItemsInFull);
    const QuestionOptions options = runs(500);
    constexpr std::size_t best = 7;
    const auto values = itemValues(plan, options, best);
    QVERIFY(values.has_value());
    QCOMPARE(values->size(), plan.items.size());
    QCOMPARE(std::ranges::count(*values, false, &ItemValue::isRough), std::ptrdiff_t{best});
    const auto inFull = std::span(*values).first(best);
    QVERIFY(std::ranges::is_sorted(inFull, std::greater{}, &ItemValue::weeks));
    const Headline today = estimate(plan.catalogue, plan.inputs, options)->headline();
    const auto savedBy = [&](const std::string& id) {
        Inputs without = plan.inputs;
        without.items[id].progress.state = ItemState::done;
        return today - estimate(plan.catalogue, without, options)->headline();
    };
    for (const ItemValue& value : inFull) {
        QVERIFY(!value.isRough);
        QCOMPARE((Delta{value.weeks, value.cost}), savedBy(value.id));
    }
    // None that was left out saves much more than the least of these.
    for (const ItemValue& value : std::span(*values).subspan(best))
        QVERIFY2(savedBy(value.id).weeks <= inFull.back().weeks + 2 * kNoticeable, value.id.c_str());
}

void TestAnswers::largePlanIsTheSameOnAnyThreads()
{
    const Plan plan = largePlan();
    QuestionOptions options = runs(300);
    options.threads = 1;
    const auto one = itemValues(plan, options, 3);
    options.threads = 5;
    QCOMPARE(*itemValues(plan, options, 3), *one);
    const Goal goal{plan.finishDate.low, plan.total.low, 80, plan.inputs.start};
    const auto many = searchGoal(plan, goal, options);
    options.threads = 1;
    const auto single = searchGoal(plan, goal, options);
    QCOMPARE(many->ways.size(), single->ways.size());
    for (std::size_t i = 0; i < many->ways.size(); ++i)
        QVERIFY(isSameChange(many->ways[i], single->ways[i]) && many->ways[i].chance == single->ways[i].chance);
}

void TestAnswers::listedRunsAreThoseOfTheWhole()
{
    const Plan plan = largePlan();
    SimulationOptions options;
    options.runs = 1000;
    const Risk whole = *simulate(plan, options);
    std::vector<std::uint32_t> runs;
    for (std::uint32_t run = 3; run < options.runs; run += run % 7 == 0 ? 41 : 2)
        runs.push_back(run);
    const auto some = simulateRuns(plan, runs, options);
    QVERIFY(some.has_value());
    for (std::size_t n = 0; n < runs.size(); ++n) {
        QCOMPARE(some->finish[n], whole.finish[runs[n]]);
        QCOMPARE(some->total[n], whole.total[runs[n]]);
    }
}

void TestAnswers::nearbyRunsFindThePercentile_data()
{
    QTest::addColumn<int>("people");
    QTest::addColumn<bool>("leave");
    for (const int people : {1, 2, 3, 5, 8})
        for (const bool leave : {false, true})
            QTest::addRow("%d people%s", people, leave ? ", with leave" : "") << people << leave;
}

/// Ticks, exclusions and hires on random teams: the percentile by a part of the runs is that of all.
void TestAnswers::nearbyRunsFindThePercentile()
{
    QFETCH(const int, people);
    QFETCH(const bool, leave);
    Inputs inputs = m_inputs;
    inputs.team.clear();
    for (int i = 0; i < people; ++i) {
        Person person{"P" + std::to_string(i), i % 3 == 2 ? 0.5 : 1.0, Money::dollars(4000 + 700 * i), {}, {}, {}};
        if (leave) {
            const Date first = m_inputs.start + std::chrono::days{14 + 17 * i};
            person.leave.push_back({first, first + std::chrono::days{i % 2 == 0 ? 2 : 20}});
        }
        inputs.team.push_back(std::move(person));
    }
    SimulationOptions options;
    options.runs = 2000;
    options.drivingRuns = 0;
    const Risk known = *simulate(planOf(inputs), options);
    const NearbyRuns nearby(known);
    int which = 0;
    for (const Phase& phase : m_catalogue->phases)
        for (const Item& item : phase.items) {
            if (++which % 4 != people % 4)
                continue;
            Inputs other = inputs;
            other.items[item.id].progress.state = which % 3 == 0 ? ItemState::partial : ItemState::done;
            const double q = which % 8 < 4 ? 0.8 : 0.5;
            const Plan plan = planOf(other);
            const auto found = nearby.of(plan, q, options);
            const Risk whole = *simulate(plan, options);
            QCOMPARE(found->finish, whole.finishAt(q));
            QCOMPARE(Money::rounded(found->total), whole.totalAt(q));
        }
}

QTEST_APPLESS_MAIN(TestAnswers)
#include "tst_answers.moc"
