#include "data/catalogue_json.h"
#include "models/decisions/budget_cover.h"
#include "models/decisions/goal_search.h"
#include "models/decisions/item_value.h"
#include "models/decisions/team_curve.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace trestle;

namespace {

QuestionOptions quick()
{
    QuestionOptions options;
    options.runs = 400;
    return options;
}

} // namespace

class TestDecisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itemValueIsTheDifferenceOfTwoEstimates();
    void itemUnderWaySavesWhatIsLeftOfIt();
    void itemsAreInOrderOfWhatTheySave();
    void itemThatSavesNothingSaysWhy();
    void onlyUnheldItemsCanStartNow();
    void teamCurveMatchesEstimates();
    void teamCurveNeedsSomeone();
    void budgetForEverythingCoversEverything();
    void budgetCoversFromTheTop();
    void noBudgetCoversNothing();
    void servicesRunOnWhereNothingIsCovered();
    void goalMetAlready();
    void goalsAreMetByTheWaysFound_data();
    void goalsAreMetByTheWaysFound();
    void impossibleGoalSaysWhy_data();
    void impossibleGoalSaysWhy();
    void noWayDoesMoreThanItNeeds();
    void waysAreTheSameEveryTime();
    void wayBecomesAScenario();
    void goalRefusesConfidence();
    void questionsCanBeCancelled();

private:
    [[nodiscard]] Plan planOf(const Inputs& inputs) const { return *makePlan(m_catalogue, inputs); }
    [[nodiscard]] Goal goal(const char* by, int budget, int confidence = 80) const
    {
        return {*parseDate(by), Money::dollars(budget), confidence, m_inputs.start};
    }

    std::shared_ptr<const Catalogue> m_catalogue;
    Inputs m_inputs;
};

void TestDecisions::initTestCase()
{
    const auto loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    m_catalogue = loaded->catalogue;
    m_inputs = newInputs(*m_catalogue, "A", *parseDate("2027-01-04"));
}

void TestDecisions::itemValueIsTheDifferenceOfTwoEstimates()
{
    const Plan plan = planOf(m_inputs);
    const auto values = itemValues(plan, quick());
    QVERIFY(values.has_value());
    QCOMPARE(values->size(), std::size_t{39});
    const auto found = std::ranges::find(*values, "profiling", &ItemValue::id);
    QVERIFY(found != values->end());

    Inputs without = m_inputs;
    without.items["profiling"].progress.state = ItemState::done;
    const Headline before = estimate(m_catalogue, m_inputs, quick())->headline();
    const Headline after = estimate(m_catalogue, without, quick())->headline();
    QCOMPARE(found->weeks, before.finish - after.finish);
    QCOMPARE(found->cost, before.total - after.total);
    // One crew in series: 2.4 likely person-weeks at 1.5 a week, more of it at 80 %.
    QVERIFY(found->weeks > 1.6 && found->weeks < 2.2);
}

/// Not what it would say of all others to be finished after an hour.
void TestDecisions::itemUnderWaySavesWhatIsLeftOfIt()
{
    Inputs inputs = m_inputs;
    setState(inputs, "profiling", ItemState::underWay);
    inputs.items["profiling"].actual.spent = 0.4;
    const auto values = itemValues(planOf(inputs), quick());
    QVERIFY(values.has_value());
    const auto found = std::ranges::find(*values, "profiling", &ItemValue::id);
    QVERIFY(found != values->end() && found->canStartNow);
    // Of 2.4 likely person-weeks 2 are left, at 1.5 a week.
    QVERIFY(found->weeks > 1.3 && found->weeks < 1.9);
    inputs.learn = false;
    const auto unlearnt = itemValues(planOf(inputs), quick());
    QCOMPARE(found->weeks, std::ranges::find(*unlearnt, "profiling", &ItemValue::id)->weeks);
}

void TestDecisions::itemsAreInOrderOfWhatTheySave()
{
    const auto values = itemValues(planOf(m_inputs), quick());
    QVERIFY(std::ranges::is_sorted(*values, {},
                                   [](const ItemValue& value) { return std::pair(!value.canStartNow, -value.weeks); }));
    QVERIFY(values->front().canStartNow && !values->back().canStartNow);
}

void TestDecisions::itemThatSavesNothingSaysWhy()
{
    Inputs inputs = m_inputs;
    inputs.team.assign(6, inputs.team.front());
    for (std::size_t i = 0; i < inputs.team.size(); ++i)
        inputs.team[i].name = "Person " + std::to_string(i);
    const auto values = itemValues(planOf(inputs), quick());
    const auto idle = std::ranges::find(*values, NoSaving::othersDrive, &ItemValue::why);
    QVERIFY(idle != values->end());
    for (const ItemValue& value : *values)
        QCOMPARE(value.why == NoSaving::saves, value.weeks >= 0.1);
}

