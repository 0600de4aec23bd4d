#pragma once

#include "models/effort.h"

#include <optional>

namespace trestle {

/// How far a prototype has come: its share of the way (the source's 20 %) plus the rest in proportion to the likely
/// effort in place; partial counts half, excluded items leave both sums.
struct Readiness {
    std::optional<double> fraction; ///< 0 to 1; absent where every item is excluded: there is no way to be on
    int done = 0;
    int partial = 0;
    int missing = 0;
    int excluded = 0;
    friend bool operator==(const Readiness&, const Readiness&) = default;
};

Readiness readiness(const Catalogue& catalogue, const Scope& scope);

} // namespace trestle
