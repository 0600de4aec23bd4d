#pragma once

#include "data/exchange/times/times_columns.h"
#include "models/progress/times_table.h"

#include <string>
#include <string_view>

namespace trestle {

/// A file of what happened that was read once: CSV, or a workbook.
struct TimesFile {
    TaskTable table;
    std::string where; ///< what the file is called in errors
};

/// Errors: invalidTimes, with the cell or the line; those of reading a file. "-" is standard input.
Result<TimesFile> readTimesFile(const std::string& path, const std::string& where);
/// The same of what was read already.
Result<TimesFile> timesFileOf(std::string_view bytes, const std::string& where);

/// The rows by what the columns mean. Bare numbers are in the unit of their column, "3d", "20h", "1w 2d" and "7:30" in
/// their own; a week has so many hours, and a day a fifth of them. Error: invalidTimes, where no column tells of items
/// or none of what happened.
Result<TimesTable> readTimes(const TimesFile& file, const TimesMapping& mapping, double hoursPerWeek);

} // namespace trestle
