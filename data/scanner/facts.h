#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What manifests, lock files and configuration files of a prototype say, in one shape for all ecosystems.
namespace trestle::scanner {

enum class Ecosystem : std::uint8_t { npm, python, go, ruby, composer, maven, nuget, mix, cargo };

struct Dependency {
    Ecosystem ecosystem = Ecosystem::npm;
    std::string name;     ///< a comparedName(); of Maven group:name
    int line = 0;         ///< from 1
    bool isDirect = true; ///< named by a manifest, not only in a lock file
    friend bool operator==(const Dependency&, const Dependency&) = default;
};

/// A name as its ecosystem compares names: lower case, in Python with one '-' for any of '-', '_' and '.'.
std::string comparedName(Ecosystem ecosystem, std::string_view name);

/// A scalar of a YAML, JSON or TOML file.
struct KeyFact {
    std::string key; ///< from the top: `services.db.image`; an element of a list is `[]`: `jobs.test.steps[].run`
    std::string value;
    int line = 0; ///< from 1
    friend bool operator==(const KeyFact&, const KeyFact&) = default;
};

struct FileFacts {
    std::vector<Dependency> dependencies;
    std::vector<KeyFact> keys;
    friend bool operator==(const FileFacts&, const FileFacts&) = default;
};

enum class HeldFacts : std::uint8_t {
    none,
    keys,
    named,  ///< dependencies that a manifest names; keys where it is JSON, YAML or TOML
    locked, ///< dependencies of a lock file
};
/// What a file of this path (below the folder, with '/') may hold.
HeldFacts heldFacts(std::string_view path);
inline bool mayHoldFacts(std::string_view path)
{
    return heldFacts(path) != HeldFacts::none;
}
/// Its facts. A damaged or hostile file gives what was read before the damage; bounded in time and memory by the size
/// of `text`.
FileFacts factsOf(std::string_view path, std::string_view text);

} // namespace trestle::scanner
