#include "models/plan/waits.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

struct Done {
    Weeks at;
    std::uint32_t item;
};

// Items by when their work was done, so that what ended at a given moment is found at once.
class DoneList {
public:
    void add(Weeks at, std::uint32_t item) { m_list.push_back({at, item}); }
    void sort() { std::ranges::sort(m_list, {}, &Done::at); }
    [[nodiscard]] std::size_t countBefore(Weeks time) const
    {
        return static_cast<std::size_t>(from(time) - m_list.begin());
    }
    [[nodiscard]] const Done* at(Weeks time) const
    {
        const auto found = from(time);
        return found != m_list.end() && found->at <= time + kEpsilon ? &*found : nullptr;
    }

private:
    [[nodiscard]] std::vector<Done>::const_iterator from(Weeks time) const
    {
        return std::ranges::lower_bound(m_list, time - kEpsilon, {}, &Done::at);
    }

    std::vector<Done> m_list;
};

class Reasons {
public:
    Reasons(const Network& network, const Schedule& schedule)
        : m_network(network), m_schedule(schedule), m_byWorker(network.workers.size()), m_byPhase(network.phaseCount),
          m_joins(network.phaseCount)
    {
        for (std::uint32_t i = 0; i < network.itemCount; ++i)
            for (const Assignment& member : schedule.crewOf(network, i))
                addMember(i, member, schedule.workDone[i]);
        for (const HandOver& handOver : schedule.handOvers)
            addMember(handOver.item, handOver.of, handOver.left);
        std::ranges::for_each(m_byWorker, &DoneList::sort);
        std::ranges::for_each(m_byPhase, &DoneList::sort);
        for (auto& joins : m_joins)
            std::ranges::sort(joins);
    }

    [[nodiscard]] Wait of(std::uint32_t item) const
    {
        Wait wait;
        const Weeks start = m_schedule.start[item];
        if (!m_schedule.hasWork[item] || start <= kEpsilon)
            return wait;
        addTightLinks(item, start, wait);
        addTightLinks(m_network.phaseNode(m_network.phaseOf[item]), start, wait);
        if (!wait.nodes.empty()) {
            wait.kind = WaitKind::link;
            return wait;
        }
        if (findPerson(item, start, wait))
            return wait;
        if (findPlace(m_network.phaseOf[item], start, wait))
            return wait;
        findReturn(item, start, wait);
        return wait;
    }

private:
    void addMember(std::uint32_t item, const Assignment& member, Weeks left)
    {
        m_byWorker[member.worker].add(left, item);
        m_byPhase[m_network.phaseOf[item]].add(left, item);
        m_joins[m_network.phaseOf[item]].push_back(member.joined);
    }

    void addTightLinks(NodeIndex node, Weeks start, Wait& wait) const
    {
        for (const std::uint32_t l : m_network.linksTo(node)) {
            const NetworkLink& link = m_network.links[l];
            if (!link.boundsStart())
                continue;
            if (boundOf(m_network, m_schedule, link) >= start - kEpsilon &&
                std::ranges::find(wait.nodes, link.from) == wait.nodes.end())
                wait.nodes.push_back(link.from);
        }
    }

    [[nodiscard]] bool findPerson(std::uint32_t item, Weeks start, Wait& wait) const
    {
        for (const Assignment& member : firstCrew(item, start)) {
            if (const Done* before = m_byWorker[member.worker].at(start)) {
                wait.kind = WaitKind::person;
                wait.nodes = {before->item};
                wait.worker = member.worker;
                return true;
            }
        }
        return false;
    }

    // A place is what was missing only where every place of the phase was taken until now.
    [[nodiscard]] bool findPlace(std::uint32_t phase, Weeks start, Wait& wait) const
    {
        const Done* before = m_byPhase[phase].at(start);
        const auto joined = std::ranges::lower_bound(m_joins[phase], start - kEpsilon) - m_joins[phase].begin();
        if (!before ||
            static_cast<std::size_t>(joined) - m_byPhase[phase].countBefore(start) < m_network.phaseCrewLimit)
            return false;
        wait.kind = WaitKind::place;
        wait.nodes = {before->item};
        return true;
    }

    // Who started the item, those taken first before the others.
    [[nodiscard]] std::vector<Assignment> firstCrew(std::uint32_t item, Weeks start) const
    {
        std::vector<Assignment> members;
        const auto add = [&](const Assignment& member) {
            if (member.joined <= start + kEpsilon)
                members.push_back(member);
        };
        for (const Assignment& member : m_schedule.crewOf(m_network, item))
            add(member);
        for (const HandOver& handOver : m_schedule.handOvers)
            if (handOver.item == item)
                add(handOver.of);
        std::ranges::sort(members, {}, &Assignment::worker);
        return members;
    }

    void findReturn(std::uint32_t item, Weeks start, Wait& wait) const
    {
        for (const Assignment& member : firstCrew(item, start))
            for (const Absence& absence : m_network.workers[member.worker].away)
                if (std::abs(absence.to - start) <= kEpsilon) {
                    wait.kind = WaitKind::leave;
                    wait.worker = member.worker;
                    return;
                }
    }

    const Network& m_network;
    const Schedule& m_schedule;
    std::vector<DoneList> m_byWorker;
    std::vector<DoneList> m_byPhase;
    std::vector<std::vector<Weeks>> m_joins; // per phase, sorted
};

} // namespace

std::vector<Wait> reasonsToWait(const Network& network, const Schedule& schedule)
{
    const Reasons reasons(network, schedule);
    std::vector<Wait> waits;
    waits.reserve(network.itemCount);
    for (std::uint32_t i = 0; i < network.itemCount; ++i)
        waits.push_back(reasons.of(i));
    return waits;
}

} // namespace trestle
