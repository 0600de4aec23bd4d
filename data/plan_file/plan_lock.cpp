#include "data/plan_file/plan_lock.h"

#include "data/plan_file/failure.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

namespace trestle::planfile {

namespace {

constexpr int kAttempts = 20;

std::string hostName()
{
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string describeSelf()
{
    std::error_code code;
    const std::string program = std::filesystem::read_symlink("/proc/self/exe", code).filename().string();
    return (code || program.empty() ? "trestle" : program) + " (process " + std::to_string(getpid()) + " on " +
           hostName() + ')';
}

// One short line; whatever else the file holds is not shown to anyone.
Detail readHolder(int file)
{
    std::array<char, 200> text{};
    const ssize_t count = pread(file, text.data(), text.size(), 0);
    std::string holder(text.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    holder.resize(std::min(holder.size(), holder.find('\n')));
    const bool plain = std::ranges::all_of(holder, [](unsigned char c) { return c >= 0x20 && c != 0x7f; });
    return plain && !holder.empty() ? Detail(std::move(holder)) : DetailKind::otherProgram;
}

bool takeLock(int file)
{
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return fcntl(file, F_OFD_SETLK, &lock) == 0;
}

bool isStillAt(int file, const std::string& path)
{
    struct stat ours{};
    struct stat there{};
    return fstat(file, &ours) == 0 && lstat(path.c_str(), &there) == 0 && ours.st_dev == there.st_dev &&
           ours.st_ino == there.st_ino;
}

// A full disk leaves the lock without a name, which still locks.
void writeHolder(int file)
{
    const std::string text = describeSelf() + '\n';
    if (ftruncate(file, 0) == 0)
        static_cast<void>(!pwrite(file, text.data(), text.size(), 0));
}

} // namespace

std::string lockPathOf(const std::string& resolved)
{
    const std::filesystem::path path(resolved);
    return (path.parent_path() / ('.' + path.filename().string() + ".lock")).string();
}

PlanLock::PlanLock(const std::string& path, const std::string& resolved) : m_lockPath(lockPathOf(resolved))
{
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        // O_NONBLOCK and O_NOFOLLOW: the name may be taken by a pipe, or by a link to a file that is not ours.
        m_file = open(m_lockPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
        if (m_file < 0)
            throw Failure{describeSystem(errno, path, Doing::writing)};
        if (!takeLock(m_file)) {
            const int reason = errno;
            const Detail holder = readHolder(m_file);
            close(std::exchange(m_file, -1));
            if (reason == EAGAIN || reason == EACCES)
                raise(ErrorCode::lockedPlan, path, {}, holder);
            throw Failure{describeSystem(reason, path, Doing::writing)};
        }
        // The holder before may have removed the file between our open and our lock: then it locks nothing.
        if (isStillAt(m_file, m_lockPath)) {
            writeHolder(m_file);
            return;
        }
        close(std::exchange(m_file, -1));
    }
    raise(ErrorCode::lockedPlan, path, {}, DetailKind::otherProgram);
}

PlanLock::~PlanLock()
{
    release();
}

PlanLock::PlanLock(PlanLock&& other) noexcept
    : m_lockPath(std::move(other.m_lockPath)), m_file(std::exchange(other.m_file, -1))
{
}

PlanLock& PlanLock::operator=(PlanLock&& other) noexcept
{
    if (this != &other) {
        release();
        m_lockPath = std::move(other.m_lockPath);
        m_file = std::exchange(other.m_file, -1);
    }
    return *this;
}

bool PlanLock::isHeld() const
{
    return m_file >= 0 && isStillAt(m_file, m_lockPath);
}

// Removed while still locked, so that only our own lock is removed.
void PlanLock::release() noexcept
{
    if (m_file < 0)
        return;
    if (isStillAt(m_file, m_lockPath))
        unlink(m_lockPath.c_str());
    close(std::exchange(m_file, -1));
}

} // namespace trestle::planfile
