#include "data/scanner/safe_open.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace trestle::scanner {

namespace {

constexpr int kReading = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;

/// -1 with ENOSYS where the system, or what confines the program, does not have it.
int openResolved(int folder, const char* path, int flags, std::uint64_t resolve)
{
    static std::atomic<bool> isMissing{false};
    if (isMissing) {
        errno = ENOSYS;
        return -1;
    }
    open_how how{};
    how.flags = static_cast<unsigned>(flags);
    how.resolve = resolve;
    const auto number = static_cast<int>(::syscall(SYS_openat2, folder, path, &how, sizeof how));
    if (number < 0 && errno == ENOSYS)
        isMissing = true;
    return number;
}

/// Only the owner of a file may leave its time of access.
template <class Open>
int withoutTrace(Open open, int flags)
{
    const int number = open(flags | O_NOATIME);
    return number < 0 && errno == EPERM ? open(flags) : number;
}

/// Part by part, where there is no other way or the path is longer than the system takes in one.
OpenFile openParts(int folder, const std::string& path)
{
    OpenFile at;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = path.find('/', begin);
        const bool isLast = end == std::string::npos;
        const std::string part = path.substr(begin, isLast ? end : end - begin);
        OpenFile next = openEntry(at.isOpen() ? at.number() : folder, part.c_str(), !isLast);
        if (isLast || !next.isOpen())
            return next;
        at = std::move(next);
        begin = end + 1;
    }
}

/// By its text alone: relative, and never above the root.
bool staysBelow(const std::string& path, std::string_view target)
{
    if (target.empty() || target.front() == '/')
        return false;
    long depth = 0;
    for (const char c : path)
        depth += c == '/' ? 1 : 0;
    while (!target.empty()) {
        const std::string_view part = target.substr(0, target.find('/'));
        depth += part == ".." ? -1 : part.empty() || part == "." ? 0 : 1;
        if (depth < 0)
            return false;
        target.remove_prefix(part.size() == target.size() ? part.size() : part.size() + 1);
    }
    return true;
}

} // namespace

OpenFile::~OpenFile()
{
    if (m_number >= 0)
        ::close(m_number);
}

OpenFile openEntry(int folder, const char* name, bool isFolder)
{
    const auto open = [&](int flags) { return ::openat(folder, name, flags); };
    return OpenFile(withoutTrace(open, isFolder ? kReading | O_DIRECTORY : kReading));
}

OpenFile openBelow(int folder, const std::string& path)
{
    const auto open = [&](int flags) {
        return openResolved(folder, path.c_str(), flags, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS);
    };
    OpenFile file(withoutTrace(open, kReading));
    if (!file.isOpen() && (errno == ENOSYS || errno == EPERM || errno == ENAMETOOLONG || errno == EAGAIN))
        return openParts(folder, path);
    return file;
}

bool leadsBelow(int root, const std::string& path)
{
    const OpenFile target(openResolved(root, path.c_str(), O_PATH | O_CLOEXEC,
                                       RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV));
    if (target.isOpen())
        return true;
    if (errno != ENOSYS && errno != EPERM)
        return false;
    std::string text(4096, '\0');
    const ssize_t length = ::readlinkat(root, path.c_str(), text.data(), text.size());
    return length > 0 && staysBelow(path, std::string_view(text).substr(0, static_cast<std::size_t>(length)));
}

std::optional<UnreadReason> unreadReason(int error)
{
    switch (error) {
    case ENOENT: return {};
    case EACCES:
    case EPERM: return UnreadReason::noAccess;
    case ELOOP:
    case ENOTDIR: return UnreadReason::linkOutside;
    case ENXIO:
    case ENODEV: return UnreadReason::notAFile;
    default: return UnreadReason::damaged;
    }
}

ReadOutcome readWhole(const OpenFile& file, std::uint64_t limit, std::string& text)
{
    text.clear();
    struct stat status{};
    if (::fstat(file.number(), &status) != 0)
        return ReadOutcome::failed;
    if (!S_ISREG(status.st_mode))
        return ReadOutcome::notAFile;
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit)
        return ReadOutcome::tooLarge;
    text.resize(size);
    std::size_t got = 0;
    while (got < size) {
        const ssize_t more = ::pread(file.number(), text.data() + got, size - got, static_cast<off_t>(got));
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0) {
            text.clear();
            return ReadOutcome::failed;
        }
        if (more == 0)
            break;
        got += static_cast<std::size_t>(more);
    }
    text.resize(got);
    return ReadOutcome::read;
}

} // namespace trestle::scanner
