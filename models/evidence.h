#pragma once

#include "models/date.h"
#include "models/item_progress.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// What speaks for the state of an item: places in the prototype's folder, found by a scan or named by an assistant.
/// A proposal changes no figure; only its acceptance does (models/proposals.h).
namespace trestle {

/// What somebody who looked at the prototype says of an item.
enum class FoundState : std::uint8_t {
    done,
    partial,
    none,      ///< no sign of it
    opposite,  ///< a sign of the contrary: a password in the code
    elsewhere, ///< a folder cannot tell, or it is settled outside: the platform, another repository
};

enum class FoundConfidence : std::uint8_t { confident, unsure };

/// A place in the prototype's folder.
struct Evidence {
    std::string path;    ///< below the folder, with '/'; UTF-8, each byte that is none as \xNN
    int line = 0;        ///< from 1; 0: the file or the folder as a whole
    std::string excerpt; ///< of the line, secrets masked; may be empty
    std::string rule;    ///< id of the scan's signal (data/scanner/), or an assistant's own words
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Of a proposal and of a tick; more places are not kept.
inline constexpr std::size_t kMostEvidence = 8;
/// Bytes of an excerpt.
inline constexpr std::size_t kLongestExcerpt = 200;

enum class ProposalAnswer : std::uint8_t { open, accepted, declined };

/// What a scan or an assistant proposes for an item. One for each item: a later one replaces it.
struct Proposal {
    FoundState state = FoundState::none;
    FoundConfidence confidence = FoundConfidence::unsure;
    std::vector<Evidence> evidence;
    std::string by; ///< an assistant's name; empty: the scan
    Date on{};
    ProposalAnswer answer = ProposalAnswer::open;
    friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// Where a tick comes from: an accepted proposal. Speaks for the item as long as its state is `state`.
struct TickEvidence {
    ItemState state = ItemState::missing;
    std::vector<Evidence> places;
    std::string by; ///< as Proposal::by
    Date on{};
    friend bool operator==(const TickEvidence&, const TickEvidence&) = default;
};

} // namespace trestle
