#pragma once

#include "data/plan_file/plan_file.h"

#include <string>

namespace trestle {

struct NamedVersion {
    Revision revision;
    ProjectDocument document;
};

/// The version that has been given this name. Errors: unknownVersion, with the names that there are; those of reading.
Result<NamedVersion> versionNamed(const PlanFile& file, const std::string& name);

} // namespace trestle
