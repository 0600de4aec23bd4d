#include "data/plan_file/file_stamp.h"

#include "data/plan_file/failure.h"

#include <sys/stat.h>

#include <cerrno>

namespace trestle::planfile {

std::optional<FileStamp> stampOf(const std::string& path)
{
    constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
    struct stat status{};
    if (stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::nullopt;
        throw Failure{describeSystem(errno, path, Doing::reading)};
    }
    return FileStamp{static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino),
                     static_cast<std::int64_t>(status.st_size),
                     status.st_mtim.tv_sec * kNanosecondsPerSecond + status.st_mtim.tv_nsec,
                     static_cast<std::uint64_t>(status.st_nlink)};
}

} // namespace trestle::planfile
