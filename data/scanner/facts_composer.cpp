#include "data/scanner/fact_reader.h"

#include <array>

namespace trestle::scanner {

void readComposerJson(std::string_view text, FileFacts& facts)
{
    constexpr auto places = std::to_array<DependencyPlace>({{"require/#"}, {"require-dev/#"}});
    walkJson(text, [&](KeyPath path, std::string_view value, int line) {
        if (const NamedDependency named = dependencyAt(places, path, value, line); named.text != "php")
            addDependency(facts, Ecosystem::composer, named.text, named.line);
        return addKey(facts, path, value, line);
    });
}

void readComposerLock(std::string_view text, FileFacts& facts)
{
    constexpr auto places =
        std::to_array<DependencyPlace>({{"packages/[]/name", false}, {"packages-dev/[]/name", false}});
    walkJson(text, [&](KeyPath path, std::string_view value, int line) {
        const NamedDependency named = dependencyAt(places, path, value, line);
        addDependency(facts, Ecosystem::composer, named.text, named.line, named.isDirect);
        return true;
    });
}

} // namespace trestle::scanner