void TestDecisions::onlyUnheldItemsCanStartNow()
{
    const Plan plan = planOf(m_inputs);
    const auto values = itemValues(plan, quick());
    for (const ItemValue& value : *values) {
        const ItemPlan* item = plan.findItem(value.id);
        QCOMPARE(value.canStartNow, plan.phases[item->phase].id == "database");
    }
}

void TestDecisions::teamCurveMatchesEstimates()
{
    const auto curve = teamCurve(planOf(m_inputs), quick());
    QVERIFY(curve.has_value());
    QCOMPARE(curve->points.size(), kLargestTeam);
    QCOMPARE(curve->averageRate, Money::dollars(5000));
    QCOMPARE(curve->todayFte, 1.5);
    QVERIFY(std::abs(curve->points[3].coordination - 1 / 1.1) < 1e-12);

    Inputs three = m_inputs;
    three.team = {{"A", 1.0, Money::dollars(5000), {}, {}, {}},
                  {"B", 1.0, Money::dollars(5000), {}, {}, {}},
                  {"C", 1.0, Money::dollars(5000), {}, {}, {}}};
    const auto made = estimate(m_catalogue, three, quick());
    QCOMPARE(curve->points[2].finish80, made->risk.finishAt(0.8));
    QCOMPARE(curve->points[2].worked80, made->risk.totalAt(0.8));
    for (const TeamPoint& point : curve->points)
        QVERIFY(point.retained80 >= point.worked80);
    QCOMPARE(curve->cheapest,
             std::size_t{std::size_t(std::ranges::min_element(curve->points, {}, &TeamPoint::worked80) -
                                     curve->points.begin())});
}

void TestDecisions::teamCurveNeedsSomeone()
{
    Inputs inputs = m_inputs;
    for (const Phase& phase : m_catalogue->phases)
        for (const Item& item : phase.items)
            inputs.items[item.id].progress.state = ItemState::done;
    inputs.team.clear();
    const auto curve = teamCurve(planOf(inputs), quick());
    QVERIFY(!curve.has_value());
    QCOMPARE(curve.error().code, ErrorCode::noPeople);
}

void TestDecisions::budgetForEverythingCoversEverything()
{
    const auto cover = budgetCover(planOf(m_inputs), Money::dollars(1'000'000), 80, quick());
    QVERIFY(cover.has_value());
    QCOMPARE(cover->covered.size(), std::size_t{39});
    QVERIFY(cover->left.empty());
    QCOMPARE(cover->headline, cover->whole);
}

