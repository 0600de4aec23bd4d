#include "models/network.h"

#include <algorithm>

/// Cycles in the graph of start and finish events. A phase has three events: its gate (what its own start links hold
/// back, and with it the start of every item of the phase), its start (when its first item starts, seen by the links
/// that leave its start), and its finish. Without the gate each phase with a start-to-start link would be a cycle of
/// its own: phase start → item start → phase start.
namespace trestle {

namespace {

using Event = std::uint32_t;

class EventGraph {
public:
    explicit EventGraph(const Network& network) : m_network(network) {}

    [[nodiscard]] std::size_t size() const { return std::size_t{3} * m_network.nodeCount(); }
    static Event gate(NodeIndex node) { return 3 * node; }
    static Event start(NodeIndex node) { return 3 * node + 1; }
    static Event finish(NodeIndex node) { return 3 * node + 2; }
    static NodeIndex nodeOf(Event event) { return event / 3; }

    /// Calls `visit` with every event that `event` holds back.
    template <class Visit>
    void successors(Event event, Visit visit) const
    {
        const NodeIndex node = nodeOf(event);
        const bool phase = m_network.isPhase(node);
        if (event == gate(node)) {
            visit(start(node));
            if (phase)
                for (std::uint32_t i = m_network.firstItem[node - m_network.itemCount];
                     i < m_network.firstItem[node - m_network.itemCount + 1]; ++i)
                    visit(gate(i));
            return;
        }
        if (event == start(node))
            visit(finish(node));
        if (!phase)
            visit(event == start(node) ? start(parent(node)) : finish(parent(node)));
        for (const std::uint32_t l : m_network.linksFrom(node)) {
            const NetworkLink& link = m_network.links[l];
            if (link.leavesFinish() == (event == finish(node)))
                visit(link.boundsStart() ? gate(link.to) : finish(link.to));
        }
    }

private:
    [[nodiscard]] NodeIndex parent(NodeIndex item) const { return m_network.phaseNode(m_network.phaseOf[item]); }

    const Network& m_network;
};

// Events that can be taken one after the other; those left over stand on or behind a cycle.
std::vector<std::uint32_t> eventsLeftOver(const EventGraph& graph)
{
    std::vector<std::uint32_t> waiting(graph.size(), 0);
    for (Event e = 0; e < graph.size(); ++e)
        graph.successors(e, [&](Event next) { ++waiting[next]; });
    std::vector<Event> ready;
    for (Event e = 0; e < graph.size(); ++e)
        if (waiting[e] == 0)
            ready.push_back(e);
    while (!ready.empty()) {
        const Event event = ready.back();
        ready.pop_back();
        graph.successors(event, [&](Event next) {
            if (--waiting[next] == 0)
                ready.push_back(next);
        });
    }
    return waiting;
}

} // namespace

std::vector<NodeIndex> findCycle(const Network& network)
{
    const EventGraph graph(network);
    const std::vector<std::uint32_t> waiting = eventsLeftOver(graph);
    const auto stuck = std::ranges::find_if(waiting, [](std::uint32_t count) { return count > 0; });
    if (stuck == waiting.end())
        return {};

    // Every event that is left over has a predecessor that is: going back from one must come round.
    constexpr Event none = ~Event{0};
    std::vector<Event> before(graph.size(), none);
    for (Event e = 0; e < graph.size(); ++e)
        if (waiting[e] > 0)
            graph.successors(e, [&](Event next) {
                if (waiting[next] > 0)
                    before[next] = e;
            });
    std::vector<bool> seen(graph.size(), false);
    auto event = static_cast<Event>(stuck - waiting.begin());
    while (!seen[event]) {
        seen[event] = true;
        event = before[event];
    }
    std::vector<NodeIndex> cycle{EventGraph::nodeOf(event)};
    for (Event e = before[event]; e != event; e = before[e])
        if (EventGraph::nodeOf(e) != cycle.back())
            cycle.push_back(EventGraph::nodeOf(e));
    if (cycle.front() != cycle.back())
        cycle.push_back(cycle.front());
    std::ranges::reverse(cycle);
    return cycle;
}

} // namespace trestle
