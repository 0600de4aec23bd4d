#pragma once

#include "data/project_json.h"
#include "models/plan/plan.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

/// The computed plan as tables, for other programs. Written with every revision, never read back.
namespace trestle::planfile {

struct ScenarioPlan {
    std::string name; ///< empty: the base plan
    Plan plan;
};

/// The plans of the base and of every scenario that has one. The base must have one: its error is the result's. A
/// scenario without one (nobody left who can do an item, say) is left out; the rules that it breaks are shown where
/// it is edited.
Result<std::vector<ScenarioPlan>> computePlans(const ProjectDocument& document);

/// Replaces all computed rows. The simulation's go too: they belonged to the revision before.
void writePlanTables(SQLite::Database& db, std::int64_t revision, const LoadedCatalogue& catalogue,
                     const std::vector<ScenarioPlan>& plans);

} // namespace trestle::planfile
