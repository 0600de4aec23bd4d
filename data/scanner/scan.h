#pragma once

#include "models/catalogue.h"
#include "models/evidence.h"
#include "models/inputs.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// Reads the folder of a prototype and says of each item of the catalogue what speaks for it. Executes nothing, follows
/// no link out of the folder, uses no network and writes nothing.
namespace trestle {

struct ScanItem {
    std::string id;
    FoundState state = FoundState::none;
    FoundConfidence confidence = FoundConfidence::unsure;
    std::vector<Evidence> evidence; ///< at most kMostEvidence, the strongest first
    friend bool operator==(const ScanItem&, const ScanItem&) = default;
};

enum class UnreadReason : std::uint8_t {
    noAccess,
    tooLarge,
    notAFile,    ///< a device, a pipe, a socket
    linkOutside, ///< a link that leaves the folder, or leads nowhere
    tooDeep,
    tooMany, ///< beyond the most files that are read
    damaged, ///< it could not be read to its end
};

struct Unread {
    std::string path; ///< as Evidence::path
    UnreadReason reason = UnreadReason::noAccess;
    friend bool operator==(const Unread&, const Unread&) = default;
};

/// Of `Scan::unread`; more are counted only.
inline constexpr std::size_t kMostUnread = 200;

struct Scan {
    std::vector<ScanItem> items; ///< in the order of the catalogue, those alone that rules speak of
    std::size_t filesRead = 0;
    std::uint64_t bytesRead = 0;
    /// Vendored, generated, built, binary or ignored by the repository; a folder of them, which is not looked into,
    /// counts as one.
    std::size_t filesSkipped = 0;
    std::vector<Unread> unread;
    std::size_t unreadCount = 0;
    bool ignoreRulesRead = true; ///< false: the repository's ignore rules could not be read
};

struct ScanProgress {
    std::size_t filesFound = 0;
    std::size_t filesRead = 0;
};

struct ScanOptions {
    std::stop_token stop;
    std::function<void(const ScanProgress&)> progress; ///< called from one thread at a time, a few times a second
    unsigned threads = 0;                              ///< 0: one for each core
};

/// Errors: not a folder, no access to it, `cancelled`.
Result<Scan> scanFolder(const std::string& folder, const Catalogue& catalogue, const ScanOptions& options = {});

/// What a rule's find means, as the rules say it ("Passwords are hashed with bcrypt"); empty for an unknown id.
std::string_view ruleSentence(std::string_view rule);
/// That the find speaks against the item.
bool speaksAgainst(std::string_view rule);
/// Why a folder cannot tell, for items of which that holds; empty for others.
std::string_view whyElsewhere(std::string_view item);

/// Proposes what the scan found, for every item of it but those for which an assistant's proposal waits.
void proposeScan(const Scan& scan, Date today, Inputs& inputs);

} // namespace trestle
