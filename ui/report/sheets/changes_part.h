#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// What changed since a version: the headlines of both side by side, then every change. Nothing where that was not
/// asked for.
void addChanges(PageFlow& flow, const ReportContext& context);

} // namespace trestle
