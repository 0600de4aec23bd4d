#include "ui/base/wording_money.h"

#include "ui/base/tr.h"
#include "ui/base/wording.h"

namespace trestle::wording {

QString orderStanding(OrderStanding standing)
{
    switch (standing) {
    case OrderStanding::absent: return tr("not part of it");
    case OrderStanding::notNeeded: return itemState(ItemState::excluded);
    case OrderStanding::phase2: return tr("phase 2");
    case OrderStanding::option: return tr("option");
    case OrderStanding::toBuild: return itemState(ItemState::missing);
    case OrderStanding::partial: return itemState(ItemState::partial);
    case OrderStanding::inPlace: return itemState(ItemState::done);
    }
    return {};
}

QString offeredPrice(PriceKind kind)
{
    switch (kind) {
    case PriceKind::timeAndMaterials: return tr("Likely price");
    case PriceKind::capped: return tr("Cap");
    case PriceKind::fixed: return tr("Fixed price");
    }
    return {};
}

} // namespace trestle::wording
