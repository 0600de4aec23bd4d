#include "tests/proof/support/faults.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstring>
#include <optional>

namespace trestle::test {

namespace {

// Kinds of call, as far as faults tell them apart.
enum class Call : std::uint8_t { other, takesRoom, write, sync };

struct Disk {
    std::optional<FaultPlan> plan;
    int calls = 0;
    bool fired = false;
    bool inCallback = false;
    sqlite3_vfs* real = nullptr;
};
Disk g_disk;

bool concerns(Fault fault, Call call)
{
    switch (fault) {
    case Fault::ioError:
    case Fault::death:
    case Fault::call: return true;
    case Fault::diskFull: return call == Call::takesRoom || call == Call::write;
    case Fault::shortWrite:
    case Fault::tornDeath: return call == Call::write;
    case Fault::syncFails: return call == Call::sync;
    }
    return false;
}

/// Counts a call; true if it is to fail.
bool isHit(Call call)
{
    if (!g_disk.plan || g_disk.inCallback || !concerns(g_disk.plan->fault, call))
        return false;
    const FaultPlan& plan = *g_disk.plan;
    const int number = ++g_disk.calls;
    if (plan.lasting ? number < plan.at : number != plan.at)
        return false;
    g_disk.fired = true;
    if (plan.fault == Fault::death)
        kill(getpid(), SIGKILL);
    if (plan.fault == Fault::call) {
        g_disk.inCallback = true;
        plan.onFault();
        g_disk.inCallback = false;
        return false;
    }
    errno = plan.fault == Fault::diskFull || plan.fault == Fault::shortWrite ? ENOSPC : EIO;
    return true;
}

struct File {
    sqlite3_file base; // first: SQLite sees this
    sqlite3_file* real = nullptr;
};

sqlite3_file* realOf(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->real;
}

int closeFile(sqlite3_file* file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at)
{
    if (isHit(Call::other))
        return SQLITE_IOERR_READ;
    return realOf(file)->pMethods->xRead(realOf(file), bytes, count, at);
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    if (!isHit(Call::write))
        return realOf(file)->pMethods->xWrite(realOf(file), bytes, count, at);
    const Fault fault = g_disk.plan->fault;
    if (fault == Fault::shortWrite || fault == Fault::tornDeath) {
        const int reason = errno;
        realOf(file)->pMethods->xWrite(realOf(file), bytes, count / 2, at);
        errno = reason;
    }
    if (fault == Fault::tornDeath)
        kill(getpid(), SIGKILL);
    return fault == Fault::ioError ? SQLITE_IOERR_WRITE : SQLITE_FULL;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (isHit(Call::other))
        return SQLITE_IOERR_TRUNCATE;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file* file, int flags)
{
    if (isHit(Call::sync))
        return SQLITE_IOERR_FSYNC;
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    if (isHit(Call::other))
        return SQLITE_IOERR_FSTAT;
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file* file, int level)
{
    if (isHit(Call::other))
        return SQLITE_IOERR_LOCK;
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file* file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkReserved(sqlite3_file* file, int* isReserved)
{
    if (isHit(Call::other))
        return SQLITE_IOERR_CHECKRESERVEDLOCK;
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), isReserved);
}

int controlFile(sqlite3_file* file, int what, void* argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), what, argument);
}

int sectorSize(sqlite3_file* file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int characteristics(sqlite3_file* file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

const sqlite3_io_methods kMethods{1,           closeFile,  readFile,        writeFile,  truncateFile,
                                  syncFile,    sizeOfFile, lockFile,        unlockFile, checkReserved,
                                  controlFile, sectorSize, characteristics, nullptr,    nullptr,
                                  nullptr,     nullptr,    nullptr,         nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    file->pMethods = nullptr;
    if (isHit((flags & SQLITE_OPEN_CREATE) != 0 ? Call::takesRoom : Call::other))
        return SQLITE_CANTOPEN;
    auto* ours = reinterpret_cast<File*>(file);
    ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
    const int code = g_disk.real->xOpen(g_disk.real, name, ours->real, flags, outFlags);
    file->pMethods = ours->real->pMethods == nullptr ? nullptr : &kMethods;
    return code;
}

int deleteFile(sqlite3_vfs*, const char* name, int syncFolder)
{
    if (isHit(Call::other))
        return SQLITE_IOERR_DELETE;
    // The folder's sync comes after the deed: when it fails, the deed is done.
    const bool syncHit = syncFolder != 0 && isHit(Call::sync);
    const int code = g_disk.real->xDelete(g_disk.real, name, syncHit ? 0 : syncFolder);
    return code == SQLITE_OK && syncHit ? SQLITE_IOERR_DIR_FSYNC : code;
}

int accessFile(sqlite3_vfs*, const char* name, int what, int* answer)
{
    if (isHit(Call::other))
        return SQLITE_IOERR_ACCESS;
    return g_disk.real->xAccess(g_disk.real, name, what, answer);
}

} // namespace

void FaultyDisk::install()
{
    static sqlite3_vfs vfs;
    g_disk.real = sqlite3_vfs_find(nullptr);
    vfs = *g_disk.real;
    vfs.zName = "faulty";
    vfs.pNext = nullptr;
    vfs.szOsFile += static_cast<int>(sizeof(File));
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = accessFile;
    // The others only need to be the system's own methods: none of them looks at the vfs it is called with but for its
    // pAppData, which is copied.
    sqlite3_vfs_register(&vfs, 1);
}

FaultyDisk::FaultyDisk(FaultPlan plan)
{
    g_disk.plan = std::move(plan);
    g_disk.calls = 0;
    g_disk.fired = false;
}

FaultyDisk::~FaultyDisk()
{
    g_disk.plan.reset();
}

bool FaultyDisk::hasFired()
{
    return g_disk.fired;
}

int FaultyDisk::calls()
{
    return g_disk.calls;
}

} // namespace trestle::test

// What the linker puts in place of the system's (--wrap): __real_NAME is the system's.
extern "C" {

int __real_open(const char* path, int flags, ...);
int __real_fsync(int file);
int __real_renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags);
int __real_unlink(const char* path);

int __wrap_open(const char* path, int flags, ...)
{
    using namespace trestle::test;
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, mode_t);
        va_end(arguments);
    }
    if (isHit((flags & O_CREAT) != 0 ? Call::takesRoom : Call::other))
        return -1;
    return __real_open(path, flags, mode);
}

int __wrap_fsync(int file)
{
    return trestle::test::isHit(trestle::test::Call::sync) ? -1 : __real_fsync(file);
}

int __wrap_renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags)
{
    return trestle::test::isHit(trestle::test::Call::takesRoom)
               ? -1
               : __real_renameat2(fromFolder, from, toFolder, to, flags);
}

int __wrap_unlink(const char* path)
{
    return trestle::test::isHit(trestle::test::Call::other) ? -1 : __real_unlink(path);
}

} // extern "C"
