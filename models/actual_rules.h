#pragma once

#include "models/inputs.h"

namespace trestle {

/// The rules of what is recorded: no date after the status date, no finish before its start, nothing recorded of an item
/// that is neither under way nor finished nor dropped, efforts within range. The error names both sides.
Result<void> checkActuals(const Inputs& inputs);

} // namespace trestle