void TestDecisions::budgetCoversFromTheTop()
{
    const Plan plan = planOf(m_inputs);
    const Money budget = Money::dollars(60'000);
    const auto cover = budgetCover(plan, budget, 80, quick());
    QVERIFY(!cover->covered.empty() && !cover->left.empty());
    QCOMPARE(cover->covered.front(), std::string("schema-for-scale"));
    QVERIFY(cover->headline.total <= budget);
    QCOMPARE(cover->unspent, budget - cover->headline.total);

    // One item more would not fit.
    Inputs more = m_inputs;
    for (const std::string& id : cover->left)
        if (id != cover->left.front())
            more.items[id].progress.state = ItemState::excluded;
    QVERIFY(estimate(m_catalogue, more, quick())->headlineAt(80).total > budget);
}

void TestDecisions::noBudgetCoversNothing()
{
    const auto cover = budgetCover(planOf(m_inputs), Money{}, 80, quick());
    QVERIFY(cover->covered.empty());
    QCOMPARE(cover->left.size(), std::size_t{39});
    QCOMPARE(cover->unspent, Money{});
}

void TestDecisions::servicesRunOnWhereNothingIsCovered()
{
    Inputs inputs = m_inputs;
    inputs.monthsAfterLaunch = 9;
    inputs.items["structured-logs"].progress.state = ItemState::done; // its service is paid for, whatever is built
    const Money budget = Money::dollars(500);
    const auto cover = budgetCover(planOf(inputs), budget, 80, quick());
    QVERIFY(cover && cover->covered.empty());
    for (const std::string& id : cover->left)
        inputs.items[id].progress.state = ItemState::excluded;
    const Headline nothing = estimate(m_catalogue, inputs, quick())->headlineAt(80);
    QVERIFY(nothing.total > Money::dollars(9 * 100));
    QCOMPARE(cover->headline, nothing);
    QCOMPARE(cover->unspent, budget - nothing.total);
}

void TestDecisions::goalMetAlready()
{
    const auto answer = searchGoal(planOf(m_inputs), goal("2028-01-03", 500'000), quick());
    QVERIFY(answer->metToday);
    QVERIFY(answer->ways.empty());
    QVERIFY(!answer->closest);
}

void TestDecisions::goalsAreMetByTheWaysFound_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<int>("budget");
    QTest::newRow("a little sooner") << "2027-06-18" << 200'000;
    QTest::newRow("much sooner") << "2027-04-30" << 260'000;
}

void TestDecisions::goalsAreMetByTheWaysFound()
{
    QFETCH(QString, by);
    QFETCH(int, budget);
    const Goal wanted = goal(qPrintable(by), budget);
    const auto answer = searchGoal(planOf(m_inputs), wanted, quick());
    QVERIFY(answer.has_value());
    QVERIFY(!answer->metToday);
    QVERIFY(!answer->ways.empty());
    for (const Way& way : answer->ways) {
        const Inputs changed = applyWay(m_inputs, way);
        const auto made = estimate(m_catalogue, changed, quick());
        QVERIFY(made.has_value());
        const double chance = made->risk.chanceOfBoth(latestFinishBy(made->plan.calendar, wanted.by), wanted.budget);
        QVERIFY(chance >= 0.8);
        QCOMPARE(chance, way.chance.share);
        for (const std::string& item : way.deferred)
            QVERIFY(findItem(*m_catalogue, item)->deferrable.value);
    }
}

void TestDecisions::impossibleGoalSaysWhy_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<int>("budget");
    QTest::addColumn<Unmet>("unmet");
    QTest::newRow("far too soon") << "2027-01-15" << 900'000 << Unmet::date;
    QTest::newRow("far too cheap") << "2028-12-29" << 20'000 << Unmet::budget;
    QTest::newRow("before the start") << "2026-12-01" << 900'000 << Unmet::date;
}

void TestDecisions::impossibleGoalSaysWhy()
{
    QFETCH(QString, by);
    QFETCH(int, budget);
    QFETCH(Unmet, unmet);
    QuestionOptions options = quick();
    options.runs = 100;
    const auto answer = searchGoal(planOf(m_inputs), goal(qPrintable(by), budget), options);
    QVERIFY(answer.has_value());
    QVERIFY(answer->ways.empty());
    QVERIFY(answer->closest.has_value());
    QCOMPARE(answer->unmet, unmet);
}

void TestDecisions::noWayDoesMoreThanItNeeds()
{
    Goal wanted = goal("2027-06-11", 200'000);
    wanted.earliestStart = m_inputs.start - std::chrono::days{42};
    const auto answer = searchGoal(planOf(m_inputs), wanted, quick());
    QVERIFY(answer.has_value());
    QVERIFY(answer->ways.size() > 1);
    const auto chanceOf = [&](const Way& way) {
        const auto made = estimate(m_catalogue, applyWay(m_inputs, way), quick());
        return made->risk.chanceOfBoth(latestFinishBy(made->plan.calendar, wanted.by), wanted.budget);
    };
    for (const Way& way : answer->ways) {
        if (!way.added.empty() && (way.start || !way.deferred.empty())) {
            Way alone;
            alone.added = way.added;
            QVERIFY2(chanceOf(alone) < 0.8, "adding people alone would do");
        }
        if (way.start && !way.deferred.empty()) {
            Way alone;
            alone.deferred = way.deferred;
            QVERIFY2(chanceOf(alone) < 0.8, "leaving items alone would do");
        }
    }
}

void TestDecisions::waysAreTheSameEveryTime()
{
    QuestionOptions options = quick();
    options.runs = 100;
    const Plan plan = planOf(m_inputs);
    const auto first = searchGoal(plan, goal("2027-05-14", 230'000), options);
    options.threads = 1;
    const auto second = searchGoal(plan, goal("2027-05-14", 230'000), options);
    QCOMPARE(first->ways.size(), second->ways.size());
    for (std::size_t i = 0; i < first->ways.size(); ++i) {
        QCOMPARE(first->ways[i].chance, second->ways[i].chance);
        QVERIFY(first->ways[i].added == second->ways[i].added);
        QCOMPARE(first->ways[i].deferred, second->ways[i].deferred);
    }
}

void TestDecisions::wayBecomesAScenario()
{
    Way way;
    way.added = {{"Lead engineer", 0.5}};
    way.deferred = {"traces"};
    way.start = parseDate("2026-12-07");
    const Scenario scenario = scenarioFor(m_inputs, way, "Sooner");
    QVERIFY(applyScenario(m_inputs, scenario) == applyWay(m_inputs, way));
    QVERIFY(checkProject(*m_catalogue, {m_inputs, {scenario}}).has_value());
    QCOMPARE(scenario.team->back().name, std::string("Lead engineer 2"));
}

void TestDecisions::goalRefusesConfidence()
{
    const auto answer = searchGoal(planOf(m_inputs), goal("2027-06-18", 200'000, 100), quick());
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().where, std::string("/confidence"));
}

void TestDecisions::questionsCanBeCancelled()
{
    std::stop_source source;
    QuestionOptions options = quick();
    options.stop = source.get_token();
    options.progress = [&](double) { source.request_stop(); };
    const auto values = itemValues(planOf(m_inputs), options);
    QVERIFY(!values.has_value());
    QCOMPARE(values.error().code, ErrorCode::cancelled);
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
