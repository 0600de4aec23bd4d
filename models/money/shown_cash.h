#pragma once

#include "models/money/cash_table.h"

namespace trestle {

/// The table in whole dollars, as it is shown: balances to the nearest, and each month's lines so that they still add
/// up to the step from one to the next. What has no cents stays as it is.
CashTable shownCash(CashTable table);

} // namespace trestle
