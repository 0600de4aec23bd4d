#pragma once

#include "data/figures_parts.h"
#include "models/money/item_price.h"

namespace trestle {

/// Puts what is offered apart into the figures of a price: the keys `options`, `taken` and `phase2`.
void addItemPrices(FiguresJson& json, const Plan& plan, const ItemPrices& prices);

} // namespace trestle
