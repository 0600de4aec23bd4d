#include "models/earliest_times.h"

#include "models/event_graph.h"
#include "models/schedule_time.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>
#include <numeric>

namespace trestle {

namespace {

// The work a week of the quickest `limit` of these people.
double paceOf(const Network& network, PeopleSet people, std::size_t limit)
{
    std::vector<double> each;
    for (std::size_t rank = 0; rank < network.workers.size(); ++rank)
        if (people >> rank & 1)
            each.push_back(network.workers[rank].pace);
    std::ranges::sort(each, std::greater{});
    each.resize(std::min(each.size(), limit));
    return std::accumulate(each.begin(), each.end(), 0.0);
}

} // namespace

std::vector<double> fullCrewPaces(const Network& network)
{
    std::vector<double> paces;
    for (const PeopleSet able : network.able)
        paces.push_back(paceOf(network, able, network.itemCrewLimit));
    return paces;
}

EarliestTimes::EarliestTimes(const Network& network)
    : m_network(network), m_paces(fullCrewPaces(network)), m_order(EventGraph(network).inOrder()),
      m_bound(std::size_t{3} * network.nodeCount())
{
    for (std::uint32_t p = 0; p < network.phaseCount; ++p) {
        PeopleSet able = 0;
        for (std::uint32_t i = network.firstItem[p]; i < network.firstItem[p + 1]; ++i)
            able |= network.able[network.skillOf[i]];
        m_phasePaces.push_back(paceOf(network, able, network.phaseCrewLimit));
    }
    findCapacity();
    m_times.start.resize(network.nodeCount());
    m_times.workDone.resize(network.itemCount);
    m_times.finish.resize(network.nodeCount());
    m_times.hasWork.resize(network.nodeCount());
    m_times.crew.resize(std::size_t{network.itemCount} * network.itemCrewLimit);
    m_times.crewSize.resize(network.itemCount);
    m_times.delay.resize(network.phaseCount);
}

// Fewer people lose less to coordination, so neither the best pace nor the most capacity need be that of everyone.
void EarliestTimes::findCapacity()
{
    PeopleSet present = m_network.presentAtStart;
    const auto look = [&] {
        if (present == 0)
            return;
        const double kappa = m_network.coordination[static_cast<std::size_t>(std::popcount(present))];
        double capacity = 0;
        for (std::size_t rank = 0; rank < m_network.workers.size(); ++rank)
            if (present >> rank & 1)
                capacity += m_network.workers[rank].allocation * kappa;
        m_capacity = std::max(m_capacity, capacity);
        m_gain = std::max(m_gain, kappa / m_network.coordination.back());
    };
    look();
    for (const AvailabilityChange& change : m_network.changes) {
        const PeopleSet who = PeopleSet{1} << change.rank;
        present = change.present ? present | who : present & ~who;
        look();
    }
}

const Schedule& EarliestTimes::run(std::span<const PersonWeeks> work, std::span<const Weeks> delay)
{
    m_work = work;
    std::ranges::fill(m_times.delay, 0.0);
    std::ranges::copy(delay, m_times.delay.begin());
    std::ranges::fill(m_bound, 0.0);
    std::ranges::fill(m_times.start, std::numeric_limits<Weeks>::infinity());
    std::ranges::fill(m_times.hasWork, std::uint8_t{0});
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i)
        if (work[i] > kEpsilon)
            m_times.hasWork[i] = m_times.hasWork[m_network.phaseNode(m_network.phaseOf[i])] = 1;
    for (const Event event : m_order) {
        const NodeIndex node = EventGraph::nodeOf(event);
        if (event == EventGraph::gate(node))
            settleGate(node);
        else if (event == EventGraph::start(node))
            leave(node, false);
        else
            settleFinish(node);
    }
    m_times.end = endOf(m_network, m_times);
    return m_times;
}

Weeks EarliestTimes::lowerBound(std::span<const PersonWeeks> work)
{
    m_isBound = true;
    const Weeks path = run(work).end;
    m_isBound = false;
    const double all = std::accumulate(work.begin(), work.end(), 0.0);
    return std::max(path, Weeks{m_capacity > 0.0 ? all / m_capacity : 0.0});
}

void EarliestTimes::settleGate(NodeIndex node)
{
    Weeks gate = m_bound[EventGraph::gate(node)];
    if (!m_network.isPhase(node)) {
        if (m_network.hasBegun(node))
            gate = 0;
        m_times.start[node] = gate;
        m_times.workDone[node] = gate;
        if (m_times.hasWork[node]) {
            const double pace = m_paces[m_network.skillOf[node]] * (m_isBound ? m_gain : 1.0);
            m_times.workDone[node] = doneAt<double>(m_work[node], gate, pace);
            Weeks& phaseStart = m_times.start[m_network.phaseNode(m_network.phaseOf[node])];
            phaseStart = std::min(phaseStart, gate);
        }
        raise(EventGraph::finish(node), m_times.workDone[node]);
        return;
    }
    const std::uint32_t p = node - m_network.itemCount;
    for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
        raise(EventGraph::gate(i), gate);
    if (m_network.hasBegun(node)) // what is under way in it is not held back
        m_times.start[node] = gate = 0;
    if (!m_times.hasWork[node]) {
        m_times.start[node] = gate;
        raise(EventGraph::finish(node), gate);
    } else if (m_isBound) {
        const auto work = m_work.subspan(m_network.firstItem[p], m_network.firstItem[p + 1] - m_network.firstItem[p]);
        raise(EventGraph::finish(node),
              gate + std::accumulate(work.begin(), work.end(), 0.0) / (m_phasePaces[p] * m_gain));
    }
}

void EarliestTimes::settleFinish(NodeIndex node)
{
    m_times.finish[node] = hasFinished(m_network, node, m_times.hasWork) ? Weeks{} : m_bound[EventGraph::finish(node)];
    if (!m_network.isPhase(node))
        raise(EventGraph::finish(m_network.phaseNode(m_network.phaseOf[node])), m_times.finish[node]);
    leave(node, true);
}

void EarliestTimes::leave(NodeIndex node, bool fromFinish)
{
    const Departure from = departure(m_network, m_times, node, fromFinish);
    for (const std::uint32_t l : m_network.linksFrom(node))
        if (const NetworkLink& link = m_network.links[l]; link.leavesFinish() == fromFinish)
            raise(link.boundsStart() ? EventGraph::gate(link.to) : EventGraph::finish(link.to),
                  boundOf(link, from, m_times.hasWork));
}

Schedule earliestTimes(const Network& network, std::span<const PersonWeeks> work, std::span<const Weeks> delay)
{
    return EarliestTimes(network).run(work, delay);
}

} // namespace trestle
