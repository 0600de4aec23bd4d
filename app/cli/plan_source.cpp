#include "app/cli/plan_source.h"

#include "data/file_io.h"
#include "data/plan_file/plan_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace trestle::cli {

namespace {

constexpr std::string_view kSqliteHeader{"SQLite format 3\0", 16};

Error systemError(const std::string& path, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return {ErrorCode::fileNotFound, path, {}, {}};
    return {ErrorCode::fileUnreadable, path, {}, std::strerror(error)};
}

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
        return std::unexpected(systemError(path, errno));
    if (S_ISDIR(status.st_mode))
        return std::unexpected(systemError(path, EISDIR));
    if (!S_ISREG(status.st_mode))
        return SourceKind::json;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return std::unexpected(systemError(path, errno));
    std::array<char, 64> bytes{};
    const ssize_t length = ::read(file, bytes.data(), bytes.size());
    const int error = errno;
    ::close(file);
    if (length < 0)
        return std::unexpected(systemError(path, error));
    const std::string_view start(bytes.data(), static_cast<std::size_t>(length));
    if (start.starts_with(kSqliteHeader))
        return SourceKind::planFile;
    return looksLikeJson(start) || path.ends_with(".json") ? SourceKind::json : SourceKind::planFile;
}

Result<ProjectDocument> loadProject(const std::string& path)
{
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json) {
        const auto text = readTextFile(path);
        if (!text)
            return std::unexpected(text.error());
        return parsePlanJson(*text, path == "-" ? "standard input" : path);
    }
    const auto file = PlanFile::open(path, OpenMode::readOnly);
    if (!file)
        return std::unexpected(file.error());
    return file->document();
}

Result<Plan> planOf(const ProjectDocument& document, const std::string& scenario)
{
    const auto inputs = inputsOf(document.project, scenario);
    if (!inputs)
        return std::unexpected(inputs.error());
    return makePlan(document.catalogue.catalogue, *inputs);
}

} // namespace trestle::cli
