#pragma once

#include "app/cli/text.h"
#include "models/progress/import_times.h"

#include <string>

namespace trestle::cli {

/// What `trestle times` does to a plan: how the file is read, each item as it was and as it becomes, what matches no
/// item, and which rows are left out.
std::string timesReport(const TimesTable& table, const TimesImport& made, const Style& style);

} // namespace trestle::cli
