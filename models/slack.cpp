#include "models/slack.h"

#include "models/earliest_times.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

/// Total float, by room: how far an event can slip before the finish of the plan moves. room(event) = the least over
/// what it holds back of gap + room, where gap is the distance there is now; a finish is also held by the plan's own.
/// Seen from the other side it is the length of the shortest way to the finish.
namespace trestle {

namespace {

using Event = std::uint32_t;

// Work takes a fixed time here, so an item has a third event: its work done, rigidly behind its start.
class RoomGraph {
public:
    RoomGraph(const Network& network, const Schedule& schedule) : m_network(network), m_schedule(schedule) {}

    std::vector<Weeks> slack();

private:
    struct Arc {
        Event from;
        Event to;
        Weeks gap;
    };
    struct Join {
        Weeks at;
        bool late; // joined an item that had started before
        std::uint32_t rank;
        std::uint32_t place;
        std::uint32_t item;
        std::uint32_t worker;
    };

    [[nodiscard]] static Event startOf(NodeIndex node) { return 3 * node; }
    [[nodiscard]] static Event workDoneOf(NodeIndex item) { return 3 * item + 1; }
    [[nodiscard]] static Event finishOf(NodeIndex node) { return 3 * node + 2; }

    void add(Event from, Event to, Weeks gap) { m_arcs.push_back({from, to, std::max(gap, 0.0)}); }
    void addNodes();
    void addLink(const NetworkLink& link);
    void addLinkFrom(Event from, Weeks at, const NetworkLink& link);
    void addPeople();
    void addPlaces(const std::vector<Join>& joins);
    [[nodiscard]] std::vector<Join> joinsInOrder() const;
    [[nodiscard]] std::vector<Weeks> rooms() const;

    const Network& m_network;
    const Schedule& m_schedule;
    std::vector<Arc> m_arcs;
};

void RoomGraph::addNodes()
{
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        const NodeIndex phase = m_network.phaseNode(m_network.phaseOf[i]);
        add(startOf(i), workDoneOf(i), 0);
        add(workDoneOf(i), finishOf(i), m_schedule.finish[i] - m_schedule.workDone[i]);
        add(finishOf(i), finishOf(phase), m_schedule.finish[phase] - m_schedule.finish[i]);
    }
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p)
        if (const NodeIndex node = m_network.phaseNode(p); !m_schedule.hasWork[node])
            add(startOf(node), finishOf(node), m_schedule.finish[node] - m_schedule.start[node]);
}

// A phase with work starts with its items: its start links leave from those that started with it.
void RoomGraph::addLink(const NetworkLink& link)
{
    const NodeIndex from = link.from;
    if (link.leavesFinish()) {
        addLinkFrom(finishOf(from), m_schedule.finish[from], link);
    } else if (!m_network.isPhase(from) || !m_schedule.hasWork[from]) {
        addLinkFrom(startOf(from), m_schedule.start[from], link);
    } else {
        const std::uint32_t p = from - m_network.itemCount;
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            if (m_schedule.hasWork[i] && m_schedule.start[i] <= m_schedule.start[from] + kEpsilon)
                addLinkFrom(startOf(i), m_schedule.start[i], link);
    }
}

// A start link into a phase holds back each of its items, and the phase itself where it has no work.
void RoomGraph::addLinkFrom(Event from, Weeks at, const NetworkLink& link)
{
    const NodeIndex to = link.to;
    const Weeks bound = at + link.lag;
    if (!link.boundsStart()) {
        add(from, finishOf(to), m_schedule.finish[to] - bound);
        return;
    }
    if (!m_network.isPhase(to) || !m_schedule.hasWork[to])
        add(from, startOf(to), m_schedule.start[to] - bound);
    if (m_network.isPhase(to)) {
        const std::uint32_t p = to - m_network.itemCount;
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            add(from, startOf(i), m_schedule.start[i] - bound);
    }
}

std::vector<RoomGraph::Join> RoomGraph::joinsInOrder() const
{
    std::vector<Join> joins;
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        const auto crew = m_schedule.crewOf(m_network, i);
        for (std::uint32_t place = 0; place < crew.size(); ++place)
            joins.push_back({crew[place].joined, crew[place].joined > m_schedule.start[i] + kEpsilon,
                             m_network.rankOf[i], place, i, crew[place].worker});
    }
    // As the schedule takes people: those who join started items first, then by priority.
    std::ranges::sort(joins, {}, [](const Join& j) { return std::tuple(j.at, !j.late, j.rank, j.place); });
    return joins;
}

