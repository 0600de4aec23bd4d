#include "data/scanner/fact_reader.h"
#include "tests/fuzz/target.h"
#include "tests/support/fact_paths.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace trestle::scanner;
using namespace trestle::fuzz;

/// A manifest, a lock file or a file of keys, whichever reader it falls to: told within bounds, with lines that it has,
/// the same each time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::vector<std::string> paths = trestle::test::factPaths();
    const std::string_view text = asText(data, size);
    const auto lines = std::ranges::count(text, '\n') + 1;
    const auto isThere = [lines](const auto& fact) { return fact.line >= 1 && fact.line <= lines; };
    bool isAny = false;
    for (const std::string& path : paths) {
        const FileFacts facts = factsOf(path, text);
        require(facts.keys.size() <= kMostFacts && facts.dependencies.size() <= kMostFacts, "too many facts");
        require(std::ranges::all_of(facts.keys, isThere), "a key on a line that is not there");
        require(std::ranges::all_of(facts.dependencies, isThere), "a dependency on a line that is not there");
        require(facts == factsOf(path, text), "other facts the second time");
        isAny = isAny || !facts.keys.empty() || !facts.dependencies.empty();
    }
    ++(isAny ? tally().exact : tally().refused);
    return 0;
}
