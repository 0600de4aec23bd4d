#pragma once

#include "models/money/cash.h"

#include <string>

namespace trestle {

/// A plan's cash as `trestle cash --json` prints it: for other programs, not to be read back. No scenario is the base.
std::string writeCashJson(const Plan& plan, const Risk& risk, const CashFigures& figures,
                          const std::string& scenario = {});

} // namespace trestle
