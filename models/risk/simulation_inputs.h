#pragma once

#include "models/inputs.h"

namespace trestle {

/// The inputs with everything taken out that no run of the simulation looks at: names and notes, the confidence, target
/// and budget that its result is only read at. Two plans whose simulation inputs are equal (and catalogue, and options)
/// have the same Risk.
Inputs simulationInputs(Inputs inputs);

} // namespace trestle