void RoomGraph::addPeople()
{
    const std::vector<Join> joins = joinsInOrder();
    constexpr std::uint32_t nothing = ~std::uint32_t{0};
    std::vector<std::uint32_t> last(m_network.workers.size(), nothing);
    for (const Join& join : joins) {
        if (const std::uint32_t before = last[join.worker]; before != nothing)
            add(workDoneOf(before), startOf(join.item), join.at - m_schedule.workDone[before]);
        last[join.worker] = join.item;
    }
    addPlaces(joins);
}

// Each phase has as many places as its crew limit; whoever joins takes the one that has been free longest.
void RoomGraph::addPlaces(const std::vector<Join>& joins)
{
    constexpr std::uint32_t nobody = ~std::uint32_t{0};
    const std::uint32_t limit = m_network.phaseCrewLimit;
    std::vector<std::uint32_t> holder(std::size_t{m_network.phaseCount} * limit, nobody);
    const auto freeSince = [&](std::uint32_t item) { return item == nobody ? -1.0 : m_schedule.workDone[item]; };
    for (const Join& join : joins) {
        const auto places = std::span(holder).subspan(std::size_t{m_network.phaseOf[join.item]} * limit, limit);
        const auto place = std::ranges::min_element(places, {}, freeSince);
        if (*place != nobody)
            add(workDoneOf(*place), startOf(join.item), join.at - m_schedule.workDone[*place]);
        *place = join.item;
    }
}

// The shortest way from each event to the finish of the plan, over the gaps. Someone who joins an item after its start
// makes an arc back in time, so the arcs can form rings and no order of the events will do; gaps are never negative.
std::vector<Weeks> RoomGraph::rooms() const
{
    const std::size_t events = std::size_t{3} * m_network.nodeCount();
    std::vector<std::uint32_t> first(events + 1, 0); // arcs by the event they lead to
    for (const Arc& arc : m_arcs)
        ++first[arc.to + 1];
    for (std::size_t e = 0; e < events; ++e)
        first[e + 1] += first[e];
    std::vector<std::uint32_t> arcs(m_arcs.size());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t a = 0; a < m_arcs.size(); ++a)
        arcs[next[m_arcs[a].to]++] = a;

    using Reached = std::pair<Weeks, Event>;
    std::vector<Weeks> room(events, std::numeric_limits<Weeks>::infinity());
    std::vector<Reached> heap;
    const auto reach = [&](Event event, Weeks distance) {
        if (distance < room[event]) {
            room[event] = distance;
            heap.emplace_back(distance, event);
            std::ranges::push_heap(heap, std::greater{});
        }
    };
    for (NodeIndex node = 0; node < m_network.nodeCount(); ++node)
        reach(finishOf(node), m_schedule.end - m_schedule.finish[node]);
    while (!heap.empty()) {
        const auto [distance, event] = heap.front();
        std::ranges::pop_heap(heap, std::greater{});
        heap.pop_back();
        if (distance > room[event])
            continue;
        for (std::uint32_t k = first[event]; k < first[event + 1]; ++k)
            reach(m_arcs[arcs[k]].from, m_arcs[arcs[k]].gap + distance);
    }
    return room;
}

std::vector<Weeks> RoomGraph::slack()
{
    addNodes();
    for (const NetworkLink& link : m_network.links)
        addLink(link);
    addPeople();
    const std::vector<Weeks> room = rooms();

    std::vector<Weeks> slack(m_network.nodeCount());
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i)
        slack[i] = room[startOf(i)];
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p) {
        const NodeIndex node = m_network.phaseNode(p);
        slack[node] = m_schedule.hasWork[node] ? std::numeric_limits<Weeks>::infinity() : room[startOf(node)];
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            if (m_schedule.hasWork[i])
                slack[node] = std::min(slack[node], slack[i]);
    }
    return slack;
}

} // namespace

std::vector<Weeks> slackWithPeople(const Network& network, const Schedule& schedule)
{
    return RoomGraph(network, schedule).slack();
}

Schedule earliestTimes(const Network& network, std::span<const PersonWeeks> work)
{
    return EarliestTimes(network).run(work);
}

std::vector<Weeks> slackByLinks(const Network& network, std::span<const PersonWeeks> work)
{
    return slackWithPeople(network, earliestTimes(network, work));
}

} // namespace trestle
