#pragma once

#include "data/exchange/foreign/foreign_plan.h"

#include <string>

namespace trestle {

/// Whether what lies at a path begins like XML; false where it cannot be looked at.
bool looksLikeXml(const std::string& path);

/// A plan from a file that is no plan file: plan JSON, or a project of another program as MS Project XML, told by its
/// first bytes. "-" is standard input; `where` is what the file is called in errors: those of reading, of
/// parsePlanJson(), readMspdi() and planOfForeign().
Result<ImportedPlan> importPlan(const std::string& path, const std::string& where);

} // namespace trestle
