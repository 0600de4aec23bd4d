#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Globs of paths below a folder, of which all that fit a path are found at once. `*` stands for anything within a
/// step, `**/` for any steps, also none, `**` at the end for all below, `?` for one character, `{a,b}` for either; case
/// does not count.
namespace trestle::scanner {

/// The regular expression of a glob of keys, whose steps end in '.': `services.*.image`.
std::string keyPattern(std::string_view glob);

/// Globs are sorted by what they ask of the end of a path, so that few have to be tried on one.
class GlobSet {
public:
    /// Its number; the same glob has the same.
    std::size_t add(const std::string& glob);

    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    /// The numbers of the globs that fit, each once.
    [[nodiscard]] std::vector<std::size_t> matching(std::string_view path) const;

private:
    struct Glob {
        std::vector<std::string> steps; ///< in lower case, braces spelled out
        std::size_t id = 0;
    };
    using Bucket = std::unordered_map<std::string, std::vector<std::size_t>>; ///< into m_globs

    void sortIn(std::size_t index);

    std::unordered_map<std::string, std::size_t> m_ids;
    std::vector<Glob> m_globs;
    Bucket m_byEnding; ///< behind the last point
    Bucket m_byName;
    Bucket m_byFolder; ///< anything below a folder of that name
    std::vector<std::size_t> m_others;
};

} // namespace trestle::scanner
