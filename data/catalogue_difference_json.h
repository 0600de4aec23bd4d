#pragma once

#include "models/catalogue_difference.h"

#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// The word for a field in JSON: "phaseEffort".
std::string_view wordOf(CatalogueField field);

/// `trestle catalogue diff --json`: a list of `field`, `subject`, `before`, `after` and, of a figure, `note`.
std::string writeCatalogueDifferences(const std::vector<CatalogueDifference>& differences);

} // namespace trestle
