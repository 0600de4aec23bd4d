#pragma once

#include "models/money/change_order.h"

#include <QString>

/// Words for the kinds of `models/money/`.
namespace trestle::wording {

/// Where an item stands to what a client gets: "to build", "phase 2", "option", "not part of it".
QString orderStanding(OrderStanding standing);
/// What the price of a kind is called to the client: "Fixed price", "Cap", "Likely price".
QString offeredPrice(PriceKind kind);

} // namespace trestle::wording
