#include "models/event_graph.h"

#include <algorithm>

namespace trestle {

std::vector<EventGraph::Event> EventGraph::inOrder() const
{
    std::vector<std::uint32_t> waitingFor(size(), 0);
    for (Event e = 0; e < size(); ++e)
        successors(e, [&](Event next) { ++waitingFor[next]; });
    std::vector<Event> order;
    order.reserve(size());
    for (Event e = 0; e < size(); ++e)
        if (waitingFor[e] == 0)
            order.push_back(e);
    for (std::size_t done = 0; done < order.size(); ++done)
        successors(order[done], [&](Event next) {
            if (--waitingFor[next] == 0)
                order.push_back(next);
        });
    return order;
}

std::vector<NodeIndex> findCycle(const Network& network)
{
    using Event = EventGraph::Event;
    const EventGraph graph(network);
    const std::vector<Event> order = graph.inOrder();
    if (order.size() == graph.size())
        return {};

    std::vector<bool> stuck(graph.size(), true);
    for (const Event event : order)
        stuck[event] = false;
    std::vector<Event> before(graph.size(), 0);
    for (Event e = 0; e < graph.size(); ++e)
        if (stuck[e])
            graph.successors(e, [&](Event next) { before[next] = e; });
    std::vector<bool> seen(graph.size(), false);
    auto event = static_cast<Event>(std::ranges::find(stuck, true) - stuck.begin());
    while (!seen[event]) {
        seen[event] = true;
        event = before[event];
    }
    std::vector<NodeIndex> cycle{EventGraph::nodeOf(event)};
    for (Event e = before[event]; e != event; e = before[e])
        if (EventGraph::nodeOf(e) != cycle.back())
            cycle.push_back(EventGraph::nodeOf(e));
    if (cycle.size() == 1 || cycle.front() != cycle.back())
        cycle.push_back(cycle.front());
    std::ranges::reverse(cycle);
    return cycle;
}

} // namespace trestle
