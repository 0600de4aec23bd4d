#pragma once

#include "app/cli/console.h"
#include "data/plan_file/plan_file.h"
#include "models/risk/simulation.h"

#include <string>
#include <vector>

/// What a status date promises: simulated in one way, so that forecasts of different days can be compared.
namespace trestle::cli {

/// The simulation that forecasts and baselines are made of: the runs and the seed that `risk` takes when not told.
Result<Risk> simulatedForForecast(const Plan& plan, Console& console);

/// The forecasts of the plan's status date, of the base and of each scenario; `notes` gets a line for each that has
/// none.
std::vector<KeptForecast> forecastsOf(const ProjectDocument& document, std::vector<std::string>& notes,
                                      Console& console);

} // namespace trestle::cli
