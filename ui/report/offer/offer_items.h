#pragma once

#include "data/exchange/proposal/client_document.h"
#include "ui/paper/page_flow.h"

namespace trestle {

/// Items by phase in two columns, each column read to its end before the next, page after page; the last two are of one
/// height. `page`: the height of a page's room; `left`: what is left of it on this page, below the section's heading;
/// 0: not known.
void addBuiltItems(PageFlow& flow, const QPalette& palette, const DocumentItems& items, double page, double left);

/// Items one below the other with their amounts, and a box to tick where the client chooses.
void addPricedItems(PageFlow& flow, const QPalette& palette, const DocumentItems& items);

} // namespace trestle
