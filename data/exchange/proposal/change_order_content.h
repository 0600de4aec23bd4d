#pragma once

#include "data/exchange/export_source.h"
#include "data/exchange/proposal/client_document.h"

namespace trestle {

/// The change order from `source.changes`, which there is, to the plan: what is added, removed and changed, price,
/// dates and payments before and after. Errors: noOffer, where the version is not
/// priced; those of makePlan and changeOrder.
Result<ClientDocument> changeOrderOf(const ExportSource& source);

} // namespace trestle
