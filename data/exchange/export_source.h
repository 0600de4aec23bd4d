#pragma once

#include "data/exchange/audience.h"
#include "data/exchange/export_look.h"
#include "data/exchange/export_stamp.h"
#include "data/plan_file/plan_file.h"
#include "data/plan_file/version_figures.h"
#include "data/project_json.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// A version of the plan and the plan as it is now, for a report on what has changed between them.
struct ChangesSince {
    Revision version;
    ProjectDocument before;
    Project now;
    Date today;
};

/// A scenario beside the one that is exported, for formats that show them side by side.
struct ScenarioOutcome {
    std::string name; ///< empty: the base
    std::shared_ptr<const Plan> plan;
    std::shared_ptr<const Risk> risk;
};

/// All that an export may hold, and how it is wanted. A value: a job in another thread keeps it.
struct ExportSource {
    ProjectDocument document;         ///< the base and every scenario
    std::shared_ptr<const Plan> plan; ///< of the stamp's scenario; never null
    std::shared_ptr<const Risk> risk; ///< of that plan; null: not simulated
    ExportStamp stamp;
    char separator = ',';                ///< of formats that take one
    bool decimalComma = false;           ///< of those too
    std::optional<ChangesSince> changes; ///< for formats that take them
    SimulationOptions simulation = {};   ///< of what is still to be simulated
    Audience audience = Audience::internal;
    ExportLook look = {};
    std::vector<NamedVersionFigures> versions = {};   ///< that have a name, oldest first, for formats that take them
    std::vector<ScenarioOutcome> scenarios = {}; ///< the base and every scenario, for formats that need them
};

} // namespace trestle
