#pragma once

#include "data/exchange/import_loss.h"

#include <string>

namespace trestle::cli {

/// What an imported plan lacks or has otherwise, in one line: "links (2) to tasks that are not in the file are left
/// out".
std::string worded(const ImportLoss& loss);

} // namespace trestle::cli
