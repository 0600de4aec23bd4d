#pragma once

#include "models/inputs.h"

namespace trestle {

/// The inputs as they were before the work began, as far as what is recorded tells: no status date, no baseline, and
/// items that have begun since stand as before.
Inputs asPlanned(const Inputs& inputs);

} // namespace trestle
