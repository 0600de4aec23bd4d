#pragma once

#include "app/cli/text.h"
#include "data/formats/import_file.h"

#include <string>

namespace trestle::cli {

/// What a file holds before it is imported: columns with their meanings and first cells, counts, what is lost.
std::string importReport(const ImportPreview& preview, const Style& style);

} // namespace trestle::cli
