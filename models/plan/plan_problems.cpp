#include "models/plan/plan_problems.h"

#include "models/plan/cost.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace trestle {

namespace {

// Times are sums of many: what is less than this apart is equal.
constexpr Weeks kTolerance = 1e-6;

class PlanCheck {
public:
    explicit PlanCheck(const Plan& plan) : m_plan(plan) {}

    std::vector<PlanProblem> run();

private:
    // Someone's time on an item.
    struct Stay {
        std::size_t person;
        std::size_t item;
        Weeks from;
        Weeks to;
    };

    void broken(PlanRule rule, std::optional<Case> which = {}, std::string on = {}, std::string with = {})
    {
        m_problems.push_back({rule, which, std::move(on), std::move(with)});
    }
    [[nodiscard]] std::span<const ItemPlan> itemsOf(const PhasePlan& phase) const
    {
        return std::span(m_plan.items).subspan(phase.firstItem, phase.itemCount);
    }

    void checkEffort();
    void checkTimes(Case which);
    void checkLinks(Case which);
    void checkCrew(Case which, const ItemPlan& item);
    void checkPeople(Case which);
    void checkCrewSizes(Case which);
    void checkSlack();
    void checkOrderAndReadiness();
    void checkCosts(Case which);

    const Plan& m_plan;
    std::vector<PlanProblem> m_problems;
};

bool hadFinished(const Happened& happened, const Span& when)
{
    return happened.finish && !when.hasWork;
}

bool isEarlier(Weeks a, Weeks b)
{
    return a < b - kTolerance;
}

// The most stays at one time. Who leaves as another joins makes room.
int mostAtOnce(std::vector<std::pair<Weeks, int>> changes)
{
    std::ranges::sort(changes);
    int now = 0;
    int most = 0;
    for (const auto& [at, change] : changes)
        most = std::max(most, now += change);
    return most;
}

template <class Rows>
Money sumOfCosts(const Rows& rows, auto cost, Case which)
{
    Money sum;
    for (const auto& row : rows)
        sum += std::invoke(cost, row).at(which);
    return sum;
}

void PlanCheck::checkEffort()
{
    const auto check = [this](const std::string& id, const ThreePoint& effort) {
        if (!(0.0 <= effort.low && effort.low <= effort.likely && effort.likely <= effort.high))
            broken(PlanRule::effortInOrder, {}, id);
    };
    const auto addsUp = [this](const std::string& id, const ThreePoint& effort, const auto& parts) {
        for (const Case which : kCases) {
            double sum = 0;
            for (const auto& part : parts)
                sum += part.effort.at(which);
            if (!(std::abs(sum - effort.at(which)) <= kTolerance))
                broken(PlanRule::effortAddsUp, which, id);
        }
    };
    for (const ItemPlan& item : m_plan.items)
        check(item.id, item.effort);
    for (const PhasePlan& phase : m_plan.phases) {
        check(phase.id, phase.effort);
        addsUp(phase.id, phase.effort, itemsOf(phase));
    }
    addsUp({}, m_plan.effort, m_plan.phases);
}

void PlanCheck::checkTimes(Case which)
{
    Weeks last = 0;
    // A lag after what is finished may reach past all work, where nobody waits for it.
    const bool goesOn = std::ranges::any_of(m_plan.phases, [](const PhasePlan& p) { return p.happened.any(); });
    const auto check = [&](const std::string& id, const Happened& before, const Span& when) {
        const Weeks delay = certainDelay(m_plan.inputs.risks, id, which);
        const bool counts = !goesOn || when.hasWork || delay > 0;
        if (isEarlier(when.start, 0) || isEarlier(when.workDone, when.start) || isEarlier(when.finish, when.workDone) ||
            (counts && isEarlier(m_plan.finish.at(which), when.finish)))
            broken(PlanRule::timesInOrder, which, id);
        if (before.any() && (when.start > kTolerance || (hadFinished(before, when) && when.finish > kTolerance)))
            broken(PlanRule::timesInOrder, which, id);
        if (counts)
            last = std::max(last, (hadFinished(before, when) ? *before.finish : when.finish) + delay);
    };
    for (const PhasePlan& phase : m_plan.phases) {
        const Span& whole = phase.when.at(which);
        check(phase.id, phase.happened, whole);
        for (const ItemPlan& item : itemsOf(phase)) {
            const Span& part = item.when.at(which);
            check(item.id, item.happened, part);
            const bool mayBeLater = hadFinished(phase.happened, whole) && !part.hasWork;
            if ((part.hasWork && isEarlier(part.start, whole.start)) ||
                (!mayBeLater && isEarlier(whole.finish, part.finish)))
                broken(PlanRule::phaseHoldsItems, which, phase.id, item.id);
        }
    }
    if (std::abs(m_plan.finish.at(which) - last) > kTolerance)
        broken(PlanRule::finishIsTheLast, which);
}

// The lag of a link from or to a node without work does not count, except from what has happened. A start link into a
// phase holds its items as well. What has begun or finished is held no more.
void PlanCheck::checkLinks(Case which)
{
    struct Node {
        const Span* when;
        const Happened* happened;
        const PhasePlan* phase;
    };
    std::unordered_map<std::string_view, Node> nodes;
    for (const ItemPlan& item : m_plan.items)
        nodes.emplace(item.id, Node{&item.when.at(which), &item.happened, nullptr});
    for (const PhasePlan& phase : m_plan.phases)
        nodes.emplace(phase.id, Node{&phase.when.at(which), &phase.happened, &phase});
    const auto holdsStart = [](const Span& when, const Happened& happened, Weeks bound) {
        return happened.any() || !isEarlier(when.start, bound);
    };
    for (const LinkPlan& link : m_plan.links) {
        const auto source = nodes.find(link.from);
        const auto target = nodes.find(link.to);
        if (source == nodes.end() || target == nodes.end()) {
            broken(PlanRule::linkHolds, which, link.from, link.to);
            continue;
        }
        const auto& [from, before, fromPhase] = source->second;
        const auto& [to, toBefore, toPhase] = target->second;
        const bool leavesFinish = link.type == LinkType::finishToStart || link.type == LinkType::finishToFinish;
        const bool boundsStart = link.type == LinkType::finishToStart || link.type == LinkType::startToStart;
        const std::optional<Weeks> actual = !leavesFinish                 ? before->start
                                            : hadFinished(*before, *from) ? before->finish
                                                                          : std::nullopt;
        const Weeks bound = actual.value_or(leavesFinish ? from->finish : from->start) +
                            (leavesFinish ? certainDelay(m_plan.inputs.risks, link.from, which) : Weeks{}) +
                            (actual || (from->hasWork && to->hasWork) ? link.lag : Weeks{});
        bool holds = boundsStart ? holdsStart(*to, *toBefore, bound)
                                 : hadFinished(*toBefore, *to) || !isEarlier(to->finish, bound);
        if (boundsStart && toPhase)
            for (const ItemPlan& item : itemsOf(*toPhase))
                holds = holds && holdsStart(item.when.at(which), item.happened, bound);
        if (!holds)
            broken(PlanRule::linkHolds, which, link.from, link.to);
    }
}

void PlanCheck::checkCrew(Case which, const ItemPlan& item)
{
    const Span& when = item.when.at(which);
    const std::vector<CrewTime>& crew = item.crew.at(which);
    bool works = crew.empty() != when.hasWork;
    for (const CrewTime& time : crew)
        works = works && time.person < m_plan.people.size() && !isEarlier(time.joined, when.start) &&
                !isEarlier(time.left, time.joined) && !isEarlier(when.workDone, time.left) &&
                !isEarlier(time.worked, 0) && !isEarlier(time.left - time.joined, time.worked);
    if (!works)
        broken(PlanRule::crewWorks, which, item.id);
}

void PlanCheck::checkPeople(Case which)
{
    std::unordered_map<std::string_view, const std::string*> skillOf;
    for (const Phase& phase : m_plan.catalogue->phases)
        for (const auto* items : {&phase.items, &phase.addOns})
            for (const Item& item : *items)
                skillOf.emplace(item.id, &item.skill);
    std::vector<Stay> stays;
    std::vector<Weeks> worked(m_plan.people.size(), 0.0);
    for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
        const ItemPlan& item = m_plan.items[i];
        checkCrew(which, item);
        for (const CrewTime& time : item.crew.at(which)) {
            if (time.person >= m_plan.people.size())
                continue;
            stays.push_back({time.person, i, time.joined, time.left});
            worked[time.person] += time.worked;
            const auto skill = skillOf.find(item.id);
            if (skill == skillOf.end() || !canDo(m_plan.inputs.team[time.person], *skill->second))
                broken(PlanRule::crewIsAble, which, item.id, m_plan.people[time.person].name);
        }
    }
    std::ranges::sort(stays, {}, [](const Stay& stay) { return std::tuple(stay.person, stay.from, stay.to); });
    for (std::size_t s = 1; s < stays.size(); ++s)
        if (stays[s].person == stays[s - 1].person && isEarlier(stays[s].from, stays[s - 1].to))
            broken(PlanRule::onePlaceAtATime, which, m_plan.items[stays[s].item].id,
                   m_plan.people[stays[s].person].name);
    for (std::size_t p = 0; p < m_plan.people.size(); ++p)
        if (std::abs(worked[p] - m_plan.people[p].worked.at(which)) > kTolerance)
            broken(PlanRule::workedTimeAddsUp, which, m_plan.people[p].name);
}

