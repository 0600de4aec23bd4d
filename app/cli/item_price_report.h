#pragma once

#include "app/cli/text.h"
#include "models/money/item_price.h"

#include <string>
#include <vector>

namespace trestle::cli {

/// What is offered apart, as `trestle price` prints it below the price: a line each and one for all of a scope
/// together. Nothing where nothing is offered apart.
std::vector<std::string> itemPriceLines(const Plan& plan, const ItemPrices& prices, const Style& style);

} // namespace trestle::cli
