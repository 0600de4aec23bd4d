#pragma once

#include "models/ready_items.h"
#include "models/schedule.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <utility>

namespace trestle {

/// What a schedule tells of its decisions while it runs: nothing. (DecisionRecorder is told all.)
struct NoTrace {
    static constexpr bool records = false;
};

constexpr PeopleSet rankBit(std::uint32_t rank)
{
    return PeopleSet{1} << rank;
}

/// Runs by what becomes known: a node's start or finish is settled as soon as the last of its bounds is, and goes on
/// a stack from which it tells its successors. People and work move in time, from event to event.
///
/// A trace that records is told each figure as it is made and each question as it is answered, so that another set of
/// efforts can be taken the same way without asking anew what follows.
template <class Trace>
class ScheduleEngine {
public:
    explicit ScheduleEngine(const Network& network, Trace trace = {});
    void reorder() { m_ready.reorder(); }
    const Schedule& run(std::span<const PersonWeeks> work);

    Trace& trace() { return m_trace; }

private:
    friend Trace;
    static constexpr Weeks kNever = std::numeric_limits<Weeks>::infinity();
    // What still has to become known before a node may start and may finish, and the bounds so far.
    struct Bounds {
        std::uint32_t startsPending = 0;
        std::uint32_t finishesPending = 0;
        Weeks start = 0;
        Weeks finish = 0;
    };
    struct Progress {
        PersonWeeks left = 0; // at time `since`
        Weeks since = 0;
        double pace = 0;      // person-weeks a week
        bool started = false; // someone has worked on it
        bool workDone = false;
        bool finished = false;
    };
    struct PhaseState {
        std::uint32_t open = 0; // items not finished
        std::uint32_t crew = 0;
        bool started = false;
        bool finished = false;
    };
    struct Settled {
        NodeIndex node;
        bool isFinish;
    };
    struct Wake {
        Weeks at;
        std::uint32_t item;
        friend bool operator>(const Wake& a, const Wake& b) { return a.at > b.at; }
    };

    void reset(std::span<const PersonWeeks> work);
    void openGates();
    Weeks nextTime() const;
    bool hasChangeBy(Weeks time) const
    {
        return m_nextChange < m_network.changes.size() && m_network.changes[m_nextChange].at <= time;
    }

    void finishWork();
    void changeAvailability();
    void wakeItems();
    void joinStarted();
    void startReady();
    void take(std::uint32_t item);
    void begin(std::uint32_t item);
    void workIsDone(std::uint32_t item);
    void comeOrGo(const AvailabilityChange& change);
    void handOver(std::uint32_t worker, std::uint32_t item);
    void release(std::uint32_t worker, std::uint32_t item);
    void accrue(std::uint32_t worker, std::uint32_t item);
    void setPace(std::uint32_t item);

    void settle(NodeIndex node, bool isFinish);
    void propagate();
    void tell(const NetworkLink& link, Weeks bound);
    void startKnown(NodeIndex node);
    void itemMayStart(std::uint32_t item);
    void tryFinish(NodeIndex node);

    PhaseState& phaseOf(std::uint32_t item) { return m_phases[m_network.phaseOf[item]]; }

