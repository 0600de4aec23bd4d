#pragma once

#include "data/exchange/export_source.h"
#include "data/exchange/proposal/client_document.h"

namespace trestle {

/// The proposal that a plan makes to its client: scope with what makes each item done, what is offered apart, what is
/// left out, what the client does, payments, timeline, what it rests on, acceptance. Figures are those of the price at
/// its confidence. `source.risk` has the value of each run. Errors: cancelled.
Result<ClientDocument> proposalOf(const ExportSource& source);

} // namespace trestle
