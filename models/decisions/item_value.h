#pragma once

#include "models/decisions/estimate.h"

#include <string>
#include <vector>

namespace trestle {

/// Why having an item in place would not bring the finish forward.
enum class NoSaving : std::uint8_t {
    saves,       ///< it does
    othersDrive, ///< other work drives the finish; this has slack
    orderShifts, ///< the people freed are given to other work in an order that does not end sooner, or ends later
    tooSmall,    ///< less than half a working day
};

/// What having one item in place would save at the plan's confidence.
struct ItemValue {
    std::string id;
    Weeks weeks = 0; ///< negative: the plan would get longer
    Money cost;
    bool canStartNow = false; ///< nothing holds it back but people
    NoSaving why = NoSaving::saves;
    bool isRough = false; ///< from a few runs near the headline alone: to be shown as "about"
    friend bool operator==(const ItemValue&, const ItemValue&) = default;
};

/// Of up to this many items each is simulated with all runs, and of more the ones that save most.
inline constexpr std::size_t kItemsInFull = 60;
/// Of a larger plan so many, unless a caller wants others: more would take minutes.
inline constexpr std::size_t kBestInFull = 10;

/// The value of each item that has work: those that can start now first, then most weeks, then most money, then
/// catalogue order. A plan of more than kItemsInFull items has the `best` that save most in full, ahead of the rest,
/// which are rough.
Result<std::vector<ItemValue>> itemValues(const Plan& plan, const QuestionOptions& options = {},
                                          std::size_t best = kBestInFull);

/// All items in the order of what they save, by a few runs: for who needs an order and no figures.
Result<std::vector<ItemValue>> roughItemValues(const Plan& plan, const QuestionOptions& options = {});

} // namespace trestle
