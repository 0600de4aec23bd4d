#pragma once

#include "models/schedule_engine.h"

/// The engine's crews: who takes which item, who leaves it, and what work is done meanwhile.
namespace trestle {

// An item whose work is done frees its people.
template <class Trace>
void ScheduleEngine<Trace>::finishWork()
{
    const auto isDone = [this](std::uint32_t item) {
        const Progress& progress = m_items[item];
        return leftAt<double>(m_now, progress.left, progress.since, progress.pace) <= kEpsilon ||
               (m_standsStill && doneAt<double>(progress.left, progress.since, progress.pace) <= m_now);
    };
    m_trace.decidesWhatIsDone(*this, isDone);
    std::size_t kept = 0;
    for (const std::uint32_t item : m_active) {
        if (isDone(item))
            workIsDone(item);
        else
            m_active[kept++] = item;
    }
    m_active.resize(kept);
    propagate();
}

// Started items, in priority order, take free able people.
template <class Trace>
void ScheduleEngine<Trace>::joinStarted()
{
    for (const std::uint32_t item : m_active) {
        if ((m_idle & m_present) == 0)
            return;
        take(item);
    }
}

// One pass down the priority order: items that may start do so if anybody able is free. What a start makes ready
// further down joins this pass, what it makes ready further up (m_late) the next.
template <class Trace>
void ScheduleEngine<Trace>::startReady()
{
    for (const std::uint32_t item : m_late)
        m_ready.add(item);
    m_late.clear();
    while (const PeopleSet free = m_idle & m_present) {
        const std::uint32_t rank = m_ready.firstFor(free, m_scan);
        if (rank == RankSet::none)
            break;
        m_scan = rank + 1;
        begin(m_network.order[rank]);
    }
    m_scan = 0;
}

template <class Trace>
void ScheduleEngine<Trace>::begin(std::uint32_t item)
{
    m_ready.remove(item);
    const auto behind = [this](std::uint32_t a, std::uint32_t b) { return m_network.rankOf[a] < m_network.rankOf[b]; };
    m_active.insert(std::ranges::upper_bound(m_active, item, behind), item);
    m_items[item].since = m_now;
    m_items[item].started = true;
    take(item);

    m_result.start[item] = m_now;
    m_trace.starts(item);
    settle(item, false);
    if (PhaseState& phase = phaseOf(item); !phase.started) {
        phase.started = true;
        const NodeIndex node = m_network.phaseNode(m_network.phaseOf[item]);
        m_result.start[node] = m_now;
        m_trace.starts(node);
        settle(node, false);
    }
    propagate();
}

template <class Trace>
void ScheduleEngine<Trace>::take(std::uint32_t item)
{
    PhaseState& phase = phaseOf(item);
    const PeopleSet able = m_network.able[m_network.skillOf[item]];
    std::uint32_t& size = m_result.crewSize[item];
    const std::uint32_t before = size;
    while (size < m_network.itemCrewLimit && phase.crew < m_network.phaseCrewLimit) {
        const PeopleSet candidates = m_idle & m_present & able;
        if (candidates == 0)
            break;
        const auto worker = static_cast<std::uint32_t>(std::countr_zero(candidates));
        m_idle &= ~rankBit(worker);
        m_itemOf[worker] = item;
        m_presentSince[worker] = m_now;
        m_trace.isPresent(worker);
        m_result.crew[std::size_t{item} * m_network.itemCrewLimit + size] = {worker, m_now};
        ++size;
        if (++phase.crew == m_network.phaseCrewLimit)
            m_ready.showPhase(m_network.phaseOf[item], false);
    }
    if (size != before)
        setPace(item);
}

template <class Trace>
void ScheduleEngine<Trace>::setPace(std::uint32_t item)
{
    Progress& progress = m_items[item];
    m_trace.progresses(item, progress.pace);
    progress.left = leftAt<double>(m_now, progress.left, progress.since, progress.pace);
    progress.since = m_now;
    progress.pace = 0;
    for (const Assignment& member : m_result.crewOf(m_network, item))
        if (m_present & rankBit(member.worker))
            progress.pace += m_network.workers[member.worker].allocation * m_coordination;
}

template <class Trace>
void ScheduleEngine<Trace>::workIsDone(std::uint32_t item)
{
    for (const Assignment& member : m_result.crewOf(m_network, item)) {
        if (m_present & rankBit(member.worker))
            accrue(member.worker, item);
        release(member.worker, item);
    }
    m_result.workDone[item] = m_now;
    m_items[item].workDone = true;
    m_trace.workDone(item);
    tryFinish(item);
}

template <class Trace>
void ScheduleEngine<Trace>::comeOrGo(const AvailabilityChange& change)
{
    const std::uint32_t worker = change.rank;
    m_present = change.present ? m_present | rankBit(worker) : m_present & ~rankBit(worker);
    if (m_idle & rankBit(worker))
        return;
    const std::uint32_t item = m_itemOf[worker];
    if (change.present) {
        m_presentSince[worker] = m_now;
        m_trace.isPresent(worker);
        return;
    }
    accrue(worker, item);
    if (change.handsOver)
        handOver(worker, item);
}

template <class Trace>
void ScheduleEngine<Trace>::accrue(std::uint32_t worker, std::uint32_t item)
{
    const Weeks worked = m_now - m_presentSince[worker];
    m_trace.works(worker);
    m_result.worked[worker] += worked;
    m_result.itemCost[item] += worked * m_network.workers[worker].weeklyCost;
}

template <class Trace>
void ScheduleEngine<Trace>::handOver(std::uint32_t worker, std::uint32_t item)
{
    std::uint32_t& size = m_result.crewSize[item];
    const auto crew = std::span(m_result.crew).subspan(std::size_t{item} * m_network.itemCrewLimit, size);
    const auto member = std::ranges::find(crew, worker, &Assignment::worker);
    m_result.handOvers.push_back({item, *member, m_now});
    std::ranges::move(member + 1, crew.end(), member);
    --size;
    release(worker, item);
}

// Gives back a place in the phase's crew.
template <class Trace>
void ScheduleEngine<Trace>::release(std::uint32_t worker, std::uint32_t item)
{
    PhaseState& phase = phaseOf(item);
    if (phase.crew == m_network.phaseCrewLimit)
        m_ready.showPhase(m_network.phaseOf[item], true);
    --phase.crew;
    m_idle |= rankBit(worker);
}

} // namespace trestle
