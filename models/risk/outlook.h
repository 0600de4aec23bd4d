#pragma once

#include "models/risk/simulation.h"

/// A simulation read at what a plan promises and shown at a glance. Each function takes the plan that was simulated.
namespace trestle {

/// The percentile of a confidence as inputs carry it: 50, 80 or 90.
double atConfidence(const Percentiles& percentiles, int confidence);

} // namespace trestle
