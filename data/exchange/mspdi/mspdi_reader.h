#pragma once

#include "data/exchange/foreign/foreign_project.h"
#include "models/error.h"

#include <string>
#include <string_view>

namespace trestle {

/// More tasks are refused.
inline constexpr std::size_t kMostForeignTasks = 20'000;

/// A project in MS Project XML, as MS Project, ProjectLibre, GanttProject and Planner write it. Such files come from
/// anywhere, so each one is taken for hostile. `where` names the file in errors: invalidTasks, invalidDate.
Result<ForeignProject> readMspdi(std::string_view bytes, const std::string& where);

} // namespace trestle
