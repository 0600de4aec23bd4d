#pragma once

#include "data/plan_file/plan_file.h"

namespace trestle {

/// Makes a new plan file in place of a file that exists, which is there whole until the new one, whole and synced,
/// takes its name. Goes through a link to the file that it names, and keeps that file's permissions. Errors: those of
/// PlanFile::create with `path` as the file; lockedPlan where the old file is a plan that somebody has open;
/// fileUnwritable for a folder, for a file that is write-protected, and where a journal of another program lies beside
/// it.
Result<void> replacePlanFile(const std::string& path, const ProjectDocument& document, const std::string& label,
                             const Clock& clock);

} // namespace trestle
