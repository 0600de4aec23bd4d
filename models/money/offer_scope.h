#pragma once

#include "models/plan/plan.h"

#include <vector>

namespace trestle {

/// What an offer to a client is made of: the plan's items by where they stand to it, as indices into Plan::items, in
/// the order of the plan. Each item is in one of the lists.
struct OfferScope {
    std::vector<std::size_t> included; ///< to build, all or part of it; options that were taken too
    std::vector<std::size_t> inPlace;
    std::vector<std::size_t> phase2;
    std::vector<std::size_t> options; ///< not taken so far
    std::vector<std::size_t> excluded;
    friend bool operator==(const OfferScope&, const OfferScope&) = default;
};

OfferScope offerScope(const Plan& plan);

} // namespace trestle
