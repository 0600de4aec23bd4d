#pragma once

#include "data/scanner/scan.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

/// The files of a folder that a scan reads: without what is vendored, generated, built or ignored by its repository.
namespace trestle::scanner {

struct FoundFile {
    std::string path; ///< below the folder, with '/', as the bytes of the system
    std::uint64_t size = 0;
};

struct FoundFiles {
    /// Sorted by path, so that a scan says the same whatever the order of the disk. Those that are too large to be read
    /// are here as well as in `unread`: their names count.
    std::vector<FoundFile> files;
    std::vector<Unread> unread; ///< at most kMostUnread
    std::size_t unreadCount = 0;
    std::size_t skipped = 0; ///< as Scan::filesSkipped
    bool ignoreRulesRead = true;
};

/// Files over this size are not read.
inline constexpr std::uint64_t kLargestFile = 1U << 20U;
/// Files beyond this number are listed as unread.
inline constexpr std::size_t kMostFiles = 500'000;
/// So are files once all paths together would take more memory than this.
inline constexpr std::size_t kMostPathBytes = std::size_t{48} << 20U;
/// Folders below this many others are listed as unread.
inline constexpr int kDeepestFolder = 100;

/// `found` is called now and then with the number of files so far. Errors as scanFolder().
Result<FoundFiles> walkFolder(const std::string& folder, const std::stop_token& stop,
                              const std::function<void(std::size_t)>& found = {});

/// A path as Evidence::path says it: valid UTF-8, other bytes and control characters as \xNN.
std::string shownPath(std::string_view path);

} // namespace trestle::scanner
