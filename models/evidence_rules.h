#pragma once

#include "models/catalogue.h"
#include "models/evidence.h"

#include <cstddef>
#include <map>
#include <string>

/// The rules of evidence and proposals, whoever wrote them: a scan, an assistant, another program.
namespace trestle {

/// Bytes of a place's path.
inline constexpr std::size_t kLongestEvidencePath = 4096;
/// Bytes of what an assistant says of a place, and of its name.
inline constexpr std::size_t kLongestEvidenceRule = 1000;
inline constexpr std::size_t kLongestEvidenceAuthor = 200;

/// At most kMostEvidence places, each below the folder and no longer than it may be. `where`:
/// "/items/sessions/evidence".
Result<void> checkTickEvidence(const TickEvidence& evidence, const std::string& where);
/// The same of proposals; their items are those of the catalogue.
Result<void> checkProposals(const Catalogue& catalogue, const std::map<std::string, Proposal>& proposals);

} // namespace trestle
