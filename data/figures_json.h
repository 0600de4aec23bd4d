#pragma once

#include "models/plan/plan.h"

#include <string>

namespace trestle {

/// The computed plan as `trestle plan --json` prints it ("kind":"figures"): for other programs, not to be read back.
std::string writeFiguresJson(const Plan& plan, const std::string& scenario);

} // namespace trestle
