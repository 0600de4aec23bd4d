#pragma once

#include "app/cli/text.h"
#include "data/scanner/scan.h"
#include "data/scanner/scan_json.h"

#include <string>

namespace trestle::cli {

/// How many items have which state: "12 in place, 5 partly, 20 with no sign".
std::string scanCounts(const Scan& scan);

/// What a scan found, by phase, with the strongest evidence for each item, and what was read; where there is a plan
/// also what changed since the scan before, and what was accepted.
std::string scanReport(const Scan& scan, const Catalogue& catalogue, const ScanFacts& facts, const Style& style);

} // namespace trestle::cli
