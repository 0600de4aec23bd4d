#pragma once

#include "data/project_json.h"

namespace trestle::fuzz {

/// Makes the plans of the base and of the first scenarios. What has a plan has figures: finite, not negative, in the
/// calendar.
void makePlans(const ProjectDocument& document);

} // namespace trestle::fuzz
