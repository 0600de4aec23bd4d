#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// Every item once, with its dates, who works on it where that differs, what it costs, and its bar; over as many pages
/// as it takes at a readable size.
std::vector<PaintPage> writePlan(const ReportContext& context);

} // namespace trestle
