#pragma once

#include "data/formats/import_file.h"

#include <functional>
#include <string>

namespace trestle {

/// As `trestle import --preview --json` prints it; `words`: what is lost, in the words of the command line.
std::string writeImportPreviewJson(const ImportPreview& preview,
                                   const std::function<std::string(const ImportLoss&)>& words);

} // namespace trestle
