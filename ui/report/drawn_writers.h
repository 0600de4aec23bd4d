#pragma once

#include "data/formats/export_formats.h"

#include <span>

namespace trestle {

/// The writers of the formats that are drawn, for exportFormats(). They make the application object that fonts need
/// where there is none; any thread may call.
std::span<const ExportWriter> drawnWriters();

} // namespace trestle
