#pragma once

#include "data/formats/import_file.h"

#include <QString>

#include <vector>

namespace trestle::wording {

/// What an imported plan lacks or has otherwise, in a sentence.
QString importLoss(const ImportLoss& loss);
/// A line for each.
QString importLosses(const std::vector<ImportLoss>& losses);

/// "3 phases, 12 items, 4 links, 2 people".
QString importCounts(const ImportCounts& counts);
/// What a column means: "Work in hours".
QString columnUse(const ColumnUse& use);

} // namespace trestle::wording
