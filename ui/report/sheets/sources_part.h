#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// Where the figures come from: what holds for the whole plan, once and by kind of source, then the items by phase, in
/// place and to build.
void addSources(PageFlow& flow, const ReportContext& context);

} // namespace trestle
