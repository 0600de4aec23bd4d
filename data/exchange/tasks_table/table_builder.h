#pragma once

#include "data/exchange/tasks_table/task_table.h"
#include "models/error.h"

#include <string>

namespace trestle {

/// Takes rows cell by cell and refuses what is more than a table of tasks may be.
class TableBuilder {
public:
    TableBuilder(TaskTable& table, std::string where) : m_table(table), m_where(std::move(where)) {}

    /// From left to right; empty cells need not be told.
    Result<void> add(std::size_t row, std::size_t column, TableCell cell);

private:
    TaskTable& m_table;
    std::string m_where;
    std::size_t m_cells = 0;
    std::size_t m_bytes = 0; ///< of texts
};

} // namespace trestle
