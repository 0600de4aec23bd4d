#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

struct sqlite3_file;

namespace trestle::planfile {

/// A file read through SQLite's own system layer. A plain close() of a file that this process also has open in SQLite
/// would drop SQLite's locks on it; SQLite's layer keeps a list of its files and delays the close.
class VfsFile {
public:
    enum class Kind : std::uint8_t { database, journal };

    VfsFile(const std::string& path, Kind kind);
    ~VfsFile();
    VfsFile(const VfsFile&) = delete;
    VfsFile& operator=(const VfsFile&) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int systemError() const { return m_systemError; } ///< errno of a failed open
    /// The bytes from `offset`, which must be in the file; none where they cannot be read.
    [[nodiscard]] std::string read(std::int64_t offset, std::size_t count) const;

private:
    const char* m_name = nullptr; // in the padded form that SQLite's layer wants
    std::unique_ptr<std::byte[]> m_memory;
    sqlite3_file* m_file = nullptr;
    bool m_open = false;
    int m_systemError = 0;
};

} // namespace trestle::planfile
