#include "data/scanner/glob_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

namespace trestle::scanner {

namespace {

constexpr std::int64_t kGlobMemory = std::int64_t{16} << 20;

RE2::Options globOptions()
{
    RE2::Options options(RE2::Latin1);
    options.set_log_errors(false);
    options.set_case_sensitive(false);
    options.set_dot_nl(true);
    options.set_max_mem(kGlobMemory);
    return options;
}

std::string pattern(std::string_view glob, char separator)
{
    const std::string within = separator == '/' ? "[^/]" : "[^.]";
    std::string made;
    int open = 0;
    for (std::size_t i = 0; i < glob.size(); ++i) {
        const char c = glob[i];
        if (glob.substr(i).starts_with("**")) {
            ++i;
            if (i + 1 < glob.size() && glob[i + 1] == separator) {
                ++i;
                made += std::string("(?:.*") + RE2::QuoteMeta(std::string(1, separator)) + ")?";
            } else {
                made += ".*";
            }
        } else if (c == '*') {
            made += within + "*";
        } else if (c == '?') {
            made += within;
        } else if (c == '{') {
            made += "(?:";
            ++open;
        } else if (c == '}' && open > 0) {
            made += ")";
            --open;
        } else if (c == ',' && open > 0) {
            made += "|";
        } else {
            made += RE2::QuoteMeta(std::string(1, c));
        }
    }
    return made;
}

/// "ts" of `**/*.ts`; empty for globs that ask for more.
std::string onlyEnding(std::string_view glob)
{
    if (!glob.starts_with("**/*."))
        return {};
    const std::string_view ending = glob.substr(5);
    return ending.find_first_of("*?{}/.") == std::string_view::npos ? std::string(ending) : std::string();
}

/// `**/*.{a,b}` as one for each.
std::vector<std::string> spelledOut(const std::string& glob)
{
    const std::size_t from = glob.find('{');
    const std::size_t to = glob.find('}');
    if (from == std::string::npos || to != glob.size() - 1 || glob.find('{', from + 1) != std::string::npos)
        return {glob};
    std::vector<std::string> all;
    for (std::size_t at = from + 1; at <= to;) {
        const std::size_t end = std::min(glob.find(',', at), to);
        all.push_back(glob.substr(0, from) + glob.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

} // namespace

std::string globPattern(std::string_view glob)
{
    return pattern(glob, '/');
}

std::string keyPattern(std::string_view glob)
{
    return pattern(glob, '.');
}

struct GlobSet::Set {
    Set() : patterns(globOptions(), RE2::ANCHOR_BOTH) {}
    RE2::Set patterns;
};

GlobSet::GlobSet() : m_set(std::make_unique<Set>()) {}
GlobSet::~GlobSet() = default;

std::size_t GlobSet::add(const std::string& glob)
{
    const auto [found, isNew] = m_ids.try_emplace(glob, m_ids.size());
    if (!isNew)
        return found->second;
    for (const std::string& one : spelledOut(glob)) {
        if (const std::string ending = onlyEnding(one); !ending.empty()) {
            m_byEnding[lowerCase(ending)].push_back(found->second);
        } else if (m_set->patterns.Add(pattern(one, '/'), nullptr) >= 0) {
            m_inSet.push_back(found->second);
        }
    }
    return found->second;
}

void GlobSet::compile()
{
    m_set->patterns.Compile();
}

std::vector<std::size_t> GlobSet::matching(std::string_view path) const
{
    std::vector<std::size_t> all;
    const std::size_t dot = path.rfind('.');
    if (dot != std::string_view::npos && path.find('/', dot) == std::string_view::npos)
        if (const auto found = m_byEnding.find(lowerCase(path.substr(dot + 1))); found != m_byEnding.end())
            all = found->second;
    std::vector<int> matched;
    if (!m_inSet.empty() && m_set->patterns.Match(re2::StringPiece(path.data(), path.size()), &matched))
        for (const int index : matched)
            all.push_back(m_inSet[static_cast<std::size_t>(index)]);
    return all;
}

} // namespace trestle::scanner
