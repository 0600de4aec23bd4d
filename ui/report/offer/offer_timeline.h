#pragma once

#include "data/exchange/proposal/client_document.h"
#include "ui/paper/page_flow.h"

namespace trestle {

/// The phases as bars under the months, the payments as numbers in circles, and the day by which it is live.
void addOfferTimeline(PageFlow& flow, const QPalette& palette, const DocumentTimeline& timeline);

} // namespace trestle
