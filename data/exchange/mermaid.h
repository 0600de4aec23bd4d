#pragma once

#include "data/exchange/export_format.h"

namespace trestle {

/// The likely plan as a Gantt chart in Mermaid's text form, as Markdown pages draw it: a section for each phase with
/// work, a task for each item with work from its first day over its calendar days, and milestones for launch (likely,
/// and at the plan's confidence) and the target date. Days off are in the durations: Mermaid's own `excludes` moves
/// finishes.
Result<Exported> writeMermaid(const ExportSource& source);

} // namespace trestle
