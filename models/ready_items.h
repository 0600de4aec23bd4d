#pragma once

#include "models/network.h"
#include "models/rank_set.h"

namespace trestle {

/// The items that may start and have not, in priority order. Items of the same phase and skill are alike to a person
/// is free, so they form a group of which only the first counts; a phase whose crew is full hides its groups.
/// A search then looks at one first item per skill, not at everything that waits.
class ReadyItems {
public:
    explicit ReadyItems(const Network& network);

    /// The network's priority order has changed. None may be waiting.
    void reorder();

    void add(std::uint32_t item);
    void remove(std::uint32_t item);
    void showPhase(std::uint32_t phase, bool shown);

    /// The first item at priority rank `from` or after that someone of `free` is able to do; RankSet::none if none.
    [[nodiscard]] std::uint32_t firstFor(PeopleSet free, std::uint32_t from) const;

private:
    struct Group {
        std::uint32_t skill = 0;
        std::uint32_t phase = 0;
        std::uint32_t firstMember = 0; // into m_members
        std::uint32_t firstWord = 0;   // into m_waiting
        std::uint32_t words = 0;
        std::uint32_t head = RankSet::none; // priority rank of its first waiting member
    };
    void setHead(Group& group, std::uint32_t head);
    [[nodiscard]] std::uint32_t findHead(const Group& group) const;

    const Network* m_network;
    std::vector<Group> m_groups;             // phase after phase
    std::vector<std::uint32_t> m_firstGroup; // per phase, and one past the last
    std::vector<std::uint32_t> m_groupOf;    // per item
    std::vector<std::uint32_t> m_placeOf;    // per item: its place among the group's members
    std::vector<std::uint32_t> m_members;    // priority ranks, ascending in each group
    std::vector<std::uint64_t> m_waiting;    // one bit per member
    std::vector<std::uint32_t> m_nextPlace;  // per group, while reordering
    std::vector<std::uint8_t> m_shown;       // per phase
    std::vector<RankSet> m_heads;            // per skill: heads of the groups that are shown
};

} // namespace trestle
