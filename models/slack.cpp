#include "models/slack.h"

#include "models/earliest_times.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>
#include <utility>

/// Total float, by room: how far an event can slip before the finish of the plan moves. room(event) = the least over
/// what it holds back of gap + room, where gap is the distance there is now; a finish is also held by the plan's own.
/// Seen from the other side it is the length of the shortest way to the finish. From someone's joining an item to the
/// end of their time on it the room is counted along their days at work: what lies behind a leave is of no use to work
/// that must be over before it.
namespace trestle {

namespace {

using Event = std::uint32_t;

// Less than that is no less room: counting days back and forth on a ring of arcs must come to an end.
constexpr Weeks kRounding = 1e-12;

// Work takes a fixed time here, but for leave, so an item has a third event: its work done. Behind all events of nodes
// comes one for each hand-over.
class RoomGraph {
public:
    RoomGraph(const Network& network, const Schedule& schedule) : m_network(network), m_schedule(schedule) {}

    std::vector<Weeks> slack();

private:
    static constexpr std::uint32_t kRigid = ~std::uint32_t{0};
    struct Arc {
        Event from;
        Event to;
        Weeks gap;
        std::uint32_t stretch; // into m_stretches, or kRigid
    };
    // Someone's time on an item, of which `work` weeks are theirs.
    struct Stretch {
        std::uint32_t worker;
        Weeks work;
        Weeks joined;
        Weeks end; // of the arc's target
    };
    struct Join {
        Weeks at;
        bool late;          // joined an item that had started before
        std::uint32_t rank; // of the item
        std::uint32_t item;
        std::uint32_t worker;
        Event end; // of their time on the item
        Weeks left;
    };

    [[nodiscard]] static Event startOf(NodeIndex node) { return 3 * node; }
    [[nodiscard]] static Event workDoneOf(NodeIndex item) { return 3 * item + 1; }
    [[nodiscard]] static Event finishOf(NodeIndex node) { return 3 * node + 2; }

    [[nodiscard]] Event handOverOf(std::size_t index) const
    {
        return static_cast<Event>(std::size_t{3} * m_network.nodeCount() + index);
    }

    void add(Event from, Event to, Weeks gap) { m_arcs.push_back({from, to, std::max(gap, 0.0), kRigid}); }
    void addStretch(std::uint32_t item, const Assignment& member, Weeks left, Event end);
    void addNodes();
    void addLink(const NetworkLink& link);
    void addLinkFrom(Event from, Weeks at, const NetworkLink& link);
    void addBefore(const Join* before, const Join& join);
    void addPeople();
    void addPlaces(const std::vector<Join>& joins);
    [[nodiscard]] std::vector<Join> joinsInOrder() const;
    [[nodiscard]] Weeks roomBefore(const Arc& arc, Weeks room) const;
    [[nodiscard]] std::vector<Weeks> rooms() const;

    const Network& m_network;
    const Schedule& m_schedule;
    std::vector<Arc> m_arcs;
    std::vector<Stretch> m_stretches;
};

void RoomGraph::addStretch(std::uint32_t item, const Assignment& member, Weeks left, Event end)
{
    const std::vector<Absence>& away = m_network.workers[member.worker].away;
    if (away.empty() || away.back().to <= member.joined + kEpsilon) { // all time is time at work
        add(startOf(item), end, 0);
        return;
    }
    m_arcs.push_back({startOf(item), end, 0, static_cast<std::uint32_t>(m_stretches.size())});
    const Weeks work = left - member.joined - absentDuring(away, member.joined, left);
    m_stretches.push_back({member.worker, work, member.joined, left});
}

void RoomGraph::addNodes()
{
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        const NodeIndex phase = m_network.phaseNode(m_network.phaseOf[i]);
        if (m_schedule.crewSize[i] == 0)
            add(startOf(i), workDoneOf(i), 0);
        for (const Assignment& member : m_schedule.crewOf(m_network, i))
            addStretch(i, member, m_schedule.workDone[i], workDoneOf(i));
        add(workDoneOf(i), finishOf(i), m_schedule.finish[i] - m_schedule.workDone[i]);
        add(finishOf(i), finishOf(phase), m_schedule.finish[phase] - m_schedule.finish[i]);
    }
    for (std::size_t h = 0; h < m_schedule.handOvers.size(); ++h) {
        const auto& [item, member, left] = m_schedule.handOvers[h];
        addStretch(item, member, left, handOverOf(h));
        add(handOverOf(h), workDoneOf(item), m_schedule.workDone[item] - left);
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
    const Weeks bound = at + lagOf(link, m_schedule.hasWork);
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
    const auto take = [&](std::uint32_t item, const Assignment& member, Event end, Weeks left) {
        joins.push_back({member.joined, member.joined > m_schedule.start[item] + kEpsilon, m_network.rankOf[item], item,
                         member.worker, end, left});
    };
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i)
        for (const Assignment& member : m_schedule.crewOf(m_network, i))
            take(i, member, workDoneOf(i), m_schedule.workDone[i]);
    for (std::size_t h = 0; h < m_schedule.handOvers.size(); ++h)
        take(m_schedule.handOvers[h].item, m_schedule.handOvers[h].of, handOverOf(h), m_schedule.handOvers[h].left);
    // As the schedule takes people: those who join started items first, then by priority.
    std::ranges::sort(joins, {}, [](const Join& j) { return std::tuple(j.at, !j.late, j.rank, j.worker); });
    return joins;
}

void RoomGraph::addPeople()
{
    const std::vector<Join> joins = joinsInOrder();
    std::vector<const Join*> last(m_network.workers.size(), nullptr);
    for (const Join& join : joins)
        addBefore(std::exchange(last[join.worker], &join), join);
    addPlaces(joins);
}

// The joining waits for the end of someone's time on another item; who comes and goes on one item moves with it.
void RoomGraph::addBefore(const Join* before, const Join& join)
{
    if (before && before->item != join.item)
        add(before->end, startOf(join.item), join.at - before->left);
}

// Each phase has as many places as its crew limit; whoever joins takes the one that has been free longest.
void RoomGraph::addPlaces(const std::vector<Join>& joins)
{
    const std::uint32_t limit = m_network.phaseCrewLimit;
    std::vector<const Join*> holder(std::size_t{m_network.phaseCount} * limit, nullptr);
    const auto freeSince = [](const Join* held) { return held ? held->left : -1.0; };
    for (const Join& join : joins) {
        const auto places = std::span(holder).subspan(std::size_t{m_network.phaseOf[join.item]} * limit, limit);
        addBefore(std::exchange(*std::ranges::min_element(places, {}, freeSince), &join), join);
    }
}

Weeks RoomGraph::roomBefore(const Arc& arc, Weeks room) const
{
    if (arc.stretch == kRigid)
        return arc.gap + room;
    const Stretch& stretch = m_stretches[arc.stretch];
    const std::vector<Absence>& away = m_network.workers[stretch.worker].away;
    return std::max(0.0, latestStart(away, stretch.work, stretch.end + room) - stretch.joined);
}

// The shortest way from each event to the finish of the plan, over the gaps. Someone who joins an item after its start
// makes an arc back in time, so the arcs can form rings and no order of the events will do; gaps are never negative.
// Leave can make room less on the way back: an event is then looked at again.
std::vector<Weeks> RoomGraph::rooms() const
{
    const std::size_t events = std::size_t{3} * m_network.nodeCount() + m_schedule.handOvers.size();
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
        if (distance < room[event] - kRounding) {
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
            reach(m_arcs[arcs[k]].from, roomBefore(m_arcs[arcs[k]], distance));
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
