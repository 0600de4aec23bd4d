#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// The weekly report, a page that says how the work goes: what was promised and what is expected now, what moved it,
/// what finished work says of the rest, what was done, is under way, is late and comes next. A client reads dates
/// alone. No page where there is neither a baseline nor work that has begun.
std::vector<PaintPage> writeProgress(const ReportContext& context);

} // namespace trestle
