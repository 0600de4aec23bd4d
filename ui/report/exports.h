#pragma once

#include "data/exchange/export_source.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/report/sheets/report_context.h"

#include <QByteArray>

/// The drawn exports of a plan and its simulation as bytes. Fonts must be there (an application object exists); any
/// thread may call.
namespace trestle {

struct ComparisonWords;
struct RegisterWorth;

/// A4 pages of vectors with embedded fonts. The first: headline, Gantt chart, use of funds, how sure, cost; on more
/// than one where that would not be legible. Then a page on risk, what changed since a version where that is given, and
/// where every figure comes from.
QByteArray reportPdf(const Plan& plan, const Risk& risk, const ExportStamp& stamp,
                     const ComparisonWords* changes = nullptr, const RegisterWorth* worth = nullptr);
/// The report for the source's audience, with its look; the source is simulated.
QByteArray reportPdf(const ExportSource& source, const ComparisonWords* changes = nullptr,
                     const RegisterWorth* worth = nullptr);

} // namespace trestle
