#include "data/scanner/ignore_rules.h"

#include "data/scanner/safe_open.h"

#include <fcntl.h>
#include <git2.h>
#include <git2/sys/config.h>
#include <git2/sys/repository.h>
#include <sys/stat.h>

#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

namespace trestle::scanner {

namespace {

constexpr std::uint64_t kLargestIndex = std::uint64_t{48} << 20U;
constexpr std::uint64_t kLargestRules = std::uint64_t{256} << 10U;

/// Sets libgit2 up, which takes milliseconds: when the first repository is met, once. It reads no configuration of the
/// system or the user.
class GitLibrary {
public:
    GitLibrary()
    {
        git_libgit2_init();
        for (const git_config_level_t level :
             {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL})
            git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    }
    ~GitLibrary() { git_libgit2_shutdown(); }
    GitLibrary(const GitLibrary&) = delete;
    GitLibrary& operator=(const GitLibrary&) = delete;
};

/// The whole of a small file below a folder that is open; nothing where there is none, or it is no file or too large.
std::optional<std::string> textBelow(const OpenFile& folder, const std::string& path, std::uint64_t limit)
{
    const OpenFile file = openBelow(folder.number(), path);
    std::string text;
    if (!file.isOpen() || readWhole(file, limit, text) != ReadOutcome::read)
        return {};
    return text;
}

bool isThere(const OpenFile& folder, const char* name)
{
    struct stat status{};
    return ::fstatat(folder.number(), name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

/// The path in a file that consists of one, after a word; nothing where there is no such file.
std::optional<std::string> pathIn(const OpenFile& folder, const std::string& file, std::string_view word)
{
    constexpr std::uint64_t limit = 4096;
    const std::optional<std::string> text = textBelow(folder, file, limit);
    if (!text || !text->starts_with(word))
        return {};
    std::string path = text->substr(word.size());
    path.erase(0, path.find_first_not_of(' '));
    path.erase(path.find_last_not_of(" \r\n") + 1);
    if (path.empty() || path.contains('\0'))
        return {};
    return path;
}

/// Without links; nothing where there is none.
std::optional<std::string> realPath(const std::string& path)
{
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::optional<std::string>(real.get()) : std::nullopt;
}

/// Whether a folder is one of the submodules of a repository that `top` lies in.
bool isModuleAbove(const std::string& top, const std::string& folder)
{
    const std::size_t end = folder.find("/.git/modules/");
    return end != std::string::npos && top.starts_with(folder.substr(0, end + 1));
}

/// The folder that `.git` is, or that the file of this name leads to: of a submodule, which lies below the top of what
/// is scanned or in a repository around it, or of a further working folder, which says that it belongs to this file.
OpenFile gitFolder(const std::string& top, const std::string& scanned, const OpenFile& folder)
{
    OpenFile git = openEntry(folder.number(), ".git", true);
    if (git.isOpen())
        return git;
    const std::optional<std::string> named = pathIn(folder, ".git", "gitdir:");
    const std::optional<std::string> path =
        named ? realPath(named->front() == '/' ? *named : top + '/' + *named) : std::nullopt;
    if (!path)
        return {};
    git = openEntry(AT_FDCWD, path->c_str(), true);
    if (!git.isOpen() || path->starts_with(scanned + '/') || isModuleAbove(top, *path))
        return git;
    const std::optional<std::string> back = pathIn(git, "gitdir", "");
    const std::optional<std::string> file =
        back ? realPath(back->front() == '/' ? *back : *path + '/' + *back) : std::nullopt;
    return file && *file == top + "/.git" ? std::move(git) : OpenFile();
}

std::optional<TrackedFiles> trackedOf(const OpenFile& git)
{
    const std::optional<std::string> head = textBelow(git, "HEAD", 4096);
    if (!head || !(head->starts_with("ref:") || head->find_first_not_of("0123456789abcdef\n") == std::string::npos) ||
        head->empty())
        return {};
    if (!isThere(git, "objects") && !isThere(git, "commondir"))
        return {};
    if (!isThere(git, "index"))
        return TrackedFiles(); // nothing is added yet
    const std::optional<std::string> index = textBelow(git, "index", kLargestIndex);
    return index ? TrackedFiles::fromIndex(*index) : std::nullopt;
}

/// Rules of one's own copy of a repository, which are not in its files.
std::string privateRules(const OpenFile& git)
{
    std::optional<std::string> rules = textBelow(git, "info/exclude", kLargestRules);
    return rules ? std::move(*rules) : std::string();
}

/// A repository in memory, so that no file but .gitignore is ever looked for.
git_repository* emptyRepository(const std::string& top)
{
    static const GitLibrary library;
    git_repository* repository = nullptr;
    git_config* config = nullptr;
    if (git_repository_new(&repository) != 0)
        return nullptr;
    const bool isReady = git_config_new(&config) == 0 && git_repository_set_config(repository, config) == 0 &&
                         git_repository_set_workdir(repository, top.c_str(), 0) == 0;
    git_config_free(config);
    if (isReady)
        return repository;
    git_repository_free(repository);
    return nullptr;
}

} // namespace

std::unique_ptr<IgnoreRules> IgnoreRules::ofRepository(const std::string& top, const std::string& scanned, Found& found)
{
    found = Found::nothing;
    const OpenFile folder = openEntry(AT_FDCWD, top.empty() ? "/" : top.c_str(), true);
    if (!folder.isOpen() || !isThere(folder, ".git"))
        return nullptr;
    found = Found::damaged;
    const OpenFile git = gitFolder(top, scanned, folder);
    if (!git.isOpen())
        return nullptr;
    std::optional<TrackedFiles> tracked = trackedOf(git);
    git_repository* const repository = tracked ? emptyRepository(top + '/') : nullptr;
    if (!repository)
        return nullptr;
    found = Found::repository;
    std::unique_ptr<IgnoreRules> rules(new IgnoreRules(top, repository, std::move(*tracked)));
    if (const std::string more = privateRules(git); !more.empty() && rules->m_privateCost.add(more, ""))
        git_ignore_add_rule(repository, more.c_str());
    return rules;
}

IgnoreRules::IgnoreRules(std::string top, git_repository* repository, TrackedFiles tracked)
    : m_top(std::move(top)), m_repository(repository), m_tracked(std::move(tracked))
{
}

IgnoreRules::~IgnoreRules()
{
    git_repository_free(m_repository);
}

bool IgnoreRules::ignoresFolder(const std::string& path) const
{
    return !m_tracked.hasBelow(path) && isNamed(path + '/');
}

bool IgnoreRules::ignoresFile(const std::string& path) const
{
    return !m_tracked.has(path) && isNamed(path);
}

bool IgnoreRules::isNamed(const std::string& path) const
{
    int isIgnored = 0;
    return git_ignore_path_is_ignored(&isIgnored, m_repository, path.c_str()) == 0 && isIgnored != 0;
}

} // namespace trestle::scanner
