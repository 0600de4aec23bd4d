#pragma once

#include "data/exchange/foreign/foreign_project.h"
#include "models/error.h"

#include <string>
#include <string_view>

namespace trestle {

struct ForeignXml;

/// What the root element of such a file is called.
inline constexpr std::string_view kMspdiRoot = "Project";

/// A project in MS Project XML, as MS Project, ProjectLibre, GanttProject and Planner write it. Such files come from
/// anywhere, so each one is taken for hostile. `where` names the file in errors: invalidTasks, invalidDate.
Result<ForeignProject> readMspdi(std::string_view bytes, const std::string& where);
Result<ForeignProject> readMspdi(const ForeignXml& xml, const std::string& where);

} // namespace trestle
