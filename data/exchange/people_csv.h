#pragma once

#include "data/exchange/csv_table.h"
#include "data/exchange/export_format.h"

namespace trestle {

/// What each person does in each calendar week of the likely plan, a row for each person and week: working days by what
/// they go into, and the items worked on.
Exported writePeopleCsv(const ExportSource& source, const CsvForm& form);

} // namespace trestle
