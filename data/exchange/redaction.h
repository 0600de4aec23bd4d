#pragma once

#include "data/exchange/export_source.h"

namespace trestle {

/// What a writer gets: for a client or an investor a copy from which what they may not read (audience_rules.h) is
/// taken, as far as nothing is still computed from it. Dates, totals and what was simulated stay as they are.
///
/// Gone for both: private paragraphs of notes, how rates were worked out, what each person costs, labels of edits,
/// proposals for states, excerpts of the prototype's files. For
/// a client also all cost rates, the wanted margin, cash, target and budget; for an investor all bill rates and the
/// terms of a price, and the cash of a plan that isInvoiced, as the invoices are part of it. What is left to be
/// computed from, and never written: for a client the bill rates (of everyone, since some follow from cost and margin)
/// and the mark-up, which make the price; for an investor the rates in Inputs::team, which make the months.
ExportSource forAudience(ExportSource source);

/// Whether the audience reads the cash of a plan: that of one that isInvoiced has the invoices in it.
bool readsCash(const Inputs& inputs, Audience audience);

/// Whether an export may tell what a person-week costs by the catalogue: where it follows from the catalogue's public
/// source, and nobody costs anything else.
bool tellsUsualRate(const ExportSource& source);

} // namespace trestle
