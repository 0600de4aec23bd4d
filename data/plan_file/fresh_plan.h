#pragma once

#include "data/plan_file/connection.h"
#include "data/plan_file/format.h"
#include "data/plan_file/revisions.h"

#include <functional>
#include <string>

namespace trestle::planfile {

/// Makes a plan file at a path where there is none: `fill` writes its rows in one transaction, into a database that
/// has the core schema of the version, and adds the computed one; then the file is synced and appears whole. Errors of
/// SQLite while filling are the target's.
void makePlanFile(const std::string& target, const std::function<void(SQLite::Database&)>& fill,
                  int version = kFormatVersion);

/// A copy of the database of an open connection, of the same version, checked before it appears. Raises fileExists,
/// fileUnwritable, diskFull about the target, damagedPlan about `path`.
void copyPlanFile(Connection& connection, const std::string& path, const std::string& resolved,
                  const std::string& target);

} // namespace trestle::planfile