void PlanCheck::checkCrewSizes(Case which)
{
    for (const PhasePlan& phase : m_plan.phases) {
        std::vector<std::pair<Weeks, int>> all;
        for (const ItemPlan& item : itemsOf(phase)) {
            std::vector<std::pair<Weeks, int>> own;
            for (const CrewTime& time : item.crew.at(which)) {
                own.emplace_back(time.joined + kTolerance, 1);
                own.emplace_back(time.left, -1);
            }
            all.insert(all.end(), own.begin(), own.end());
            if (mostAtOnce(std::move(own)) > m_plan.catalogue->itemCrewLimit.value)
                broken(PlanRule::crewFits, which, item.id);
        }
        if (mostAtOnce(std::move(all)) > m_plan.catalogue->phaseCrewLimit.value)
            broken(PlanRule::crewFits, which, phase.id);
    }
}

void PlanCheck::checkSlack()
{
    const auto check = [this](const auto& node) {
        if (!(node.slack >= 0.0) || !(node.slackByLinks >= 0.0) ||
            node.drivesFinish != (node.hasWork && node.slack <= kSlackEpsilon))
            broken(PlanRule::slackIsDriving, Case::likely, node.id);
    };
    std::ranges::for_each(m_plan.items, check);
    std::ranges::for_each(m_plan.phases, check);
}

