#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// The plan as one table: UTF-8 with a byte order mark, CRLF, quoted by RFC 4180. A row for the plan, for each phase,
/// each item, each running cost and each person, told apart by the first column; the last columns say what the table
/// is of and when it was made. `separator` is a comma or a semicolon. Numbers have a decimal point whatever it is.
Exported writeCsv(const Plan& plan, const ExportStamp& stamp, char separator);

} // namespace trestle
