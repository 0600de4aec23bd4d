#pragma once

#include <optional>
#include <string_view>

namespace trestle {

/// The text of a JSON file below `resources/` ("catalogue/schema.json"), built into the program.
std::optional<std::string_view> embeddedJson(std::string_view path);

} // namespace trestle
