#include "data/plan_file/failure.h"

#include "data/file_io.h"
#include "data/plan_file/format.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace trestle::planfile {

void raise(ErrorCode code, std::string what, std::string where, Detail fix)
{
    throw Failure{Error{code, std::move(what), std::move(where), std::move(fix)}};
}

Error describeSystem(int systemError, const std::string& path, Doing doing)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT: return {ErrorCode::diskFull, path, {}, {}};
    case ENOENT:
        if (doing == Doing::reading)
            return {ErrorCode::fileNotFound, path, {}, {}};
        break;
    case EEXIST: return {ErrorCode::fileExists, path, {}, {}};
    default: break;
    }
    const ErrorCode code = doing == Doing::reading ? ErrorCode::fileUnreadable : ErrorCode::fileUnwritable;
    return {code, path, {}, std::strerror(systemError)};
}

Error describe(const SQLite::Exception& failure, sqlite3* db, const std::string& path, Doing doing)
{
    const int kind = failure.getErrorCode() & 0xff;
    const int systemError = db != nullptr ? sqlite3_system_errno(db) : 0;
    switch (kind) {
    case SQLITE_FULL: return {ErrorCode::diskFull, path, {}, {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_MISMATCH: return {ErrorCode::damagedPlan, path, {}, failure.what()};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return {ErrorCode::lockedPlan, path, {}, DetailKind::otherProgram};
    case SQLITE_INTERRUPT: // our own deadline
        return {doing == Doing::reading ? ErrorCode::fileUnreadable : ErrorCode::fileUnwritable,
                path,
                {},
                DetailKind::tookTooLong};
    case SQLITE_TOOBIG: return {ErrorCode::fileTooLarge, path, {}, sizeDetail(kLargestFile)};
    case SQLITE_NOMEM: return {ErrorCode::outOfMemory, path, {}, {}};
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        if (systemError != 0)
            return describeSystem(systemError, path, doing);
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOLFS: break;
    case SQLITE_MISUSE:
    case SQLITE_RANGE: return {ErrorCode::internal, failure.what(), path, {}};
    default:
        // Statements are ours and fixed: an error in one on tables checked before means that the file lies.
        return {ErrorCode::damagedPlan, path, {}, failure.what()};
    }
    const ErrorCode code = doing == Doing::reading ? ErrorCode::fileUnreadable : ErrorCode::fileUnwritable;
    return {code, path, {}, failure.what()};
}

} // namespace trestle::planfile
