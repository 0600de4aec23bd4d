#pragma once

#include "data/plan_file/connection.h"

#include <span>
#include <string>

namespace trestle::planfile {

/// Brings a file of one version to the next.
struct Migration {
    int from = 1; ///< to from + 1
    void (*run)(SQLite::Database& db) = nullptr;
};

/// All that there are, ascending.
std::span<const Migration> migrations();

/// Keeps a sound copy of the file as `NAME.vN.bak` (an older one of that name stays), then takes the steps from
/// `version` on in one transaction: the file is in the old version or in the new one, never between. Returns the new.
int migrate(Connection& connection, const std::string& path, const std::string& resolved, int version,
            std::span<const Migration> steps);

} // namespace trestle::planfile
