#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// The likely plan as MS Project XML (MSPDI): phases as summary tasks, items as tasks with their people, links and
/// ranges, days off and leave in the calendars. A program that schedules the tasks itself comes to the plan's dates:
/// what links do not explain is held by a date. Costs are the plan's, those that nobody's work brings as fixed costs.
Result<Exported> writeMspdi(const ExportSource& source);

} // namespace trestle
