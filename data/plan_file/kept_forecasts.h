#pragma once

#include "data/plan_file/plan_file.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <span>
#include <string>
#include <vector>

/// The rows of `forecast`, one for each scenario and status date. Each has a hash of its own: one that is wrong is not
/// read. A file of version 1 has none.
namespace trestle::planfile {

/// By scenario, then by status date.
std::vector<KeptForecast> readForecasts(SQLite::Database& db);
/// Later ones take the place of earlier ones of the same scenario and day.
void writeForecasts(SQLite::Database& db, std::span<const KeptForecast> forecasts);
/// "SCENARIO/DAY" of the first row whose hash is wrong, or empty.
std::string damagedForecast(SQLite::Database& db);
/// Forecasts of a scenario that has another name now go with it.
void renameForecasts(SQLite::Database& db, const Project& before, const Project& after);

} // namespace trestle::planfile
