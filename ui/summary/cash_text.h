#pragma once

#include "models/money/cash.h"
#include "ui/summary/summary_text.h"

#include <optional>

namespace trestle {

/// What the target's card says where cash is what fails: the chance that it lasts to launch. Absent where it is not
/// asked about, and where a target date or budget is less likely met. Null figures are under way.
std::optional<SummaryText> cashText(const Plan& plan, const Risk* risk, const CashFigures* figures);

} // namespace trestle
