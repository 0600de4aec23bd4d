#pragma once

#include "models/baseline.h"
#include "models/risk/promises.h"

namespace trestle {

/// What a baseline promised at a confidence of 50, 80 or 90 per cent, as finish date and total; its `finish` in weeks
/// is not told.
Headline headlineOf(const Baseline& baseline, int confidence);

} // namespace trestle
