#include "data/scanner/excerpt.h"
#include "data/scanner/folder_walk.h"
#include "data/scanner/rules.h"
#include "data/scanner/skip_rules.h"
#include "data/scanner/tracked_files.h"
#include "data/unicode.h"
#include "models/evidence.h"
#include "tests/fuzz/target.h"

#include <algorithm>

using namespace trestle;
using namespace trestle::fuzz;
using namespace trestle::scanner;

namespace {

bool isShown(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0 || text.front() == '\n' || text.front() == '\x1B')
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace

/// A file of a folder that is scanned, its path in the first line: whatever it holds, its signals stand in it, and what
/// is shown of them is one line of UTF-8. The same bytes as the index of a repository are read or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const RuleMatcher matcher;
    const std::string_view all = asText(data, size);
    const std::string_view path = all.substr(0, all.find('\n'));
    const std::string_view text = all.substr(std::min(all.size(), path.size() + 1));

    std::vector<Hit> hits;
    matcher.match(path, matcher.readsText(path) ? text : std::string_view(), hits);
    isGenerated(path, text);
    require(isShown(shownPath(path)), "a path is shown as something else than a line of UTF-8");
    const auto lines = std::ranges::count(text, '\n') + 1;
    for (const Hit& hit : hits) {
        require(hit.place.path == path, "a signal of another file");
        require(hit.place.line >= 0 && hit.place.line <= lines, "a signal beyond the end");
        require(hit.place.excerpt.size() <= kWidestLine, "a line that is not cut");
        const std::string shown = shownExcerpt(hit.place.excerpt);
        require(shown.size() <= kLongestExcerpt && isShown(shown), "an excerpt is more than a line of UTF-8");
    }
    (hits.empty() ? tally().refused : tally().exact) += 1;

    if (const auto tracked = TrackedFiles::fromIndex(text))
        require(!tracked->has("") && (tracked->hasBelow("") || !tracked->has("a")),
                "an index of nothing tracks a file");
    return 0;
}
