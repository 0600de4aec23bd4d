#include "models/money/item_price.h"

#include <algorithm>
#include <span>

namespace trestle {

namespace {

/// Prices the plan with items in another scope than they are.
class ScopePricer {
public:
    ScopePricer(const Plan& plan, const Risk& risk, const SimulationOptions& options, const ItemPrices& terms)
        : m_plan(plan), m_options(options), m_kind(terms.kind), m_confidence(terms.confidence),
          m_asIs(exactPrice(plan, risk, terms.kind, terms.confidence))
    {
        m_options.drivingRuns = 0;
        m_options.phases = false;
        m_options.layers = false;
        m_options.cash = false;
        m_options.bothCostModes = false;
        m_options.price = true;
        m_options.progress = {};
    }

    /// What the items, all of one scope, are worth together.
    [[nodiscard]] Result<PriceApart> worthOf(std::span<const ItemPrice> items, ItemScope scope) const
    {
        const bool isIn = scope == ItemScope::taken;
        Inputs inputs = m_plan.inputs;
        for (const ItemPrice& item : items)
            setScope(inputs, item.id, isIn ? ItemScope::option : ItemScope::taken);
        const auto other = priceOf(inputs);
        if (!other && other.error().code == ErrorCode::cancelled)
            return std::unexpected(other.error());
        if (!other)
            return PriceApart{{}, {}, other.error()};
        const Money worth = isIn ? m_asIs - *other : *other - m_asIs;
        return PriceApart{worth, roundedUp(worth, kItemPriceStep), {}};
    }

private:
    [[nodiscard]] Result<Money> priceOf(const Inputs& inputs) const
    {
        const auto plan = makePlanInOrderOf(m_plan, m_plan.catalogue, inputs);
        if (!plan)
            return std::unexpected(plan.error());
        if (m_kind == PriceKind::timeAndMaterials)
            return likelyValue(*plan);
        const auto risk = simulate(*plan, m_options);
        if (!risk)
            return std::unexpected(risk.error());
        return exactPrice(*plan, *risk, m_kind, m_confidence);
    }

    const Plan& m_plan;
    SimulationOptions m_options;
    PriceKind m_kind;
    int m_confidence;
    Money m_asIs;
};

std::vector<ItemPrice> pricedItems(const Plan& plan, ItemScope scope)
{
    std::vector<ItemPrice> items;
    for (const Phase& phase : plan.catalogue->phases)
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& source : *list) {
                const auto found = plan.inputs.scopes.find(source.id);
                if (found == plan.inputs.scopes.end() || found->second != scope)
                    continue;
                ItemPrice& item = items.emplace_back();
                item.id = source.id;
                if (const auto said = plan.inputs.items.find(source.id); said != plan.inputs.items.end())
                    item.state = said->second.progress.state;
                item.isAsked = plan.findItem(source.id) != nullptr;
            }
    return items;
}

Result<ScopePrice> scopePrice(const Plan& plan, const ScopePricer& pricer, ItemScope scope)
{
    ScopePrice prices;
    prices.items = pricedItems(plan, scope);
    for (ItemPrice& item : prices.items) {
        if (!item.isAsked)
            continue;
        const auto worth = pricer.worthOf(std::span(&item, 1), scope);
        if (!worth)
            return std::unexpected(worth.error());
        static_cast<PriceApart&>(item) = *worth;
    }
    if (prices.items.size() == 1)
        prices.together = prices.items.front();
    if (prices.items.size() < 2)
        return prices;
    const auto together = pricer.worthOf(prices.items, scope);
    if (!together)
        return std::unexpected(together.error());
    prices.together = *together;
    return prices;
}

} // namespace

std::optional<NoItemPrice> whyNoPrice(const ItemPrice& item)
{
    if (item.problem)
        return NoItemPrice::noPlan;
    if (!item.isAsked)
        return NoItemPrice::notAsked;
    if (item.exact != Money{})
        return std::nullopt;
    switch (item.state) {
    case ItemState::done: return NoItemPrice::inPlace;
    case ItemState::excluded: return NoItemPrice::notNeeded;
    case ItemState::missing:
    case ItemState::underWay:
    case ItemState::partial: break;
    }
    return std::nullopt;
}

const ScopePrice& ItemPrices::of(ItemScope scope) const
{
    switch (scope) {
    case ItemScope::phase2: return phase2;
    case ItemScope::option: return options;
    case ItemScope::taken: break;
    }
    return taken;
}

Money exactPrice(const Plan& plan, const Risk& risk, PriceKind kind, int confidence)
{
    return kind == PriceKind::timeAndMaterials ? likelyValue(plan) : valueAt(risk, confidence);
}

Result<ItemPrices> itemPrices(const Plan& plan, const Risk& risk, const SimulationOptions& options)
{
    ItemPrices prices;
    prices.kind = plan.inputs.price.kind;
    prices.confidence = priceConfidence(plan.inputs);
    const ScopePricer pricer(plan, risk, options, prices);
    for (const auto& [scope, priced] :
         {std::pair(ItemScope::option, &prices.options), std::pair(ItemScope::taken, &prices.taken),
          std::pair(ItemScope::phase2, &prices.phase2)}) {
        auto made = scopePrice(plan, pricer, scope);
        if (!made)
            return std::unexpected(made.error());
        *priced = std::move(*made);
    }
    return prices;
}

} // namespace trestle
