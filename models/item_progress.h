#pragma once

#include "models/catalogue.h"

#include <cstdint>

namespace trestle {

enum class ItemState : std::uint8_t {
    missing,
    partial,
    done,
    excluded, ///< not needed, out of scope
    underWay, ///< begun, not finished
};

/// How far an item has come. What is left of its work, and how far it counts as in place, is asked here and nowhere
/// else:
///
///     ItemProgress{ItemState::partial}.left({2, 3, 5}, catalogue) // {1, 1.5, 2.5} where partly in place leaves half
struct ItemProgress {
    ItemState state = ItemState::missing;

    [[nodiscard]] bool isInScope() const { return state != ItemState::excluded; }
    /// How much of the item counts as in place where items are counted, not their work: partly in place is half.
    [[nodiscard]] double inPlace() const;
    /// The part of the item's work that is left, 0 to 1; of one under way, what was left when it began: all of it,
    /// unless it was partly in place then.
    [[nodiscard]] double partLeft(const Catalogue& catalogue) const;
    /// What is left of `full`, in its unit.
    [[nodiscard]] ThreePoint left(const ThreePoint& full, const Catalogue& catalogue) const;

    friend bool operator==(const ItemProgress&, const ItemProgress&) = default;
};

} // namespace trestle
