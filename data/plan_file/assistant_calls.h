#pragma once

#include "data/plan_file/plan_file.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <span>
#include <vector>

namespace trestle::planfile {

/// Whether the file keeps calls yet: the table is made with the first one. Another program's table of that name stays
/// as it is, and then no calls are kept.
bool hasCalls(SQLite::Database& db);
/// Adds calls, and drops the oldest beyond kKeptCalls.
void addCalls(SQLite::Database& db, std::span<const AssistantCall> calls);
std::vector<AssistantCall> readCalls(SQLite::Database& db); ///< oldest first

} // namespace trestle::planfile
