#pragma once

#include "data/exchange/export_format.h"

#include <span>
#include <string_view>
#include <vector>

namespace trestle {

/// The writer of a format that data/ itself cannot write.
struct ExportWriter {
    std::string_view format; ///< its key
    ExportWrite write = nullptr;
};

/// Every format, in the order of the window's menu. Drawn formats are listed in every program; only a program with Qt
/// has writers for them (drawnWriters() in ui/report) and passes them here.
std::vector<ExportFormat> exportFormats(std::span<const ExportWriter> drawn = {});

/// The format of that key; null where there is none.
const ExportFormat* formatOf(std::span<const ExportFormat> formats, std::string_view key);
/// The format that a file with that ending has; null where there is none.
const ExportFormat* formatOfFile(std::span<const ExportFormat> formats, std::string_view ending);

} // namespace trestle
