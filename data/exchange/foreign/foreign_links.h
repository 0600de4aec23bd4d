#pragma once

#include "data/exchange/foreign/task_outline.h"

#include <string>
#include <vector>

namespace trestle {

/// The links of a project between its phases and items, which are called as `ids` says. A lag is not negative in a
/// plan: one that overlaps becomes one from the start of what comes before.
std::vector<Link> foreignLinks(const ForeignProject& project, const TaskOutline& outline,
                               const std::vector<std::string>& ids, ImportLosses& losses);

} // namespace trestle
