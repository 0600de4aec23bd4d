#pragma once

#include "models/error.h"
#include "models/risk/calibration.h"

#include <vector>

namespace trestle {

/// The public records that the outside view rests on, built into the program (`resources/reference/outside-view.json`).
Result<std::vector<ReferenceSet>> referenceSets();

} // namespace trestle
