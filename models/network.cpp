#include "models/network.h"

#include "models/graph.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <string>

namespace trestle {

namespace {

// Specialists first (fewest skills; none counts as most), then team order. Only skills that some item asks for make a
// specialist: any other says nothing of what the person could do less well than others.
std::vector<std::uint32_t> takingOrder(const Catalogue& catalogue, const std::vector<Person>& team)
{
    const std::set<std::string, std::less<>> asked = skillsAskedFor(catalogue);
    std::vector<std::uint32_t> order(team.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto breadth = [&](std::uint32_t p) {
        const auto skills =
            std::ranges::count_if(team[p].skills, [&](const auto& skill) { return asked.contains(skill); });
        return team[p].skills.empty() || asked.empty() ? SIZE_MAX : static_cast<std::size_t>(skills);
    };
    std::ranges::stable_sort(order, {}, breadth);
    return order;
}

void addWorkers(const Catalogue& catalogue, const Inputs& inputs, const WorkCalendar& calendar, Network& network)
{
    for (std::size_t people = 0; people <= inputs.team.size(); ++people)
        network.coordination.push_back(coordinationFactor(people, catalogue.coordination.value));
    const double kappa = network.coordination.back();
    for (const std::uint32_t p : takingOrder(catalogue, inputs.team)) {
        const Person& person = inputs.team[p];
        const auto rank = static_cast<std::uint32_t>(network.workers.size());
        Worker worker;
        worker.person = p;
        worker.allocation = person.allocation;
        worker.pace = person.allocation * kappa;
        worker.weeklyCost = person.allocation * person.weeklyRate.inDollars();
        worker.firstDay = firstWeek(person, calendar);
        worker.lastDay = lastWeek(person, calendar);
        worker.away = absences(person, calendar);
        network.presentAtStart |= PeopleSet{1} << rank;
        for (const Absence& absence : worker.away) {
            if (absence.from > 0.0)
                network.changes.push_back({absence.from, rank, false, absence.handsOver});
            else
                network.presentAtStart &= ~(PeopleSet{1} << rank);
            if (absence.to < kNoEnd)
                network.changes.push_back({absence.to, rank, true, false});
        }
        network.workers.push_back(std::move(worker));
    }
    std::ranges::stable_sort(network.changes, {}, &AvailabilityChange::at);
}

void addSkills(const Inputs& inputs, const Scope& scope, Network& network)
{
    std::map<std::string_view, std::uint32_t> classes;
    for (const ScopeItem& entry : scope.items) {
        const auto [found, added] =
            classes.try_emplace(entry.item->skill, static_cast<std::uint32_t>(network.able.size()));
        if (added) {
            PeopleSet able = 0;
            for (std::size_t rank = 0; rank < network.workers.size(); ++rank)
                if (canDo(inputs.team[network.workers[rank].person], entry.item->skill))
                    able |= PeopleSet{1} << rank;
            network.able.push_back(able);
        }
        network.skillOf.push_back(found->second);
    }
}

void addHappened(const Scope& scope, const WorkCalendar& calendar, Network& network)
{
    std::vector<Happened> nodes;
    for (const ScopeItem& entry : scope.items)
        nodes.push_back(happened(happenedOn(entry, calendar), calendar));
    for (std::uint32_t p = 0; p < network.phaseCount; ++p) {
        const std::uint32_t first = network.firstItem[p];
        const auto items = std::span(scope.items).subspan(first, network.firstItem[p + 1] - first);
        nodes.push_back(happened(happenedOn(items, calendar), calendar));
    }
    if (std::ranges::any_of(nodes, &Happened::any))
        network.happened = std::move(nodes);
}

bool mayRunOut(const Inputs& inputs, const Scope& scope)
{
    return std::ranges::any_of(
        scope.items, [&inputs](const ScopeItem& entry) { return allAbleLeave(inputs.team, entry.item->skill); });
}

Result<void> checkStaffing(const Scope& scope, const Network& network)
{
    for (std::size_t i = 0; i < scope.items.size(); ++i) {
        if (scope.items[i].remaining.high <= kEpsilon || network.able[network.skillOf[i]] != 0)
            continue;
        if (network.workers.empty())
            return fail(ErrorCode::noPeople, "", "/team");
        return fail(ErrorCode::nobodyAble, scope.items[i].item->id, "/team", scope.items[i].item->skill);
    }
    return {};
}

} // namespace

bool allAbleLeave(const std::vector<Person>& team, const std::string& skill)
{
    return std::ranges::all_of(
        team, [&skill](const Person& person) { return person.lastDay.has_value() || !canDo(person, skill); });
}

Error nobodyLeft(const std::vector<Person>& team, const std::string& item, const std::string& skill,
                 const std::string& where)
{
    const Person* last = nullptr;
    for (const Person& person : team)
        if (canDo(person, skill) && (!last || person.lastDay > last->lastDay))
            last = &person;
    return {ErrorCode::nobodyLeft, item, where, last ? last->name : std::string()};
}

void Network::setOrder(std::vector<std::uint32_t> newOrder)
{
    order = std::move(newOrder);
    rankOf.resize(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank)
        rankOf[order[rank]] = rank;
}

Result<Network> buildNetwork(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope,
                             const WorkCalendar& calendar)
{
    auto network = buildGraph(catalogue, scope);
    if (!network)
        return network;
    addWorkers(catalogue, inputs, calendar, *network);
    addSkills(inputs, scope, *network);
    addHappened(scope, calendar, *network);
    network->mayRunOut = mayRunOut(inputs, scope);
    if (auto ok = checkStaffing(scope, *network); !ok)
        return std::unexpected(ok.error());
    return network;
}

} // namespace trestle
