#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"

#include <algorithm>

namespace trestle::scanner {

namespace {

/// "@babel/core@^7.0.0" without its version.
std::string_view withoutVersion(std::string_view text)
{
    return text.substr(0, text.find('@', 1));
}

/// A key of a package in pnpm's lock file: "/express/4.17.1", "/express@4.17.1(x@1)", "@babel/core@7.0.0".
std::string_view pnpmPackage(std::string_view key)
{
    key = key.substr(0, key.find('('));
    if (!key.starts_with('/'))
        return withoutVersion(key);
    key.remove_prefix(1);
    if (const std::size_t at = key.find('@', 1); at != std::string_view::npos)
        return key.substr(0, at);
    return key.substr(0, key.find('/', key.starts_with('@') ? key.find('/') + 1 : 0));
}

bool namesDirectOnes(std::string_view key)
{
    return key == "dependencies" || key == "devDependencies" || key == "optionalDependencies";
}

/// The key of "key:" or "key: value", empty for other lines.
std::string_view keyOf(std::string_view line)
{
    line = trimmed(line);
    if (const char quote = line.empty() ? '\0' : line.front(); quote == '\'' || quote == '"') {
        const std::size_t end = line.find(quote, 1);
        return end != std::string_view::npos && line.substr(end + 1).starts_with(':') ? line.substr(1, end - 1)
                                                                                      : std::string_view{};
    }
    const std::size_t colon = line.ends_with(':') ? std::min(line.find(": "), line.size() - 1) : line.find(": ");
    return colon == std::string_view::npos ? std::string_view{} : line.substr(0, colon);
}

} // namespace

void readYarnLock(std::string_view text, FileFacts& facts)
{
    for (TextLines lines(text); lines.next();) {
        std::string_view line = lines.line();
        if (line.empty() || line.front() == ' ' || line.front() == '#' || !line.ends_with(':'))
            continue;
        // Versions of the same package, of which one is enough: "a@^1.0.0", "a@^1.1.0":
        line = line.substr(0, line.size() - 1);
        if (line.starts_with('"'))
            line = line.substr(1, line.find('"', 1) - 1);
        line = trimmed(line.substr(0, line.find(',')));
        if (const bool isOwn = line.contains("@workspace:"); !isOwn && line.find('@', 1) != std::string_view::npos)
            addDependency(facts, Ecosystem::npm, withoutVersion(line), lines.number(), false);
    }
}

void readPnpmLock(std::string_view text, FileFacts& facts)
{
    std::string_view section;                    // at the margin
    std::size_t direct = std::string_view::npos; // the indentation of direct dependencies that follow
    for (TextLines lines(text); lines.next();) {
        const std::string_view line = lines.line();
        const std::string_view key = keyOf(line);
        const std::size_t depth = indentation(line);
        if (key.empty() || key.starts_with('#'))
            continue;
        if (depth == 0)
            section = key;
        if (depth == 2 && section == "packages")
            addDependency(facts, Ecosystem::npm, pnpmPackage(key), lines.number(), false);
        else if (depth == direct)
            addDependency(facts, Ecosystem::npm, key, lines.number());
        if (namesDirectOnes(key) && depth == (section == "importers" ? 4U : 0U))
            direct = depth + 2;
        else if (direct != std::string_view::npos && depth < direct)
            direct = std::string_view::npos;
    }
}

} // namespace trestle::scanner
