#include "data/plan_file/replace_plan.h"

#include "data/plan_file/failure.h"
#include "data/plan_file/new_file.h"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace trestle {

using namespace planfile;

namespace {

namespace fs = std::filesystem;

[[noreturn]] void raiseUnwritable(int systemError, const std::string& path)
{
    throw Failure{describeSystem(systemError, path, Doing::writing)};
}

// SQLite would play a journal left by a crash into whatever file has the plan's name. Opening the old plan once lets it
// use the journal up, and finds out whether somebody else has the plan open.
void settle(const std::string& target)
{
    if (auto old = PlanFile::open(target); !old && old.error().code == ErrorCode::lockedPlan)
        throw Failure{old.error()};
    std::error_code unknown;
    for (const char* ending : {"-journal", "-wal"})
        if (const std::string companion = target + ending; fs::exists(companion, unknown))
            raise(ErrorCode::fileUnwritable, target, {}, {DetailKind::inTheWay, {companion}});
}

// A folder beside the target, for a file that is to be moved onto it.
class FolderBeside {
public:
    FolderBeside(const fs::path& target, const std::string& reported)
        : m_path((target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string())
    {
        if (!mkdtemp(m_path.data()))
            raiseUnwritable(errno, reported);
    }
    ~FolderBeside()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    FolderBeside(const FolderBeside&) = delete;
    FolderBeside& operator=(const FolderBeside&) = delete;

    [[nodiscard]] fs::path path() const { return m_path; }

private:
    std::string m_path;
};

fs::path writableFile(const std::string& path)
{
    std::error_code error;
    fs::path target = fs::canonical(path, error);
    if (error)
        raiseUnwritable(error.value(), path);
    const fs::file_status status = fs::status(target, error);
    if (fs::is_directory(status))
        raiseUnwritable(EISDIR, path);
    if (!fs::is_regular_file(status) || access(target.c_str(), W_OK) != 0)
        raiseUnwritable(EACCES, path);
    return target;
}

} // namespace

Result<void> replacePlanFile(const std::string& path, const ProjectDocument& document, const std::string& label,
                             const Clock& clock)
{
    return guarded(path, Doing::writing, nullptr, [&] {
        const fs::path target = writableFile(path);
        settle(target.string());
        const FolderBeside folder(target, path);
        const fs::path fresh = folder.path() / target.filename();
        if (auto made = PlanFile::create(fresh.string(), document, label, clock); !made) {
            made.error().what = path;
            throw Failure{made.error()};
        }
        std::error_code error;
        fs::permissions(fresh, fs::status(target, error).permissions(), error);
        fs::rename(fresh, target, error);
        if (error)
            raiseUnwritable(error.value(), path);
        syncFolderOf(target.string());
    });
}

} // namespace trestle
