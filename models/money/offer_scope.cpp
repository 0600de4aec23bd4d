#include "models/money/offer_scope.h"

namespace trestle {

namespace {

std::vector<std::size_t>& listOf(OfferScope& scope, const Inputs& inputs, const ItemPlan& item)
{
    if (const auto apart = scopeOf(inputs, item.id); apart && *apart != ItemScope::taken)
        return *apart == ItemScope::phase2 ? scope.phase2 : scope.options;
    switch (item.state) {
    case ItemState::done: return scope.inPlace;
    case ItemState::excluded: return scope.excluded;
    case ItemState::missing:
    case ItemState::underWay:
    case ItemState::partial: break;
    }
    return scope.included;
}

} // namespace

OfferScope offerScope(const Plan& plan)
{
    OfferScope scope;
    for (std::size_t i = 0; i < plan.items.size(); ++i)
        listOf(scope, plan.inputs, plan.items[i]).push_back(i);
    return scope;
}

} // namespace trestle
