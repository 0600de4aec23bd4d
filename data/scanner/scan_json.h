#pragma once

#include "data/scanner/scan.h"
#include "models/proposals.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// What a scan is told with, besides what it found.
struct ScanFacts {
    std::string folder;                                 ///< its own name, not where it lies
    Date on{};                                          ///< the day of the scan
    std::optional<std::vector<ProposalChange>> changes; ///< since the scan before, where there is a plan
    std::vector<std::string> accepted;                  ///< items whose proposal was accepted at once
};

/// "noAccess", "tooLarge", …
std::string_view wordOf(UnreadReason reason);
/// What a scan found, for other programs ("kind":"scan"). Nothing in it says where the folder lies.
std::string writeScanJson(const Scan& scan, const Catalogue& catalogue, const ScanFacts& facts);

} // namespace trestle
