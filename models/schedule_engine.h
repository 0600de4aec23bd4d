#pragma once

#include "models/ready_items.h"
#include "models/schedule.h"
#include "models/schedule_time.h"
#include "models/schedule_trace.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <utility>

namespace trestle {

constexpr PeopleSet rankBit(std::uint32_t rank)
{
    return PeopleSet{1} << rank;
}

/// Event-driven scheduler of one network (rules: models/README.md). One run:
///
///  0. goOn(): what had begun by time 0 counts as started, what had finished as finished.
///  1. openGates(): phases that no start link holds back let their items start.
///  2. joinStarted(), then startReady(), give free people to items, again while a start made an item ready that stands
///     higher in the priority order.
///  3. The run ends when every node is finished.
///  4. nextTime(): the earliest end of an item's work, bound that an item waits for, or change of availability.
///  5. At that time finishWork() frees people, changeAvailability() lets people come and go, wakeItems() makes ready
///     the items whose bound has come. Then step 2 again.
///
/// Links act in between. A node's start is fixed once its last start bound is known, its finish once its work is done
/// and its last finish bound is known. Either goes on a stack; propagate() takes it from there and raises the bounds
/// of the nodes that it is linked to. Bounds may lie later than now.
///
/// Example: A takes 2 person-weeks, B 1; B starts a week after the finish of A; one person.
///
///     time 0   A has no bound: it is ready and takes the person. Next: its work is done at 2.
///     time 2   A finishes and raises the start bound of B to 2 + 1. It was the last: B waits for 3.
///     time 3   B is ready and takes the person. Next: its work is done at 4.
///     time 4   B finishes, then its phase: every node is finished, and the plan ends at 4.
///
/// People and their work are in schedule_engine_crews.h, nodes and links in schedule_engine_events.h. The trace is
/// given each figure as it is computed and each decision as it is taken; NoTrace ignores them, DecisionRecorder makes
/// other runs repeat them.
template <class Trace>
class ScheduleEngine {
public:
    explicit ScheduleEngine(const Network& network, Trace trace = {});
    void reorder() { m_ready.reorder(); }
    const Schedule& run(std::span<const PersonWeeks> work, std::span<const Weeks> delay = {});

    Trace& trace() { return m_trace; }

private:
    friend Trace;
    static constexpr Weeks kNever = std::numeric_limits<Weeks>::infinity();
    // How many bounds of a node's start and finish are not known yet, and the latest of the others.
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

    void reset(std::span<const PersonWeeks> work, std::span<const Weeks> delay);
    Weeks nextTime() const;
    bool hasChangeBy(Weeks time) const
    {
        return m_nextChange < m_network.changes.size() && m_network.changes[m_nextChange].at <= time;
    }
    void leaveUndone();
    void changeAvailability();
    void wakeItems();

    void finishWork();
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

    void goOn();
    void openGates();
    void settle(NodeIndex node, bool isFinish);
    void propagate();
    void raiseBound(const NetworkLink& link, Weeks bound);
    void nodeMayStart(NodeIndex node);
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
    const auto begun = static_cast<std::size_t>(std::ranges::count_if(network.happened, &Happened::any));
    m_active.reserve(network.workers.size() + handOvers + begun + 1); // some may be left without a crew

    m_result.start.resize(network.nodeCount());
    m_result.workDone.resize(network.itemCount);
    m_result.finish.resize(network.nodeCount());
    m_result.hasWork.resize(network.nodeCount());
    m_result.crew.resize(std::size_t{network.itemCount} * network.itemCrewLimit);
    m_result.crewSize.resize(network.itemCount);
    m_result.handOvers.reserve(handOvers);
    m_result.worked.resize(network.workers.size());
    m_result.itemCost.resize(network.itemCount);
    m_result.delay.resize(network.phaseCount);
}

template <class Trace>
const Schedule& ScheduleEngine<Trace>::run(std::span<const PersonWeeks> work, std::span<const Weeks> delay)
{
    reset(work, delay);
    if (!m_network.happened.empty())
        goOn();
    openGates();
    while (true) {
        do {
            joinStarted();
            startReady();
        } while (!m_late.empty());
        if (m_openNodes == 0) {
            m_trace.ends();
            break;
        }
        m_trace.looksForNextTime(*this);
        const Weeks next = nextTime();
        assert((next < kNever || m_network.mayRunOut) && "an acyclic, staffed network always moves on");
        if (next == kNever) {
            leaveUndone();
            break;
        }
        m_standsStill = standsStill(next, m_now);
        m_now = next;
        m_trace.timeMoves(*this);
        // Whose work is done is free before leave begins: they have nothing to hand over.
        finishWork();
        changeAvailability();
        wakeItems();
    }
    m_result.end = endOf(m_network, m_result);
    return m_result;
}

template <class Trace>
void ScheduleEngine<Trace>::reset(std::span<const PersonWeeks> work, std::span<const Weeks> delay)
{
    assert(work.size() == m_network.itemCount && (delay.empty() || delay.size() == m_network.phaseCount));
    if (delay.empty())
        std::ranges::fill(m_result.delay, 0.0);
    else
        std::ranges::copy(delay, m_result.delay.begin());
    m_bounds = m_initialBounds;
    std::ranges::fill(m_phases, PhaseState{});
    std::ranges::fill(m_result.hasWork, std::uint8_t{0});
    std::ranges::fill(m_result.crewSize, 0U);
    std::ranges::fill(m_result.worked, 0.0);
    std::ranges::fill(m_result.itemCost, 0.0);
    m_result.handOvers.clear();
    m_result.isUndone = false;
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
    m_trace.begins(m_result.hasWork);
}

template <class Trace>
Weeks ScheduleEngine<Trace>::nextTime() const
{
    Weeks next = m_wakes.empty() ? kNever : m_wakes.front().at;
    if (m_nextChange < m_network.changes.size())
        next = std::min(next, m_network.changes[m_nextChange].at);
    for (const std::uint32_t item : m_active)
        if (const Progress& progress = m_items[item]; progress.pace > 0.0)
            next = std::min(next, Weeks{doneAt<double>(progress.left, progress.since, progress.pace)});
    return std::max(next, m_now);
}

// Nothing happens any more, and work is left: those who could do it are gone.
template <class Trace>
void ScheduleEngine<Trace>::leaveUndone()
{
    m_result.isUndone = true;
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        if (!m_items[i].workDone)
            m_result.workDone[i] = kNeverDone;
        if (!m_items[i].workDone && !m_items[i].started) {
            m_result.start[i] = kNeverDone;
            m_ready.remove(i); // nothing may wait for the next run
        }
        if (!m_items[i].finished)
            m_result.finish[i] = kNeverDone;
    }
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p) {
        if (!m_phases[p].started)
            m_result.start[m_network.phaseNode(p)] = kNeverDone;
        if (!m_phases[p].finished)
            m_result.finish[m_network.phaseNode(p)] = kNeverDone;
    }
}

// The more people are there, the more of everyone's time coordination takes: all paces change.
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

} // namespace trestle

#include "models/schedule_engine_crews.h"
#include "models/schedule_engine_events.h"
