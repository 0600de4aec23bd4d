#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// The plan as one web page: headline, odds, Gantt chart, phases and items with people, days and cost, cost by month,
/// how sure, and sources. Nothing in it comes from elsewhere and nothing in it runs; it reads on a phone, prints, and
/// goes dark where the reader's screen does.
Result<Exported> writeHtml(const ExportSource& source);

} // namespace trestle
