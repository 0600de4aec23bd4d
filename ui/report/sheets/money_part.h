#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// What the promise is spent on: by month, by milestone and, where money comes in once, by tranche. For who sees all of
/// it also low, likely and high by phase, and the price where there is one.
void addMoney(PageFlow& flow, const ReportContext& context);

} // namespace trestle
