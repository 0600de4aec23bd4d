#include "data/plan_file/source_kind.h"

#include "data/file_io.h"
#include "data/plan_file/format.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace trestle {

namespace {

bool looksLikeJson(std::string_view start)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (start.starts_with(byteOrderMark))
        start.remove_prefix(byteOrderMark.size());
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (start[first] == '{' || start[first] == '[');
}

} // namespace

Result<SourceKind> kindOf(const std::string& path)
{
    if (path == "-")
        return SourceKind::json;
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0)
        return readError(path, errno);
    if (S_ISDIR(status.st_mode))
        return readError(path, EISDIR);
    if (!S_ISREG(status.st_mode))
        return SourceKind::json;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return readError(path, errno);
    std::array<char, 64> bytes{};
    const ssize_t length = ::read(file, bytes.data(), bytes.size());
    const int error = errno;
    ::close(file);
    if (length < 0)
        return readError(path, error);
    const std::string_view start(bytes.data(), static_cast<std::size_t>(length));
    if (start.starts_with(planfile::kSqliteMagic))
        return SourceKind::planFile;
    return looksLikeJson(start) || path.ends_with(".json") ? SourceKind::json : SourceKind::planFile;
}

} // namespace trestle
