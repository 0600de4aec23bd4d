#pragma once

#include "models/progress/times_table.h"

#include <string>

namespace trestle::cli {

/// Why a row is left out, or what is odd about it: "2027-02-30 is no date", "it is after the status date".
std::string worded(const TimesNote& note);

} // namespace trestle::cli
