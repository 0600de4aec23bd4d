#pragma once

#include "ui/gantt/gantt_layout.h"

#include <QString>

namespace trestle {

/// The rows that a chart shows as text parted by tabs: what, start, finish, effort and cost.
QString ganttTable(const Plan& plan, const GanttLayout& layout);

} // namespace trestle
