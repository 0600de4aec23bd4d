#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// The computed plan as JSON ("kind":"figures"), for an audience that may not have the plan itself: what it may not
/// read is left out, key and all.
Result<Exported> writeToldFigures(const ExportSource& source);

} // namespace trestle
