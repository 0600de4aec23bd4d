#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// The base and its scenarios side by side: what each promises and how it differs. Nothing without a scenario.
void addScenarios(PageFlow& flow, const ReportContext& context);

} // namespace trestle
