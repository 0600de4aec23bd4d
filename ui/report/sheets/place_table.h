#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// "What is in place, and what is not": phase by phase, each item by name, or how many there are where a page of names
/// would say less than a number. `air`: of a row, above and below.
void addPlaceTable(PageFlow& flow, const ReportContext& context, double air);

} // namespace trestle
