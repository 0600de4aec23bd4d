#pragma once

#include "models/date.h"
#include "models/error.h"
#include "models/units.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace trestle {

class PlanFile;

/// What a version that has a name planned, in its likely course.
struct NamedVersionFigures {
    std::string name;
    std::chrono::sys_seconds at{}; ///< UTC
    Date finish;
    Money total;          ///< ex GST, rounded as it is shown
    std::size_t left = 0; ///< items with work
};

/// Those of a file's base, oldest first. Errors: those of reading a version.
Result<std::vector<NamedVersionFigures>> namedVersionFigures(const PlanFile& file);

} // namespace trestle
