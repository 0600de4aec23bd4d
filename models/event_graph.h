#pragma once

#include "models/network.h"

#include <vector>

namespace trestle {

/// The start and finish events of a network and what each holds back; the order of EarliestTimes and the search for
/// cycles rest on it.
///
///  1. A node has three events: its gate (all that holds back its start), its start and its finish. For an item gate
///     and start are one moment. A phase's gate is what its own start links allow, and holds back every item of the
///     phase; its start, which the links that leave it see, comes with its first item. With one event for both, a phase
///     with a start-to-start link would be a cycle of its own.
///  2. A link leads from the start or finish of one node to the gate or finish of another.
///  3. inOrder() takes away, again and again, an event that nothing holds back any more (Kahn's algorithm).
///  4. What it leaves over lies on a cycle or behind one, and each such event has another of them before it.
///     From any of them findCycle() goes to one before it until it meets an event for the second time.
///
/// Example: A finish-to-start B, B finish-to-finish A. finish(A) holds back gate(B), which holds back start(B) and so
/// finish(B), which holds back finish(A). Of the two only gate(A) and start(A) come into order; the cycle is A, B, A.
class EventGraph {
public:
    using Event = std::uint32_t;

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
            if (phase) {
                const std::uint32_t p = node - m_network.itemCount;
                for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
                    visit(gate(i));
            }
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

    /// Every event after those that hold it back. Events on or behind a cycle are left out.
    [[nodiscard]] std::vector<Event> inOrder() const;

private:
    [[nodiscard]] NodeIndex parent(NodeIndex item) const { return m_network.phaseNode(m_network.phaseOf[item]); }

    const Network& m_network;
};

/// A cycle in the graph of start and finish events, as the nodes on it (the first again at the end); empty if none.
std::vector<NodeIndex> findCycle(const Network& network);

} // namespace trestle
