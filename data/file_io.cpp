#include "data/file_io.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <random>
#include <system_error>
#include <utility>

namespace trestle {

namespace {

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    /// Network file systems may report a failed write only here.
    bool close()
    {
        const int number = std::exchange(m_number, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int m_number;
};

std::unexpected<Error> writeError(const std::string& path, int reason)
{
    if (reason == ENOSPC || reason == EDQUOT)
        return fail(ErrorCode::diskFull, path);
    return fail(ErrorCode::fileUnwritable, path, {}, std::generic_category().message(reason));
}

Result<std::string> readAll(int descriptor, const std::string& path, std::size_t limit)
{
    std::string text;
    std::array<char, 65536> buffer{};
    while (true) {
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return readError(path, errno);
        if (got == 0)
            return text;
        // Counted while reading: pipes and devices have no size to ask for.
        if (static_cast<std::size_t>(got) > limit - text.size())
            return fail(ErrorCode::fileTooLarge, path, {}, sizeDetail(limit));
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

/// 0, or the reason of the failure.
int writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// A pipe, a terminal or a device such as /dev/stdout: there is nothing to replace, the bytes go in.
Result<void> writeInto(const std::string& path, std::string_view bytes)
{
    Descriptor target(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!target.isOpen())
        return writeError(path, errno);
    if (const int reason = writeAll(target.number(), bytes))
        return writeError(path, reason);
    if (!target.close())
        return writeError(path, errno);
    return {};
}

/// Where a path leads through symbolic links, also when the last one points to a file that is not there yet.
Result<std::filesystem::path> followLinks(const std::string& path)
{
    constexpr int mostLinks = 40; // as Linux has it
    std::filesystem::path target = path;
    std::error_code error;
    for (int i = 0; i < mostLinks; ++i) {
        if (!std::filesystem::is_symlink(target, error))
            return target;
        const std::filesystem::path next = std::filesystem::read_symlink(target, error);
        if (error)
            return writeError(path, error.value());
        target = target.parent_path() / next; // an absolute `next` replaces the whole
    }
    return writeError(path, ELOOP);
}

/// A new file in a folder, under a name that is not taken.
struct Temporary {
    std::filesystem::path path;
    int descriptor = -1;
};

Result<Temporary> createTemporary(const std::filesystem::path& folder, const std::string& path, mode_t mode)
{
    constexpr int attempts = 100;
    std::random_device random;
    for (int i = 0; i < attempts; ++i) {
        Temporary temporary{folder / (".trestle-" + std::to_string(random()) + ".tmp")};
        temporary.descriptor = ::open(temporary.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (temporary.descriptor >= 0)
            return temporary;
        if (errno != EEXIST)
            return writeError(path, errno);
    }
    return writeError(path, EEXIST);
}

/// Writes, syncs and closes; 0 or the reason of the failure.
int fill(Descriptor& file, std::string_view bytes, const struct stat* replaced)
{
    if (const int reason = writeAll(file.number(), bytes))
        return reason;
    if (replaced) {
        // The group may not be ours to give; the permissions are ours, as we made the file.
        if (::fchown(file.number(), static_cast<uid_t>(-1), replaced->st_gid) != 0 && errno != EPERM)
            return errno;
        if (::fchmod(file.number(), replaced->st_mode & 07777U) != 0)
            return errno;
    }
    if (::fsync(file.number()) != 0)
        return errno;
    return file.close() ? 0 : errno;
}

/// Makes the rename last through a power cut. Some file systems cannot; the file itself is safe then all the same.
void syncFolder(const std::filesystem::path& folder)
{
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.isOpen())
        ::fsync(descriptor.number());
}

Result<void> replaceFile(const std::string& path, std::string_view bytes, const struct stat* replaced)
{
    const auto target = followLinks(path);
    if (!target)
        return std::unexpected(target.error());
    const std::filesystem::path folder = target->has_parent_path() ? target->parent_path() : ".";
    // A private file must not be readable for a moment while it is replaced; a new one gets the usual permissions.
    const auto temporary = createTemporary(folder, path, replaced ? 0600 : 0666);
    if (!temporary)
        return std::unexpected(temporary.error());
    Descriptor file(temporary->descriptor);
    int reason = fill(file, bytes, replaced);
    if (reason == 0 && ::rename(temporary->path.c_str(), target->c_str()) != 0)
        reason = errno;
    if (reason != 0) {
        ::unlink(temporary->path.c_str());
        return writeError(path, reason);
    }
    syncFolder(folder);
    return {};
}

} // namespace

std::unexpected<Error> readError(const std::string& path, int systemError)
{
    if (systemError == ENOENT || systemError == ENOTDIR)
        return fail(ErrorCode::fileNotFound, path);
    return fail(ErrorCode::fileUnreadable, path, {}, std::generic_category().message(systemError));
}

Detail sizeDetail(std::size_t bytes)
{
    constexpr std::size_t megabyte = std::size_t{1} << 20;
    const bool whole = bytes >= megabyte && bytes % megabyte == 0;
    return whole ? Detail{DetailKind::megabytes, {std::to_string(bytes / megabyte)}}
                 : Detail{DetailKind::bytes, {std::to_string(bytes)}};
}

Result<std::string> readTextFile(const std::string& path, std::size_t limit)
{
    if (path == "-")
        return readAll(STDIN_FILENO, path, limit);
    if (path.empty() || path.find('\0') != std::string::npos)
        return fail(ErrorCode::fileNotFound, path);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file.isOpen())
        return readError(path, errno);
    return readAll(file.number(), path, limit);
}

Result<void> writeFileAtomically(const std::string& path, std::string_view bytes)
{
    if (path.empty() || path.find('\0') != std::string::npos)
        return writeError(path, ENOENT);
    struct stat existing{};
    if (::stat(path.c_str(), &existing) != 0) {
        if (errno != ENOENT)
            return writeError(path, errno);
        return replaceFile(path, bytes, nullptr);
    }
    if (S_ISDIR(existing.st_mode))
        return writeError(path, EISDIR);
    if (!S_ISREG(existing.st_mode))
        return writeInto(path, bytes);
    // A rename would replace even a file that is write-protected; the protection was meant.
    if (::access(path.c_str(), W_OK) != 0)
        return writeError(path, errno);
    return replaceFile(path, bytes, &existing);
}

} // namespace trestle
