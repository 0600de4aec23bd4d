#pragma once

#include "data/exchange/foreign/foreign_project.h"
#include "models/error.h"

#include <string>
#include <string_view>

namespace trestle {

struct ForeignXml;

/// What the root element of such a file is called.
inline constexpr std::string_view kGanRoot = "project";

/// A project as GanttProject saves it (.gan). Its tasks have durations in working days and no work; what a resource
/// costs is told for a day. Such files come from anywhere, so each one is taken for hostile. `where` names the file in
/// errors: invalidTasks, invalidDate.
Result<ForeignProject> readGan(const ForeignXml& xml, const std::string& where);
Result<ForeignProject> readGan(std::string_view bytes, const std::string& where);

} // namespace trestle