    const Network& m_network;
    [[no_unique_address]] Trace m_trace;
    Schedule m_result;
    ReadyItems m_ready;
    std::vector<Bounds> m_initialBounds; // per node
    std::vector<Bounds> m_bounds;
    std::vector<Progress> m_items;
    std::vector<PhaseState> m_phases;
    std::vector<Settled> m_settled;
    std::vector<Wake> m_wakes;           // a heap, earliest first
    std::vector<std::uint32_t> m_active; // started items, in priority order
    std::vector<std::uint32_t> m_late;   // became ready behind the scan that goes on
    std::vector<std::uint32_t> m_itemOf; // per worker, while not idle
    std::vector<Weeks> m_presentSince;   // per worker, on the item
    PeopleSet m_idle = 0;
    PeopleSet m_present = 0;
    double m_coordination = 1; // κ of those who are present
    std::uint32_t m_scan = 0;  // priority rank that the scan has reached; 0 outside of it
    std::uint32_t m_openNodes = 0;
    std::size_t m_nextChange = 0;
    Weeks m_now = 0;
    bool m_standsStill = false; // the next event is now: a time so late that rounding hides what is left
};

template <class Trace>
ScheduleEngine<Trace>::ScheduleEngine(const Network& network, Trace trace)
    : m_network(network), m_trace(std::move(trace)), m_ready(network), m_initialBounds(network.nodeCount()),
      m_bounds(network.nodeCount()), m_items(network.itemCount), m_phases(network.phaseCount),
      m_itemOf(network.workers.size()), m_presentSince(network.workers.size())
{
    for (const NetworkLink& link : network.links) {
        Bounds& to = m_initialBounds[link.to];
        ++(link.boundsStart() ? to.startsPending : to.finishesPending);
    }
    for (std::uint32_t i = 0; i < network.itemCount; ++i)
        ++m_initialBounds[i].startsPending; // the gate of its phase
    m_settled.reserve(std::size_t{2} * network.nodeCount());
    m_wakes.reserve(network.itemCount);
    m_late.reserve(network.itemCount);
    const auto handOvers =
        static_cast<std::size_t>(std::ranges::count(network.changes, true, &AvailabilityChange::handsOver));
    m_active.reserve(network.workers.size() + handOvers + 1); // some may be left without a crew

    m_result.start.resize(network.nodeCount());
    m_result.workDone.resize(network.itemCount);
    m_result.finish.resize(network.nodeCount());
    m_result.hasWork.resize(network.nodeCount());
    m_result.crew.resize(std::size_t{network.itemCount} * network.itemCrewLimit);
    m_result.crewSize.resize(network.itemCount);
    m_result.handOvers.reserve(handOvers);
    m_result.worked.resize(network.workers.size());
    m_result.itemCost.resize(network.itemCount);
}

template <class Trace>
const Schedule& ScheduleEngine<Trace>::run(std::span<const PersonWeeks> work)
{
    reset(work);
    openGates();
    while (true) {
        do {
            joinStarted();
            startReady();
        } while (!m_late.empty());
        if (m_openNodes == 0) {
            if constexpr (Trace::records)
                m_trace.end();
            break;
        }
        if constexpr (Trace::records)
            m_trace.asksWhenNext(*this);
        const Weeks next = nextTime();
        assert(next < kNever && "an acyclic, staffed network always moves on");
        if (next == kNever)
            break;
        m_standsStill = next <= m_now;
        m_now = next;
        if constexpr (Trace::records)
            m_trace.timeMoves(*this);
        // Whose work is done is free before leave begins: they have nothing to hand over.
        finishWork();
        changeAvailability();
        wakeItems();
    }
    m_result.end = m_result.finish.empty() ? 0.0 : std::ranges::max(m_result.finish);
    return m_result;
}

template <class Trace>
void ScheduleEngine<Trace>::reset(std::span<const PersonWeeks> work)
{
    assert(work.size() == m_network.itemCount);
    m_bounds = m_initialBounds;
    std::ranges::fill(m_phases, PhaseState{});
    std::ranges::fill(m_result.hasWork, std::uint8_t{0});
    std::ranges::fill(m_result.crewSize, 0U);
    std::ranges::fill(m_result.worked, 0.0);
    std::ranges::fill(m_result.itemCost, 0.0);
    m_result.handOvers.clear();
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        const std::uint32_t phase = m_network.phaseOf[i];
        m_items[i] = {};
        m_items[i].left = work[i];
        ++m_phases[phase].open;
        if (work[i] > kEpsilon) {
            m_result.hasWork[i] = 1;
            m_result.hasWork[m_network.phaseNode(phase)] = 1;
        }
    }
    m_wakes.clear();
    m_active.clear();
    m_idle = m_network.workers.size() == kMaxPeople ? ~PeopleSet{0}
                                                    : rankBit(static_cast<std::uint32_t>(m_network.workers.size())) - 1;
    m_present = m_network.presentAtStart;
    m_coordination = m_network.coordination[static_cast<std::size_t>(std::popcount(m_present))];
    m_openNodes = m_network.nodeCount();
    m_nextChange = 0;
    m_now = 0;
    m_standsStill = false;
    if constexpr (Trace::records)
        m_trace.begin(m_result.hasWork);
}

