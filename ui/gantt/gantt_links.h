#pragma once

#include "ui/gantt/gantt_layout.h"

#include <string_view>
#include <vector>

namespace trestle {

/// The arrows of a chart: the network's links, of all nodes or of the selected one (and, while it is a closed phase, of
/// its items), and for the selection the people it waits for, from the item they come from. A link that does not bind,
/// because people come free only later, is dashed as those are. Ends inside a closed phase stand at the phase's bar;
/// nodes without work have no bar and no arrows.
std::vector<GanttArrow> layoutArrows(const Plan& plan, const GanttLayout& layout, LinkMode mode,
                                     std::string_view selected);

/// The path of an arrow between two rows' bars, leaving and entering at the ends that the type of link joins.
QPolygonF arrowPath(const GanttRow& from, const GanttRow& to, LinkType type, const GanttMetrics& metrics);

} // namespace trestle
