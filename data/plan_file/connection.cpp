#include "data/plan_file/connection.h"

#include "data/plan_file/failure.h"
#include "data/plan_file/format.h"

#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace trestle::planfile {

namespace {

constexpr int kBusyMilliseconds = 2000;
constexpr int kStepsBetweenLooks = 2000; // of SQLite's machine, between two looks at the clock
constexpr std::int64_t kLargestHeap = std::int64_t{1} << 30;

int isOverdue(void* deadline)
{
    return std::chrono::steady_clock::now() > *static_cast<std::chrono::steady_clock::time_point*>(deadline) ? 1 : 0;
}

std::unique_ptr<SQLite::Database> openDatabase(const std::string& path, const std::string& resolved, Access access)
{
    const bool writes = access == Access::write || access == Access::build;
    try {
        return std::make_unique<SQLite::Database>(resolved, writes ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY,
                                                  kBusyMilliseconds);
    } catch (const SQLite::Exception& failure) {
        // The handle with the errno is closed; a second system call gives the reason.
        const Doing doing = writes ? Doing::writing : Doing::reading;
        errno = 0;
        if (::access(resolved.c_str(), writes ? R_OK | W_OK : R_OK) != 0)
            throw Failure{describeSystem(errno, path, doing)};
        throw Failure{describe(failure, nullptr, path, doing)};
    }
}

} // namespace

Connection::Connection(const std::string& path, const std::string& resolved, Access access)
    : m_deadline(std::make_unique<std::chrono::steady_clock::time_point>())
{
    m_db = openDatabase(path, resolved, access);
    guard();
    allow(kReadTime);
    try {
        configure(path, access);
    } catch (const SQLite::Exception& failure) {
        if (failure.getExtendedErrorCode() != SQLITE_READONLY_ROLLBACK)
            throw Failure{describe(failure, handle(), path, Doing::reading)};
        rollBackCrashedWrite(path, resolved);
        configure(path, access);
    }
}

void Connection::guard()
{
    sqlite3* db = handle();
    static constexpr std::array<std::pair<int, int>, 7> kSwitches{{{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                                                   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                                                   {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                                                   {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                                                   {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                                                   {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
                                                                   {SQLITE_DBCONFIG_DQS_DML, 0}}};
    for (const auto& [option, value] : kSwitches)
        sqlite3_db_config(db, option, value, nullptr);
    static constexpr std::array<std::pair<int, int>, 8> kLimits{{{SQLITE_LIMIT_LENGTH, kLargestText},
                                                                 {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
                                                                 {SQLITE_LIMIT_EXPR_DEPTH, 200},
                                                                 {SQLITE_LIMIT_ATTACHED, 1}, // VACUUM INTO needs one
                                                                 {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
                                                                 {SQLITE_LIMIT_VARIABLE_NUMBER, 200},
                                                                 {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
                                                                 {SQLITE_LIMIT_WORKER_THREADS, 0}}};
    for (const auto& [limit, value] : kLimits)
        sqlite3_limit(db, limit, value);
    sqlite3_hard_heap_limit64(kLargestHeap); // SQLite has one limit for the whole process
    sqlite3_progress_handler(db, kStepsBetweenLooks, isOverdue, m_deadline.get());
}

void Connection::configure(const std::string& path, Access access)
{
    m_db->exec("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;"
               "PRAGMA synchronous=FULL; PRAGMA secure_delete=OFF; PRAGMA foreign_keys=OFF");
    if (access == Access::build) {
        m_db->exec("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF");
        return;
    }
    m_db->exec("SELECT count(*) FROM sqlite_schema");
    if (access != Access::write)
        return;
    if (sqlite3_db_readonly(handle(), "main") != 0)
        raise(ErrorCode::fileUnwritable, path, {}, DetailKind::readOnlyFile);
    // Another program may have left it in WAL mode; a plan is one file.
    SQLite::Statement journal(*m_db, "PRAGMA journal_mode=DELETE");
    if (!journal.executeStep() || journal.getColumn(0).getString() != "delete")
        raise(ErrorCode::lockedPlan, path, {}, DetailKind::otherProgram);
    const std::int64_t pageSize = m_db->execAndGet("PRAGMA page_size").getInt64();
    m_db->exec("PRAGMA max_page_count=" + std::to_string(kLargestFile / pageSize));
}

void Connection::rollBackCrashedWrite(const std::string& path, const std::string& resolved)
{
    try {
        SQLite::Database writer(resolved, SQLite::OPEN_READWRITE, kBusyMilliseconds);
        if (sqlite3_db_readonly(writer.getHandle(), "main") != 0)
            raise(ErrorCode::fileUnreadable, path, {}, DetailKind::readOnlyJournal);
        sqlite3_db_config(writer.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(writer.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        writer.exec("PRAGMA schema_version"); // any read rolls it back, and this one reads no schema
    } catch (const SQLite::Exception& failure) {
        throw Failure{describe(failure, nullptr, path, Doing::reading)};
    }
}

void Connection::allow(std::chrono::seconds duration)
{
    *m_deadline = std::chrono::steady_clock::now() + duration;
}

bool Connection::hasMoved() const
{
    int moved = 0;
    return sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

std::uint32_t Connection::changeCount() const
{
    constexpr int kChangeCountAt = 24;
    std::array<unsigned char, 4> bytes{};
    sqlite3_file* file = nullptr;
    int code = sqlite3_file_control(handle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    if (code == SQLITE_OK)
        code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), kChangeCountAt);
    if (code != SQLITE_OK)
        throw SQLite::Exception(sqlite3_errstr(code), code);
    return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U | std::uint32_t{bytes[2]} << 8U | bytes[3];
}

int Connection::version() const
{
    return m_db->execAndGet("PRAGMA user_version").getInt();
}

} // namespace trestle::planfile
