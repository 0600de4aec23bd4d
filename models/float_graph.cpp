#include "models/float_graph.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>

namespace trestle {

namespace {

// Less than that is no less room: counting days back and forth on a ring of arcs must come to an end.
constexpr Weeks kRounding = 1e-12;
constexpr Weeks kFar = std::numeric_limits<Weeks>::infinity();

} // namespace

FloatGraph::FloatGraph(const Network& network)
    : m_network(network), m_firstFixed(std::size_t{3} * network.nodeCount() + 1), m_last(network.workers.size()),
      m_holder(std::size_t{network.phaseCount} * network.phaseCrewLimit), m_time(std::size_t{3} * network.nodeCount()),
      m_delay(m_time.size())
{
    m_hasLeave = !std::ranges::all_of(network.changes, &AvailabilityChange::present);
}

FloatGraph::Event FloatGraph::handOverOf(std::size_t index) const
{
    return static_cast<Event>(m_time.size() + index);
}

void FloatGraph::read(const Schedule& schedule)
{
    if (!std::ranges::equal(schedule.hasWork, m_hasWork))
        addFixed(schedule.hasWork);
    for (NodeIndex node = 0; node < m_network.nodeCount(); ++node) {
        m_time[startOf(node)] = schedule.start[node];
        m_time[finishOf(node)] = schedule.finish[node];
        m_delay[finishOf(node)] = delayAfter(m_network, schedule, node);
    }
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i)
        m_time[workDoneOf(i)] = schedule.workDone[i];
    m_end = schedule.end;
    const std::size_t events = m_time.size() + schedule.handOvers.size();
    m_arcs.clear();
    m_stretches.clear();
    m_firstArc.assign(events, kNone);
    m_lastArc.resize(events);
    m_room.resize(events);
    if (m_hasLeave)
        addWork(schedule);
    addJoins(schedule);
}

void FloatGraph::addFixed(std::span<const std::uint8_t> hasWork)
{
    m_hasWork.assign(hasWork.begin(), hasWork.end());
    m_unsorted.clear();
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        const NodeIndex phase = m_network.phaseNode(m_network.phaseOf[i]);
        m_unsorted.push_back({workDoneOf(i), finishOf(i), 0, kNone});
        if (!hasFinished(m_network, phase, m_hasWork))
            m_unsorted.push_back({finishOf(i), finishOf(phase), 0, kNone});
    }
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p)
        if (const NodeIndex node = m_network.phaseNode(p); !m_hasWork[node])
            m_unsorted.push_back({startOf(node), finishOf(node), 0, kNone});
    for (const NetworkLink& link : m_network.links)
        addLink(link);
    indexFixed();
}

// A phase with work starts with its items: its start links leave from those that started with it. What has happened
// does not slip.
void FloatGraph::addLink(const NetworkLink& link)
{
    const NodeIndex from = link.from;
    if (happenedAt(m_network, from, link.leavesFinish(), m_hasWork))
        return;
    if (link.leavesFinish()) {
        addLinkFrom(finishOf(from), link, kNone);
    } else if (!m_network.isPhase(from) || !m_hasWork[from]) {
        addLinkFrom(startOf(from), link, kNone);
    } else {
        const std::uint32_t p = from - m_network.itemCount;
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            if (m_hasWork[i])
                addLinkFrom(startOf(i), link, from);
    }
}

// A start link into a phase holds back each of its items, and the phase itself where it has no work.
void FloatGraph::addLinkFrom(Event from, const NetworkLink& link, std::uint32_t startsWith)
{
    const NodeIndex to = link.to;
    const Weeks lag = lagOf(link, m_hasWork);
    if (!link.boundsStart()) {
        if (!hasFinished(m_network, to, m_hasWork))
            m_unsorted.push_back({from, finishOf(to), lag, startsWith});
        return;
    }
    if ((!m_network.isPhase(to) || !m_hasWork[to]) && !m_network.hasBegun(to))
        m_unsorted.push_back({from, startOf(to), lag, startsWith});
    if (m_network.isPhase(to)) {
        const std::uint32_t p = to - m_network.itemCount;
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            if (!m_network.hasBegun(i))
                m_unsorted.push_back({from, startOf(i), lag, startsWith});
    }
}

