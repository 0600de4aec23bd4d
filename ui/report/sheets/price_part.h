#pragma once

#include "ui/report/sheets/report_context.h"

namespace trestle {

/// What a client pays, and when: price, GST, payments. Nothing where the plan is not priced.
void addPrice(PageFlow& flow, const ReportContext& context);

} // namespace trestle
