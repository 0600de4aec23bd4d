#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace re2 {
class RE2;
}

/// Globs of paths below a folder, of which all that fit a path are found at once. `*` stands for anything within a
/// step, `**/` for any steps, also none, `**` at the end for all below, `?` for one character, `{a,b}` for either; case
/// does not count.
namespace trestle::scanner {

/// The regular expression of a glob, for the whole of a path.
std::string globPattern(std::string_view glob);
/// The same for keys, whose steps end in '.': `services.*.image`.
std::string keyPattern(std::string_view glob);

class GlobSet {
public:
    GlobSet();
    ~GlobSet();
    GlobSet(const GlobSet&) = delete;
    GlobSet& operator=(const GlobSet&) = delete;

    /// Its number; the same glob has the same. Before compile().
    std::size_t add(const std::string& glob);
    void compile();

    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    /// The numbers of the globs that fit, in no order.
    [[nodiscard]] std::vector<std::size_t> matching(std::string_view path) const;

private:
    struct Set;
    std::unordered_map<std::string, std::size_t> m_ids;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byEnding; ///< of globs that ask for no more
    std::vector<std::size_t> m_inSet;
    std::unique_ptr<Set> m_set;
};

} // namespace trestle::scanner