void PlanCheck::checkOrderAndReadiness()
{
    std::vector<bool> seen(m_plan.items.size(), false);
    bool complete = m_plan.order.size() == seen.size();
    for (const std::uint32_t item : m_plan.order) {
        complete = complete && item < seen.size() && !seen[item];
        if (item < seen.size())
            seen[item] = true;
    }
    if (!complete)
        broken(PlanRule::orderIsComplete);
    const Readiness& ready = m_plan.readiness;
    const int inScope = ready.done + ready.partial + ready.underWay + ready.missing;
    if (static_cast<std::size_t>(inScope + ready.excluded) != m_plan.items.size() ||
        ready.fraction.has_value() != (inScope > 0) || !(ready.fraction.value_or(0) >= 0.0) ||
        !(ready.fraction.value_or(0) <= 1.0 + kEpsilon))
        broken(PlanRule::readinessCounts);
}

void PlanCheck::checkCosts(Case which)
{
    const Plan& plan = m_plan;
    const Money labour = plan.labour.at(which);
    const Money running = plan.runningTotal.at(which);
    if (sumOfCosts(plan.items, &ItemPlan::cost, which) != labour ||
        sumOfCosts(plan.phases, &PhasePlan::cost, which) != labour ||
        sumOfCosts(plan.people, &PersonPlan::cost, which) != labour ||
        sumOfCosts(plan.running, &RunningCostPlan::cost, which) != running ||
        plan.actual.total() + labour + running + plan.riskTotal.at(which) != plan.total.at(which))
        broken(PlanRule::costsAddUp, which);
    const Money shownLabour = plan.shown.labour.at(which);
    const Money shownRunning = plan.shown.running.at(which);
    if (sumOfCosts(plan.phases, &PhasePlan::shownCost, which) != shownLabour ||
        sumOfCosts(plan.people, &PersonPlan::shownCost, which) != shownLabour ||
        sumOfCosts(plan.running, &RunningCostPlan::shownCost, which) != shownRunning ||
        plan.shown.actual + shownLabour + shownRunning + plan.shown.risks.at(which) != plan.shown.total.at(which))
        broken(PlanRule::shownCostsAddUp, which);
    for (const PhasePlan& phase : plan.phases) {
        if (sumOfCosts(itemsOf(phase), &ItemPlan::cost, which) != phase.cost.at(which))
            broken(PlanRule::costsAddUp, which, phase.id);
        if (sumOfCosts(itemsOf(phase), &ItemPlan::shownCost, which) != phase.shownCost.at(which))
            broken(PlanRule::shownCostsAddUp, which, phase.id);
    }
    if (std::ranges::find(m_problems, PlanRule::crewWorks, &PlanProblem::rule) != m_problems.end())
        return; // costs by month follow the crews
    Money byMonth;
    Money runningByMonth;
    Money risksByMonth;
    Money actualByMonth;
    for (const MonthCost& month : costByMonth(plan, which)) {
        byMonth += month.labour;
        runningByMonth += month.running;
        risksByMonth += month.risks;
        actualByMonth += month.actual;
    }
    if (actualByMonth != plan.actual.total() || byMonth != labour || runningByMonth != running ||
        risksByMonth != plan.riskTotal.at(which))
        broken(PlanRule::monthsAddUp, which);
}

std::vector<PlanProblem> PlanCheck::run()
{
    checkEffort();
    for (const Case which : kCases) {
        checkTimes(which);
        checkLinks(which);
        checkPeople(which);
        checkCrewSizes(which);
        checkCosts(which);
    }
    checkSlack();
    checkOrderAndReadiness();
    return std::move(m_problems);
}

} // namespace

std::vector<PlanProblem> problems(const Plan& plan)
{
    return PlanCheck(plan).run();
}

} // namespace trestle
