#include "data/scanner/fact_reader.h"

#include <array>

namespace trestle::scanner {

namespace {

constexpr auto kPackageJson = std::to_array<DependencyPlace>({
    {"dependencies/#"},
    {"devDependencies/#"},
    {"optionalDependencies/#"},
    {"peerDependencies/#"},
});
constexpr auto kPackageLock = std::to_array<DependencyPlace>({
    {"packages//dependencies/#"},
    {"packages//devDependencies/#"},
    {"packages//optionalDependencies/#"},
    {"packages//peerDependencies/#"},
});

/// "npm:preact@10" names what is installed under another name.
std::string_view aliased(std::string_view value)
{
    constexpr std::string_view kAlias = "npm:";
    if (!value.starts_with(kAlias))
        return {};
    value.remove_prefix(kAlias.size());
    return value.substr(0, value.find('@', 1));
}

/// The package in a path such as "node_modules/a/node_modules/@b/c".
std::string_view packageOf(std::string_view path)
{
    constexpr std::string_view kFolder = "node_modules/";
    const std::size_t at = path.rfind(kFolder);
    return at == std::string_view::npos ? std::string_view{} : path.substr(at + kFolder.size());
}

} // namespace

void readPackageJson(std::string_view text, FileFacts& facts)
{
    walkJson(text, [&](KeyPath path, std::string_view value, int line) {
        const NamedDependency named = dependencyAt(kPackageJson, path, value, line);
        const std::string_view real = named.text.empty() ? std::string_view{} : aliased(value);
        addDependency(facts, Ecosystem::npm, real.empty() ? named.text : real, named.line);
        return addKey(facts, path, value, line);
    });
}

void readDenoJson(std::string_view text, FileFacts& facts)
{
    constexpr auto places = std::to_array<DependencyPlace>({{"imports/*"}});
    walkJson(text, [&](KeyPath path, std::string_view value, int line) {
        addDependency(facts, Ecosystem::npm, aliased(dependencyAt(places, path, value, line).text), line);
        return addKey(facts, path, value, line);
    });
}

void readPackageLock(std::string_view text, FileFacts& facts)
{
    walkJson(text, [&](KeyPath path, std::string_view value, int line) {
        if (const NamedDependency root = dependencyAt(kPackageLock, path, value, line); !root.text.empty())
            addDependency(facts, Ecosystem::npm, root.text, root.line);
        else if (beginsWith(path, {"packages", "*"}))
            addDependency(facts, Ecosystem::npm, packageOf(path[1].name), path[1].line, false);
        else if (path.size() > 2 && path.front().name == "dependencies" && path[path.size() - 1].name == "version" &&
                 path[path.size() - 3].name == "dependencies")
            addDependency(facts, Ecosystem::npm, path[path.size() - 2].name, path[path.size() - 2].line, false);
        return true;
    });
}

void readBunLock(std::string_view text, FileFacts& facts)
{
    walkJson(text, [&](KeyPath path, std::string_view value, int line) {
        constexpr auto kinds = std::to_array<DependencyPlace>({
            {"workspaces/*/dependencies/#"},
            {"workspaces/*/devDependencies/#"},
            {"workspaces/*/optionalDependencies/#"},
            {"workspaces/*/peerDependencies/#"},
        });
        if (const NamedDependency direct = dependencyAt(kinds, path, value, line); !direct.text.empty())
            addDependency(facts, Ecosystem::npm, direct.text, direct.line);
        else if (path.size() == 3 && beginsWith(path, {"packages", "*", "[]"}))
            if (const std::size_t at = value.find('@', 1); at != std::string_view::npos)
                addDependency(facts, Ecosystem::npm, value.substr(0, at), path[1].line, false);
        return true;
    });
}

} // namespace trestle::scanner
