#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// Three slides: what is promised, the plan, money and risk (for a client: what is paid, and for what). Text, shapes,
/// tables and charts are those of the program that shows them, so that they can be edited there.
Result<Exported> writePptx(const ExportSource& source);

} // namespace trestle
