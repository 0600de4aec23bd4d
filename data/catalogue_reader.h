#pragma once

#include "data/catalogue_json.h"

#include <nlohmann/json_fwd.hpp>

namespace trestle {

enum class SchemaChecking : std::uint8_t { on, off };

/// A catalogue from parsed JSON, for documents that contain one. `at` stands before the JSON pointers in errors
/// ("plan.json#/catalogue"). Without the schema a document of another shape is still refused, with a poorer reason.
Result<LoadedCatalogue> readCatalogue(const nlohmann::json& document, const std::string& at,
                                      SchemaChecking checking = SchemaChecking::on);

/// Whole cents of an amount in dollars; absent where there are parts of a cent.
std::optional<Money> exactMoney(double dollars);

} // namespace trestle
