#include "models/plan/plan.h"

#include "models/calendar/days_off.h"
#include "models/effort.h"
#include "models/plan/actual_costs.h"
#include "models/plan/plan_draft.h"
#include "models/plan/plan_problems.h"
#include "models/plan/priority_order.h"
#include "models/risk_catalogue.h"
#include "models/slack.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <functional>
#include <numeric>
#include <string_view>
#include <unordered_map>

/// The way of every figure: Inputs → remainingWork → schedule → cost → Plan, once for each case.
namespace trestle {

namespace {

// What the calendar can hold with room to spare, as kDearestPlan is.
constexpr Weeks kLongestPlan = 100'000;
constexpr double kLateOutside = 1.29; // standard deviations of how the project varies, for one in ten

std::string nodeId(const PlanDraft& draft, NodeIndex node)
{
    return draft.network.isPhase(node) ? draft.catalogue.phases[node - draft.network.itemCount].id
                                       : draft.scope.items[node].item->id;
}

ThreePoint sumOf(const auto& list, auto effort)
{
    ThreePoint sum;
    for (const auto& entry : list)
        for (const Case which : kCases)
            sum.at(which) += std::invoke(effort, entry).at(which);
    return sum;
}

void addItems(PlanDraft& draft)
{
    for (const ScopeItem& entry : draft.scope.items) {
        ItemPlan item;
        item.id = entry.item->id;
        item.title = entry.item->title;
        item.phase = entry.phase;
        item.state = entry.progress.state;
        item.actual = entry.actual;
        item.happened = happened(happenedOn(entry, draft.plan.calendar), draft.plan.calendar);
        item.learnt = draft.scope.learning.phases[entry.phase].factor;
        item.addOn = entry.item->isAddOn();
        item.fullEffort = entry.full;
        item.effort = entry.remaining;
        item.hasWork = entry.remaining.likely > kEpsilon;
        draft.plan.items.push_back(std::move(item));
    }
}

void countProgress(const PlanDraft& draft, PhasePlan& phase)
{
    const auto items = std::span(draft.scope.items).subspan(phase.firstItem, phase.itemCount);
    for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i) {
        const ItemProgress& progress = draft.scope.items[i].progress;
        if (!progress.isInScope())
            continue;
        ++phase.inScope;
        phase.inPlace += progress.inPlace();
    }
    phase.progress = partInPlace(items);
    const bool isUnderWay = std::ranges::any_of(items, &ScopeItem::isUnderWay);
    phase.state = phase.inScope == 0               ? ItemState::excluded
                  : phase.inPlace == phase.inScope ? ItemState::done
                  : isUnderWay                     ? ItemState::underWay
                  : phase.inPlace > 0              ? ItemState::partial
                                                   : ItemState::missing;
}

void addPhases(PlanDraft& draft)
{
    for (std::size_t p = 0; p < draft.catalogue.phases.size(); ++p) {
        const Phase& source = draft.catalogue.phases[p];
        PhasePlan phase;
        phase.id = source.id;
        phase.title = source.title;
        phase.shortTitle = source.shortTitle;
        phase.reference = source.window.value;
        phase.firstItem = draft.scope.firstItem[p];
        phase.itemCount = draft.scope.firstItem[p + 1] - phase.firstItem;
        const auto items = std::span(draft.plan.items).subspan(phase.firstItem, phase.itemCount);
        phase.effort = sumOf(items, &ItemPlan::effort);
        phase.hasWork = std::ranges::any_of(items, &ItemPlan::hasWork);
        countProgress(draft, phase);
        const HappenedOn days =
            happenedOn(std::span(draft.scope.items).subspan(phase.firstItem, phase.itemCount), draft.plan.calendar);
        phase.actualStart = days.start;
        phase.actualFinish = days.finish;
        phase.happened = happened(days, draft.plan.calendar);
        draft.plan.phases.push_back(std::move(phase));
    }
    draft.plan.effort = sumOf(draft.plan.phases, &PhasePlan::effort);
}

void addPeople(PlanDraft& draft)
{
    for (const Person& person : draft.inputs.team)
        draft.plan.people.push_back(
            {person.name, person.allocation, person.weeklyRate, {}, {}, {}, {}, person.isRole, person.paidOut});
}

void addCrewTime(PlanDraft& draft, Case which, std::uint32_t item, const Assignment& member, Weeks left)
{
    const Worker& worker = draft.network.workers[member.worker];
    draft.plan.items[item].crew.at(which).push_back(
        {worker.person, member.joined, left, left - member.joined - absentDuring(worker.away, member.joined, left)});
}

void takeCrews(PlanDraft& draft, Case which, const Schedule& schedule)
{
    for (const HandOver& handOver : schedule.handOvers)
        addCrewTime(draft, which, handOver.item, handOver.of, handOver.left);
    for (std::uint32_t i = 0; i < draft.network.itemCount; ++i) {
        for (const Assignment& member : schedule.crewOf(draft.network, i))
            addCrewTime(draft, which, i, member, schedule.workDone[i]);
        std::ranges::stable_sort(draft.plan.items[i].crew.at(which), {}, &CrewTime::joined);
    }
}

void takeTimes(PlanDraft& draft, Case which, const Schedule& schedule)
{
    Plan& plan = draft.plan;
    for (std::uint32_t i = 0; i < draft.network.itemCount; ++i) {
        ItemPlan& item = plan.items[i];
        item.when.at(which) = {schedule.start[i], schedule.workDone[i], schedule.finish[i], schedule.hasWork[i] != 0};
    }
    takeCrews(draft, which, schedule);
    for (std::uint32_t p = 0; p < draft.network.phaseCount; ++p) {
        const NodeIndex node = draft.network.phaseNode(p);
        Span span{schedule.start[node], schedule.start[node], schedule.finish[node], schedule.hasWork[node] != 0};
        for (std::uint32_t i = draft.network.firstItem[p]; i < draft.network.firstItem[p + 1]; ++i)
            span.workDone = std::max(span.workDone, schedule.workDone[i]);
        if (hasFinished(draft.network, node, schedule.hasWork))
            span.workDone = span.finish;
        plan.phases[p].when.at(which) = span;
    }
    plan.finish.at(which) = schedule.end;
    plan.finishDate.at(which) = plan.calendar.lastDate(0, schedule.end);
}

std::string whole(double number)
{
    const std::string text = std::to_string(number);
    return text.substr(0, text.find('.'));
}

// Before a date or an amount is made of them.
Result<void> checkSize(const PlanDraft& draft, Case which, const Schedule& schedule)
{
    const OutsideView& outside = draft.inputs.outsideView;
    const Weeks latest = std::max(schedule.end, schedule.end * std::exp(outside.m + kLateOutside * outside.s));
    if (!(latest <= kLongestPlan))
        return fail(ErrorCode::planTooLong, whole(latest), "/finish", whole(kLongestPlan));
    double monthly = 0;
    for (const RunningCostPlan& running : draft.plan.running)
        monthly += running.monthly.at(which);
    const double months = schedule.end / 4 + draft.inputs.monthsAfterLaunch + 1;
    const double dollars = draft.plan.actual.total().inDollars() + labourOf(draft, schedule) + monthly * months;
    if (!(dollars <= kDearestPlan))
        return std::unexpected(tooDear(dollars));
    return {};
}

// Coordination makes people work longer than the work is large, so that their time does not sum to the effort.
void shareEffort(PlanDraft& draft, Case which)
{
    Plan& plan = draft.plan;
    for (const ItemPlan& item : plan.items) {
        const auto given = [&](const CrewTime& time) -> double {
            return time.worked * plan.people[time.person].allocation;
        };
        double all = 0;
        for (const CrewTime& time : item.crew.at(which))
            all += given(time);
        for (const CrewTime& time : item.crew.at(which))
            plan.people[time.person].effort.at(which) += all > 0 ? item.effort.at(which) * given(time) / all : 0;
    }
}

void countPeople(PlanDraft& draft)
{
    const Network& network = draft.network;
    PeopleSet present = network.presentAtStart;
    auto most = std::popcount(present);
    for (const AvailabilityChange& change : network.changes) {
        if (change.at >= draft.plan.finish.likely)
            break;
        const PeopleSet who = PeopleSet{1} << change.rank;
        present = change.present ? present | who : present & ~who;
        most = std::max(most, std::popcount(present));
    }
    draft.plan.peopleAtOnce = static_cast<std::size_t>(most);
    draft.plan.coordination = network.coordination[draft.plan.peopleAtOnce];
}

void addSlack(PlanDraft& draft, std::span<const PersonWeeks> work, const Schedule& schedule)
{
    const auto withPeople = slackWithPeople(draft.network, schedule);
    const auto byLinks = slackByLinks(draft.network, work, schedule.delay);
    const auto take = [&](auto& node, NodeIndex index) {
        node.slack = withPeople[index];
        node.slackByLinks = byLinks[index];
        node.drivesFinish = node.hasWork && node.slack <= kSlackEpsilon;
    };
    for (std::uint32_t i = 0; i < draft.network.itemCount; ++i)
        take(draft.plan.items[i], i);
    for (std::uint32_t p = 0; p < draft.network.phaseCount; ++p)
        take(draft.plan.phases[p], draft.network.phaseNode(p));
}

void addWaits(PlanDraft& draft, const Schedule& schedule)
{
    const std::vector<Wait> waits = reasonsToWait(draft.network, schedule);
    for (std::size_t i = 0; i < waits.size(); ++i) {
        WaitReason& reason = draft.plan.items[i].waitsFor;
        reason.kind = waits[i].kind;
        if (waits[i].worker >= 0)
            reason.on.push_back(
                draft.plan.people[draft.network.workers[static_cast<std::size_t>(waits[i].worker)].person].name);
        for (const NodeIndex node : waits[i].nodes)
            reason.on.push_back(nodeId(draft, node));
    }
}

void addLinks(PlanDraft& draft, const Schedule& schedule)
{
    for (const NetworkLink& link : draft.network.links) {
        const Link& source = draft.catalogue.links[link.source];
        const Weeks at = link.boundsStart() ? schedule.start[link.to] : schedule.finish[link.to];
        draft.plan.links.push_back({source.from, source.to, link.type, link.lag, source.reason,
                                    !isPast(draft.network, link, schedule.hasWork) &&
                                        boundOf(draft.network, schedule, link) >= at - kEpsilon});
        if (draft.network.isPhase(link.to))
            draft.plan.phases[link.to - draft.network.itemCount].waitsFor.push_back(source.from);
        if (draft.network.isPhase(link.from))
            draft.plan.phases[link.from - draft.network.itemCount].holdsUp.push_back(source.to);
    }
}

/// The first item that is left for want of people, not for what it waits for.
Error whatIsLeft(const PlanDraft& draft, const Schedule& schedule)
{
    const std::vector<Person>& team = draft.inputs.team;
    std::uint32_t item = 0;
    while (item + 1 < draft.network.itemCount &&
           (schedule.workDone[item] < kNeverDone || !allAbleLeave(team, draft.scope.items[item].item->skill)))
        ++item;
    const Item& left = *draft.scope.items[item].item;
    return nobodyLeft(team, left.id, left.skill, "/team");
}

Result<void> runCases(PlanDraft& draft)
{
    Scheduler scheduler(draft.network);
    std::vector<PersonWeeks> work(draft.scope.items.size());
    for (const Case which : kCases) {
        std::ranges::transform(draft.scope.items, work.begin(),
                               [which](const ScopeItem& entry) { return entry.remaining.at(which); });
        std::vector<Weeks> delays;
        for (const Phase& phase : draft.catalogue.phases)
            delays.push_back(certainDelay(draft.inputs.risks, phase.id, which));
        const Schedule& schedule = scheduler.run(work, delays);
        if (schedule.isUndone)
            return std::unexpected(whatIsLeft(draft, schedule));
        if (auto ok = checkSize(draft, which, schedule); !ok)
            return ok;
        takeTimes(draft, which, schedule);
        shareEffort(draft, which);
        takeLabour(draft, which, schedule);
        takeRunningCosts(draft, which);
        if (which == Case::likely) {
            addSlack(draft, work, schedule);
            addWaits(draft, schedule);
            addLinks(draft, schedule);
        }
    }
    splitTotals(draft);
    return {};
}

Date planOrigin(const Inputs& inputs)
{
    return inputs.asOf ? std::max(inputs.start, *inputs.asOf) : inputs.start;
}

std::vector<std::uint32_t> orderLike(const Plan& other, const Scope& scope)
{
    std::unordered_map<std::string_view, std::size_t> rankOf;
    for (std::size_t rank = 0; rank < other.order.size(); ++rank)
        rankOf.emplace(other.items[other.order[rank]].id, rank + 1);
    std::vector<std::size_t> ranks;
    for (const ScopeItem& entry : scope.items) {
        const auto known = rankOf.find(entry.item->id);
        ranks.push_back(known != rankOf.end() ? known->second : ranks.empty() ? 0 : ranks.back());
    }
    std::vector<std::uint32_t> order(scope.items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return ranks[i]; });
    return order;
}

