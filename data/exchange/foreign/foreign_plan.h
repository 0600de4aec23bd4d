#pragma once

#include "data/exchange/foreign/foreign_project.h"
#include "data/project_json.h"

#include <string>
#include <vector>

namespace trestle {

/// A plan made of what another program wrote, with a catalogue of its own.
struct ImportedPlan {
    ProjectDocument document;
    std::vector<ImportLoss> losses;
};

/// `where` names the file in errors: those of the rules of catalogues and inputs.
Result<ImportedPlan> planOfForeign(const ForeignProject& project, const std::string& where);

} // namespace trestle
