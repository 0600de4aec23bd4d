#pragma once

#include "models/network.h"

#include <vector>

namespace trestle {

/// The start and finish events of a network and what each holds back. A node has three events: its gate (all that
/// holds back its start), its start and its finish. For an item gate and start are one moment; a phase's gate is what
/// its own start links allow, and holds back every item of the phase, while its start, seen by the links that leave
/// it, comes with its first item. Without the gate a phase with a start-to-start link would be a cycle of its own.
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

} // namespace trestle
