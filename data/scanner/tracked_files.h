#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle::scanner {

/// The files that a repository of Git tracks, as its index names them.
class TrackedFiles {
public:
    /// Of the bytes of an index, versions 2 to 4, with names of SHA-1 or SHA-256. Nothing where they are damaged, name
    /// more than is kept, or share their entries with another file.
    static std::optional<TrackedFiles> fromIndex(std::string_view index);

    [[nodiscard]] bool has(std::string_view path) const;
    /// `folder` without a '/' at its end; "": the whole.
    [[nodiscard]] bool hasBelow(std::string_view folder) const;

private:
    static std::optional<TrackedFiles> read(std::string_view index, std::size_t hashSize);
    [[nodiscard]] std::string_view name(std::size_t at) const
    {
        return std::string_view(m_names).substr(m_ends[at], m_ends[at + 1] - m_ends[at]);
    }
    /// The first name that is not less.
    [[nodiscard]] std::size_t lowerBound(std::string_view path) const;

    std::string m_names; ///< sorted, one after the other
    std::vector<std::size_t> m_ends{0};
};

} // namespace trestle::scanner
