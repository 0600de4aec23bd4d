#pragma once

#include "data/scanner/fact_reader.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace trestle::test {

/// A path of a file for each reader of facts.
inline std::vector<std::string> factPaths()
{
    std::set<scanner::FactReader> readers;
    std::vector<std::string> paths;
    for (const scanner::FileKind& kind : scanner::fileKinds())
        if (readers.insert(kind.read).second) {
            paths.emplace_back(kind.pattern);
            std::ranges::replace(paths.back(), '*', 'a');
        }
    return paths;
}

} // namespace trestle::test
