#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// The plan's dates as all-day events for a calendar (RFC 5545): start and finish of each phase with work in the likely
/// plan, launch in the likely plan and at the plan's confidence, the target date, and of a plan that is priced the
/// invoices. An event keeps its UID from one export to the next as long as plan and scenario keep their names, so that
/// a calendar moves it and adds no second one.
Result<Exported> writeICalendar(const ExportSource& source);

} // namespace trestle
