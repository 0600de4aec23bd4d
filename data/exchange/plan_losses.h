#pragma once

#include "data/exchange/loss.h"
#include "models/plan/plan.h"

namespace trestle {

/// What a plan has of a kind that a format has no place for: goals, profile, estimates, settings, price or chances. A
/// count of 0 is no loss.
Loss lossOf(const Plan& plan, LossKind kind);

} // namespace trestle
