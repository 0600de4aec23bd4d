#pragma once

#include "data/exchange/export_source.h"

#include <QByteArray>

namespace trestle {

struct ComparisonWords;
struct RegisterWorth;

/// The report for the source's audience, with its look: pages of vectors with embedded fonts. The source is simulated;
/// `changes`: what changed since a version; `worth`: what its risks add; each may be null. Fonts must be there (an
/// application object exists); any thread may call.
QByteArray reportPdf(const ExportSource& source, const ComparisonWords* changes = nullptr,
                     const RegisterWorth* worth = nullptr);

} // namespace trestle
