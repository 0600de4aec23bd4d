#pragma once

#include "app/cli/options.h"
#include "data/scanner/scan.h"
#include "data/scanner/scan_json.h"

#include <optional>
#include <string>

/// What the commands that scan a folder have in common: progress, and what becomes of a plan.
namespace trestle::cli {

/// Adds --accept.
CLI::Option* addAccept(CLI::App& command, std::optional<std::string>& accept);

/// Scans a folder; on a terminal it shows how far it is.
Result<Scan> scanShown(const std::string& folder, const Catalogue& catalogue, Console& console);

/// The folder's own name, also of "." and of a path that ends in '/'.
std::string folderName(const std::string& folder);

/// Keeps what was found as proposals, and with `accept` takes the confident ones of what is in place or partly: what a
/// scan is told with then.
ScanFacts keepScan(const Scan& scan, const std::string& folder, const Catalogue& catalogue, bool accept, Date today,
                   Inputs& inputs);

/// For the plan's history: "Scan of the folder: 12 in place, 5 partly; 9 accepted".
std::string scanLabel(const Scan& scan, const ScanFacts& facts);

} // namespace trestle::cli
