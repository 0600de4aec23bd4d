#include "data/scanner/fact_reader.h"

#include <array>

namespace trestle::scanner {

namespace {

constexpr auto kCargo = std::to_array<DependencyPlace>({
    {"dependencies/#"},
    {"dev-dependencies/#"},
    {"build-dependencies/#"},
    {"workspace/dependencies/#"},
    {"target/*/dependencies/#"},
    {"target/*/dev-dependencies/#"},
    {"target/*/build-dependencies/#"},
});

} // namespace

void readCargoToml(std::string_view text, FileFacts& facts)
{
    walkToml(text, [&](KeyPath path, std::string_view value, int line) {
        const NamedDependency named = dependencyAt(kCargo, path, value, line);
        addDependency(facts, Ecosystem::cargo, named.text, named.line);
        // What is installed under another name.
        if (!named.text.empty() && path.back().name == "package" && path[path.size() - 2].name == named.text)
            addDependency(facts, Ecosystem::cargo, value, named.line);
        return addKey(facts, path, value, line);
    });
}

void readCargoLock(std::string_view text, FileFacts& facts)
{
    readPackageTables(text, Ecosystem::cargo, facts);
}

} // namespace trestle::scanner
