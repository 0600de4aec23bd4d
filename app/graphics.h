#pragma once

#include "data/exchange/export_stamp.h"
#include "data/plan_file/plan_file.h"
#include "models/plan.h"

#include <cstdint>
#include <optional>
#include <string>

namespace trestle {

enum class GraphicsFormat : std::uint8_t {
    svg, ///< the Gantt chart
    png, ///< the Gantt chart at twice its size
    pdf, ///< A4 pages: headline, Gantt chart, cost, risk, sources
};

/// What has changed in a plan since one of its versions: a page of the report.
struct ChangesSince {
    Revision version;
    Project before;
    Project now;
    Date today;
};

struct Drawing {
    Plan plan;
    GraphicsFormat format = GraphicsFormat::pdf;
    ExportStamp stamp;
    std::optional<ChangesSince> changes; ///< with pdf alone
};

/// Simulates a plan (10,000 runs, seed 1) and draws it into a new file at `path`, which the caller moves to where it
/// belongs. Runs without a display and without an application object: it makes the one it needs. Errors:
/// fileUnwritable, diskFull.
Result<void> exportGraphics(const Drawing& drawing, const std::string& path);

} // namespace trestle
