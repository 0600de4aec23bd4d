#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "data/file_io.h"
#include "data/plan_file/plan_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <memory>

namespace trestle::cli {

namespace {

namespace fs = std::filesystem;

struct ImportOptions {
    std::string input;
    std::string path;
    bool force = false;
};

Error writeError(const std::string& path, const std::error_code& error)
{
    if (error.value() == ENOSPC || error.value() == EDQUOT)
        return {ErrorCode::diskFull, path, {}, {}};
    return {ErrorCode::fileUnwritable, path, {}, error.message()};
}

/// SQLite would play a journal left by a crash into whatever file has the plan's name. Opening the old plan once lets
/// it use the journal up, and finds out whether somebody else has the plan open.
Result<void> settle(const std::string& target)
{
    if (auto old = PlanFile::open(target); !old && old.error().code == ErrorCode::lockedPlan)
        return std::unexpected(old.error());
    std::error_code unknown;
    for (const char* ending : {"-journal", "-wal"})
        if (const std::string companion = target + ending; fs::exists(companion, unknown))
            return fail(ErrorCode::fileUnwritable, target, {}, "'" + companion + "' is in the way");
    return {};
}

/// A folder beside the target, for a file that is to be moved onto it.
class FolderBeside {
public:
    explicit FolderBeside(const fs::path& target)
        : m_path((target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string())
    {
        if (!mkdtemp(m_path.data())) {
            m_error = std::error_code(errno, std::generic_category());
            m_path.clear();
        }
    }
    ~FolderBeside()
    {
        std::error_code ignored;
        if (!m_path.empty())
            fs::remove_all(m_path, ignored);
    }
    FolderBeside(const FolderBeside&) = delete;
    FolderBeside& operator=(const FolderBeside&) = delete;

    [[nodiscard]] const std::error_code& error() const { return m_error; }
    [[nodiscard]] fs::path path() const { return m_path; }

private:
    std::string m_path;
    std::error_code m_error;
};

/// The old file is there whole until the new one, whole and synced, takes its name.
Result<void> replacePlan(const std::string& path, const ProjectDocument& document, const Clock& clock)
{
    std::error_code error;
    const fs::path target = fs::canonical(path, error); // through a link to what it names
    if (error)
        return std::unexpected(writeError(path, error));
    const fs::file_status status = fs::status(target, error);
    if (!fs::is_regular_file(status) || access(target.c_str(), W_OK) != 0)
        return std::unexpected(
            writeError(path, std::error_code(fs::is_directory(status) ? EISDIR : EACCES, std::generic_category())));
    if (auto ok = settle(target.string()); !ok)
        return ok;
    const FolderBeside folder(target);
    if (folder.error())
        return std::unexpected(writeError(path, folder.error()));
    const fs::path fresh = folder.path() / target.filename();
    if (auto made = PlanFile::create(fresh.string(), document, "imported", clock); !made) {
        made.error().what = path;
        return std::unexpected(made.error());
    }
    fs::permissions(fresh, status.permissions(), error);
    fs::rename(fresh, target, error);
    if (error)
        return std::unexpected(writeError(path, error));
    if (const int parent = open(target.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); parent >= 0) {
        fsync(parent);
        close(parent);
    }
    return {};
}

Result<void> createPlan(const std::string& path, const ProjectDocument& document, const Clock& clock)
{
    if (auto made = PlanFile::create(path, document, "imported", clock); !made)
        return std::unexpected(made.error());
    return {};
}

Result<ProjectDocument> readImport(const std::string& path)
{
    if (path.ends_with(".xml"))
        return fail(ErrorCode::unknownFormat, "xml", {}, "json");
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    auto document = loadProject(path);
    if (document && *kind == SourceKind::planFile)
        return fail(ErrorCode::unknownFormat, path, {}, "plan JSON, as 'trestle export PLAN OUT.json' writes it");
    return document;
}

Result<void> runImport(const ImportOptions& options, const Environment& environment)
{
    const auto document = readImport(options.input);
    if (!document)
        return std::unexpected(document.error());
    const auto plan = planOf(*document, {});
    if (!plan)
        return std::unexpected(plan.error());
    const Clock clock = environment.clock.milliseconds();
    // Where that cannot be found out there is nothing to replace, and creating says why.
    std::error_code unknown;
    const bool replace = options.force && fs::exists(fs::symlink_status(options.path, unknown));
    if (auto ok = (replace ? replacePlan : createPlan)(options.path, *document, clock); !ok) {
        if (ok.error().code == ErrorCode::fileExists)
            ok.error().fix = "--force";
        return ok;
    }
    return environment.console.print(headline(*plan) + '\n');
}

} // namespace

void addImport(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("import", "Make a plan file of a plan in another format");
    const auto options = std::make_shared<ImportOptions>();
    command->add_option("IN", options->input, "Plan JSON, as 'export' writes it; '-' is standard input")->required();
    command->add_option("PLAN", options->path, "The plan file to make")->required();
    command->add_flag("--force", options->force, "Replace a file that exists, once the new one is written");
    command->callback([options, &chosen] {
        chosen = [options](const Environment& environment) { return runImport(*options, environment); };
    });
}

} // namespace trestle::cli
