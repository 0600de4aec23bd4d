#pragma once

#include "ui/report/sheets/report_context.h"

#include <QByteArray>

namespace trestle {

/// What changed since a version: the headlines of both side by side, then every change. Nothing where that was not
/// asked for.
void addChanges(PageFlow& flow, const ReportContext& context);

/// The same as a document of its own on A4. Any thread may call.
QByteArray comparisonPdf(const ComparisonWords& words, const ExportStamp& stamp);

} // namespace trestle
