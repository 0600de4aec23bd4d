#pragma once

#include "models/schedule.h"

#include <algorithm>
#include <span>
#include <vector>

namespace trestle {

/// The most work a week that an item can get, per skill class: the quickest able people up to the crew limit.
std::vector<double> fullCrewPaces(const Network& network);

/// The earliest times that links allow with everyone available at once: each item takes its work at full crew, and
/// only links make it wait. The network must outlive it; allocates when made, never in run().
class EarliestTimes {
public:
    explicit EarliestTimes(const Network& network);

    /// A schedule without crews; its `end` is the critical path's length.
    const Schedule& run(std::span<const PersonWeeks> work, std::span<const Weeks> delay = {});

    /// A time that no schedule of the network can finish before, whatever its order: the critical path at full crew,
    /// where a phase takes at least its whole work at the most people it may have; all work ÷ the most capacity there
    /// is.
    Weeks lowerBound(std::span<const PersonWeeks> work);

private:
    using Event = std::uint32_t;

    void findCapacity();
    void settleGate(NodeIndex node);
    void settleFinish(NodeIndex node);
    void raise(Event event, Weeks bound) { m_bound[event] = std::max(m_bound[event], bound); }
    void leave(NodeIndex node, bool fromFinish);

    const Network& m_network;
    std::vector<double> m_paces;      // per skill class
    std::vector<double> m_phasePaces; // per phase, of its largest crew
    double m_capacity = 0;            // the most of those who are there at one time
    double m_gain = 1;                // κ at its best, when few are there, ÷ κ with everyone
    bool m_isBound = false;           // nothing may take longer than in any schedule
    std::vector<Event> m_order;       // each event after those that hold it back
    std::vector<Weeks> m_bound;       // per event
    std::span<const PersonWeeks> m_work;
    Schedule m_times;
};

/// The earliest times that links allow with everyone available at once: each item takes its work at full crew (the
/// largest able allocations up to the crew limit). A schedule without crews; its `end` is the critical path's length.
Schedule earliestTimes(const Network& network, std::span<const PersonWeeks> work, std::span<const Weeks> delay = {});

} // namespace trestle
