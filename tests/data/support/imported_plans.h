#pragma once

#include "data/formats/import_file.h"
#include "models/plan/plan.h"

#include <QString>

#include <cstddef>
#include <map>
#include <string>

/// What became of a project of another program, in words that a test can compare.
namespace trestle::test {

using Losses = std::map<ImportLossKind, std::size_t>;

/// The plan that a file becomes as it is understood by itself.
Result<ImportedPlan> importPlan(const std::string& path);
Losses lossesOf(const ImportedPlan& imported);
Plan planOf(const ImportedPlan& imported);
/// "Design: Pages 0.75; Build: …", each item with its likely effort in weeks.
QString outlineWords(const Plan& plan);
/// "pages FS database 0.2; …", each link with its lag in weeks.
QString linkWords(const Plan& plan);
/// "Ana 1 4000, …", each person with allocation and weekly rate.
QString teamWords(const ImportedPlan& imported);

} // namespace trestle::test
