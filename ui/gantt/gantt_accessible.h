#pragma once

namespace trestle {

/// Tells assistive technology of the chart's bars: each is a child of the chart with the name that carries its phase
/// or item, state and dates, in the rows' order. Called by the view; more calls change nothing.
void registerGanttAccessibility();

} // namespace trestle
