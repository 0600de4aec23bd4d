#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

struct ClientDocument;

/// A client's document as a DOCX that can be edited: styles, tables with heads that come again on each page, page
/// numbers, on the paper of the source's look. Error: internal.
Result<Exported> clientDocx(const ClientDocument& document, const ExportSource& source);

/// The formats of proposal_content.h and change_order_content.h.
Result<Exported> writeProposalDocx(const ExportSource& source);
Result<Exported> writeChangeOrderDocx(const ExportSource& source);

} // namespace trestle
