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

/// The first that fits a path.
constexpr auto kFileKinds = std::to_array<FileKind>({
    {"package.json", HeldFacts::named, readPackageJson},
    {"package-lock.json", HeldFacts::locked, readPackageLock},
    {"npm-shrinkwrap.json", HeldFacts::locked, readPackageLock},
    {"deno.json", HeldFacts::named, readDenoJson},
    {"deno.jsonc", HeldFacts::named, readDenoJson},
    {"yarn.lock", HeldFacts::locked, readYarnLock},
    {"pnpm-lock.yaml", HeldFacts::locked, readPnpmLock},
    {"bun.lock", HeldFacts::locked, readBunLock},
    {"requirements*.txt", HeldFacts::named, readRequirements},
    {"requirements*.in", HeldFacts::named, readRequirements},
    {"*requirements.txt", HeldFacts::named, readRequirements},
    {"requirements/*.txt", HeldFacts::named, readRequirements},
    {"requirements/*.in", HeldFacts::named, readRequirements},
    {"constraints*.txt", HeldFacts::named, readConstraints},
    {"pyproject.toml", HeldFacts::named, readPyproject},
    {"poetry.lock", HeldFacts::locked, readPythonLock},
    {"uv.lock", HeldFacts::locked, readPythonLock},
    {"pdm.lock", HeldFacts::locked, readPythonLock},
    {"Pipfile", HeldFacts::named, readPipfile},
    {"Pipfile.lock", HeldFacts::locked, readPipfileLock},
    {"setup.cfg", HeldFacts::named, readSetupCfg},
    {"setup.py", HeldFacts::named, readSetupPy},
    {"environment*.yml", HeldFacts::named, readCondaEnvironment},
    {"environment*.yaml", HeldFacts::named, readCondaEnvironment},
    {"conda*.yml", HeldFacts::named, readCondaEnvironment},
    {"conda*.yaml", HeldFacts::named, readCondaEnvironment},
    {"go.mod", HeldFacts::named, readGoMod},
    {"Gemfile", HeldFacts::named, readGemfile},
    {"gems.rb", HeldFacts::named, readGemfile},
    {"Gemfile.lock", HeldFacts::locked, readGemfileLock},
    {"gems.locked", HeldFacts::locked, readGemfileLock},
    {"*.gemspec", HeldFacts::named, readGemspec},
    {"composer.json", HeldFacts::named, readComposerJson},
    {"composer.lock", HeldFacts::locked, readComposerLock},
    {"pom.xml", HeldFacts::named, readPom},
    {"*.gradle", HeldFacts::named, readGradle},
    {"*.gradle.kts", HeldFacts::named, readGradle},
    {"*.versions.toml", HeldFacts::named, readVersionCatalogue},
    {"*.csproj", HeldFacts::named, readMsBuild},
    {"*.fsproj", HeldFacts::named, readMsBuild},
    {"*.vbproj", HeldFacts::named, readMsBuild},
    {"Directory.*.props", HeldFacts::named, readMsBuild},
    {"Directory.*.targets", HeldFacts::named, readMsBuild},
    {"packages.config", HeldFacts::named, readPackagesConfig},
    {"packages.lock.json", HeldFacts::locked, readNugetLock},
    {"mix.exs", HeldFacts::named, readMixExs},
    {"mix.lock", HeldFacts::locked, readMixLock},
    {"Cargo.toml", HeldFacts::named, readCargoToml},
    {"Cargo.lock", HeldFacts::locked, readCargoLock},
    {"*.json", HeldFacts::keys, readJsonKeys},
    {"*.jsonc", HeldFacts::keys, readJsonKeys},
    {"*.yaml", HeldFacts::keys, readYamlKeys},
    {"*.yml", HeldFacts::keys, readYamlKeys},
    {"*.toml", HeldFacts::keys, readTomlKeys},
    {"*.properties", HeldFacts::keys, readProperties},
});

bool endsAs(std::string_view path, std::string_view pattern)
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
    const auto kind = std::ranges::find_if(kFileKinds, [&](const FileKind& one) { return endsAs(path, one.pattern); });
    return kind == kFileKinds.end() ? nullptr : &*kind;
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

std::string comparedName(Ecosystem ecosystem, std::string_view name)
{
    std::string compared;
    for (char c : cut(name, kLongestDependency)) {
        if (c >= 'A' && c <= 'Z') // the same in every locale
            c = static_cast<char>(c - 'A' + 'a');
        if (ecosystem == Ecosystem::python && (c == '_' || c == '.'))
            c = '-';
        if (ecosystem != Ecosystem::python || c != '-' || !compared.ends_with('-'))
            compared += c;
    }
    return compared;
}

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

std::span<const FileKind> fileKinds()
{
    return kFileKinds;
}

HeldFacts heldFacts(std::string_view path)
{
    const FileKind* kind = kindOf(path);
    return kind == nullptr ? HeldFacts::none : kind->held;
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
