#pragma once

#include "models/evidence.h"

#include <string>
#include <string_view>

/// Evidence as it is told: by the command line, in reports and to other programs.
namespace trestle {

/// "prisma/schema.prisma:12", "Dockerfile" for a file as a whole; empty for the folder as a whole.
std::string placeText(const Evidence& place);
/// What it means: the sentence of the scan's rule, else an assistant's own words.
std::string_view meaningOf(const Evidence& place);

} // namespace trestle
