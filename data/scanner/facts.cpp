#include "data/scanner/facts.h"

#include "data/scanner/fact_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <exception>
#include <tuple>

namespace trestle::scanner {

namespace {

constexpr std::size_t kLongestValue = 500;
constexpr std::size_t kLongestKey = 500;
constexpr std::size_t kLongestDependency = 300;

/// A kind of file: the end of its path, where one '*' is any text without '/', and who reads it.
struct FileKind {
    std::string_view pattern;
    FactReader read;
};

/// The first that fits a path.
constexpr auto kFileKinds = std::to_array<FileKind>({
    {"package.json", readPackageJson},
    {"package-lock.json", readPackageLock},
    {"npm-shrinkwrap.json", readPackageLock},
    {"yarn.lock", readYarnLock},
    {"pnpm-lock.yaml", readPnpmLock},
    {"bun.lock", readBunLock},
    {"requirements*.txt", readRequirements},
    {"requirements*.in", readRequirements},
    {"*requirements.txt", readRequirements},
    {"requirements/*.txt", readRequirements},
    {"requirements/*.in", readRequirements},
    {"constraints*.txt", readConstraints},
    {"pyproject.toml", readPyproject},
    {"poetry.lock", readPythonLock},
    {"uv.lock", readPythonLock},
    {"pdm.lock", readPythonLock},
    {"Pipfile", readPipfile},
    {"Pipfile.lock", readPipfileLock},
    {"setup.cfg", readSetupCfg},
    {"setup.py", readSetupPy},
    {"environment*.yml", readCondaEnvironment},
    {"environment*.yaml", readCondaEnvironment},
    {"conda*.yml", readCondaEnvironment},
    {"conda*.yaml", readCondaEnvironment},
    {"go.mod", readGoMod},
    {"Gemfile", readGemfile},
    {"gems.rb", readGemfile},
    {"Gemfile.lock", readGemfileLock},
    {"gems.locked", readGemfileLock},
    {"*.gemspec", readGemspec},
    {"composer.json", readComposerJson},
    {"composer.lock", readComposerLock},
    {"pom.xml", readPom},
    {"*.gradle", readGradle},
    {"*.gradle.kts", readGradle},
    {"*.versions.toml", readVersionCatalogue},
    {"*.csproj", readMsBuild},
    {"*.fsproj", readMsBuild},
    {"*.vbproj", readMsBuild},
    {"Directory.*.props", readMsBuild},
    {"Directory.*.targets", readMsBuild},
    {"packages.config", readPackagesConfig},
    {"packages.lock.json", readNugetLock},
    {"mix.exs", readMixExs},
    {"mix.lock", readMixLock},
    {"Cargo.toml", readCargoToml},
    {"Cargo.lock", readCargoLock},
    {"*.json", readJsonKeys},
    {"*.jsonc", readJsonKeys},
    {"*.yaml", readYamlKeys},
    {"*.yml", readYamlKeys},
    {"*.toml", readTomlKeys},
    {"*.properties", readProperties},
});

bool fits(std::string_view path, std::string_view pattern)
{
    const std::size_t star = pattern.find('*');
    const std::size_t folders = static_cast<std::size_t>(std::ranges::count(pattern, '/'));
    std::size_t begin = path.size();
    for (std::size_t i = 0; i <= folders && begin != std::string_view::npos && begin > 0; ++i)
        begin = path.rfind('/', begin - 1);
    const std::string_view end = begin == std::string_view::npos ? path : begin == 0 ? path : path.substr(begin + 1);
    if (star == std::string_view::npos)
        return end == pattern;
    return end.size() + 1 >= pattern.size() && end.starts_with(pattern.substr(0, star)) &&
           end.ends_with(pattern.substr(star + 1));
}

const FileKind* kindOf(std::string_view path)
{
    const auto kind = std::ranges::find_if(kFileKinds, [&](const FileKind& one) { return fits(path, one.pattern); });
    return kind == kFileKinds.end() ? nullptr : &*kind;
}

std::string comparedName(Ecosystem ecosystem, std::string_view name)
{
    std::string compared;
    for (char c : name.substr(0, kLongestDependency)) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (ecosystem == Ecosystem::python && (c == '_' || c == '.'))
            c = '-';
        if (ecosystem != Ecosystem::python || c != '-' || !compared.ends_with('-'))
            compared += c;
    }
    return compared;
}

/// At most so many bytes, cut between characters.
std::string_view cut(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
        --most;
    return text.substr(0, most);
}

/// The first of `names`, which are divided by '/'.
std::string_view takeFirst(std::string_view& names)
{
    const std::string_view first = names.substr(0, names.find('/'));
    names.remove_prefix(std::min(first.size() + 1, names.size()));
    return first;
}

} // namespace

void addDependency(FileFacts& facts, Ecosystem ecosystem, std::string_view name, int line, bool isDirect)
{
    if (name.empty() || facts.dependencies.size() >= kMostFacts)
        return;
    Dependency found{ecosystem, comparedName(ecosystem, name), line, isDirect};
    if (facts.dependencies.empty() || facts.dependencies.back() != found)
        facts.dependencies.push_back(std::move(found));
}

bool addKey(FileFacts& facts, KeyPath path, std::string_view value, int line)
{
    if (facts.keys.size() >= kMostFacts)
        return false;
    if (std::string key = joinedKey(path); key.size() <= kLongestKey)
        facts.keys.push_back({std::move(key), std::string(cut(value, kLongestValue)), line});
    return true;
}

NamedDependency dependencyAt(std::span<const DependencyPlace> places, KeyPath path, std::string_view value, int line)
{
    for (const DependencyPlace& place : places) {
        std::string_view names = place.path;
        std::size_t at = 0;
        bool isThere = true;
        std::string_view name;
        for (; isThere && !names.empty(); ++at) {
            name = takeFirst(names);
            isThere = at < path.size() &&
                      (path[at].isElement ? name == "[]" : name == "*" || name == "#" || name == path[at].name);
        }
        if (!isThere)
            continue;
        const KeyStep& last = path[at - 1];
        if (name == "#")
            return {last.name, last.line, place.isDirect};
        if (at == path.size())
            return {value, line, place.isDirect};
    }
    return {};
}

bool mayHoldFacts(std::string_view path)
{
    return kindOf(path) != nullptr;
}

FileFacts factsOf(std::string_view path, std::string_view text)
{
    FileFacts facts;
    const FileKind* kind = kindOf(path);
    if (kind == nullptr)
        return facts;
    try {
        kind->read(text, facts);
    } catch (const std::exception&) { // what was read before it stays
    }
    std::ranges::sort(facts.dependencies, {}, [](const Dependency& one) { return std::tie(one.line, one.name); });
    const auto [twice, end] = std::ranges::unique(facts.dependencies);
    facts.dependencies.erase(twice, end);
    std::ranges::stable_sort(facts.keys, {}, &KeyFact::line);
    return facts;
}

} // namespace trestle::scanner
