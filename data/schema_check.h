#pragma once

#include "models/error.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

/// Checks documents against the JSON Schemas built into the program.
namespace trestle {

/// What a document of ours says first of itself, and the schema for the rest.
struct DocumentKind {
    std::string_view name;   ///< value of "kind"
    int newestFormat = 1;    ///< largest "format" that is understood
    std::string_view schema; ///< its place below resources/, as for embeddedJson
};

/// Kind, then format, then the schema, so that a file of another kind or a later time is named as such, and not
/// refused over some detail. `at` is what stands before the JSON pointer in errors ("plan.json#").
/// Errors: wrongKind, unsupportedVersion, schemaViolation. A missing value has an empty `what`, an unknown key is
/// itself the `what`.
Result<void> checkDocument(const nlohmann::json& document, const DocumentKind& kind, const std::string& at);

/// The schema alone; the first and deepest violation is the error.
Result<void> checkSchema(const nlohmann::json& document, std::string_view schema, const std::string& at);

} // namespace trestle
