#pragma once

#include "models/network.h"
#include "models/order_search.h"

#include <vector>

namespace trestle {

/// A priority order for the items, with what it is worth.
struct OrderChoice {
    std::vector<std::uint32_t> order; ///< the item of each rank; catalogue order where nothing better was found
    bool isBetter = false;
    Weeks catalogueFinish = 0; ///< of the likely case
    Weeks longestTailFinish = 0;
    Weeks finish = 0;
    Weeks catalogueMean = 0; ///< over the fixed simulated runs; 0 where no candidate got that far
    Weeks mean = 0;
    Weeks bound = 0; ///< no order is shorter: EarliestTimes::lowerBound()
};

/// Finds a better order: catalogue order, longest tail first (an item at full crew plus the longest path behind it),
/// and a few hundred insertion moves from the better of the two. Of the candidates strictly shorter than catalogue
/// order in the likely case, the one with the least mean finish over 64 fixed simulated runs wins: a search on the
/// likely case alone finds orders that only suit it. Of more than 60 items only the shortest 18,000 ÷ items candidates
/// are simulated, so that a tick of a large plan does not wait for seconds. Deterministic, on however many threads.
/// Asked to stop, it gives what it has by then.
OrderChoice chooseOrder(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope, const Network& network,
                        const OrderSearchOptions& options = {});

} // namespace trestle
