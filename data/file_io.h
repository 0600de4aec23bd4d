#pragma once

#include "models/error.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace trestle {

/// The whole of a file, or of standard input for "-". Larger than `limit` bytes: fileTooLarge.
Result<std::string> readTextFile(const std::string& path, std::size_t limit = std::size_t{64} << 20);
/// What an errno that stopped reading means for the file at `path`.
std::unexpected<Error> readError(const std::string& path, int systemError);
/// A size for an error: in megabytes, or in bytes where that would not be whole.
Detail sizeDetail(std::size_t bytes);
/// Writes to a temporary file beside the target, syncs, and renames: the target is the old or the new whole, never a
/// part. Follows a symbolic link to its target; keeps the permissions of a file that it replaces.
Result<void> writeFileAtomically(const std::string& path, std::string_view bytes);

} // namespace trestle
