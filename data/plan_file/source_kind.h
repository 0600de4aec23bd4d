#pragma once

#include "models/error.h"

#include <cstdint>
#include <string>

namespace trestle {

enum class SourceKind : std::uint8_t { planFile, json };

/// What lies at a path, told by its first bytes rather than by its name. Standard input ("-") and everything else that
/// can be read only once is JSON. Errors: fileNotFound, fileUnreadable.
Result<SourceKind> kindOf(const std::string& path);

} // namespace trestle
