#pragma once

#include <string>

namespace trestle::planfile {

/// The absolute path without symbolic links, which SQLite, the lock and every rename use. Raises what stops it.
std::string resolvePath(const std::string& path);

/// What can be known before SQLite opens a file: that it is a regular file of bearable size, that its first 100 bytes
/// are the header of a plan of a version we can read, and that the journal beside it is one that we could have left.
/// Raises fileNotFound, fileUnreadable, fileTooLarge, notAPlan, newerPlan and damagedPlan. Changes nothing, opens no
/// pipe or device, and takes and drops no locks, even where this process has the file open.
/// `path` is what errors name, `resolved` the file. Returns the version.
int checkBeforeOpening(const std::string& path, const std::string& resolved);

} // namespace trestle::planfile
