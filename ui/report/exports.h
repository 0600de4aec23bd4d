#pragma once

#include "data/exchange/export_stamp.h"
#include "models/plan.h"

#include <QByteArray>

/// The drawn exports as bytes. Fonts must be there (an application object exists); any thread may call.
namespace trestle {

/// One A4 page of vectors with embedded fonts: headline, Gantt chart, use of funds, cost. More pages where one would
/// not be legible.
QByteArray reportPdf(const Plan& plan, const ExportStamp& stamp);
/// The Gantt chart with title and provenance, for slides.
QByteArray ganttSvg(const Plan& plan, const ExportStamp& stamp);
/// The same at twice its size.
QByteArray ganttPng(const Plan& plan, const ExportStamp& stamp);

} // namespace trestle
