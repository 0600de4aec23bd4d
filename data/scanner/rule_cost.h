#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace trestle::scanner {

/// What it may take at most to match a path against rules of ignoring. libgit2 tries every way in which the stars of a
/// rule may fit, and does so for each folder of the path again: a line of a few stars could hold a scan up for good.
class RuleCost {
public:
    /// Adds the text of a .gitignore at `folder`, a path in the repository with '/' at its end, or "". False where it
    /// would take too long whatever the path.
    bool add(std::string_view rules, std::string_view folder);
    /// Whether a path in the repository is matched in a small part of a second.
    [[nodiscard]] bool isBearable(std::string_view path) const;

private:
    static constexpr std::size_t kMostStars = 6;

    [[nodiscard]] double stepsOf(std::size_t length) const;

    double m_rules = 0;
    std::array<double, kMostStars + 1> m_runs{}; ///< the longest runs without a star, by how many stars may fit anyhow
};

} // namespace trestle::scanner
