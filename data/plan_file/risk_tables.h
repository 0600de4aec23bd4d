#pragma once

#include "data/plan_file/plan_file.h"

#include <SQLiteCpp/SQLiteCpp.h>

/// What the simulation found, as tables for other programs, each row for one revision and one scenario.
namespace trestle::planfile {

/// Whether the tables show this revision of the scenario and lack the simulation's rows.
bool needsRisk(SQLite::Database& db, std::int64_t revision, const SimulatedScenario& simulated);

/// Replaces the simulation's rows of the scenario.
void writeRiskTables(SQLite::Database& db, std::int64_t revision, const SimulatedScenario& simulated);

} // namespace trestle::planfile
