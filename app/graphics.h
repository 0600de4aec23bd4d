#pragma once

#include "data/exchange/export_stamp.h"
#include "models/plan.h"

#include <cstdint>
#include <string>

namespace trestle {

enum class GraphicsFormat : std::uint8_t {
    svg, ///< the Gantt chart
    png, ///< the Gantt chart at twice its size
    pdf, ///< A4 pages: headline, Gantt chart, cost, risk, sources
};

/// Simulates a plan (10,000 runs, seed 1) and draws it into a new file at `path`, which the caller moves to where it
/// belongs. Runs without a display and without an application object: it makes the one it needs. Errors:
/// fileUnwritable, diskFull.
Result<void> exportGraphics(const Plan& plan, GraphicsFormat format, const std::string& path, const ExportStamp& stamp);

} // namespace trestle
