#include "data/catalogue_json.h"
#include "models/plan/plan_problems.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace trestle;
using namespace std::chrono_literals;

using Breaks = std::function<void(trestle::Plan&)>;
Q_DECLARE_METATYPE(Breaks)
Q_DECLARE_METATYPE(trestle::PlanRule)

/// A sound plan breaks no rule; with one figure changed, the rule that it breaks is named.
namespace {

Plan soundPlan()
{
    const Result<LoadedCatalogue> loaded = builtinCatalogue();
    if (!loaded)
        qFatal("the built-in catalogue does not load");
    Inputs inputs = newInputs(*loaded->catalogue, "Rules", std::chrono::sys_days{2027y / 1 / 4});
    inputs.team = {{"Ana", 1, Money::dollars(5000), {}, {}, {}}, {"Ben", 0.5, Money::dollars(4000), {}, {}, {}}};
    inputs.team[0].leave.push_back({std::chrono::sys_days{2027y / 2 / 1}, std::chrono::sys_days{2027y / 2 / 12}});
    const Result<Plan> plan = makePlan(loaded->catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return *plan;
}

/// The first item that someone works on, by the likely plan.
ItemPlan& worked(Plan& plan)
{
    return *std::ranges::find_if(plan.items, [](const ItemPlan& item) { return !item.crew.likely.empty(); });
}

LinkPlan& linkBetweenWork(Plan& plan)
{
    const auto works = [&](const std::string& id) {
        const PhasePlan* phase = plan.findPhase(id);
        const ItemPlan* item = plan.findItem(id);
        return phase ? phase->hasWork : item && item->hasWork;
    };
    return *std::ranges::find_if(plan.links, [&](const LinkPlan& link) { return works(link.from) && works(link.to); });
}

} // namespace

class TestPlanProblems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundPlansHaveNone();
    void namesTheBrokenRule_data();
    void namesTheBrokenRule();
};

void TestPlanProblems::soundPlansHaveNone()
{
    Plan plan = soundPlan();
    QVERIFY(problems(plan).empty());
    for (const ItemPlan& item : plan.items)
        plan.inputs.items[item.id].progress.state = ItemState::excluded;
    const Result<Plan> empty = makePlan(plan.catalogue, plan.inputs);
    QVERIFY(empty.has_value());
    QVERIFY(problems(*empty).empty());
}

void TestPlanProblems::namesTheBrokenRule_data()
{
    QTest::addColumn<Breaks>("breaks");
    QTest::addColumn<PlanRule>("rule");
    const auto row = [](const char* name, PlanRule rule, Breaks breaks) { QTest::newRow(name) << breaks << rule; };
    row("low effort above likely", PlanRule::effortInOrder, [](Plan& p) { p.items[0].effort.low = 1e3; });
    row("effort of a phase", PlanRule::effortAddsUp, [](Plan& p) { p.phases[0].effort.high += 1; });
    row("effort of the plan", PlanRule::effortAddsUp, [](Plan& p) { p.effort.likely += 1; });
    row("starts after its work", PlanRule::timesInOrder,
        [](Plan& p) { worked(p).when.likely.start = worked(p).when.likely.workDone + 1; });
    row("starts before the plan", PlanRule::timesInOrder, [](Plan& p) { p.phases[0].when.low.start = -1; });
    row("finishes after its phase", PlanRule::phaseHoldsItems,
        [](Plan& p) { worked(p).when.high.finish = p.finish.high + 1; });
    row("finish of the plan", PlanRule::finishIsTheLast, [](Plan& p) { p.finish.likely += 1; });
    row("a lag that is not kept", PlanRule::linkHolds, [](Plan& p) { linkBetweenWork(p).lag = 1e4; });
    row("a link of nothing", PlanRule::linkHolds, [](Plan& p) { p.links[0].to = "nothing"; });
    row("work without a crew", PlanRule::crewWorks, [](Plan& p) { worked(p).crew.likely.clear(); });
    row("joined before the start", PlanRule::crewWorks, [](Plan& p) { worked(p).crew.likely[0].joined -= 1; });
    row("worked for longer than there", PlanRule::crewWorks, [](Plan& p) { worked(p).crew.likely[0].worked += 100; });
    row("nobody of the team", PlanRule::crewWorks, [](Plan& p) { worked(p).crew.likely[0].person = 7; });
    row("without the skill", PlanRule::crewIsAble, [](Plan& p) {
        auto catalogue = std::make_shared<Catalogue>(*p.catalogue);
        for (Phase& phase : catalogue->phases)
            for (Item& item : phase.items)
                item.skill = "welding";
        p.catalogue = catalogue;
        for (Person& person : p.inputs.team)
            person.skills = {"sewing"};
    });
    row("more than fit", PlanRule::crewFits, [](Plan& p) {
        auto catalogue = std::make_shared<Catalogue>(*p.catalogue);
        catalogue->itemCrewLimit.value = 0;
        p.catalogue = catalogue;
    });
    row("on two items at once", PlanRule::onePlaceAtATime, [](Plan& p) {
        ItemPlan& other = *std::find_if(p.items.rbegin(), p.items.rend(),
                                        [](const ItemPlan& item) { return !item.crew.likely.empty(); });
        other.crew.likely[0] = worked(p).crew.likely[0];
    });
    row("worked time of a person", PlanRule::workedTimeAddsUp, [](Plan& p) { p.people[1].worked.low += 1; });
    row("an item twice in the order", PlanRule::orderIsComplete, [](Plan& p) { p.order[0] = p.order[1]; });
    row("an item less in the order", PlanRule::orderIsComplete, [](Plan& p) { p.order.pop_back(); });
    row("negative slack", PlanRule::slackIsDriving, [](Plan& p) { worked(p).slack = -1; });
    row("drives with slack", PlanRule::slackIsDriving, [](Plan& p) {
        worked(p).slack = 3;
        worked(p).drivesFinish = true;
    });
    row("an item without a state", PlanRule::readinessCounts, [](Plan& p) { ++p.readiness.done; });
    row("more than ready", PlanRule::readinessCounts, [](Plan& p) { p.readiness.fraction = 1.5; });
    row("cost of an item", PlanRule::costsAddUp, [](Plan& p) { ++p.items[0].cost.likely.cents; });
    row("cost of a person", PlanRule::costsAddUp, [](Plan& p) { --p.people[0].cost.high.cents; });
    row("cost of a service", PlanRule::costsAddUp, [](Plan& p) { ++p.running.at(0).cost.low.cents; });
    row("total", PlanRule::costsAddUp, [](Plan& p) { ++p.total.likely.cents; });
    row("shown cost of a phase", PlanRule::shownCostsAddUp, [](Plan& p) { ++p.phases[0].shownCost.likely.cents; });
    row("shown total", PlanRule::shownCostsAddUp, [](Plan& p) { ++p.shown.total.low.cents; });
    row("labour that nobody is paid", PlanRule::monthsAddUp, [](Plan& p) {
        for (Person& person : p.inputs.team)
            person.weeklyRate = {};
    });
}

void TestPlanProblems::namesTheBrokenRule()
{
    QFETCH(const Breaks, breaks);
    QFETCH(const PlanRule, rule);
    Plan plan = soundPlan();
    breaks(plan);
    const std::vector<PlanProblem> found = problems(plan);
    QVERIFY(std::ranges::find(found, rule, &PlanProblem::rule) != found.end());
}

QTEST_APPLESS_MAIN(TestPlanProblems)
#include "tst_plan_problems.moc"
