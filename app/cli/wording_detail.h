#pragma once

#include "models/error_detail.h"

#include <string>

namespace trestle::cli {

/// The words for what an error adds to its code: "0 to 1", "a whole number, 1 or more", "changed by another program".
std::string worded(const Detail& detail);

} // namespace trestle::cli
