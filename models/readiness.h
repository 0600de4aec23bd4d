#pragma once

#include "models/effort.h"

#include <optional>
#include <span>

namespace trestle {

/// How far a prototype has come: its share of the way (the source's 20 %) plus the rest in proportion to the likely
/// effort in place; partial counts half, excluded items leave both sums.
struct Readiness {
    std::optional<double> fraction; ///< 0 to 1; absent where every item is excluded: there is no way to be on
    int done = 0;
    int partial = 0;
    int missing = 0;
    int excluded = 0;
    int underWay = 0; ///< begun, in place only once it is finished
    friend bool operator==(const Readiness&, const Readiness&) = default;
};

/// The part of the likely effort in scope that is in place. Where that effort is none, milestones and what likely takes
/// nothing, each item counts alike, partial half. Nothing in scope: 0.
double partInPlace(std::span<const ScopeItem> items);

Readiness readiness(const Catalogue& catalogue, const Scope& scope);

} // namespace trestle