void FloatGraph::indexFixed()
{
    std::ranges::fill(m_firstFixed, 0U);
    for (const FixedArc& arc : m_unsorted)
        ++m_firstFixed[arc.to + 1];
    std::partial_sum(m_firstFixed.begin(), m_firstFixed.end(), m_firstFixed.begin());
    m_fixed.resize(m_unsorted.size());
    m_nextFixed.assign(m_firstFixed.begin(), m_firstFixed.end() - 1);
    for (const FixedArc& arc : m_unsorted)
        m_fixed[m_nextFixed[arc.to]++] = arc;
}

void FloatGraph::addArc(Event from, Event to, Weeks gap, std::uint32_t stretch)
{
    const auto index = static_cast<std::uint32_t>(m_arcs.size());
    (m_firstArc[to] == kNone ? m_firstArc[to] : m_arcs[m_lastArc[to]].next) = index;
    m_lastArc[to] = index;
    m_arcs.push_back({from, std::max(gap, Weeks{}), stretch, kNone});
}

void FloatGraph::addWork(const Schedule& schedule)
{
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        if (schedule.crewSize[i] == 0)
            addArc(startOf(i), workDoneOf(i), 0);
        for (const Assignment& member : schedule.crewOf(m_network, i))
            addStretch(i, member, schedule.workDone[i], workDoneOf(i));
    }
    for (std::size_t h = 0; h < schedule.handOvers.size(); ++h) {
        const auto& [item, member, left] = schedule.handOvers[h];
        addStretch(item, member, left, handOverOf(h));
        addArc(handOverOf(h), workDoneOf(item), schedule.workDone[item] - left);
    }
}

void FloatGraph::addStretch(std::uint32_t item, const Assignment& member, Weeks left, Event end)
{
    const std::vector<Absence>& away = m_network.workers[member.worker].away;
    if (away.empty() || away.back().to <= member.joined + kEpsilon) { // all their time is time at work
        addArc(startOf(item), end, 0);
        return;
    }
    addArc(startOf(item), end, 0, static_cast<std::uint32_t>(m_stretches.size()));
    const Weeks work = left - member.joined - absentDuring(away, member.joined, left);
    m_stretches.push_back({member.worker, work, member.joined, left});
}

void FloatGraph::addJoins(const Schedule& schedule)
{
    m_joins.clear();
    const auto take = [&](std::uint32_t item, const Assignment& member, Event end, Weeks left) {
        m_joins.push_back({member.joined, member.joined > schedule.start[item] + kEpsilon, m_network.rankOf[item], item,
                           member.worker, end, left});
    };
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i)
        for (const Assignment& member : schedule.crewOf(m_network, i))
            take(i, member, workDoneOf(i), schedule.workDone[i]);
    for (std::size_t h = 0; h < schedule.handOvers.size(); ++h)
        take(schedule.handOvers[h].item, schedule.handOvers[h].of, handOverOf(h), schedule.handOvers[h].left);
    sortJoins();

    std::ranges::fill(m_last, kNone);
    for (std::uint32_t j = 0; j < m_joins.size(); ++j)
        addBefore(std::exchange(m_last[m_joins[j].worker], j), m_joins[j]);
    // Each phase has as many places as its crew limit; whoever joins takes the one that has been free longest.
    std::ranges::fill(m_holder, kNone);
    const std::uint32_t limit = m_network.phaseCrewLimit;
    const auto freeSince = [this](std::uint32_t join) { return join == kNone ? Weeks{-1} : m_joins[join].left; };
    for (std::uint32_t j = 0; j < m_joins.size(); ++j) {
        const auto places = std::span(m_holder).subspan(std::size_t{m_network.phaseOf[m_joins[j].item]} * limit, limit);
        addBefore(std::exchange(*std::ranges::min_element(places, {}, freeSince), j), m_joins[j]);
    }
}

