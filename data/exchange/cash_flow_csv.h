#pragma once

#include "data/exchange/csv_table.h"
#include "data/exchange/export_format.h"

namespace trestle {

/// The likely plan's money as a table with a row for each month: labour, running costs, risks, their total and GST by
/// the plan's own basis, and what they add up to. Where the plan has opening cash the months go on to the end of its
/// buffer, and more columns tell the cash: what goes in and out by line, what is there at the end of the month in the
/// likely plan, and in a tenth, half and nine tenths of the simulated runs at the most.
Exported writeCashFlowCsv(const ExportSource& source, const CsvForm& form);

} // namespace trestle