template <class Trace>
void ScheduleEngine<Trace>::openGates()
{
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p)
        if (const NodeIndex node = m_network.phaseNode(p); m_initialBounds[node].startsPending == 0)
            startKnown(node);
    propagate();
}

template <class Trace>
Weeks ScheduleEngine<Trace>::nextTime() const
{
    Weeks next = m_wakes.empty() ? kNever : m_wakes.front().at;
    if (m_nextChange < m_network.changes.size())
        next = std::min(next, m_network.changes[m_nextChange].at);
    for (const std::uint32_t item : m_active)
        if (const Progress& progress = m_items[item]; progress.pace > 0.0)
            next = std::min(next, progress.since + progress.left / progress.pace);
    return std::max(next, m_now);
}

// With who is there changes what coordination takes, for all who work.
template <class Trace>
void ScheduleEngine<Trace>::changeAvailability()
{
    if (!hasChangeBy(m_now + kEpsilon))
        return;
    while (hasChangeBy(m_now + kEpsilon))
        comeOrGo(m_network.changes[m_nextChange++]);
    m_coordination = m_network.coordination[static_cast<std::size_t>(std::popcount(m_present))];
    for (const std::uint32_t item : m_active)
        setPace(item);
}

template <class Trace>
void ScheduleEngine<Trace>::wakeItems()
{
    while (!m_wakes.empty() && m_wakes.front().at <= m_now + kEpsilon) {
        m_ready.add(m_wakes.front().item);
        std::ranges::pop_heap(m_wakes, std::greater{});
        m_wakes.pop_back();
    }
}

