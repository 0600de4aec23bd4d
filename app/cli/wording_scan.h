#pragma once

#include "data/scanner/scan.h"

#include <string>

/// Part of the command line's table of wording: what a scan found.
namespace trestle::cli {

/// "in place", "partly", "no sign", "sign of the opposite", "settled elsewhere".
std::string worded(FoundState state);
/// The box in front of an item: "[x]", "[~]", "[ ]", "[!]", "[?]".
std::string tickBox(FoundState state);
/// "confident", "unsure".
std::string worded(FoundConfidence confidence);
/// Why a file was not read: "no access".
std::string worded(UnreadReason reason);

} // namespace trestle::cli
