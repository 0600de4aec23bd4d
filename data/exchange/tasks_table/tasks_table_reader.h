#pragma once

#include "data/exchange/foreign/foreign_project.h"
#include "data/exchange/tasks_table/table_mapping.h"
#include "models/error.h"

#include <string>

namespace trestle {

/// The tasks of a table, by what its columns mean. A plan without dates starts on the first weekday from `today` on;
/// one that is begun is planned from `today`. `where` names the file in errors: invalidTasks, cycle.
Result<ForeignProject> readTasksTable(const TaskTable& table, const TableMapping& mapping, Date today,
                                      const std::string& where);

} // namespace trestle
