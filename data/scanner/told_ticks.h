#pragma once

#include "models/plan/plan.h"

#include <string>
#include <vector>

/// Where ticks come from, as documents tell it. Of a plan as its reader has it (redaction.h), so that nothing more is
/// told than they may read.
namespace trestle {

struct ToldTick {
    std::string title; ///< of the item
    ItemState state = ItemState::done;
    const TickEvidence* evidence = nullptr; ///< what speaks for its state
    std::string places; ///< "Passwords are hashed with bcrypt (src/auth.ts:12); src/login.ts"; may be empty
};

/// Places told of one tick.
inline constexpr std::size_t kMostToldPlaces = 3;

/// In the order of the plan, those in place or partly that something speaks for. Valid as long as the plan.
std::vector<ToldTick> toldTicks(const Plan& plan);
/// The places of one as ToldTick has them.
std::string toldPlaces(const TickEvidence& evidence);

} // namespace trestle
