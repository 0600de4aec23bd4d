#pragma once

#include "data/exchange/html/html_text.h"
#include "models/money/use_of_funds.h"

#include <string>

namespace trestle::html {

/// What the promise is spent on, by month and by milestone; both add up to it. Empty where nothing is left to pay for.
std::string fundsTables(const UseOfFunds& funds, const Plan& plan, Escaper& escape);

} // namespace trestle::html
