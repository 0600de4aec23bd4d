#pragma once

#include "models/schedule.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace trestle {

/// Total float of a schedule: by how much each event can slip before the finish of the plan moves, with who works on
/// what and in which order kept.
///
///  1. Events are the start, the work done and the finish of each node, and the end of someone's time on an item that
///     they handed over.
///  2. An arc says that one event holds back another, and has a gap: the time between them that nothing needs. There
///     are three sorts. Fixed arcs are the links, and item to phase; they stay while the same nodes have work. Work
///     goes from an item's start to its work done. Joining goes to an item's start from the end that its people waited
///     for: of their last item, or of the item that held their place in the phase.
///  3. The room of an event is the least, over the events that it holds back, of gap + their room. The room of a finish
///     is also at most the plan's finish less its own. So it is the length of the shortest way to the plan's finish,
///     over the gaps, and findRoom() looks for the shortest ways from there back. Who joins an item after its start
///     makes an arc back in time: arcs can form rings, and no order of the events would do.
///  4. With leave, work is counted along the person's days at work: what lies behind a leave is of no use to work that
///     must be over before it. Room can then shrink on the way back, and an event is looked at again when it does.
///
/// Example: one person does A (time 0 to 2), then B (2 to 3); C (0 to 1, someone else's) must finish before B starts.
/// B ends the plan: room 0. A ends as B starts, gap 0: room 0, A drives the finish. C ends at 1, gap 1: room 1.
class FloatGraph {
public:
    explicit FloatGraph(const Network& network); ///< the network must outlive it

    /// Takes over the times and crews of a schedule; without crews, only links hold anything back. Keeps its memory.
    void read(const Schedule& schedule);
    /// Finds the room of every event.
    void findRoom();
    /// Finds the room of those that have kSlackEpsilon at most. The others may be given infinite room.
    void findLittleRoom();
    /// By how much the start of a node can slip. A phase with work starts with its items.
    [[nodiscard]] Weeks roomOfStart(NodeIndex node) const { return m_room[startOf(node)]; }

private:
    using Event = std::uint32_t; // three a node, then one for each hand-over
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};
    struct FixedArc {
        Event from;
        Event to;
        Weeks lag;
        std::uint32_t startsWith; // a phase's node: the arc counts if its item started with it; kNone otherwise
    };
    struct Arc {
        Event from;
        Weeks gap;
        std::uint32_t stretch; // into m_stretches; kNone without leave
        std::uint32_t next;    // that leads to the same event
    };
    // Someone's time on an item, of which `work` weeks are theirs.
    struct Stretch {
        std::uint32_t worker;
        Weeks work;
        Weeks joined;
        Weeks end;
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

    static Event startOf(NodeIndex node) { return 3 * node; }
    static Event workDoneOf(NodeIndex item) { return 3 * item + 1; }
    static Event finishOf(NodeIndex node) { return 3 * node + 2; }
    [[nodiscard]] Event handOverOf(std::size_t index) const;

    void addFixed(std::span<const std::uint8_t> hasWork);
    void addLink(const NetworkLink& link);
    void addLinkFrom(Event from, const NetworkLink& link, std::uint32_t startsWith);
    void indexFixed();
    void addArc(Event from, Event to, Weeks gap, std::uint32_t stretch = kNone);
    void addWork(const Schedule& schedule);
    void addStretch(std::uint32_t item, const Assignment& member, Weeks left, Event end);
    void addJoins(const Schedule& schedule);
    void sortJoins();
    void addBefore(std::uint32_t before, const Join& join);
    [[nodiscard]] Weeks roomToEnd(Event finish) const;
    [[nodiscard]] Weeks roomBefore(const Arc& arc, Weeks room) const;
    template <class Reach>
    void lookBack(Event event, Weeks room, Reach reach) const;
    template <class Reach>
    void fromEnds(Reach reach);

    const Network& m_network;
    bool m_hasLeave = false;             // without, work takes a fixed time and needs no arcs
    std::vector<std::uint8_t> m_hasWork; // that the fixed arcs are made for
    std::vector<FixedArc> m_fixed;       // by the event they lead to
    std::vector<FixedArc> m_unsorted;
    std::vector<std::uint32_t> m_firstFixed; // per event of a node, and one past the last
    std::vector<std::uint32_t> m_nextFixed;  // … while they are sorted
    std::vector<Arc> m_arcs;                 // work and joining
    std::vector<std::uint32_t> m_firstArc;   // per event
    std::vector<std::uint32_t> m_lastArc;
    std::vector<Stretch> m_stretches;
    std::vector<Join> m_joins;
    std::vector<std::uint32_t> m_last;   // per worker: their last join so far
    std::vector<std::uint32_t> m_holder; // per place of each phase: the join that holds it
    Weeks m_end = 0;
    std::vector<Weeks> m_time;                   // per event of a node
    std::vector<Weeks> m_delay;                  // … and for how long what follows it waits after it
    std::vector<Weeks> m_room;                   // per event
    std::vector<std::pair<Weeks, Event>> m_heap; // reached, least room first
    std::vector<Event> m_stack;                  // reached
};

} // namespace trestle
