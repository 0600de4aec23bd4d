#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"

#include <string>

/// The drawings of the page, as inline SVG: shapes from data, colours from the page's style sheet.
namespace trestle::html {

/// Twenty projects like this one, by when they finish; those that keep the promise are filled.
std::string oddsChart(const Risk& risk, int confidence);
/// The share of simulated plans that are done by a day.
std::string finishCurve(const Plan& plan, const Risk& risk);

} // namespace trestle::html
