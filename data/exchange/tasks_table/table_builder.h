#pragma once

#include "data/exchange/tasks_table/task_table.h"
#include "models/error.h"

#include <string>

namespace trestle {

/// Takes rows cell by cell and refuses what is more than a table of tasks may be.
class TableBuilder {
public:
    /// `bytes` counts up the texts of all tables that are made of one file.
    TableBuilder(TaskTable& table, std::string where, std::size_t& bytes)
        : m_table(table), m_where(std::move(where)), m_bytes(bytes)
    {
    }

    /// From left to right; empty cells need not be told.
    Result<void> add(std::size_t row, std::size_t column, TableCell cell);

private:
    TaskTable& m_table;
    std::string m_where;
    std::size_t m_cells = 0;
    std::size_t& m_bytes;
};

} // namespace trestle