// Step 1.
template <class Trace>
void ScheduleEngine<Trace>::finishWork()
{
    const auto isDone = [this](std::uint32_t item) {
        const Progress& progress = m_items[item];
        return progress.left - progress.pace * (m_now - progress.since) <= kEpsilon ||
               (m_standsStill && progress.since + progress.left / progress.pace <= m_now);
    };
    if constexpr (Trace::records)
        m_trace.asksWhatIsDone(*this, isDone);
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

// Step 2.
template <class Trace>
void ScheduleEngine<Trace>::joinStarted()
{
    for (const std::uint32_t item : m_active) {
        if ((m_idle & m_present) == 0)
            return;
        take(item);
    }
}

// Step 3: one pass down the priority order. What a start makes ready further down joins this pass, what it makes ready
// further up waits for the next.
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
    if constexpr (Trace::records)
        m_trace.starts(item);
    settle(item, false);
    if (PhaseState& phase = phaseOf(item); !phase.started) {
        phase.started = true;
        const NodeIndex node = m_network.phaseNode(m_network.phaseOf[item]);
        m_result.start[node] = m_now;
        if constexpr (Trace::records)
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
        if constexpr (Trace::records)
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
    if constexpr (Trace::records)
        m_trace.progresses(item, progress.pace);
    progress.left -= progress.pace * (m_now - progress.since);
    progress.since = m_now;
    progress.pace = 0;
    for (const Assignment& member : m_result.crewOf(m_network, item))
        if (m_present & rankBit(member.worker))
            progress.pace += m_network.workers[member.worker].allocation * m_coordination;
}

template <class Trace>
void ScheduleEngine<Trace>::accrue(std::uint32_t worker, std::uint32_t item)
{
    const Weeks worked = m_now - m_presentSince[worker];
    if constexpr (Trace::records)
        m_trace.works(worker);
    m_result.worked[worker] += worked;
    m_result.itemCost[item] += worked * m_network.workers[worker].weeklyCost;
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
    if constexpr (Trace::records)
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
        if constexpr (Trace::records)
            m_trace.isPresent(worker);
        return;
    }
    accrue(worker, item);
    if (change.handsOver)
        handOver(worker, item);
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

template <class Trace>
void ScheduleEngine<Trace>::settle(NodeIndex node, bool isFinish)
{
    m_settled.push_back({node, isFinish});
}

template <class Trace>
void ScheduleEngine<Trace>::propagate()
{
    while (!m_settled.empty()) {
        const auto [node, isFinish] = m_settled.back();
        m_settled.pop_back();
        const Weeks at = isFinish ? m_result.finish[node] : m_result.start[node];
        for (const std::uint32_t l : m_network.linksFrom(node))
            if (const NetworkLink& link = m_network.links[l]; link.leavesFinish() == isFinish)
                tell(link, at + lagOf(link, m_result.hasWork));
        if (isFinish && !m_network.isPhase(node)) {
            const std::uint32_t phase = m_network.phaseOf[node];
            Bounds& bounds = m_bounds[m_network.phaseNode(phase)];
            bounds.finish = std::max(bounds.finish, at);
            if constexpr (Trace::records)
                m_trace.bindsPhase(m_network.phaseNode(phase), node);
            if (--m_phases[phase].open == 0)
                tryFinish(m_network.phaseNode(phase));
        }
    }
}

template <class Trace>
void ScheduleEngine<Trace>::tell(const NetworkLink& link, Weeks bound)
{
    Bounds& to = m_bounds[link.to];
    if constexpr (Trace::records)
        m_trace.tells(link);
    if (link.boundsStart()) {
        to.start = std::max(to.start, bound);
        if (--to.startsPending == 0)
            startKnown(link.to);
    } else {
        to.finish = std::max(to.finish, bound);
        if (--to.finishesPending == 0)
            tryFinish(link.to);
    }
}

// All start bounds of a node are known; for a phase that opens the gate to its items.
template <class Trace>
void ScheduleEngine<Trace>::startKnown(NodeIndex node)
{
    if (!m_network.isPhase(node)) {
        itemMayStart(node);
        return;
    }
    const std::uint32_t p = node - m_network.itemCount;
    for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
        if (--m_bounds[i].startsPending == 0)
            itemMayStart(i);
    if (!m_result.hasWork[node]) {
        m_phases[p].started = true;
        m_result.start[node] = m_bounds[node].start;
        if constexpr (Trace::records)
            m_trace.phaseStartsWithoutWork(node);
        settle(node, false);
        tryFinish(node);
    }
}

template <class Trace>
void ScheduleEngine<Trace>::itemMayStart(std::uint32_t item)
{
    const Weeks bound = std::max(m_bounds[item].start, m_bounds[m_network.phaseNode(m_network.phaseOf[item])].start);
    if constexpr (Trace::records)
        if (m_result.hasWork[item])
            m_trace.asksWhetherToWait(item, bound > m_now + kEpsilon);
    if (!m_result.hasWork[item]) {
        m_result.start[item] = bound;
        m_result.workDone[item] = bound;
        m_items[item].workDone = true;
        if constexpr (Trace::records)
            m_trace.startsWithoutWork(item);
        settle(item, false);
        tryFinish(item);
    } else if (bound > m_now + kEpsilon) {
        m_wakes.push_back({bound, item});
        std::ranges::push_heap(m_wakes, std::greater{});
    } else if (m_network.rankOf[item] < m_scan) {
        m_late.push_back(item);
    } else {
        m_ready.add(item);
    }
}

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
    if constexpr (Trace::records)
        m_trace.finishes(node);
    --m_openNodes;
    settle(node, true);
}

} // namespace trestle
