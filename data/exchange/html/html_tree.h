#pragma once

#include "data/exchange/export_source.h"
#include "data/exchange/html/html_text.h"

#include <string>

namespace trestle::html {

/// The plan as a tree with its Gantt chart: phases that open on their items, each with people, days, effort, cost and a
/// bar over the days of the likely plan; a phase's bar goes on paler until it is as sure as the plan wants. What is in
/// place or not needed stands in one line below its phase. Without what the audience may not read.
std::string planTree(const ExportSource& source, Escaper& escape);

} // namespace trestle::html
