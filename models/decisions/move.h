#pragma once

#include "models/inputs.h"

#include <cstdint>
#include <string>
#include <vector>

/// One change of a plan, small enough to be tried at a click and taken back.
namespace trestle {

struct Plan;

enum class MoveKind : std::uint8_t {
    tick,     ///< `items`: one, in place
    fullTime, ///< `subject`: the person
    hire,     ///< `subject`: the name of one engineer more, who can do anything, full-time at `rate`
    order,    ///< the better order of the items
    defer,    ///< `items`: left for after launch
    respond,  ///< `subject`: the id of the risk whose response is put into the plan
};

struct Move {
    MoveKind kind = MoveKind::order;
    std::string subject;
    std::vector<std::string> items;
    Money rate;
    friend bool operator==(const Move&, const Move&) = default;
};

/// Whether it changes who builds, or for how much of their time.
constexpr bool changesTeam(const Move& move)
{
    return move.kind == MoveKind::fullTime || move.kind == MoveKind::hire;
}

/// Every move but ticks that the plan could try: each who is not full-time (of people alike, one), one engineer more at
/// the catalogue's rate, the better order, the response of each open risk, and of the items that may be left, in the
/// order of `deferrable`, the first, the first two, … These stand last.
std::vector<Move> movesOf(const Plan& plan, const std::vector<std::string>& deferrable);

Inputs applyMove(Inputs inputs, const Move& move);
/// Whether it asks more of someone's own, unpaid time.
bool isUnpaid(const Inputs& inputs, const Move& move);
/// Whether the inputs still have what the move did.
bool isMade(const Inputs& inputs, const Move& move);
/// The inputs without the move, all else as it is by now; `before` are those that it was made in.
Inputs takeBackMove(Inputs inputs, const Move& move, const Inputs& before);

} // namespace trestle
