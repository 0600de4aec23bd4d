#pragma once

#include "app/cli/text.h"
#include "models/money/item_price.h"

#include <string>

namespace trestle::cli {

/// A price as `trestle price` prints it: the chosen kind in a sentence, then the three kinds side by side, then what is
/// offered apart.
std::string priceReport(const Plan& plan, const PriceFigures& figures, const ItemPrices& items,
                        const std::string& scenario, const Style& style);

} // namespace trestle::cli
