#pragma once

#include "data/scanner/rule_cost.h"
#include "data/scanner/tracked_files.h"

#include <memory>
#include <string>

struct git_repository;

namespace trestle::scanner {

/// What a repository of Git ignores: what its rules name and it does not track. libgit2 matches the rules without ever
/// seeing the repository's configuration, so that nothing can lead it elsewhere. Nothing is written, and no other
/// program runs.
class IgnoreRules {
public:
    enum class Found { nothing, repository, damaged };
    /// The rules of the repository whose top is `top`, an absolute path without '/' at its end; null where it has none,
    /// or, as `found` says, where they cannot be read. A file `.git` leads to a further working folder's repository, to
    /// one below `scanned`, the top of what is scanned, or to a module of one around it, and nowhere else.
    static std::unique_ptr<IgnoreRules> ofRepository(const std::string& top, const std::string& scanned, Found& found);
    ~IgnoreRules();
    IgnoreRules(const IgnoreRules&) = delete;
    IgnoreRules& operator=(const IgnoreRules&) = delete;

    [[nodiscard]] const std::string& top() const { return m_top; }
    /// Of the rules that are in no .gitignore.
    [[nodiscard]] const RuleCost& privateCost() const { return m_privateCost; }
    /// `path` from the top. A folder that holds something tracked is not ignored. Folders above are taken as not
    /// ignored. Asked only where RuleCost can bear it.
    [[nodiscard]] bool ignoresFolder(const std::string& path) const;
    [[nodiscard]] bool ignoresFile(const std::string& path) const;

private:
    IgnoreRules(std::string top, git_repository* repository, TrackedFiles tracked);
    [[nodiscard]] bool isNamed(const std::string& path) const;

    std::string m_top;
    git_repository* m_repository; ///< one in memory that has a working folder and nothing else
    TrackedFiles m_tracked;
    RuleCost m_privateCost;
};

} // namespace trestle::scanner
