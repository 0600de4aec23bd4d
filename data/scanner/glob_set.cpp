#include "data/scanner/glob_set.h"

#include <re2/re2.h>

#include <algorithm>
#include <span>

namespace trestle::scanner {

namespace {

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// `a{b,c}` as `ab` and `ac`, also where braces stand within braces.
std::vector<std::string> spelledOut(const std::string& glob)
{
    const std::size_t from = glob.find('{');
    if (from == std::string::npos)
        return {glob};
    std::vector<std::string> choices(1);
    std::size_t to = from + 1;
    for (int depth = 1; to < glob.size(); ++to) {
        const char c = glob[to];
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0)
            break;
        if (c == ',' && depth == 1)
            choices.emplace_back();
        else
            choices.back() += c;
    }
    if (to == glob.size())
        return {glob};
    std::vector<std::string> all;
    for (const std::string& choice : choices)
        std::ranges::copy(spelledOut(glob.substr(0, from) + choice + glob.substr(to + 1)), std::back_inserter(all));
    return all;
}

template <class Text>
std::vector<Text> stepsOf(std::string_view path)
{
    std::vector<Text> steps;
    for (std::size_t at = 0;;) {
        const std::size_t end = path.find('/', at);
        steps.emplace_back(path.substr(at, end == std::string_view::npos ? end : end - at));
        if (end == std::string_view::npos)
            return steps;
        at = end + 1;
    }
}

bool isPlain(std::string_view step)
{
    return step.find_first_of("*?") == std::string_view::npos;
}

/// Whether a step fits a pattern of '*' and '?'.
bool fits(std::string_view step, std::string_view pattern)
{
    std::size_t s = 0;
    std::size_t p = 0;
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    while (s < step.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = s;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == step[s])) {
            ++p;
            ++s;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            s = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

/// The same for steps, where `**` stands for any number of them: at the end for at least one.
bool fits(std::span<const std::string_view> path, std::span<const std::string> glob)
{
    std::size_t s = 0;
    std::size_t p = 0;
    std::size_t star = glob.size();
    std::size_t retry = 0;
    while (s < path.size()) {
        if (p < glob.size() && glob[p] == "**") {
            if (p + 1 == glob.size())
                return true;
            star = p++;
            retry = s;
        } else if (p < glob.size() && fits(path[s], glob[p])) {
            ++p;
            ++s;
        } else if (star < glob.size()) {
            p = star + 1;
            s = ++retry;
        } else {
            return false;
        }
    }
    return p == glob.size();
}

/// What stands behind the last point of a name, or nothing.
std::string_view endingOf(std::string_view name)
{
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

} // namespace

std::string keyPattern(std::string_view glob)
{
    std::string made;
    for (std::size_t i = 0; i < glob.size(); ++i) {
        if (glob.substr(i).starts_with("**.")) {
            made += "(?:.*\\.)?";
            i += 2;
        } else if (glob.substr(i).starts_with("**")) {
            made += ".*";
            ++i;
        } else if (glob[i] == '*') {
            made += "[^.]*";
        } else {
            made += RE2::QuoteMeta(re2::StringPiece(&glob[i], 1));
        }
    }
    return made;
}

std::size_t GlobSet::add(const std::string& glob)
{
    const auto [found, isNew] = m_ids.try_emplace(glob, m_ids.size());
    if (isNew)
        for (const std::string& one : spelledOut(lowerCase(glob))) {
            m_globs.push_back({stepsOf<std::string>(one), found->second});
            sortIn(m_globs.size() - 1);
        }
    return found->second;
}

void GlobSet::sortIn(std::size_t index)
{
    const std::vector<std::string>& steps = m_globs[index].steps;
    const std::string& last = steps.back();
    const std::string_view ending = endingOf(last);
    if (last == "**" && steps.size() > 1 && isPlain(steps[steps.size() - 2]))
        m_byFolder[steps[steps.size() - 2]].push_back(index);
    else if (isPlain(last))
        m_byName[last].push_back(index);
    else if (!ending.empty() && isPlain(ending))
        m_byEnding[std::string(ending)].push_back(index);
    else
        m_others.push_back(index);
}

std::vector<std::size_t> GlobSet::matching(std::string_view path) const
{
    const std::string lower = lowerCase(path);
    const auto steps = stepsOf<std::string_view>(lower);
    std::vector<std::size_t> all;
    const auto tryOut = [&](const std::vector<std::size_t>& globs) {
        for (const std::size_t index : globs)
            if (fits(steps, m_globs[index].steps))
                all.push_back(m_globs[index].id);
    };
    const auto tryBucket = [&](const Bucket& bucket, std::string_view key) {
        if (const auto found = bucket.find(std::string(key)); found != bucket.end())
            tryOut(found->second);
    };
    tryOut(m_others);
    tryBucket(m_byName, steps.back());
    if (const std::string_view ending = endingOf(steps.back()); !ending.empty())
        tryBucket(m_byEnding, ending);
    for (std::size_t i = 0; i + 1 < steps.size(); ++i)
        tryBucket(m_byFolder, steps[i]);
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
}

} // namespace trestle::scanner
