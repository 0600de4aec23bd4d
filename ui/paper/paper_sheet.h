#pragma once

#include "data/exchange/export_look.h"

#include <QPageSize>
#include <QSizeF>

namespace trestle {

/// The sizes of paper that documents may be on. Type is as large on each: a larger sheet holds more.
QPageSize pageSizeOf(PaperSize size);
/// In units of paper.h: A4 is 1000 wide.
QSizeF unitsOf(PaperSize size);

} // namespace trestle
