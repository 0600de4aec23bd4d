#pragma once

#include "models/plan/plan.h"

#include <optional>
#include <vector>

/// What to build next.
namespace trestle {

/// Whether nothing but people holds an item back in the likely plan: no link into it or its phase has a bound after the
/// start. Nothing holds one that is under way.
bool canStartNow(const Plan& plan, const ItemPlan& item);

/// An item to begin with, as the likely plan has it.
struct NextItem {
    std::string id;
    std::vector<std::size_t> people; ///< indices of Plan::people, in order of joining
    Date first{};                    ///< day of work
    Date last{};
    friend bool operator==(const NextItem&, const NextItem&) = default;
};

/// Of the items that can start now the one that starts first, and of several the one of the highest priority; one that
/// is under way only where all that is left is. Nothing where the likely plan has no work left.
std::optional<NextItem> nextItem(const Plan& plan);

} // namespace trestle
