#pragma once

#include "models/schedule.h"

#include <cstdint>
#include <vector>

namespace trestle {

/// Why an item starts when it does: the first of these that holds.
enum class WaitKind : std::uint8_t {
    link,   ///< on: the nodes whose links are tight
    start,  ///< it starts at time 0
    person, ///< on: the person who joins first, then the item that person has just finished
    place,  ///< on: the item that held the place in the phase's crew
    leave,  ///< on: the person whose leave ended or whose first day it is
};

struct Wait {
    WaitKind kind = WaitKind::start;
    std::vector<NodeIndex> nodes; ///< link: predecessors; person, place: the item
    std::int64_t worker = -1;     ///< person, leave: taking rank, else −1
};

/// Per item; items without work wait for nothing (kind start).
std::vector<Wait> reasonsToWait(const Network& network, const Schedule& schedule);

} // namespace trestle
