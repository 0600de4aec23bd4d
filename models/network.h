#pragma once

#include "models/availability.h"
#include "models/effort.h"
#include "models/happened.h"
#include "models/work_calendar.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

/// The network a schedule runs on: nodes, links, people and their availability, compiled once from a catalogue and
/// inputs into flat arrays. The efforts are not part of it; each case and each simulated run brings its own.
namespace trestle {

/// Items are nodes 0 … itemCount − 1 in catalogue order; phase p is node itemCount + p.
using NodeIndex = std::uint32_t;
/// A set of people: bit r is the person of taking rank r (specialists first, then team order).
using PeopleSet = std::uint64_t;

struct NetworkLink {
    NodeIndex from = 0;
    NodeIndex to = 0;
    LinkType type = LinkType::finishToStart;
    Weeks lag = 0;
    std::uint32_t source = 0; ///< index into Catalogue::links

    [[nodiscard]] bool leavesFinish() const
    {
        return type == LinkType::finishToStart || type == LinkType::finishToFinish;
    }
    [[nodiscard]] bool boundsStart() const { return type == LinkType::finishToStart || type == LinkType::startToStart; }
};

struct Worker {
    std::uint32_t person = 0; ///< index into the team
    double allocation = 1;    ///< FTE
    double pace = 1;          ///< person-weeks a week while everyone is there: allocation × coordination factor
    double weeklyCost = 0;    ///< dollars for a week on the plan: allocation × rate
    Weeks firstDay = 0;
    Weeks lastDay = kNoEnd;    ///< from when on they are gone for good
    std::vector<Absence> away; ///< disjoint, sorted; before the first day, leave, after the last day

    /// For how long they are paid where people are retained, in a plan that ends then.
    [[nodiscard]] Weeks retained(Weeks end) const { return std::max(Weeks{}, std::min(end, lastDay) - firstDay); }
};

/// Someone comes or goes.
struct AvailabilityChange {
    Weeks at = 0;
    std::uint32_t rank = 0;
    bool present = false;
    bool handsOver = false; ///< goes for so long that whatever they are on is left to others
};

struct Network {
    std::uint32_t itemCount = 0;
    std::uint32_t phaseCount = 0;
    std::vector<std::uint32_t> phaseOf;   ///< per item
    std::vector<std::uint32_t> firstItem; ///< per phase, and one past the last

    std::vector<NetworkLink> links;
    std::vector<std::uint32_t> outFirst; ///< per node, into `out`; and one past the last
    std::vector<std::uint32_t> out;      ///< indices of links by their `from`
    std::vector<std::uint32_t> inFirst;
    std::vector<std::uint32_t> in;

    std::vector<Worker> workers;        ///< by taking rank
    std::vector<std::uint32_t> skillOf; ///< per item: its skill class
    std::vector<PeopleSet> able;        ///< per skill class: who can do it
    std::vector<double> coordination;   ///< κ, by how many people are there
    PeopleSet presentAtStart = 0;
    std::vector<AvailabilityChange> changes; ///< after time 0, sorted by time
    bool mayRunOut = false; ///< all who are able to do some item have a last day: work may be left that nobody can do
    std::uint32_t itemCrewLimit = 2;
    std::uint32_t phaseCrewLimit = 3;

    std::vector<std::uint32_t> possible;    ///< items that only some runs have work on: of risk events
    std::vector<std::uint8_t> mayBeDelayed; ///< per phase: some runs have a delay after it; empty where none has

    std::vector<Happened> happened; ///< per node, by time 0; empty where nothing is known to have begun

    std::vector<std::uint32_t> order;  ///< item of each priority rank
    std::vector<std::uint32_t> rankOf; ///< priority rank of each item

    [[nodiscard]] std::uint32_t nodeCount() const { return itemCount + phaseCount; }
    [[nodiscard]] NodeIndex phaseNode(std::uint32_t phase) const { return itemCount + phase; }
    /// Whether some runs have a delay after this node.
    [[nodiscard]] bool isDelayed(NodeIndex node) const
    {
        return !mayBeDelayed.empty() && isPhase(node) && mayBeDelayed[node - itemCount] != 0;
    }
    [[nodiscard]] bool isPhase(NodeIndex node) const { return node >= itemCount; }
    /// Whether the node had started by time 0: links hold its start no more.
    [[nodiscard]] bool hasBegun(NodeIndex node) const { return !happened.empty() && happened[node].any(); }
    [[nodiscard]] std::span<const std::uint32_t> linksFrom(NodeIndex node) const
    {
        return std::span(out).subspan(outFirst[node], outFirst[node + 1] - outFirst[node]);
    }
    [[nodiscard]] std::span<const std::uint32_t> linksTo(NodeIndex node) const
    {
        return std::span(in).subspan(inFirst[node], inFirst[node + 1] - inFirst[node]);
    }
    /// Gives the items another priority order; `newOrder` is a permutation of the items.
    void setOrder(std::vector<std::uint32_t> newOrder);
};

/// Whether all who are able to do an item that asks for this skill have a last day.
bool allAbleLeave(const std::vector<Person>& team, const std::string& skill);
/// That work on an item is left which nobody can do any more, naming who could do it last.
Error nobodyLeft(const std::vector<Person>& team, const std::string& item, const std::string& skill,
                 const std::string& where);

/// Errors: noPeople, nobodyAble (naming the item and its skill), unknownNode, negativeLag, linkToOwnItem, cycle.
/// Links to add-ons that are not in scope fall away.
Result<Network> buildNetwork(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope,
                             const WorkCalendar& calendar);

} // namespace trestle
