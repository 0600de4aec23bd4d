#pragma once

#include "data/exchange/audience.h"
#include "models/difference.h"

#include <vector>

namespace trestle {

/// What changed between two versions without what an audience may not read (audience_rules.h): for who sees no rates,
/// people join and leave without theirs.
std::vector<Change> toldChanges(std::vector<Change> changes, Audience audience);

} // namespace trestle
