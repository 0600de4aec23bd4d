#pragma once

#include "models/money/item_price.h"

#include <string>

namespace trestle {

/// A price as `trestle price --json` prints it: for other programs, not to be read back. No scenario is the base.
std::string writePriceJson(const Plan& plan, const Risk& risk, const PriceFigures& figures, const ItemPrices& items,
                           const std::string& scenario = {});

} // namespace trestle
