#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// How sure the plan is, what moves it, and what may happen, each with the sentence that the window says of it. For who
/// sees all of it also what drives the finish and what moves the cost. Nothing where nothing is left to build.
void addRisk(PageFlow& flow, const ReportContext& context);

} // namespace trestle
