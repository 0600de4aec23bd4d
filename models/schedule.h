#pragma once

#include "models/network.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <vector>

/// The schedule: who works on what, and when. Serial in time, work-conserving, non-preemptive; at each event
///  1. items whose work is done free their people, and every node whose bounds are all known closes;
///  2. started items, in priority order, take free able people up to the crew limits;
///  3. items that may start, in priority order, take free able people and start if they got anyone;
/// until nothing changes, then time moves on. Whoever goes on leave of five working days or more while on an item hands
/// it over. The full rules stand in models/README.md.
namespace trestle {

/// Someone on an item: from `joined` until the item's work is done.
struct Assignment {
    std::uint32_t worker = 0; ///< taking rank, index into Network::workers
    Weeks joined = 0;
};

/// Someone who left an item before its work was done, for a long leave.
struct HandOver {
    std::uint32_t item = 0;
    Assignment of;
    Weeks left = 0;
};

/// When that comes about which never does: later than any plan may take. A figure, so that it can be reckoned with.
inline constexpr Weeks kNeverDone = 1e6;

/// Times of one schedule. Reused from run to run: its arrays keep their memory.
struct Schedule {
    std::vector<Weeks> start;            ///< per node; 0 of one that has begun
    std::vector<Weeks> workDone;         ///< per item; equals start where there is no work
    std::vector<Weeks> finish;           ///< per node
    std::vector<std::uint8_t> hasWork;   ///< per node
    std::vector<Assignment> crew;        ///< itemCrewLimit places per item, in order of joining
    std::vector<std::uint32_t> crewSize; ///< per item
    std::vector<HandOver> handOvers;     ///< by time: who was on an item and is not in its crew any more
    std::vector<Weeks> worked;           ///< per worker: time present on items
    std::vector<double> itemCost;        ///< per item: dollars of worked time
    std::vector<Weeks> delay;            ///< per phase: for how long after its finish what follows it waits
    bool isUndone = false;               ///< work is left that nobody can do any more: what it holds back is kNeverDone
    Weeks end = 0;                       ///< the latest finish: of a node with work, 0 where there is none; of a phase
                                         ///< with a delay, that much later

    [[nodiscard]] std::span<const Assignment> crewOf(const Network& network, std::uint32_t item) const
    {
        return std::span(crew).subspan(std::size_t{item} * network.itemCrewLimit, crewSize[item]);
    }
};

/// The lag that counts: none on a link from or to a node without work, which passes on when it is reached. So no time
/// of such a node is later than the finish of some node with work.
inline Weeks lagOf(const NetworkLink& link, std::span<const std::uint8_t> hasWork)
{
    return hasWork[link.from] && hasWork[link.to] ? link.lag : Weeks{};
}

/// The delay after a node in this schedule.
inline Weeks delayAfter(const Network& network, const Schedule& schedule, NodeIndex node)
{
    return network.isPhase(node) ? schedule.delay[node - network.itemCount] : Weeks{};
}

/// Whether a node had finished by time 0 and nothing of it is left. An event may bring work to a phase that had.
inline bool hasFinished(const Network& network, NodeIndex node, std::span<const std::uint8_t> hasWork)
{
    return !network.happened.empty() && network.happened[node].finish && !hasWork[node];
}

/// When a node started or finished, at time 0 or before; nothing where it had not, or where the day is not known. The
/// lag of a link counts from there whether or not there is work at its ends.
inline std::optional<Weeks> happenedAt(const Network& network, NodeIndex node, bool finish,
                                       std::span<const std::uint8_t> hasWork)
{
    if (network.happened.empty())
        return std::nullopt;
    if (!finish)
        return network.happened[node].start;
    return hasFinished(network, node, hasWork) ? network.happened[node].finish : std::nullopt;
}

/// What the links count from that leave the start or the finish of a node.
struct Departure {
    Weeks at = 0;
    bool happened = false; ///< by time 0, on a day that is known
};

inline Departure departure(const Network& network, const Schedule& schedule, NodeIndex node, bool finish)
{
    const Weeks delay = finish ? delayAfter(network, schedule, node) : Weeks{};
    if (const auto before = happenedAt(network, node, finish, schedule.hasWork))
        return {*before + delay, true};
    return {(finish ? schedule.finish : schedule.start)[node] + delay, false};
}

/// From when on a link allows its other end.
inline Weeks boundOf(const NetworkLink& link, const Departure& from, std::span<const std::uint8_t> hasWork)
{
    return from.at + (from.happened ? link.lag : lagOf(link, hasWork));
}

inline Weeks boundOf(const Network& network, const Schedule& schedule, const NetworkLink& link)
{
    return boundOf(link, departure(network, schedule, link.from, link.leavesFinish()), schedule.hasWork);
}

/// Whether the end that a link bounds was reached by time 0: it holds nothing.
inline bool isPast(const Network& network, const NetworkLink& link, std::span<const std::uint8_t> hasWork)
{
    return link.boundsStart() ? network.hasBegun(link.to) : hasFinished(network, link.to, hasWork);
}

/// When a schedule ends, see Schedule::end. A lag after what is finished may reach past all work: nobody waits for it.
inline Weeks endOf(const Network& network, const Schedule& schedule)
{
    const bool all = network.happened.empty();
    Weeks end = all && !schedule.finish.empty() ? std::ranges::max(schedule.finish) : Weeks{};
    for (std::uint32_t p = 0; p < network.phaseCount; ++p) {
        const NodeIndex node = network.phaseNode(p);
        if (all || schedule.hasWork[node] || network.isDelayed(node) || schedule.delay[p] > 0)
            end = std::max(end, departure(network, schedule, node, true).at);
    }
    return end;
}

/// Calls use(item, worker, from, to) for each time in which somebody is at work on an item, item by item.
template <class Use>
void eachTimeOnItem(const Network& network, const Schedule& schedule, Use use)
{
    const auto present = [&](std::uint32_t item, const Assignment& member, Weeks left) {
        eachPresence(network.workers[member.worker].away, member.joined, left,
                     [&](Weeks from, Weeks to) { use(item, member.worker, from, to); });
    };
    for (std::uint32_t item = 0; item < network.itemCount; ++item)
        for (const Assignment& member : schedule.crewOf(network, item))
            present(item, member, schedule.workDone[item]);
    for (const HandOver& handOver : schedule.handOvers)
        present(handOver.item, handOver.of, handOver.left);
}

/// The same without the item: use(worker, from, to).
template <class Use>
void eachTimeAtWork(const Network& network, const Schedule& schedule, Use use)
{
    eachTimeOnItem(network, schedule,
                   [&](std::uint32_t, std::uint32_t worker, Weeks from, Weeks to) { use(worker, from, to); });
}

/// Schedules one network again and again with different efforts; allocates when made, never in run().
/// The network must outlive it. One scheduler per thread.
class Scheduler {
public:
    explicit Scheduler(const Network& network);
    ~Scheduler();
    Scheduler(Scheduler&&) noexcept;
    Scheduler& operator=(Scheduler&&) noexcept;

    /// To be called between runs when the network's priority order has changed.
    void reorder();
    /// `work`: person-weeks left of each item. Someone must be able to do every item that has work.
    /// `delay`: per phase, weeks for which its FS and FF successors and the plan's finish wait after its finish; none
    /// where it is empty.
    const Schedule& run(std::span<const PersonWeeks> work, std::span<const Weeks> delay = {});

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace trestle
