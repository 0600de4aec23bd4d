#pragma once

#include "data/scanner/scan.h"

#include <QString>

/// The words for what a look at the prototype found: part of the window's one table of wording.
namespace trestle::wording {

/// "in place", "partly", "no sign", "sign of the opposite", "settled elsewhere".
QString foundState(FoundState state);
/// "confident", "unsure".
QString foundConfidence(FoundConfidence confidence);
/// "to answer", "accepted", "declined".
QString proposalAnswer(ProposalAnswer answer);
/// "12 proposals to review", "1 proposal to review".
QString proposalsToReview(std::size_t count);
/// Why a file or folder was not read: "no access".
QString unreadReason(UnreadReason reason);

/// "src/login.py:12"; "the folder" where it is the folder as a whole.
QString evidencePlace(const Evidence& evidence);
/// What the place shows, in a sentence; empty where nothing is known of it.
QString evidenceSentence(const Evidence& evidence, const std::string& by);
/// Of a file that anybody may have written: in one line, without characters that change how the rest of it is read.
QString sourceLine(const std::string& utf8);

/// "Seen in the source on 29 Nov 2026", "Proposed by Aster on 29 Nov 2026".
QString tickProvenance(const TickEvidence& evidence);
/// "1,204 files read, 310 skipped, 3 not read".
QString scanCounts(const Scan& scan);

} // namespace trestle::wording
