#pragma once

#include "data/exchange/tasks_table/cell_references.h"
#include "models/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// What a row says of where its task stands.
struct NestedRow {
    std::size_t number = 0; ///< below the headings, from 1, blank ones counted as in a sheet
    std::string name;
    std::vector<std::string> ids;
    std::optional<int> level; ///< by a column of its own, or by how far the name is indented
    std::string parent;       ///< id or name; empty: none
    std::string phase;
};

/// A task in the order of the outline: one of the rows, or the heading of a phase that rows name.
struct OrderedRow {
    std::optional<std::size_t> row;
    std::string phase; ///< where it is a heading
    int level = 1;
};

/// Rows with levels keep their order. Others stand below the row that they name as their parent; what names no row, or
/// a phase, is below a heading of that name. Errors: cycle, invalidTasks. `where` names the file.
Result<std::vector<OrderedRow>> orderRows(const std::vector<NestedRow>& rows, const TaskFinder& find,
                                          const std::string& where);
/// By their ids, else by their numbers, else by their names.
TaskFinder finderOf(const std::vector<NestedRow>& rows);

} // namespace trestle
