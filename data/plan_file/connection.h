#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace trestle::planfile {

enum class Access : std::uint8_t {
    read,
    write,
    build, ///< a new file that no other process has seen yet: no journal on disk
};

/// Opens untrusted files: no trigger, view or extension of the file runs, sizes and times
/// are bounded, unusual page contents are refused.
class Connection {
public:
    /// `path` is what errors name, `resolved` the file, which checkBeforeOpening has passed. A crashed write beside it
    /// is rolled back first, whatever the access, as SQLite always does.
    Connection(const std::string& path, const std::string& resolved, Access access);

    [[nodiscard]] SQLite::Database& db() { return *m_db; }
    [[nodiscard]] sqlite3* handle() const { return m_db->getHandle(); }
    /// Starts the clock of the next operation; a statement that runs beyond its end is interrupted.
    void allow(std::chrono::seconds duration);
    /// Whether the path no longer leads to the file that is open.
    [[nodiscard]] bool hasMoved() const;
    /// The count in the file's header that every committed transaction raises, as it is on disk. Raises what stops it.
    [[nodiscard]] std::uint32_t changeCount() const;
    /// The format version, after a crashed write has been rolled back.
    [[nodiscard]] int version() const;

private:
    void guard();
    void configure(const std::string& path, Access access);
    void rollBackCrashedWrite(const std::string& path, const std::string& resolved);

    // SQLite keeps a pointer to it: it stays where it is when the connection moves.
    std::unique_ptr<std::chrono::steady_clock::time_point> m_deadline;
    std::unique_ptr<SQLite::Database> m_db;
};

inline constexpr std::chrono::seconds kReadTime{5};
inline constexpr std::chrono::seconds kWriteTime{30};
/// A check reads everything there is.
inline constexpr std::chrono::seconds kCheckTime{120};

} // namespace trestle::planfile
