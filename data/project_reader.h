#pragma once

#include "models/scenario.h"

#include <nlohmann/json_fwd.hpp>

namespace trestle {

/// A project from JSON that has passed the plan schema, checked against the rules. `at` stands before the JSON
/// pointers in errors ("plan.json#").
Result<Project> readProject(const nlohmann::json& document, const Catalogue& catalogue, const std::string& at);

} // namespace trestle
