#include "data/plan_file/new_file.h"

#include "data/plan_file/failure.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <random>
#include <string_view>
#include <system_error>

namespace trestle::planfile {

namespace {

namespace fs = std::filesystem;

constexpr std::time_t kStaleSeconds = 3600;

[[noreturn]] void raiseSystem(int systemError, const std::string& path)
{
    throw Failure{describeSystem(systemError, path, Doing::writing)};
}

bool exists(const std::string& path)
{
    struct stat status{};
    return lstat(path.c_str(), &status) == 0;
}

std::string temporaryPrefix(const fs::path& target)
{
    return '.' + target.filename().string() + ".new-";
}

// `.TARGET.new-` or `.TARGET.v1.bak.new-`, sixteen hexadecimal digits, perhaps `-journal`.
bool isTemporaryOf(std::string_view target, std::string_view name)
{
    constexpr std::string_view mark = ".new-";
    constexpr std::size_t digits = 16;
    if (!name.starts_with('.') || !name.substr(1).starts_with(target))
        return false;
    std::string_view rest = name.substr(1 + target.size());
    const std::size_t at = rest.find(mark);
    if (at == std::string_view::npos || (at > 0 && !(rest.starts_with(".v") && rest.substr(0, at).ends_with(".bak"))))
        return false;
    rest.remove_prefix(at + mark.size());
    return rest.size() >= digits &&
           rest.substr(0, digits).find_first_not_of("0123456789abcdef") == std::string_view::npos &&
           (rest.size() == digits || rest.substr(digits) == "-journal");
}

void syncFile(const std::string& path, int flags, const std::string& reported)
{
    const int file = open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0)
        raiseSystem(errno, reported);
    const int failed = fsync(file) != 0 ? errno : 0;
    close(file);
    // Some file systems cannot sync a folder, and say so.
    if (failed != 0 && !(failed == EINVAL && (flags & O_DIRECTORY) != 0))
        raiseSystem(failed, reported);
}

std::string createTemporary(const std::string& target, const std::string& resolved)
{
    std::random_device random;
    for (int attempt = 0; attempt < 100; ++attempt) {
        std::array<char, 17> name{};
        std::snprintf(name.data(), name.size(), "%08x%08x", random(), random());
        const fs::path path = fs::path(resolved).parent_path() / (temporaryPrefix(resolved) + name.data());
        const int file = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0) {
            close(file);
            return path.string();
        }
        if (errno != EEXIST)
            raiseSystem(errno, target);
    }
    raiseSystem(EEXIST, target);
}

} // namespace

// Best effort: a folder that cannot be listed keeps its leftovers.
void sweepTemporaries(const std::string& resolved)
{
    const fs::path target(resolved);
    const std::string name = target.filename().string();
    struct stat own{};
    const bool exists = lstat(resolved.c_str(), &own) == 0;
    std::error_code code;
    for (fs::directory_iterator it(target.parent_path(), code), end; !code && it != end; it.increment(code)) {
        struct stat status{};
        const std::string path = it->path().string();
        if (!isTemporaryOf(name, it->path().filename().string()) || lstat(path.c_str(), &status) != 0 ||
            !S_ISREG(status.st_mode))
            continue;
        const bool isOwnName = exists && status.st_dev == own.st_dev && status.st_ino == own.st_ino;
        if (isOwnName || std::time(nullptr) - status.st_mtime > kStaleSeconds)
            unlink(path.c_str());
    }
}

std::string resolveTarget(const std::string& path)
{
    const fs::path given(path);
    if (path.find('\0') != std::string::npos || !given.has_filename())
        raise(ErrorCode::fileUnwritable, path, {}, DetailKind::noFileName);
    std::error_code code;
    const fs::path folder = fs::canonical(given.has_parent_path() ? given.parent_path() : fs::path("."), code);
    if (code)
        raiseSystem(code.value(), path);
    return (folder / given.filename()).string();
}

NewFile::NewFile(const std::string& target) : m_target(target), m_resolved(resolveTarget(target))
{
    // SQLite would roll a leftover journal back into the new file.
    for (const char* ending : {"", "-journal", "-wal"})
        if (exists(m_resolved + ending))
            raise(ErrorCode::fileExists, target + ending);
    sweepTemporaries(m_resolved);
    m_temporary = createTemporary(m_target, m_resolved);
}

NewFile::~NewFile()
{
    if (!m_temporary.empty())
        for (const char* ending : {"", "-journal", "-wal", "-shm"})
            unlink((m_temporary + ending).c_str());
}

void NewFile::publish()
{
    syncFile(m_temporary, O_RDWR, m_target);
    if (!renameWithoutReplacing(m_temporary, m_resolved))
        raise(ErrorCode::fileExists, m_target);
    m_temporary.clear();
    syncFolderOf(m_resolved);
}

void syncFolderOf(const std::string& path)
{
    syncFile(fs::path(path).parent_path().string(), O_RDONLY | O_DIRECTORY, path);
}

bool renameWithoutReplacing(const std::string& from, const std::string& to)
{
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno == EEXIST)
        return false;
    if (errno != EINVAL && errno != ENOSYS)
        raiseSystem(errno, to);
    // The file system cannot do it in one step. A second name can only be given where there is none yet.
    if (link(from.c_str(), to.c_str()) == 0) {
        unlink(from.c_str());
        return true;
    }
    if (errno == EEXIST || exists(to))
        return false;
    if (rename(from.c_str(), to.c_str()) != 0)
        raiseSystem(errno, to);
    return true;
}

} // namespace trestle::planfile
