#pragma once

#include "models/schedule_engine.h"

/// The engine's nodes and links: when each node starts and finishes, by the bounds of its links.
namespace trestle {

// Items that have begun and have work left are there from the beginning, with nobody on them yet.
template <class Trace>
void ScheduleEngine<Trace>::goOn()
{
    for (NodeIndex node = 0; node < m_network.nodeCount(); ++node) {
        if (!m_network.hasBegun(node))
            continue;
        m_result.start[node] = 0;
        m_trace.hadStarted(node);
        settle(node, false);
        if (m_network.isPhase(node)) {
            m_phases[node - m_network.itemCount].started = true;
        } else if (m_result.hasWork[node]) {
            m_items[node].started = true;
            m_active.push_back(node);
        } else {
            m_items[node].workDone = true;
            m_result.workDone[node] = 0;
            m_trace.hadNoWorkLeft(node);
        }
        if (hasFinished(m_network, node, m_result.hasWork)) {
            (m_network.isPhase(node) ? m_phases[node - m_network.itemCount].finished : m_items[node].finished) = true;
            m_result.finish[node] = 0;
            m_trace.hadFinished(node);
            --m_openNodes;
            settle(node, true);
        } else {
            tryFinish(node);
        }
    }
    std::ranges::sort(m_active, {}, [this](std::uint32_t item) { return m_network.rankOf[item]; });
    propagate();
}

template <class Trace>
void ScheduleEngine<Trace>::openGates()
{
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p)
        if (const NodeIndex node = m_network.phaseNode(p); m_initialBounds[node].startsPending == 0)
            nodeMayStart(node);
    propagate();
}

template <class Trace>
void ScheduleEngine<Trace>::settle(NodeIndex node, bool isFinish)
{
    m_settled.push_back({node, isFinish});
}

// Hands on each start and finish that is fixed; what that fixes in turn goes on the same stack.
template <class Trace>
void ScheduleEngine<Trace>::propagate()
{
    while (!m_settled.empty()) {
        const auto [node, isFinish] = m_settled.back();
        m_settled.pop_back();
        const Departure from = departure(m_network, m_result, node, isFinish);
        for (const std::uint32_t l : m_network.linksFrom(node))
            if (const NetworkLink& link = m_network.links[l]; link.leavesFinish() == isFinish)
                raiseBound(link, boundOf(link, from, m_result.hasWork));
        if (isFinish && !m_network.isPhase(node)) {
            const std::uint32_t phase = m_network.phaseOf[node];
            Bounds& bounds = m_bounds[m_network.phaseNode(phase)];
            bounds.finish = std::max(bounds.finish, m_result.finish[node]);
            m_trace.bindsPhase(m_network.phaseNode(phase), node);
            if (--m_phases[phase].open == 0)
                tryFinish(m_network.phaseNode(phase));
        }
    }
}

template <class Trace>
void ScheduleEngine<Trace>::raiseBound(const NetworkLink& link, Weeks bound)
{
    Bounds& to = m_bounds[link.to];
    m_trace.raisesBound(link);
    if (link.boundsStart()) {
        to.start = std::max(to.start, bound);
        if (--to.startsPending == 0)
            nodeMayStart(link.to);
    } else {
        to.finish = std::max(to.finish, bound);
        if (--to.finishesPending == 0)
            tryFinish(link.to);
    }
}

// All start bounds of a node are known; for a phase that opens the gate to its items.
template <class Trace>
void ScheduleEngine<Trace>::nodeMayStart(NodeIndex node)
{
    if (!m_network.isPhase(node)) {
        itemMayStart(node);
        return;
    }
    const std::uint32_t p = node - m_network.itemCount;
    for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
        if (--m_bounds[i].startsPending == 0)
            itemMayStart(i);
    if (!m_result.hasWork[node] && !m_phases[p].started) {
        m_phases[p].started = true;
        m_result.start[node] = m_bounds[node].start;
        m_trace.phaseStartsWithoutWork(node);
        settle(node, false);
        tryFinish(node);
    }
}

// All start bounds of an item are known: without work it is done then; else it waits for them, or is ready. Nothing of
// the kind where it had begun before.
template <class Trace>
void ScheduleEngine<Trace>::itemMayStart(std::uint32_t item)
{
    if (m_network.hasBegun(item))
        return;
    const Weeks bound = std::max(m_bounds[item].start, m_bounds[m_network.phaseNode(m_network.phaseOf[item])].start);
    if (!m_result.hasWork[item]) {
        m_result.start[item] = bound;
        m_result.workDone[item] = bound;
        m_items[item].workDone = true;
        m_trace.startsWithoutWork(item);
        settle(item, false);
        tryFinish(item);
        return;
    }
    const bool waits = bound > m_now + kEpsilon;
    m_trace.decidesToWait(item, waits);
    if (waits) {
        m_wakes.push_back({bound, item});
        std::ranges::push_heap(m_wakes, std::greater{});
    } else if (m_network.rankOf[item] < m_scan) {
        m_late.push_back(item);
    } else {
        m_ready.add(item);
    }
}

// A node finishes with its work (a phase with the last of its items), but no earlier than its finish bounds.
template <class Trace>
void ScheduleEngine<Trace>::tryFinish(NodeIndex node)
{
    if (m_bounds[node].finishesPending != 0)
        return;
    if (m_network.isPhase(node)) {
        PhaseState& phase = m_phases[node - m_network.itemCount];
        if (phase.open != 0 || !phase.started || phase.finished)
            return;
        phase.finished = true;
        m_result.finish[node] = std::max(m_bounds[node].finish, m_result.start[node]);
    } else {
        Progress& item = m_items[node];
        if (!item.workDone || item.finished)
            return;
        item.finished = true;
        m_result.finish[node] = std::max(m_bounds[node].finish, m_result.workDone[node]);
    }
    m_trace.finishes(node);
    --m_openNodes;
    settle(node, true);
}

} // namespace trestle
