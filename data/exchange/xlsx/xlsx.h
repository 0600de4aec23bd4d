#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// The plan as a workbook (Office Open XML) of live formulas with their values: what is changed in its sheet
/// Assumptions, a rate or an effort, changes labour and all totals; who works when, dates and what was simulated stay.
/// An investor's has values in place of what follows from rates, a client's the dates and the price alone.
/// `source.risk` is not null. Errors: those of XlsxBook::finish().
Result<Exported> writeXlsx(const ExportSource& source);

} // namespace trestle
