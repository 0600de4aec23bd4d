#pragma once

#include "data/exchange/export_format.h"

#include <span>

namespace trestle::bench {

/// Prints what each format takes to write for 40 and for 500 items, once the plan is simulated, and for 500 items as a
/// whole. Formats that this program cannot write are left out; "json" is the one to compare with.
void printExportTable(std::span<const ExportFormat> formats);

} // namespace trestle::bench
