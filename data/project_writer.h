#pragma once

#include "models/scenario.h"

#include <nlohmann/json_fwd.hpp>

namespace trestle {

/// Everything of a project but the document's kind, format and catalogue. What the user has not said is left out;
/// settings are written even where they equal today's defaults, because a default may change and a plan must not.
nlohmann::json projectJson(const Project& project);

} // namespace trestle
