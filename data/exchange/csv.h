#pragma once

#include "data/exchange/csv_table.h"
#include "data/exchange/export_format.h"

namespace trestle {

/// The plan as one table: UTF-8 with a byte order mark, CRLF, quoted by RFC 4180. A row for the plan, for each phase,
/// each item, each running cost and each person, told apart by the first column; the last columns say what the table
/// is of and when it was made.
Exported writeCsv(const ExportSource& source, const CsvForm& form);

} // namespace trestle
