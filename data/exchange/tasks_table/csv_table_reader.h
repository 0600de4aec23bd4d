#pragma once

#include "data/exchange/tasks_table/task_table.h"
#include "models/error.h"

#include <string>
#include <string_view>

namespace trestle {

/// A table as text: cells separated by commas, semicolons or tabs, whichever makes the most even rows; cells in quotes
/// may hold separators and line breaks. UTF-8 or, with a byte order mark, UTF-16; what is neither is read as
/// Windows-1252, and a loss. `where` names the file in errors: invalidTasks with the cell or the line.
Result<TaskTable> readCsvTable(std::string_view bytes, const std::string& where);

} // namespace trestle
