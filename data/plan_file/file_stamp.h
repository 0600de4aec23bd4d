#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace trestle::planfile {

/// Identifies a file and its content: it differs for another file, and after a write. Two writes within one tick of the
/// file system's clock (some milliseconds) that leave the size alone look the same.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;     ///< bytes
    std::int64_t modified = 0; ///< nanoseconds since 1970
    std::uint64_t names = 1;   ///< hard links; no part of the comparison

    [[nodiscard]] bool isSameFile(const FileStamp& other) const
    {
        return device == other.device && inode == other.inode;
    }
    friend bool operator==(const FileStamp& a, const FileStamp& b)
    {
        return a.isSameFile(b) && a.size == b.size && a.modified == b.modified;
    }
};

/// Of what is at a path; absent where nothing is. Raises fileUnreadable where that cannot be told. Opens nothing.
std::optional<FileStamp> stampOf(const std::string& path);

} // namespace trestle::planfile
