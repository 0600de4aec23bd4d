#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// The first page: the promise and what it means, the phases, what is in place and what is not, what it rests on. On
/// one page where it can be.
std::vector<PaintPage> writeSummary(const ReportContext& context);

} // namespace trestle