// As the schedule takes people: by time, those who join started items first, then by priority. Items lie nearly in the
// order of their joins.
void FloatGraph::sortJoins()
{
    constexpr std::size_t kFew = 256;
    const auto key = [](const Join& j) { return std::tuple(j.at, !j.late, j.rank, j.worker); };
    if (m_joins.size() > kFew) {
        std::ranges::sort(m_joins, {}, key);
        return;
    }
    for (std::size_t k = 1; k < m_joins.size(); ++k) {
        const Join join = m_joins[k];
        std::size_t to = k;
        for (; to > 0 && key(join) < key(m_joins[to - 1]); --to)
            m_joins[to] = m_joins[to - 1];
        m_joins[to] = join;
    }
}

// The joining waits for the end of someone's time on another item; who comes and goes on one item moves with it.
void FloatGraph::addBefore(std::uint32_t before, const Join& join)
{
    if (before != kNone && m_joins[before].item != join.item)
        addArc(m_joins[before].end, startOf(join.item), join.at - m_joins[before].left);
}

Weeks FloatGraph::roomBefore(const Arc& arc, Weeks room) const
{
    if (arc.stretch == kNone)
        return arc.gap + room;
    const Stretch& stretch = m_stretches[arc.stretch];
    const std::vector<Absence>& away = m_network.workers[stretch.worker].away;
    return std::max(Weeks{}, latestStart(away, stretch.work, stretch.end + room) - stretch.joined);
}

// Calls `reach` with each event that holds back this one, and the room that this one leaves it.
template <class Reach>
void FloatGraph::lookBack(Event event, Weeks room, Reach reach) const
{
    if (event < m_time.size()) {
        if (!m_hasLeave && event % 3 == 1) // work done
            reach(event - 1, room);
        for (std::uint32_t a = m_firstFixed[event]; a < m_firstFixed[event + 1]; ++a) {
            const FixedArc& arc = m_fixed[a];
            if (arc.startsWith == kNone || m_time[arc.from] <= m_time[startOf(arc.startsWith)] + kEpsilon)
                reach(arc.from,
                      std::max(m_time[event] - (m_time[arc.from] + m_delay[arc.from] + arc.lag), Weeks{}) + room);
        }
    }
    for (std::uint32_t a = m_firstArc[event]; a != kNone; a = m_arcs[a].next)
        reach(m_arcs[a].from, roomBefore(m_arcs[a], room));
}

// Where something has happened, a node without work may be done later than the plan.
Weeks FloatGraph::roomToEnd(Event finish) const
{
    const Weeks room = m_end - m_time[finish] - m_delay[finish];
    return m_network.happened.empty() ? room : std::max(room, Weeks{});
}

template <class Reach>
void FloatGraph::fromEnds(Reach reach)
{
    std::ranges::fill(m_room, kFar);
    for (NodeIndex node = 0; node < m_network.nodeCount(); ++node)
        reach(finishOf(node), roomToEnd(finishOf(node)));
}

// Least room first.
void FloatGraph::findRoom()
{
    const auto reach = [this](Event event, Weeks room) {
        if (room < m_room[event] - kRounding) {
            m_room[event] = room;
            m_heap.emplace_back(room, event);
            std::ranges::push_heap(m_heap, std::greater{});
        }
    };
    fromEnds(reach);
    while (!m_heap.empty()) {
        const auto [room, event] = m_heap.front();
        std::ranges::pop_heap(m_heap, std::greater{});
        m_heap.pop_back();
        if (room <= m_room[event])
            lookBack(event, room, reach);
    }
}

// Nearly all of it is none, so any order will do.
void FloatGraph::findLittleRoom()
{
    if (!m_stretches.empty()) { // what has more room may have less on the far side of a leave
        findRoom();
        return;
    }
    const auto reach = [this](Event event, Weeks room) {
        if (room <= kSlackEpsilon && room < m_room[event]) {
            m_room[event] = room;
            m_stack.push_back(event);
        }
    };
    fromEnds(reach);
    while (!m_stack.empty()) {
        const Event event = m_stack.back();
        m_stack.pop_back();
        lookBack(event, m_room[event], reach);
    }
}

} // namespace trestle
