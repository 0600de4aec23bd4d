#include "data/scanner/ignore_rules.h"

#include "data/scanner/safe_open.h"

#include <fcntl.h>
#include <git2.h>
#include <git2/sys/config.h>
#include <git2/sys/repository.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
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

/// The folder that `.git` is, or that the file of this name leads to: a further working folder, or a submodule.
OpenFile gitFolder(const std::string& top, const OpenFile& folder)
{
    OpenFile git = openEntry(folder.number(), ".git", true);
    if (git.isOpen())
        return git;
    constexpr std::uint64_t limit = 4096;
    constexpr std::string_view word = "gitdir:";
    const std::optional<std::string> text = textBelow(folder, ".git", limit);
    if (!text || !text->starts_with(word))
        return {};
    std::string path = text->substr(word.size());
    path.erase(0, path.find_first_not_of(' '));
    path.erase(path.find_last_not_of(" \r\n") + 1);
    if (path.empty() || path.contains('\0'))
        return {};
    return openEntry(AT_FDCWD, (path.front() == '/' ? path : top + '/' + path).c_str(), true);
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
    return rules && IgnoreRules::isBearable(*rules) ? std::move(*rules) : std::string();
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

std::unique_ptr<IgnoreRules> IgnoreRules::ofRepository(const std::string& top, Found& found)
{
    found = Found::nothing;
    const OpenFile folder = openEntry(AT_FDCWD, top.empty() ? "/" : top.c_str(), true);
    if (!folder.isOpen() || !isThere(folder, ".git"))
        return nullptr;
    found = Found::damaged;
    const OpenFile git = gitFolder(top, folder);
    if (!git.isOpen())
        return nullptr;
    std::optional<TrackedFiles> tracked = trackedOf(git);
    git_repository* const repository = tracked ? emptyRepository(top + '/') : nullptr;
    if (!repository)
        return nullptr;
    found = Found::repository;
    std::unique_ptr<IgnoreRules> rules(new IgnoreRules(top, repository, std::move(*tracked)));
    if (const std::string more = privateRules(git); !more.empty())
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

bool IgnoreRules::isBearable(std::string_view rules)
{
    constexpr std::size_t mostLines = 5000;
    constexpr std::size_t longestLine = 1024;
    constexpr std::ptrdiff_t mostStars = 16;
    if (rules.size() > kLargestRules)
        return false;
    for (std::size_t lines = 0; !rules.empty(); ++lines) {
        const std::string_view line = rules.substr(0, rules.find('\n'));
        if (lines == mostLines || line.size() > longestLine || std::ranges::count(line, '*') > mostStars)
            return false;
        rules.remove_prefix(std::min(rules.size(), line.size() + 1));
    }
    return true;
}

} // namespace trestle::scanner