Result<Plan> makePlan(std::shared_ptr<const Catalogue> catalogue, const Inputs& inputs, const Plan* orderOf,
                      const OrderSearchOptions& search)
{
    if (auto ok = checkInputs(*catalogue, inputs); !ok)
        return std::unexpected(ok.error());
    if (auto ok = checkRiskStaffing(inputs); !ok)
        return std::unexpected(ok.error());
    catalogue = withHappened(std::move(catalogue), inputs.risks);
    Scope scope = remainingWork(*catalogue, inputs);
    const WorkCalendar calendar(planOrigin(inputs), daysOffOf(inputs, planOrigin(inputs)));
    auto network = buildNetwork(*catalogue, inputs, scope, calendar);
    if (!network)
        return std::unexpected(network.error());

    if (orderOf)
        network->setOrder(orderLike(*orderOf, scope));
    else if (inputs.order == OrderKind::optimised)
        network->setOrder(chooseOrder(*catalogue, inputs, scope, *network, search).order);
    if (search.stop.stop_requested())
        return fail(ErrorCode::cancelled);

    PlanDraft draft{*catalogue, inputs, std::move(scope), std::move(*network), {}};
    draft.plan.catalogue = std::move(catalogue);
    draft.plan.inputs = inputs;
    draft.plan.calendar = calendar;
    draft.plan.startDate = calendar.dateOf(0);
    draft.plan.readiness = readiness(draft.catalogue, draft.scope);
    draft.plan.order = draft.network.order;
    draft.plan.learning = draft.scope.learning;
    addItems(draft);
    addPhases(draft);
    addPeople(draft);
    addRunningCosts(draft);
    auto actual = actualCosts(draft.plan);
    if (!actual)
        return std::unexpected(actual.error());
    draft.plan.actual = std::move(*actual);
    if (auto ok = runCases(draft); !ok)
        return std::unexpected(ok.error());
    countPeople(draft);
    assert(problems(draft.plan).empty());
    return std::move(draft.plan);
}

} // namespace

