#pragma once

#include "data/exchange/import_loss.h"

#include <QString>

#include <vector>

namespace trestle::wording {

/// What an imported plan lacks or has otherwise, in a sentence.
QString importLoss(const ImportLoss& loss);
/// A line for each.
QString importLosses(const std::vector<ImportLoss>& losses);

} // namespace trestle::wording
