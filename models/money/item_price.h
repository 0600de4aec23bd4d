#pragma once

#include "models/money/price.h"

#include <optional>
#include <string>
#include <vector>

/// What each item that is offered apart is worth to a client: the price with the item less the price without it, on the
/// same draws, at the same kind and confidence, unrounded; then up to AUD 100. In no total.
///
///     auto prices = itemPrices(plan, *risk);
///     prices->options.items.front().price // with this option and no other
///     prices->options.together.price      // with all of them, which need not be the sum
///
/// An item that the team cannot do has the reason in place of a price, and leaves the other items theirs.
///
/// Items are priced by their place in the plan: what is offered with another item that is apart too, and waits for it,
/// is priced without it. What is in place already is worth what little it changes, as a rule nothing.
namespace trestle {

/// Of an item, or of several together.
struct PriceApart {
    Money exact;                    ///< the difference, to the cent; rarely less than 0
    Money price;                    ///< up to AUD 100
    std::optional<Error> problem{}; ///< why there is no plan with it, and so no price: nobody is able to do it
    friend bool operator==(const PriceApart&, const PriceApart&) = default;
};

struct ItemPrice : PriceApart {
    std::string id;
    ItemState state = ItemState::missing; ///< what the user says of it, whatever its scope
    bool isAsked = true;                  ///< false: an add-on that the profile does not ask for, worth nothing
    friend bool operator==(const ItemPrice&, const ItemPrice&) = default;
};

/// Why there is nothing to pay for an item.
enum class NoItemPrice : std::uint8_t {
    inPlace,
    notNeeded,
    notAsked, ///< by the profile
    noPlan,   ///< see PriceApart::problem
};
/// None where the item has a price, or costs nothing for another reason.
std::optional<NoItemPrice> whyNoPrice(const ItemPrice& item);

/// The items of one scope, as the catalogue has them.
struct ScopePrice {
    std::vector<ItemPrice> items;
    PriceApart together; ///< nothing where there are no items
    friend bool operator==(const ScopePrice&, const ScopePrice&) = default;
};

struct ItemPrices {
    PriceKind kind = PriceKind::fixed;
    int confidence = 80;
    ScopePrice options; ///< each alone on top of the plan; together: all of them on top of it
    ScopePrice taken;   ///< what the plan's price has for each; together: less the price with none of them
    ScopePrice phase2;  ///< as options

    [[nodiscard]] const ScopePrice& of(ItemScope scope) const;
    friend bool operator==(const ItemPrices&, const ItemPrices&) = default;
};

inline constexpr Money kItemPriceStep = Money::dollars(100);

/// The price before it is rounded up to the step: likely value of time and materials, else what the runs are worth at
/// the confidence.
Money exactPrice(const Plan& plan, const Risk& risk, PriceKind kind, int confidence);

/// At the kind and confidence of the plan's own price. `risk` is the plan's simulation with these options and the
/// price; each item takes another, and each scope with several items. Errors: cancelled.
Result<ItemPrices> itemPrices(const Plan& plan, const Risk& risk, const SimulationOptions& options = {});

} // namespace trestle