Error tooDear(double dollars)
{
    return {ErrorCode::planTooDear, whole(dollars), "/total", whole(kDearestPlan)};
}

Result<Plan> makePlan(std::shared_ptr<const Catalogue> catalogue, const Inputs& inputs,
                      const OrderSearchOptions& search)
{
    return makePlan(std::move(catalogue), inputs, nullptr, search);
}

Result<Plan> makePlanInOrderOf(const Plan& other, std::shared_ptr<const Catalogue> catalogue, const Inputs& inputs)
{
    return makePlan(std::move(catalogue), inputs, &other, {});
}

bool Plan::hasOwnTime() const
{
    return !std::ranges::all_of(people, &PersonPlan::paidOut);
}

bool Plan::isOneCrew() const
{
    const auto most = static_cast<std::size_t>(
        std::max(0, std::min(catalogue->itemCrewLimit.value, catalogue->phaseCrewLimit.value)));
    if (inputs.team.empty() || inputs.team.size() > most)
        return false;
    return std::ranges::all_of(items, [this](const ItemPlan& item) {
        const Item* source = item.effort.high > kEpsilon ? trestle::findItem(*catalogue, item.id) : nullptr;
        return !source || std::ranges::all_of(inputs.team,
                                              [source](const Person& person) { return canDo(person, source->skill); });
    });
}

std::vector<std::size_t> peopleOn(const ItemPlan& item)
{
    std::vector<std::size_t> people;
    for (const CrewTime& time : item.crew.likely)
        if (std::ranges::find(people, time.person) == people.end())
            people.push_back(time.person);
    return people;
}

const ItemPlan* Plan::findItem(std::string_view id) const
{
    const auto found = std::ranges::find(items, id, &ItemPlan::id);
    return found == items.end() ? nullptr : &*found;
}

const PhasePlan* Plan::findPhase(std::string_view id) const
{
    const auto found = std::ranges::find(phases, id, &PhasePlan::id);
    return found == phases.end() ? nullptr : &*found;
}

} // namespace trestle
