#pragma once

#include "data/scanner/facts.h"
#include "data/scanner/key_walk.h"

#include <cstddef>
#include <span>
#include <string_view>

/// What the readers of the kinds of files share. Each adds what a text says to facts.
namespace trestle::scanner {

/// Of one file; the rest is not told.
inline constexpr std::size_t kMostFacts = 20'000;

using FactReader = void (*)(std::string_view text, FileFacts& facts);

/// A kind of file: the end of its path, where one '*' is any text without '/', what it holds, and who reads it.
struct FileKind {
    std::string_view pattern;
    HeldFacts held = HeldFacts::none;
    FactReader read = nullptr;
};
/// All that are read; the first that fits a path counts.
std::span<const FileKind> fileKinds();

/// Not where the name is empty, or just told.
void addDependency(FileFacts& facts, Ecosystem ecosystem, std::string_view name, int line, bool isDirect = true);
/// Its value is cut; a path of exceptional length is left out. False: enough.
bool addKey(FileFacts& facts, KeyPath path, std::string_view value, int line);

/// Where a manifest names dependencies: names as in beginsWith(), with '/' between. The last is "#", a key that is the
/// dependency's name, or "[]" or "*", whose value names it.
struct DependencyPlace {
    std::string_view path;
    bool isDirect = true;
};
/// What names a dependency there, empty where nothing does; `step` is the one that the place ends with.
struct NamedDependency {
    std::string_view text;
    int line = 0;
    bool isDirect = true;
};
NamedDependency dependencyAt(std::span<const DependencyPlace> places, KeyPath path, std::string_view value, int line);

/// A lock file of `[[package]]` tables, as Poetry, uv, PDM and Cargo write it; without the project's own packages.
void readPackageTables(std::string_view text, Ecosystem ecosystem, FileFacts& facts);

void readJsonKeys(std::string_view text, FileFacts& facts);
void readYamlKeys(std::string_view text, FileFacts& facts);
void readTomlKeys(std::string_view text, FileFacts& facts);
void readProperties(std::string_view text, FileFacts& facts);

void readPackageJson(std::string_view text, FileFacts& facts);
void readDenoJson(std::string_view text, FileFacts& facts);
void readPackageLock(std::string_view text, FileFacts& facts);
void readYarnLock(std::string_view text, FileFacts& facts);
void readPnpmLock(std::string_view text, FileFacts& facts);
void readBunLock(std::string_view text, FileFacts& facts);

/// The name in a requirement of Python ("Django[argon2]>=4; python_version > '3.8'"), empty where there is none.
std::string_view requirementName(std::string_view requirement);
void readRequirements(std::string_view text, FileFacts& facts);
void readConstraints(std::string_view text, FileFacts& facts);
void readPyproject(std::string_view text, FileFacts& facts);
void readPythonLock(std::string_view text, FileFacts& facts);
void readPipfile(std::string_view text, FileFacts& facts);
void readPipfileLock(std::string_view text, FileFacts& facts);
void readSetupCfg(std::string_view text, FileFacts& facts);
void readSetupPy(std::string_view text, FileFacts& facts);
void readCondaEnvironment(std::string_view text, FileFacts& facts);

void readGoMod(std::string_view text, FileFacts& facts);

void readGemfile(std::string_view text, FileFacts& facts);
void readGemfileLock(std::string_view text, FileFacts& facts);
void readGemspec(std::string_view text, FileFacts& facts);

void readComposerJson(std::string_view text, FileFacts& facts);
void readComposerLock(std::string_view text, FileFacts& facts);

void readPom(std::string_view text, FileFacts& facts);
void readGradle(std::string_view text, FileFacts& facts);
void readVersionCatalogue(std::string_view text, FileFacts& facts);

void readMsBuild(std::string_view text, FileFacts& facts);
void readPackagesConfig(std::string_view text, FileFacts& facts);
void readNugetLock(std::string_view text, FileFacts& facts);

void readMixExs(std::string_view text, FileFacts& facts);
void readMixLock(std::string_view text, FileFacts& facts);

void readCargoToml(std::string_view text, FileFacts& facts);
void readCargoLock(std::string_view text, FileFacts& facts);

} // namespace trestle::scanner
