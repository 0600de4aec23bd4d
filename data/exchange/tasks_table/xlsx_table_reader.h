#pragma once

#include "data/exchange/tasks_table/task_table.h"
#include "models/error.h"

#include <string>
#include <string_view>

namespace trestle {

/// The sheet of a workbook (XLSX) that looks most like a table of tasks, of those that are not hidden: texts,
/// numbers, and dates by their number formats. Formulas are not computed; what they came to when the workbook was saved
/// counts. `where` names the file in errors: invalidTasks with the cell or the part.
Result<TaskTable> readXlsxTable(std::string_view bytes, const std::string& where);

} // namespace trestle
