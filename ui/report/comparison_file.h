#pragma once

#include "data/exchange/export_stamp.h"
#include "models/error.h"
#include "ui/history/comparison_words.h"

#include <QString>

namespace trestle {

/// Writes a comparison of versions: PDF, web page or text, by the ending of the path. Any thread may call.
Result<void> writeComparisonFile(const ComparisonWords& words, const ExportStamp& stamp, const QString& path);

} // namespace trestle
