#pragma once

#include "models/earliest_times.h"
#include "models/schedule.h"

#include <span>
#include <vector>

namespace trestle {

/// Which nodes drive the finish of a schedule: those whose slack is at most kSlackEpsilon, as slackWithPeople() and
/// slackByLinks() have it. Asked of many runs, so it looks back from the finish along what is tight and at nothing
/// else, and keeps its memory; but where someone goes on leave all slack is found, since what has room may drive by way
/// of the leave. The network must outlive it.
class DriverSearch {
public:
    explicit DriverSearch(const Network& network);

    /// Per phase with work: does it drive the finish of this schedule, with people?
    const std::vector<std::uint8_t>& withPeople(const Schedule& schedule);
    /// The same by links alone, with everyone available at once.
    const std::vector<std::uint8_t>& byLinks(std::span<const PersonWeeks> work);

private:
    using Event = std::uint32_t; // three a node: start, work done (of an item), finish
    struct Arc {
        Event from;
        Event to;
        Weeks lag;
        bool isWork;              // start to work done: rigid
        std::uint32_t startsWith; // a phase's node: the arc counts if its item started with it; none otherwise
    };
    struct Join {
        Weeks at;
        bool late; // joined an item that had started before
        std::uint32_t rank;
        std::uint32_t place;
        std::uint32_t item;
        std::uint32_t worker;
    };

    void makeArcs(std::span<const std::uint8_t> hasWork);
    void addLink(const NetworkLink& link);
    void addLinkFrom(Event from, const NetworkLink& link, std::uint32_t startsWith);
    void setTimes(const Schedule& schedule);
    void setJoins(const Schedule& schedule);
    void sortJoins();
    void before(const Join& join, std::uint32_t item);
    void search(const Schedule& schedule);
    void reach(Event event, Weeks room);
    const std::vector<std::uint8_t>& phases(const Schedule& schedule);

    const Network& m_network;
    EarliestTimes m_earliest;
    bool m_hasLeave = false;
    std::vector<std::uint8_t> m_hasWork; // that the arcs are made for
    std::vector<Arc> m_arcs;             // by the event they lead to
    std::vector<std::uint32_t> m_first;  // per event, and one past the last
    std::vector<Weeks> m_time;           // per event
    std::vector<Weeks> m_room;           // per event
    std::vector<Event> m_reached;        // whose predecessors are still to be looked at
    std::vector<Join> m_joins;
    std::vector<std::uint32_t> m_last;   // per worker
    std::vector<std::uint32_t> m_holder; // per place of each phase
    std::vector<std::uint32_t> m_before; // per item: whose end its joins waited for
    std::vector<Weeks> m_beforeAt;       // … and when they joined
    std::vector<std::uint32_t> m_beforeCount;
    std::vector<std::uint8_t> m_drives; // per phase
};

} // namespace trestle
