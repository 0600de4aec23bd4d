#pragma once

#include "models/baseline.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// What a status date promised: kept, so that it can be seen how the promise moved.
struct Forecast {
    Date asOf{};
    Date finishP50{};
    Date finishP80{};
    Money totalP50; ///< with what was spent so far, ex GST
    Money totalP80;
    friend bool operator==(const Forecast&, const Forecast&) = default;
};

/// By status date, the oldest first; one for each: a later one takes the place of an earlier one of the same day.
using Forecasts = std::vector<Forecast>;

Forecast forecastOf(const Plan& plan, const Risk& risk);
void keepForecast(Forecasts& forecasts, const Forecast& forecast);

/// By how many weeks the finish moves later with each week that passes, the slope of a straight line through all of
/// them (least squares); absent with fewer than two status dates. Calendar weeks.
struct Slip {
    double p50 = 0;
    double p80 = 0;
};
std::optional<Slip> slipOf(const Forecasts& forecasts);

/// What the plan promises now, to become its baseline. Needs a simulation of the plan.
Baseline baselineOf(const Plan& plan, const Risk& risk, std::string name);

} // namespace trestle
