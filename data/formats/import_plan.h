#pragma once

#include "data/formats/import_file.h"

#include <string>

namespace trestle {

/// A plan from a file that is no plan file: plan JSON, a project as MS Project XML or of GanttProject, or a table of
/// tasks, with the columns as guessMapping() takes them. "-" is standard input; `where` is what the file is called in
/// errors: those of readImportFile() and planOfImport().
Result<ImportedPlan> importPlan(const std::string& path, const std::string& where, Date today);

} // namespace trestle
